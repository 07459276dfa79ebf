import type { Database } from "../../database/connection.ts"
import { formatDay } from "../../ui/format.ts"
import { type BusinessLine, listLines } from "../lines/queries.ts"
import { laws, lineLabel } from "../lives/facts-form.ts"
import { placeName } from "../places/names.ts"
import { listCommuneIds, type Place } from "../places/queries.ts"
import { lawNames } from "../register/organisation-texts.ts"
import { kindName, kinds, statuses, statusName } from "../register/vocabulary.ts"
import { type ColumnKey, workbookColumns } from "../register/workbook-columns.ts"
import { identityPage, rowKey, rowKeyHeading } from "../workbooks/row-key.ts"
import { type WrittenColumn, type WrittenSheet, writeWorkbook } from "../workbooks/write-workbook.ts"
import { listCommunes, listKnown } from "./ground.ts"
import type { Known } from "./plan-rows.ts"

const organisationsSheet = "Tổ chức"
const listsSheet = "Danh mục"
const guideSheet = "Hướng dẫn"

/** Rows for organisations that the register does not have yet. */
const blankRows = 100

/** The workbook of a place: what the register holds on the day, the lists to choose from, and how to fill it in. */
export async function writeRegisterWorkbook(
  db: Database,
  place: Place,
  { day, secret }: { day: string; secret: string },
) {
  const communes = await listCommunes(db, place, day)
  const [known, lines] = await Promise.all([
    listKnown(db, (await listCommuneIds(db, place, day)) ?? [], day),
    listLines(db, day),
  ])
  const living = known.filter(({ status }) => status !== "ended")
  const communeOf = new Map(communes.map((commune) => [commune.id, placeName(commune, "vi")]))
  const rows = living.map((organisation) => [
    ...workbookColumns.map(({ key }) => cellOf(key, organisation, { lines, communeOf })),
    rowKey(organisation.slug, secret),
  ])
  return await writeWorkbook([
    { name: organisationsSheet, columns: columnsFor(lines), rows, blankRows, isGuarded: true },
    lists(lines),
    guide(place, day, living.length),
    identityPage({ template: "register-1", place: place.code, day }, secret),
  ])
}

const listNames = ["kind", "law", "status", "line"] as const
type ListName = (typeof listNames)[number]

function listsOf(lines: readonly BusinessLine[]): Record<ListName, string[]> {
  return {
    kind: kinds.map((kind) => kindName(kind, "vi")),
    law: laws.map((law) => lawNames.vi[law]),
    status: statuses.map((status) => statusName(status, "vi")),
    line: lines.map(({ code }) => lineLabel(code, lines)),
  }
}

function columnsFor(lines: readonly BusinessLine[]): WrittenColumn[] {
  const choices = listsOf(lines)
  return [
    ...workbookColumns.map((column) => {
      const { heading, width, kind } = column
      const list = "choices" in column ? column.choices : undefined
      return {
        heading: "isRequired" in column ? `${heading} *` : heading,
        width,
        kind: kind === "day" ? ("day" as const) : kind === "money" ? ("number" as const) : ("text" as const),
        ...(list && {
          choices: { sheet: listsSheet, column: listNames.indexOf(list), length: choices[list].length },
        }),
      }
    }),
    { heading: rowKeyHeading, width: 12, kind: "text", isHidden: true },
  ]
}

type Context = { lines: readonly BusinessLine[]; communeOf: ReadonlyMap<number, string> }

function cellOf(key: ColumnKey, organisation: Known, { lines, communeOf }: Context): string | number | null {
  switch (key) {
    case "kind":
      return kindName(organisation.kind, "vi")
    case "status":
      return statusName(organisation.status, "vi")
    case "governing_law":
      return organisation.governing_law && lawNames.vi[organisation.governing_law as (typeof laws)[number]]
    case "business_line":
      return organisation.business_line && lineLabel(organisation.business_line, lines)
    case "other_lines":
      return organisation.other_lines.length > 0 ? organisation.other_lines.join("; ") : null
    case "commune":
      return communeOf.get(organisation.place_id) ?? null
    // What says when a state began is asked only for a new one.
    case "status_from":
    case "document_number":
      return null
    default:
      return organisation[key]
  }
}

function lists(lines: readonly BusinessLine[]): WrittenSheet {
  const choices = listsOf(lines)
  const longest = Math.max(...Object.values(choices).map(({ length }) => length))
  const headings = ["Loại hình", "Luật áp dụng", "Tình trạng", "Ngành (VSIC cấp 4)"]
  return {
    name: listsSheet,
    columns: headings.map((heading) => ({ heading, width: 40, kind: "text" })),
    rows: Array.from({ length: longest }, (_, index) =>
      listNames.map((name) => choices[name][index] ?? null),
    ),
    isGuarded: true,
  }
}

function guide(place: Place, day: string, count: number): WrittenSheet {
  const words = [
    `Sổ đăng ký tổ chức kinh tế tập thể: ${placeName(place, "vi")}, tính đến hết ngày ${formatDay(day, "vi")}`,
    `Trang “${organisationsSheet}” có sẵn ${count} tổ chức đang có trong sổ. Mỗi dòng là một tổ chức.`,
    "Sửa ngay trong ô những gì đã thay đổi. Ô để trống nghĩa là giữ nguyên như trong sổ.",
    "Muốn xóa nội dung một ô trong sổ, hãy ghi một dấu gạch ngang (-).",
    "Tổ chức mới: ghi vào dòng trống bên dưới. Các cột có dấu * là bắt buộc; cần thêm ngành chính.",
    "Đổi tình trạng (tạm ngừng, giải thể …): chọn ở cột “Tình trạng” và ghi ngày ở cột “Tình trạng từ ngày”.",
    "Bỏ một dòng khỏi tệp không làm mất tổ chức trong sổ.",
    "Ngày ghi như 15/10/2020. Tiền ghi bằng đồng. Có thể chuyển, ẩn cột, thêm dòng tiêu đề; đừng sửa cột mã dòng bị ẩn.",
    "Gửi lại tệp ở trang “Nhập từ Excel”. Hệ thống cho xem trước mọi thay đổi rồi mới ghi; nếu có lỗi, tệp trả về đánh dấu từng ô.",
  ]
  return {
    name: guideSheet,
    columns: [{ heading: "", width: 120, kind: "text" }],
    rows: words.map((line) => [line]),
    hasNoHeadings: true,
  }
}
