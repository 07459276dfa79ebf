import type { Database } from "../../database/connection.ts"
import type { Locale } from "../../ui/language.ts"
import { placeName, placeNameWithParent } from "../places/names.ts"
import { hasSharedLand } from "../places/queries.ts"
import { kindName, sectorName } from "../register/vocabulary.ts"
import { type Asked, narrow } from "./asked.ts"
import type { BreakdownBy, Measure } from "./catalogue.ts"
import { recordsPerPage } from "./evidence.tsx"
import { breakdownsOf } from "./figures.ts"
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
  const [[series, wider], tables, records, isUncertain] = await Promise.all([
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
  ])
  return {
    scope,
    figure: series![0]!,
    leftOut: wider![0]!.denominator - series![0]!.denominator,
    isUncertain,
    breakdowns: parts.map((by, index) => ({ by, rows: tables[index]! })),
    records,
  }
}

/** What the page is already narrowed to needs no table of its own. */
function partsOf(measure: Measure, asked: Asked): BreakdownBy[] {
  const useful = new Set<BreakdownBy>(["district", "commune"])
  if (!asked.sector) useful.add("sector")
  if (measure.kinds.length > 1) useful.add("kind")
  return breakdownsOf(measure).filter((by) => useful.has(by))
}

/** The records behind a figure as rows of a file, with their heading. */
export function evidenceRows(db: Database, measure: Measure, whole: Scope, asked: Asked, locale: Locale) {
  const t = texts[locale]
  const records = streamRecords(db, measure.code, narrow(whole, asked), {
    sort: asked.order,
    direction: asked.direction,
  })
  const heading = [
    t.organisation,
    t.code,
    t.kindOfOrganisation,
    t.commune,
    t.sector,
    shownNames[measure.shows][locale],
    t.counted,
  ]
  return { heading, rows: rowsOf(records, measure, locale) }
}

async function* rowsOf(records: AsyncIterable<ListedRecord>, { shows }: Measure, locale: Locale) {
  const t = texts[locale]
  const showsDay = shows === "founded_on" || shows === "happened_on"
  for await (const record of records) {
    const { organisation, place, sector } = record
    yield [
      organisation?.name ?? placeName(place, locale),
      organisation?.code ?? null,
      organisation ? kindName(organisation.kind, locale) : null,
      placeNameWithParent(place, place.parent, locale),
      sector ? sectorName(sector, locale) : null,
      showsDay ? record.happened_on : record.amount,
      record.is_measured ? (record.numerator > 0 ? t.yes : t.no) : t.unknown,
    ]
  }
}
