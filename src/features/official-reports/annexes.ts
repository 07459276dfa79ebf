import { formatFixed, formatNumber } from "../../ui/format.ts"
import { completion } from "./compared.ts"
import { factOf, type ReportFacts } from "./facts.ts"
import {
  type Column,
  type Group,
  type Indicator,
  mainIndicators,
  type SupportRow,
  sectorIndicators,
  supportRows,
  supportSources,
} from "./indicators.ts"

/** One figure as a table shows it, in the unit of its line. */
export type AnnexCell = {
  value: number | null
  decimals: number
  isEstimate: boolean
  /** The record of what was put down by hand. */
  entered: number | null
  /** What it can be opened by; nothing for what is worked out of other cells. */
  source: { line: Indicator; column: Column } | null
}

export type AnnexRow = {
  kind: "group" | "line" | "part"
  number: string
  name: string
  unit: string
  /** In the order of the columns; none in a row that is a heading. */
  cells: readonly AnnexCell[]
}

/** A column of figures with its heading; widths in characters. */
export type AnnexColumn = { heading: string; width: number }

export type Annex = {
  number: string
  title: string
  /** Without a column of units each heading says its own. */
  hasUnits: boolean
  columns: readonly AnnexColumn[]
  rows: readonly AnnexRow[]
  notes: readonly string[]
}

/** A part without a number has a dash before its name. */
export function titleOf({ kind, number, name }: AnnexRow) {
  return kind === "part" && !number ? `– ${name}` : name
}

/** "204", "2.200,0", "34,3*" for an estimate; nothing where nothing is known. */
export function shown({ value, decimals, isEstimate }: AnnexCell) {
  if (value === null) return ""
  return `${formatFixed(value, "vi", decimals)}${isEstimate ? "*" : ""}`
}

/** The tables of a report, for whoever shows or writes them. */
export function annexesOf(facts: ReportFacts): Annex[] {
  return [
    {
      number: "I",
      title: "Các chỉ tiêu chủ yếu về phát triển kinh tế tập thể, hợp tác xã",
      ...tableOf(facts, mainIndicators),
    },
    {
      number: "II",
      title: "Số lượng hợp tác xã, liên hiệp hợp tác xã, tổ hợp tác phân theo ngành nghề",
      ...tableOf(facts, sectorIndicators),
    },
    {
      number: "III",
      title: "Kết quả thực hiện chính sách hỗ trợ kinh tế tập thể, hợp tác xã",
      ...supportTable(facts),
    },
  ]
}

function tableOf(facts: ReportFacts, groups: readonly Group[]) {
  const rows = groups.flatMap((group): AnnexRow[] => [
    { kind: "group", number: group.number, name: group.name, unit: "", cells: [] },
    ...group.lines.map(
      (line): AnnexRow => ({
        kind: line.isPart ? "part" : "line",
        number: line.number,
        name: line.name,
        unit: line.unit.name,
        cells: cellsOf(facts, line),
      }),
    ),
  ])
  return {
    hasUnits: true,
    columns: headingsOf(facts),
    rows,
    notes: [...averageNotes(facts, groups), ...estimateNotes(rows)],
  }
}

/** What averages are taken over: no law says, so the table does. */
function averageNotes(facts: ReportFacts, groups: readonly Group[]) {
  const average = groups.flatMap(({ lines }) => lines).find(({ kind }) => kind === "average")
  const of = average && factOf(facts, average.key, "year")?.of
  if (of === undefined) return []
  const count = formatNumber(of, "vi")
  return [
    `Doanh thu, lãi bình quân tính trên các tổ chức đã nộp báo cáo; với hợp tác xã là ${count} HTX của năm ${facts.year}.`,
  ]
}

function estimateNotes(rows: readonly AnnexRow[]) {
  return rows.some(({ cells }) => cells.some(({ isEstimate }) => isEstimate)) ? [estimateNote] : []
}

/** To how many support was given, and how much, in the period of the report; money also before and to come. */
function supportTable(facts: ReportFacts) {
  const { year, period } = facts
  const now = period === "half" ? `6 tháng năm ${year}` : `năm ${year}`
  const rowOf = (
    kind: AnnexRow["kind"],
    { number, name, supports, people, money }: SupportRow,
  ): AnnexRow => ({
    kind,
    number,
    name,
    unit: "",
    cells: [
      cellOf(facts, money, "previous"),
      cellOf(facts, supports, period),
      cellOf(facts, people, period),
      cellOf(facts, money, period),
      cellOf(facts, money, "next"),
    ],
  })
  const [total, ...contents] = supportRows
  const rows: AnnexRow[] = [
    rowOf("line", total!),
    ...supportSources.map((row) => rowOf("part", row)),
    { kind: "group", number: "II", name: "Theo nội dung hỗ trợ", unit: "", cells: [] },
    ...contents.map((row) => rowOf("part", row)),
  ]
  const columns = [
    { heading: `Kinh phí năm ${year - 1} (triệu đồng)`, width: 15 },
    { heading: `Số lượt hỗ trợ ${now}`, width: 15 },
    { heading: `Số người được hỗ trợ ${now}`, width: 15 },
    { heading: `Kinh phí ${now} (triệu đồng)`, width: 15 },
    { heading: `Kế hoạch kinh phí năm ${year + 1} (triệu đồng)`, width: 15 },
  ]
  return { hasUnits: false, columns, rows, notes: estimateNotes(rows) }
}

const estimateNote = "Số có dấu * là số ước thực hiện, sẽ được thay bằng số thực hiện."

function headingsOf({ year, isOutcome }: ReportFacts): AnnexColumn[] {
  const done = isOutcome ? "Thực hiện" : "Ước thực hiện"
  const short = isOutcome ? "TH" : "Ước TH"
  return [
    { heading: `Thực hiện năm ${year - 1}`, width: 13 },
    { heading: `Kế hoạch năm ${year}`, width: 13 },
    { heading: `Thực hiện 6 tháng năm ${year}`, width: 13 },
    { heading: `${done} năm ${year}`, width: 13 },
    { heading: `${short}/KH (%)`, width: 10 },
    { heading: `Kế hoạch năm ${year + 1}`, width: 13 },
  ]
}

function cellsOf(facts: ReportFacts, line: Indicator): AnnexCell[] {
  const cell = (column: Column) => cellOf(facts, line, column)
  const rate: AnnexCell = {
    ...noCell,
    value: completion(factOf(facts, line.key, "year")?.value, factOf(facts, line.key, "plan")?.value) ?? null,
    decimals: 1,
  }
  return [cell("previous"), cell("plan"), cell("half"), cell("year"), rate, cell("next")]
}

const noCell: AnnexCell = { value: null, decimals: 0, isEstimate: false, entered: null, source: null }

function cellOf(facts: ReportFacts, line: Indicator | undefined, column: Column): AnnexCell {
  if (!line) return noCell
  const fact = factOf(facts, line.key, column)
  return {
    value: fact ? fact.value / line.unit.factor : null,
    decimals: line.unit.decimals,
    isEstimate: fact?.isEstimate === true,
    entered: fact?.entered ?? null,
    source: { line, column },
  }
}
