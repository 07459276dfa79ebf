import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { inBoth, type Locale } from "../../ui/language.ts"
import { reportingYear } from "../measures/reporting-year.ts"

/** By what size is told: Decree 113/2024, or Circular 01/2020 by members or by capital alone. */
export const sizeAxes = ["decree_113", "members", "capital"] as const
export type SizeAxis = (typeof sizeAxes)[number]
export const sizeClasses = ["micro", "small", "medium", "large"] as const
export type SizeClass = (typeof sizeClasses)[number]

/** A class of one axis; `unknown` is for those that reported and whose class no known rule decides. */
export type AskedSize = { axis: SizeAxis; class: SizeClass | "unknown" }

const axisWords: Record<SizeAxis, string> = { decree_113: "nd113", members: "tv", capital: "von" }
const classWords: Record<AskedSize["class"], string> = {
  micro: "sieu-nho",
  small: "nho",
  medium: "vua",
  large: "lon",
  unknown: "chua-xac-dinh",
}

const names = inBoth({
  decree_113: ["Nghị định 113/2024", "Decree 113/2024"],
  members: ["Thông tư 01/2020, theo thành viên", "Circular 01/2020, by members"],
  capital: ["Thông tư 01/2020, theo vốn", "Circular 01/2020, by capital"],
  micro: ["Siêu nhỏ", "Micro"],
  small: ["Nhỏ", "Small"],
  medium: ["Vừa", "Medium"],
  large: ["Lớn", "Large"],
  unknown: ["Chưa xác định", "Not determined"],
})

export function axisName(axis: SizeAxis, locale: Locale) {
  return names[locale][axis]
}

export function classOfSizeName(of: AskedSize["class"], locale: Locale) {
  return names[locale][of]
}

/** As addresses carry it: "nd113-nho". */
export function sizeWord({ axis, class: of }: AskedSize) {
  return `${axisWords[axis]}-${classWords[of]}`
}

const bySizeWord = new Map(
  sizeAxes.flatMap((axis) =>
    [...sizeClasses, "unknown" as const].map((of): [string, AskedSize] => {
      const size = { axis, class: of }
      return [sizeWord(size), size]
    }),
  ),
)

export function readSize(word: string | undefined) {
  return bySizeWord.get(word ?? "")
}

/** The year whose reports are the latest that count on a day; none before the first. */
export async function readSizeYear(db: Database, day: string) {
  const windows = await db.selectFrom("reporting_windows").selectAll().execute()
  return reportingYear(windows, day)
}

/** The organisations of the size, by their reports of the year. */
export function idsOfSize({ axis, class: of }: AskedSize, year: number | null): RawBuilder<unknown> {
  if (year === null) return sql`select null::bigint where false`
  const isOfClass = of === "unknown" ? sql`is null` : sql`= ${of}`
  return sql`select size.organisation_id from organisation_sizes size
    where size.year = ${year} and size.${sql.ref(axis)} ${isOfClass}`
}

/** Stars that OCOP products may have (Decision 148/QĐ-TTg); `any`: a product recognised at all. */
export const ocopChoices = ["any", "3", "4", "5"] as const
export type AskedOcop = (typeof ocopChoices)[number]

export function readOcop(word: string | undefined): AskedOcop | undefined {
  return word === "co" ? "any" : ocopChoices.find((each) => each === word && each !== "any")
}

export function ocopWord(asked: AskedOcop) {
  return asked === "any" ? "co" : asked
}

/** The organisations with a product whose OCOP recognition stands on a day, as was known by a moment. */
export function idsWithOcop(
  asked: AskedOcop,
  day: string,
  knownBefore: Date | undefined,
): RawBuilder<unknown> {
  const known = knownBefore
    ? sql`ocop.recorded_at < ${knownBefore} and (ocop.superseded_at is null or ocop.superseded_at >= ${knownBefore})`
    : sql`ocop.superseded_at is null`
  return sql`select ocop.organisation_id from ocop_recognitions ocop
    where ${known} and ${day}::date between ocop.valid_from and ocop.valid_to
      and ${asked === "any" ? sql`true` : sql`ocop.stars = ${Number(asked)}`}`
}
