import { z } from "zod"
import { fold } from "../../ui/slug.ts"
import { decodeText } from "../imports/encodings.ts"
import { isReasonableDay } from "../places/queries.ts"
import { findTable, type WantedColumn } from "../workbooks/find-table.ts"
import { readCode, readDayCell, readText } from "../workbooks/read-values.ts"
import {
  type Cell,
  cleanText,
  readWorkbook,
  type SheetRow,
  type Workbook,
} from "../workbooks/read-workbook.ts"
import {
  type EndedUnit,
  type Fault,
  levels,
  type NewUnit,
  type Reorganisation,
  type UnitKind,
} from "./reorganisation.ts"

export type ReorganisationReading =
  | { ok: true; reorganisation: Reorganisation }
  | { ok: false; faults: Fault[] }

/**
 * Reads a reorganisation from a JSON file, or from the first sheet of a workbook (.xlsx, .ods, .csv) that has its
 * headings: one row for each new unit and each unit it was formed from, what repeats left blank. Both are described in
 * docs/reorganisations.md. Reads everything and names every fault; whether the units exist is another question.
 */
export function readReorganisation(bytes: Uint8Array): ReorganisationReading {
  const text = decodeText(bytes.subarray(0, 1000)).trimStart()
  return text.startsWith("{") ? readJson(decodeText(bytes)) : readSheets(bytes)
}

const unreadable: ReorganisationReading = {
  ok: false,
  faults: [{ row: null, field: null, fault: "unreadable" }],
}

const published = z.object({
  day: z.unknown(),
  legal_act: z.unknown(),
  units: z.array(z.record(z.string(), z.unknown())).default([]),
  ended: z.array(z.unknown()).default([]),
})

function readJson(text: string): ReorganisationReading {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return unreadable
  }
  const file = published.safeParse(parsed)
  if (!file.success) return unreadable
  const { day, legal_act, units, ended } = file.data
  const rows = units.map((unit, index): RawUnit => {
    const from = Array.isArray(unit.from) ? unit.from.map(textOf).filter(Boolean) : []
    return {
      row: index + 1,
      code: textOf(unit.code),
      kind: textOf(unit.kind),
      name: textOf(unit.name),
      parent_code: textOf(unit.parent_code),
      legal_act: textOf(unit.legal_act) || null,
      from,
    }
  })
  const gone = ended.map((code, index) => ({ row: index + 1, code: textOf(code) }))
  return checked({ day: textOf(day), legal_act: textOf(legal_act) }, rows, gone)
}

function textOf(value: unknown) {
  return typeof value === "string" || typeof value === "number" ? cleanText(String(value)) : ""
}

const columns: readonly WantedColumn[] = [
  { key: "code", headings: ["Mã mới", "Mã đơn vị mới", "code"] },
  { key: "kind", headings: ["Loại", "Loại đơn vị", "Cấp", "kind"] },
  { key: "name", headings: ["Tên mới", "Tên đơn vị mới", "name"] },
  { key: "parent_code", headings: ["Thuộc mã", "Mã đơn vị cấp trên", "parent_code"] },
  { key: "from", headings: ["Mã cũ", "Mã đơn vị cũ", "from"] },
  { key: "day", headings: ["Ngày", "Ngày hiệu lực", "day"] },
  { key: "legal_act", headings: ["Văn bản", "Căn cứ pháp lý", "Nghị quyết", "legal_act"] },
]

function readSheets(bytes: Uint8Array): ReorganisationReading {
  const read = readWorkbook(bytes)
  if (!read.ok) return unreadable
  for (const sheet of read.workbook.sheets) {
    const table = findTable(sheet, columns)
    if (table?.mapping.has("code") && table.mapping.has("from")) {
      return readRows(table.rows, table.mapping, read.workbook)
    }
  }
  return unreadable
}

function readRows(
  rows: readonly SheetRow[],
  mapping: ReadonlyMap<string, number>,
  { startsIn1904 }: Workbook,
): ReorganisationReading {
  const units: RawUnit[] = []
  const ended: EndedUnit[] = []
  const days = new Set<string>()
  const acts = new Set<string>()
  for (const { number, cells } of rows) {
    const cellOf = (key: string): Cell | undefined => cells[mapping.get(key) ?? -1]
    const text = (key: string) => {
      const cell = cellOf(key)
      const value = cell && (key === "code" || key === "from" ? readCode(cell) : readText(cell))
      return value?.ok ? value.value : ""
    }
    const day = cellOf("day")
    if (day) {
      const value = readDayCell(day, startsIn1904)
      days.add(value.ok ? value.value : "?")
    }
    const act = text("legal_act")
    if (act) acts.add(act)

    const origins = text("from")
      .split(/[;,\s]+/)
      .filter(Boolean)
    const { code, kind, name, parent_code } = {
      code: text("code"),
      kind: text("kind"),
      name: text("name"),
      parent_code: text("parent_code"),
    }
    const last = units.at(-1)
    if (!code && !kind && !name && !parent_code) {
      // Below a unit stand the others it was formed from; before the first, units that end with nothing in their place.
      if (last) last.from.push(...origins)
      else ended.push(...origins.map((origin) => ({ row: number, code: origin })))
    } else if (/^-+$|^–$/.test(code)) {
      ended.push(...origins.map((origin) => ({ row: number, code: origin })))
    } else if (last && last.code === code && (!name || name === last.name)) last.from.push(...origins)
    else units.push({ row: number, code, kind, name, parent_code, legal_act: null, from: origins })
  }
  const faults: Fault[] = []
  if (days.size > 1) faults.push({ row: null, field: "day", fault: "several_days" })
  if (acts.size > 1) faults.push({ row: null, field: "legal_act", fault: "several_acts" })
  if (faults.length > 0) return { ok: false, faults }
  return checked({ day: [...days][0] ?? "", legal_act: [...acts][0] ?? "" }, units, ended)
}

type RawUnit = Omit<NewUnit, "kind" | "parent_code"> & { kind: string; parent_code: string }

function checked(
  { day, legal_act }: { day: string; legal_act: string },
  units: readonly RawUnit[],
  ended: readonly EndedUnit[],
): ReorganisationReading {
  const faults: Fault[] = []
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) {
    faults.push({ row: null, field: "day", fault: "no_day" })
  } else if (!isReasonableDay(day)) faults.push({ row: null, field: "day", fault: "day_out_of_range" })
  if (!legal_act) faults.push({ row: null, field: "legal_act", fault: "no_act" })
  if (units.length + ended.length === 0) faults.push({ row: null, field: null, fault: "no_units" })

  const read = units.map(({ row, code, kind, name, parent_code, from, legal_act }): NewUnit => {
    const known = kindOf(kind)
    if (!code) faults.push({ row, field: "code", fault: "no_code" })
    else if (!isCode(code)) faults.push({ row, field: "code", fault: "bad_code" })
    if (!known) faults.push({ row, field: "kind", fault: "bad_kind" })
    if (!name) faults.push({ row, field: "name", fault: "no_name" })
    if (from.length === 0) faults.push({ row, field: "from", fault: "no_origin" })
    const shortName = known ? withoutKind(name, kind) : name
    const origins = [...new Set(from)]
    return {
      row,
      code,
      kind: known ?? "commune",
      name: shortName,
      parent_code: parent_code || null,
      legal_act,
      from: origins,
    }
  })
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, reorganisation: { day, legal_act, units: read, ended: [...ended] } }
}

function isCode(text: string) {
  return /^\d{2,5}$/.test(text)
}

const kindWords: Record<string, UnitKind> = {
  tinh: "province",
  "thanh pho": "city",
  "thanh pho truc thuoc trung uong": "municipality",
  "thi xa": "town",
  huyen: "district",
  quan: "district",
  phuong: "ward",
  xa: "commune",
  "thi tran": "township",
  "dac khu": "special_zone",
}

function kindOf(text: string): UnitKind | undefined {
  if (Object.hasOwn(levels, text)) return text as UnitKind
  const words = fold(text).trim()
  return Object.hasOwn(kindWords, words) ? kindWords[words] : undefined
}

/** "Xã Bình An" in a row that says "Xã" is "Bình An": names are kept without their kind. */
function withoutKind(name: string, kind: string) {
  const starts = fold(name).startsWith(`${fold(kind)} `)
  return starts && name.length > kind.length + 1 ? name.slice(kind.length + 1).trim() : name
}
