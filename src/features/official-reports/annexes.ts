import { formatFixed } from "../../ui/format.ts"
import { completion } from "./compared.ts"
import { factOf, type ReportFacts } from "./facts.ts"
import { type Column, type Group, type Indicator, mainIndicators, sectorIndicators } from "./indicators.ts"

/** One figure as a table shows it, in the unit of its line. */
export type AnnexCell = {
  value: number | null
  decimals: number
  isEstimate: boolean
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
  columns: readonly AnnexColumn[]
  rows: readonly AnnexRow[]
  notes: readonly string[]
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
  const hasEstimates = rows.some(({ cells }) => cells.some(({ isEstimate }) => isEstimate))
  return { columns: headingsOf(facts), rows, notes: hasEstimates ? [estimateNote] : [] }
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
  const cell = (column: Column): AnnexCell => {
    const fact = factOf(facts, line.key, column)
    return {
      value: fact ? fact.value / line.unit.factor : null,
      decimals: line.unit.decimals,
      isEstimate: fact?.isEstimate === true,
      source: { line, column },
    }
  }
  const rate: AnnexCell = {
    value: completion(factOf(facts, line.key, "year")?.value, factOf(facts, line.key, "plan")?.value) ?? null,
    decimals: 1,
    isEstimate: false,
    source: null,
  }
  return [cell("previous"), cell("plan"), cell("half"), cell("year"), rate, cell("next")]
}
