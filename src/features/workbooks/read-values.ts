import { fold } from "../../ui/slug.ts"
import { addDays } from "../places/days.ts"
import type { Cell } from "./read-workbook.ts"

/** What a cell says, or why that cannot be told. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; fault: ValueFault }
export type ValueFault =
  | "error"
  | "no_result"
  | "not_a_day"
  | "impossible_day"
  | "year_only"
  | "not_a_number"
  | "ambiguous_number"
  | "not_whole"
  | "negative"
  | "no_such_choice"

const found = <Value>(value: Value): Read<Value> => ({ ok: true, value })
const fault = (reason: ValueFault): Read<never> => ({ ok: false, fault: reason })

/** Words of a cell; a number that was typed as one keeps its digits. */
export function readText(cell: Cell): Read<string> {
  if (cell.fault) return fault(cell.fault)
  return found(typeof cell.value === "number" ? digitsOf(cell.value) : String(cell.value))
}

/** 1700000001 is "1700000001", never "1.7e9". */
function digitsOf(value: number) {
  return Number.isInteger(value) ? value.toFixed(0) : String(value)
}

/** A code or a phone: without the spaces and dots that offices group its digits by. */
export function readCode(cell: Cell): Read<string> {
  const text = readText(cell)
  if (!text.ok) return text
  // Excel shows a leading apostrophe to nobody, other programs do.
  return found(text.value.replace(/^'/, "").trim())
}

/**
 * A day, as a serial number or as people write it, day first. "2019" is a year and no day.
 * @param startsIn1904 the date system of the workbook: its day 0 is 1904-01-01
 */
export function readDayCell(cell: Cell, startsIn1904: boolean): Read<string> {
  if (cell.fault) return fault(cell.fault)
  if (typeof cell.value === "number") return daySerial(cell.value, cell.isDay, startsIn1904)
  const text = fold(String(cell.value)).trim()
  if (/^(nam )?\d{4}$/.test(text)) return fault("year_only")

  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text)
  const written =
    /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})$/.exec(text) ??
    /^(?:ngay\s+)?(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})$/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  if (!written) return fault("not_a_day")
  const year = Number(written[3])
  return dayOf(year < 100 ? year + (year > 50 ? 1900 : 2000) : year, Number(written[2]), Number(written[1]))
}

function daySerial(value: number, isDay: boolean, startsIn1904: boolean): Read<string> {
  // A bare 2019 was meant as a year; as a serial it would be a day of 1905.
  if (!isDay && Number.isInteger(value) && value >= 1900 && value <= 2100) return fault("year_only")
  const serial = Math.floor(value)
  const day = startsIn1904 ? addDays("1904-01-01", serial) : addDays("1899-12-30", serial)
  return day < "1900-01-01" || day > "2100-12-31" ? fault("impossible_day") : found(day)
}

function dayOf(year: number, month: number, date: number): Read<string> {
  const moment = new Date(Date.UTC(year, month - 1, date))
  const isReal = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date && month >= 1
  if (!isReal || year < 1900 || year > 2100) return fault("impossible_day")
  return found(moment.toISOString().slice(0, 10))
}

/** How the numbers of a column separate thousands and decimals, as far as it shows. */
export type Separators = { decimal: "," | "." } | undefined

/** "1.234,5" or "1.234.567" in a column show that its "1.234" is a thousand and more. */
export function separatorsOf(cells: readonly (Cell | undefined)[]): Separators {
  let comma = 0
  let dot = 0
  for (const cell of cells) {
    if (typeof cell?.value !== "string") continue
    const text = cell.value.replace(/[^\d.,]/g, "")
    if (/^\d{1,3}(\.\d{3})+,\d+$|^\d{1,3}(\.\d{3}){2,}$|^\d+,\d{1,2}$|^\d+,\d{4,}$/.test(text)) comma += 1
    if (/^\d{1,3}(,\d{3})+\.\d+$|^\d{1,3}(,\d{3}){2,}$|^\d+\.\d{1,2}$|^\d+\.\d{4,}$/.test(text)) dot += 1
  }
  if (comma === dot) return undefined
  return { decimal: comma > dot ? "," : "." }
}

/** A number as offices write it: with dots or commas between thousands, with "triệu" or "tỷ", in brackets for a loss. */
export function readNumberCell(cell: Cell, separators: Separators): Read<number> {
  if (cell.fault) return fault(cell.fault)
  if (typeof cell.value === "number") return found(cell.value)
  const text = fold(String(cell.value)).trim()
  const match =
    /^(\()?\s*([-+−])?\s*(\d[\d\s.,]*)\s*(ty|ti|trieu|tr|ngan|nghin)?\.?\s*(dong|d|vnd|dvn)?\s*(\))?$/.exec(
      text,
    )
  if (!match) return fault("not_a_number")
  const [, open, sign, digits, scale, , close] = match
  if (Boolean(open) !== Boolean(close)) return fault("not_a_number")

  const number = plainNumber(digits!.replace(/\s/g, ""), separators, scale !== undefined)
  if (!number.ok) return number
  const factor = scale === "ty" || scale === "ti" ? 1e9 : scale?.startsWith("tr") ? 1e6 : scale ? 1e3 : 1
  // 1.2 × 10⁹ without the last digits that binary fractions add.
  const value = Number((number.value * factor).toPrecision(15))
  return found(open || sign === "-" || sign === "−" ? -value : value)
}

function plainNumber(text: string, separators: Separators, isScaled: boolean): Read<number> {
  if (/^\d+$/.test(text)) return found(Number(text))
  // Both signs: the last one comes before the decimals.
  if (text.includes(".") && text.includes(",")) {
    const decimal = text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ","
    return withDecimal(text, decimal)
  }
  const sign = text.includes(".") ? "." : ","
  const groups = text.split(sign)
  const areThousands =
    groups.length > 1 && groups.slice(1).every((group) => group.length === 3) && groups[0]!.length <= 3
  if (groups.length > 2) return areThousands ? found(Number(groups.join(""))) : fault("not_a_number")
  if (!areThousands || groups[0] === "0") return withDecimal(text, sign)
  if (separators)
    return separators.decimal === sign ? withDecimal(text, sign) : found(Number(groups.join("")))
  // "1,250 tỷ" may be either; a bare "1.250" in a column of money is a thousand and more here.
  return isScaled ? fault("ambiguous_number") : found(Number(groups.join("")))
}

function withDecimal(text: string, decimal: "." | ","): Read<number> {
  const thousands = decimal === "." ? "," : "."
  const [whole, fraction, ...rest] = text.split(decimal)
  if (rest.length > 0 || !/^\d*$/.test(fraction ?? "")) return fault("not_a_number")
  const groups = whole!.split(thousands)
  if (groups.length > 1 && groups.slice(1).some((group) => group.length !== 3)) return fault("not_a_number")
  return found(Number(`${groups.join("")}.${fraction || 0}`))
}

export function readWhole(cell: Cell, separators: Separators): Read<number> {
  const number = readNumberCell(cell, separators)
  if (!number.ok) return number
  if (number.value < 0) return fault("negative")
  return Number.isInteger(number.value) ? number : fault("not_whole")
}

/** One of a list, by its value, its label or another name; case, marks, spaces, dots and dashes do not matter. */
export function readChoice<Value extends string>(
  cell: Cell,
  choices: readonly { value: Value; names: readonly string[] }[],
): Read<Value> {
  if (cell.fault) return fault(cell.fault)
  const value = indexOf(choices).get(comparable(String(cell.value)))
  return value === undefined ? fault("no_such_choice") : found(value as Value)
}

/** Thousands of cells are chosen from the same few lists. */
const indexes = new WeakMap<object, ReadonlyMap<string, string>>()

function indexOf(choices: readonly { value: string; names: readonly string[] }[]) {
  const known = indexes.get(choices)
  if (known) return known
  const index = new Map(
    choices.flatMap(({ value, names }) =>
      [value, ...names].map((name) => [comparable(name), value] as const),
    ),
  )
  indexes.set(choices, index)
  return index
}

function comparable(text: string) {
  return fold(text).replace(/[^a-z0-9]+/g, "")
}
