import type { Database } from "../../database/connection.ts"
import type { Locale } from "../../ui/language.ts"
import type { Column, List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { placeName, placeNameWithParent } from "../places/names.ts"
import { hasSharedLand } from "../places/queries.ts"
import { kindName, sectorName } from "../register/vocabulary.ts"
import { type Asked, narrow } from "./asked.ts"
import type { BreakdownBy, Measure } from "./catalogue.ts"
import { recordsPerPage } from "./evidence.tsx"
import { breakdownsOf, kindsIn } from "./figures.ts"
import { countByKept, countKept } from "./kept-figures.ts"
import { shownNames } from "./labels.ts"
import { texts } from "./page-texts.ts"
import { type ListedRecord, listRecords, streamRecords } from "./record-list.ts"
import type { Scope } from "./scope.ts"

/** Everything the page of a figure shows of it, for the scope narrowed to what was asked. */
export async function readEvidence(db: Database, measure: Measure, whole: Scope, asked: Asked) {
  const scope = narrow(whole, asked)
  const parts = partsOf(measure, asked)
  const ofAll = measure.denominators.includes("all") ? { ...scope, denominator: "all" as const } : scope
  const [[series, wider], tables, records, isUncertain, coverage] = await Promise.all([
    countKept(db, [
      { measure: measure.code, scope },
      { measure: measure.code, scope: ofAll },
    ]),
    countByKept(
      db,
      parts.map((by) => ({ measure: measure.code, scope: { ...scope, unitsOn: asked.unitsOn }, by })),
    ),
    listRecords(db, measure.code, scope, {
      sort: asked.order,
      direction: asked.direction,
      limit: recordsPerPage,
      offset: (asked.page - 1) * recordsPerPage,
    }),
    hasSharedLand(db, scope.placeId, scope),
    readCoverage(db, measure, scope),
  ])
  return {
    scope,
    figure: series![0]!,
    leftOut: wider![0]!.denominator - series![0]!.denominator,
    isUncertain,
    coverage,
    breakdowns: parts.map((by, index) => ({ by, rows: tables[index]! })),
    records,
  }
}

/** How many of those whose reports a figure is made of have reported; nothing where it is made of none. */
async function readCoverage(db: Database, measure: Measure, scope: Scope) {
  if (!measure.isReported || measure.of === "communes" || measure.code === coverageCode) return undefined
  const kinds = kindsIn(measure, scope)
  const { sector = null, ...rest } = scope
  const everyone = { ...rest, sector, denominator: null }
  const [parts] = await countByKept(db, [{ measure: coverageCode, scope: everyone, by: "kind" }])
  const counted = parts!.filter(({ kind }) => kind !== null && kinds.includes(kind))
  const sum = (of: (part: (typeof counted)[number]) => number) =>
    counted.reduce((total, part) => total + of(part), 0)
  return { reported: sum(({ numerator }) => numerator), expected: sum(({ denominator }) => denominator) }
}

const coverageCode = "organisations_reporting_share"

/** What the page is already narrowed to needs no table of its own. */
function partsOf(measure: Measure, asked: Asked): BreakdownBy[] {
  const useful = new Set<BreakdownBy>(["district", "commune"])
  if (!asked.sector) useful.add("sector")
  if (measure.kinds.length > 1) useful.add("kind")
  return breakdownsOf(measure).filter((by) => useful.has(by))
}

/** The records behind a figure as a file. */
export function evidenceList(
  { db, view }: { db: Database; view: View },
  name: string,
  { measure, scope: whole, asked }: { measure: Measure; scope: Scope; asked: Asked },
): List<ListedRecord> {
  const { locale } = view
  const t = texts[locale]
  const scope = narrow(whole, asked)
  return {
    name: `${name}-${scope.to}`,
    title: measure.words.name[locale],
    rows: streamRecords(db, measure.code, scope, { sort: asked.order, direction: asked.direction }),
    about: [
      { key: "measure", label: t.name, value: measure.code },
      { key: "from", label: t.period, value: measure.kind === "flow" ? scope.from : null },
      { key: "as_of", label: t.through(""), value: scope.to },
      { key: "place", label: t.unit, value: asked.place ? placeName(asked.place, locale) : null },
      { key: "sector", label: t.sector, value: scope.sector ? sectorName(scope.sector, locale) : null },
    ],
    columns: recordColumns(measure, locale),
  }
}

/** What a file says of each record behind a figure. */
export function recordColumns(
  { shows }: Pick<Measure, "shows">,
  locale: Locale,
): readonly Column<ListedRecord>[] {
  const t = texts[locale]
  const showsDay = shows === "founded_on" || shows === "happened_on"
  return [
    {
      key: "name",
      heading: t.organisation,
      value: ({ organisation, place }) => organisation?.name ?? placeName(place, locale),
    },
    { key: "code", heading: t.code, value: ({ organisation }) => organisation?.code ?? null },
    {
      key: "kind",
      heading: t.kindOfOrganisation,
      value: ({ organisation }) => (organisation ? kindName(organisation.kind, locale) : null),
      stored: ({ organisation }) => organisation?.kind ?? null,
    },
    {
      key: "place",
      heading: t.commune,
      value: ({ place }) => placeNameWithParent(place, place.parent, locale),
    },
    {
      key: "sector",
      heading: t.sector,
      value: ({ sector }) => (sector ? sectorName(sector, locale) : null),
      stored: ({ sector }) => sector,
    },
    {
      key: showsDay ? "day" : "amount",
      heading: shownNames[shows][locale],
      kind: showsDay ? "day" : "number",
      value: ({ happened_on, amount }) => (showsDay ? happened_on : amount),
    },
    {
      key: "numerator",
      heading: t.numerator,
      kind: "number",
      isForPrograms: true,
      value: ({ numerator }) => numerator,
    },
    {
      key: "denominator",
      heading: t.denominator,
      kind: "number",
      isForPrograms: true,
      value: ({ denominator }) => denominator,
    },
    {
      key: "counted",
      heading: t.counted,
      value: ({ is_measured, numerator }) => (is_measured ? (numerator > 0 ? t.yes : t.no) : t.unknown),
      stored: ({ is_measured, numerator }) => (is_measured ? numerator > 0 : null),
    },
  ]
}
