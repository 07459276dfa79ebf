import { formatDay } from "../../ui/format.ts"
import { placeName } from "../places/names.ts"
import type { Place } from "../places/queries.ts"
import type { FormField, ReportValues } from "../report-forms/definition.ts"
import type { Round } from "../rounds/queries.ts"
import { texts as roundTexts } from "../rounds/texts.ts"
import { identityPage, rowKey, rowKeyHeading } from "../workbooks/row-key.ts"
import { type WrittenColumn, type WrittenSheet, writeWorkbook } from "../workbooks/write-workbook.ts"
import {
  answerHeading,
  codeHeading,
  headingOf,
  lastYearSuffix,
  nameHeading,
  revisionHeading,
  sheetName,
  stateHeading,
  typedFields,
  yesNo,
} from "./columns.ts"
import type { AskedForm, AskedReport } from "./read-asked.ts"

export const template = "reports-1"
const listsSheet = "Danh mục"
const guideSheet = "Hướng dẫn"

/**
 * The workbook of a place in a round: a sheet for each form with one row for each organisation that is asked, what it
 * reported so far and what the register knows; beside it the year before, to compare with.
 */
export async function writeReportWorkbook(
  round: Round,
  place: Place,
  forms: readonly AskedForm[],
  secret: string,
) {
  const lists = listsOf(forms)
  const answered = forms.filter(({ reports }) => reports.length > 0)
  return await writeWorkbook([
    ...answered.map((form) => sheetOf(form, lists, secret)),
    ...answered.filter(({ reports }) => reports.some(({ last }) => last)).map(lastYearOf),
    listSheet(lists),
    guide(round, place, forms),
    identityPage({ template, place: place.code, round: round.slug }, secret),
  ])
}

type List = { heading: string; names: string[] }

/** What is chosen from: yes and no first, then each field's own choices. */
function listsOf(forms: readonly AskedForm[]): List[] {
  const choices = forms.flatMap(({ definition }) =>
    typedFields(definition).filter(({ kind }) => kind === "choice"),
  )
  const unique = new Map(choices.map((field) => [field.label.vi, (field.choices ?? []).map(({ vi }) => vi)]))
  return [
    { heading: "Có hay không", names: yesNo.map(({ names }) => names[0]) },
    ...[...unique].map(([heading, names]) => ({ heading, names })),
  ]
}

function sheetOf(form: AskedForm, lists: readonly List[], secret: string): WrittenSheet {
  const fields = typedFields(form.definition)
  return {
    name: sheetName(form),
    columns: [
      ...whoseColumns,
      ...fields.map((field) => columnOf(form, field, lists)),
      { heading: answerHeading, width: 40, kind: "text" },
      { heading: revisionHeading, width: 8, kind: "number", isHidden: true },
      { heading: rowKeyHeading, width: 12, kind: "text", isHidden: true },
    ],
    rows: form.reports.map((report) => [
      ...whose(report),
      ...fields.map((field) => cellOf(field, report.values)),
      null,
      report.revision,
      rowKey(report.slug, secret),
    ]),
    isGuarded: true,
  }
}

function lastYearOf(form: AskedForm): WrittenSheet {
  // Totals too: of years from before there were forms they may be all that is known.
  const { fields } = form.definition
  return {
    name: sheetName(form) + lastYearSuffix,
    columns: [...whoseColumns.slice(0, 2), ...fields.map((field) => columnOf(form, field, []))],
    rows: form.reports
      .filter(({ last }) => last)
      .map((report) => [
        ...whose(report).slice(0, 2),
        ...fields.map((field) => cellOf(field, report.last ?? {})),
      ]),
    isGuarded: true,
  }
}

const whoseColumns: WrittenColumn[] = [
  { heading: nameHeading, width: 36, kind: "text" },
  { heading: codeHeading, width: 14, kind: "text" },
  { heading: stateHeading, width: 18, kind: "text" },
]

function whose({ name, code, standing }: AskedReport) {
  return [name, code, roundTexts.vi[standing]]
}

function columnOf(form: AskedForm, field: FormField, lists: readonly List[]): WrittenColumn {
  const heading = headingOf(form.definition, field)
  const isNumber = field.kind === "count" || field.kind === "money"
  const isDecimal = field.kind === "area" || field.kind === "share"
  const list = lists.findIndex((each, index) =>
    field.kind === "yes_no" ? index === 0 : field.kind === "choice" && each.heading === field.label.vi,
  )
  return {
    heading: field.is_required ? `${heading} *` : heading,
    width: field.kind === "money" ? 20 : field.kind === "text" ? 30 : 16,
    kind: isNumber ? "number" : isDecimal ? "decimal" : "text",
    ...(list >= 0 && { choices: { sheet: listsSheet, column: list, length: lists[list]!.names.length } }),
  }
}

function cellOf({ code, kind, choices }: FormField, values: ReportValues): string | number | null {
  const value = values[code] ?? null
  if (kind === "yes_no") return value === null ? null : yesNo[value ? 0 : 1].names[0]
  if (kind === "choice") return choices?.find((choice) => choice.code === value)?.vi ?? null
  return typeof value === "boolean" ? null : value
}

function listSheet(lists: readonly List[]): WrittenSheet {
  const longest = Math.max(...lists.map(({ names }) => names.length))
  return {
    name: listsSheet,
    columns: lists.map(({ heading }) => ({ heading, width: 40, kind: "text" })),
    rows: Array.from({ length: longest }, (_, index) => lists.map(({ names }) => names[index] ?? null)),
    isGuarded: true,
  }
}

function guide(round: Round, place: Place, forms: readonly AskedForm[]): WrittenSheet {
  const count = forms.reduce((sum, { reports }) => sum + reports.length, 0)
  const words = [
    `${round.name}: ${placeName(place, "vi")}, ${count} tổ chức. Hạn nộp ${formatDay(round.due_on, "vi")}.`,
    `Số liệu của kỳ từ ${formatDay(round.data_from, "vi")} đến hết ${formatDay(round.data_to, "vi")}.`,
    "Mỗi dòng là báo cáo của một tổ chức. Số nào hệ thống đã biết thì có sẵn trong ô; hãy xem lại và điền các ô còn trống.",
    "Cột có dấu * là bắt buộc. Không có thì ghi số 0. Ô để trống nghĩa là giữ nguyên; một dấu gạch ngang (-) nghĩa là xóa.",
    "Tiền ghi bằng đồng, diện tích ghi bằng ha. Số lỗ ghi dấu trừ hoặc đặt trong ngoặc. Tổng do hệ thống tự cộng.",
    "Trang “năm trước” để đối chiếu, sửa ở đó không có tác dụng.",
    "Số khác thường nhưng đúng: ghi lý do vào cột “Giải thích”.",
    "Dòng để trống nghĩa là chưa báo cáo. Đừng sửa cột mã dòng bị ẩn.",
    "Gửi lại tệp ở trang “Báo cáo bằng Excel”. Hệ thống cho xem trước mọi thay đổi rồi mới ghi; nếu có lỗi, tệp trả về đánh dấu từng ô.",
  ]
  return {
    name: guideSheet,
    columns: [{ heading: "", width: 120, kind: "text" }],
    rows: words.map((line) => [line]),
    hasNoHeadings: true,
  }
}
