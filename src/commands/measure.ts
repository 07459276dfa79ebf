import type { Database } from "../database/connection.ts"
import { addsUp, addUp, type Over } from "../features/measures/add-up.ts"
import {
  type BreakdownBy,
  findMeasure,
  listMeasures,
  type Measure,
  measureSections,
} from "../features/measures/catalogue.ts"
import {
  type BreakdownRow,
  breakdownsOf,
  countBy,
  countMany,
  type Figure,
} from "../features/measures/figures.ts"
import { formatFigure } from "../features/measures/format.ts"
import { denominatorNames, sectionNames, unitNames, unplaced } from "../features/measures/labels.ts"
import { type ListedRecord, streamRecords } from "../features/measures/record-list.ts"
import { denominators, type Scope, sectors } from "../features/measures/scope.ts"
import { placeName } from "../features/places/names.ts"
import { findHomePlace, findPlaceCalled, type Place } from "../features/places/queries.ts"
import { kindName, sectorName } from "../features/register/vocabulary.ts"
import { WrongArguments } from "../problem.ts"
import type { Settings } from "../settings.ts"
import { formatDay, formatNumber, inVietnam, readDay } from "../ui/format.ts"
import { toCsv } from "../web/list-file.ts"
import { withDatabase } from "./with-database.ts"

const overs = ["places", "sectors", "kinds", "periods"] as const satisfies readonly Over[]

export function listCatalogue({ json = false }: { json?: boolean }) {
  const measures = listMeasures()
  if (json) {
    const described = measures.map((measure) => ({
      code: measure.code,
      section: measure.section,
      kind: measure.kind,
      unit: measure.unit,
      ...measure.words,
      denominators: measure.denominators,
      credit_funds: creditFundsIn(measure),
      breakdowns: breakdownsOf(measure),
      adds_up_over: overs.filter((over) => addsUp(measure.kind, over)),
    }))
    console.log(JSON.stringify(described, null, 2))
    return
  }
  for (const section of measureSections) {
    console.log(sectionNames[section].en)
    for (const { code, kind, unit, words } of measures.filter((each) => each.section === section))
      console.log(
        `  ${code.padEnd(46)}  ${kind.padEnd(7)}  ${unitNames[unit].en.padEnd(20)}  ${words.name.en}`,
      )
  }
}

function creditFundsIn({ kinds, mayAddCreditFunds }: Measure) {
  if (mayAddCreditFunds) return "left out unless asked for"
  return kinds.includes("credit_fund") ? "counted in unless left out" : "never"
}

export type CountOptions = {
  place?: string
  from?: string
  to?: string
  sector?: string
  denominator?: string
  withCreditFunds?: boolean
  withoutCreditFunds?: boolean
  reportYear?: string
  knownOn?: string
  by?: string
  addUp?: boolean
  records?: boolean
  csv?: boolean
  json?: boolean
}

/** Prints a figure, its parts, or the records behind it. */
export async function countMeasure(code: string, options: CountOptions, settings: Settings) {
  const measure = findMeasure(code)
  if (!measure)
    throw new WrongArguments(`There is no measure ${code}. See them all with: hoptac measure list`)
  const asked = readAsked(measure, options)
  await withDatabase(settings, async (db) => {
    const place = await readPlace(db, options.place, asked.to)
    const scope: Scope = { ...asked, placeId: place.id }
    if (options.records) await printRecords(db, measure, scope, options)
    else await printFigure(db, measure, { place, scope }, options)
  })
}

function readAsked(measure: Measure, options: CountOptions): Omit<Scope, "placeId"> {
  const to = dayOf(options.to, "--to") ?? inVietnam(new Date()).day
  const from = dayOf(options.from, "--from") ?? `${to.slice(0, 4)}-01-01`
  if (from > to) throw new WrongArguments(`The period begins on ${from}, after it ends on ${to}.`)
  if (options.csv && !options.records) throw new WrongArguments("--csv prints records: add --records.")
  if (options.addUp && !options.by) throw new WrongArguments("--add-up adds the parts of --by.")
  const denominator = oneOf(options.denominator, denominators, "--denominator")
  if (denominator && !measure.denominators.includes(denominator)) {
    const allowed = measure.denominators.join(", ") || "none"
    throw new WrongArguments(`${measure.code} has no denominator ${denominator}. It has: ${allowed}.`)
  }
  const year = options.reportYear
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw new WrongArguments(`The year “${year}” could not be read. Write it as 2024.`)
  return {
    from,
    to,
    sector: oneOf(options.sector, sectors, "--sector") ?? null,
    denominator: denominator ?? null,
    withCreditFunds: options.withCreditFunds ?? false,
    withoutCreditFunds: options.withoutCreditFunds ?? false,
    reportYear: year === undefined ? undefined : Number(year),
    knownOn: dayOf(options.knownOn, "--known-on"),
  }
}

function dayOf(text: string | undefined, option: string) {
  const day = readDay(text)
  if (text !== undefined && !day)
    throw new WrongArguments(`The day “${text}” of ${option} could not be read. Write it as 31/12/2024.`)
  return day
}

function oneOf<Word extends string>(text: string | undefined, words: readonly Word[], option: string) {
  const word = words.find((each) => each === text)
  if (text !== undefined && !word)
    throw new WrongArguments(`${option} may be ${words.join(", ")}, not “${text}”.`)
  return word
}

async function readPlace(db: Database, word: string | undefined, day: string) {
  const place = word === undefined ? await findHomePlace(db) : await findPlaceCalled(db, word, day)
  if (!place)
    throw new WrongArguments(
      word === undefined
        ? "The portal knows no places yet. See: hoptac places import"
        : `No place is called ${word}, and none in force on ${day} has that code. See /dia-ban for both.`,
    )
  return place
}

type Counted = { place: Place; scope: Scope }

async function printFigure(db: Database, measure: Measure, counted: Counted, options: CountOptions) {
  const { place, scope } = counted
  const by = readBy(measure, options.by)
  const parts = by ? await readParts(db, measure, scope, by) : undefined
  const whole =
    parts && options.addUp
      ? addUp(
          measure,
          parts.map(({ figure }) => figure),
          overOf(by!),
        )
      : (await countMany(db, [{ measure: measure.code, scope }]))[0]!
  if (options.json) {
    console.log(
      JSON.stringify({
        measure: measure.code,
        kind: measure.kind,
        unit: measure.unit,
        place: { code: place.code, slug: place.slug, name: placeName(place, "vi") },
        from: measure.kind === "flow" ? scope.from : null,
        to: scope.to,
        sector: scope.sector,
        among: scope.denominator ?? measure.denominators[0] ?? null,
        ...whole,
        ...(parts && { parts: parts.map(({ key, name, figure }) => ({ key, name, ...figure })) }),
      }),
    )
    return
  }
  const period =
    measure.kind === "flow"
      ? `${formatDay(scope.from, "en")} through ${formatDay(scope.to, "en")}`
      : `through ${formatDay(scope.to, "en")}`
  const sector = scope.sector ? `, ${sectorName(scope.sector, "en")}` : ""
  console.log(`${measure.words.name.en}, ${placeName(place, "en")}${sector}, ${period}`)
  for (const { name, figure } of parts ?? []) console.log(`  ${shown(measure, scope, figure)}  ${name}`)
  console.log(`${shown(measure, scope, whole)}${whole.year === null ? "" : `  (reports of ${whole.year})`}`)
}

function shown(measure: Measure, scope: Scope, figure: Figure) {
  const value = formatFigure(figure.value, measure.unit, "en")
  if (figure.value === null || measure.kind === "stock" || measure.kind === "flow") return value
  const of = measure.dividesBy ?? denominatorNames[scope.denominator ?? measure.denominators[0]!]
  return `${value}  = ${formatNumber(figure.numerator, "en")} ÷ ${formatNumber(figure.denominator, "en")} ${of.en}`
}

type By = BreakdownBy | "year"
type Part = { key: string | null; name: string; figure: Figure }

function readBy(measure: Measure, text: string | undefined): By | undefined {
  return oneOf<By>(text, [...breakdownsOf(measure), "year"], `--by of ${measure.code}`)
}

function overOf(by: By): Over {
  if (by === "year") return "periods"
  if (by === "sector") return "sectors"
  return by === "kind" ? "kinds" : "places"
}

async function readParts(db: Database, measure: Measure, scope: Scope, by: By): Promise<Part[]> {
  if (by === "year") {
    const years = yearsOf(scope)
    const figures = await countMany(
      db,
      years.map((period) => ({ measure: measure.code, scope: { ...scope, ...period } })),
    )
    return years.map(({ to }, index) => {
      const year = to.slice(0, 4)
      return { key: year, name: year, figure: figures[index]! }
    })
  }
  const rows = await countBy(db, measure.code, scope, by)
  return rows.map((row) => ({ key: row.place?.code ?? row.key, name: partName(row), figure: figureOf(row) }))
}

/** The calendar years of a period, the first and the last as far as they belong to it. */
function yearsOf({ from, to }: Scope) {
  const years: { from: string; to: string }[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const first = `${year}-01-01`
    const last = `${year}-12-31`
    years.push({ from: from > first ? from : first, to: to < last ? to : last })
  }
  return years
}

function partName({ place, sector, kind }: BreakdownRow) {
  if (place) return placeName(place, "en")
  if (sector) return sectorName(sector, "en")
  return kind ? kindName(kind, "en") : unplaced.en
}

function figureOf({ value, numerator, denominator, records, year }: BreakdownRow): Figure {
  return { value, numerator, denominator, records, year }
}

/** The records whose numerators and denominators add up to the figure; as they come, for there may be many. */
async function printRecords(db: Database, measure: Measure, scope: Scope, { csv, json }: CountOptions) {
  if (csv) process.stdout.write(toCsv([recordColumns]))
  for await (const record of streamRecords(db, measure.code, scope)) {
    const line = flat(record)
    if (json) console.log(JSON.stringify(line))
    else if (csv) process.stdout.write(toCsv([recordColumns.map((column) => plain(line[column]))]))
    else console.log(tableLine(record))
  }
}

const recordColumns = [
  "organisation",
  "code",
  "name",
  "kind",
  "place_code",
  "place",
  "sector",
  "happened_on",
  "amount",
  "class",
  "is_measured",
  "numerator",
  "denominator",
] as const
type Flat = Record<(typeof recordColumns)[number], string | number | boolean | null>

function flat({ organisation, place, ...record }: ListedRecord): Flat {
  return {
    organisation: organisation?.slug ?? null,
    code: organisation?.code ?? null,
    name: organisation?.name ?? placeName(place, "vi"),
    kind: organisation?.kind ?? null,
    place_code: place.code,
    place: placeName(place, "vi"),
    ...record,
  }
}

function plain(value: Flat[keyof Flat]) {
  return typeof value === "boolean" ? String(value) : value
}

function tableLine({ organisation, place, numerator, denominator }: ListedRecord) {
  const figures = `${numerator}`.padStart(14) + (denominator === 1 ? "" : ` ÷ ${denominator}`)
  return `${figures}  ${organisation ? `${organisation.name}, ` : ""}${placeName(place, "vi")}`
}
