import {
  AlignmentType,
  convertMillimetersToTwip,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx"
import { type Annex, type AnnexCell, type AnnexRow, shown, titleOf } from "./annexes.ts"

/** Half-points. */
const size = 20

type Layout = { hasUnits: boolean; widths: readonly number[]; keepNext: boolean }
type Style = { bold?: boolean; italics?: boolean; fill?: string; indent?: number }

const headingFill = "E3EDE6"
const groupFill = "F2F2F2"

/** An annex as a table across an A4 page, whose headings come again on each page. */
export function annexTable({ columns, rows, hasUnits }: Annex) {
  const widths = widthsOf(hasUnits, columns.length)
  const leading = hasUnits ? ["TT", "Chỉ tiêu", "Đơn vị tính"] : ["TT", "Nội dung"]
  const headings = [...leading, ...columns.map(({ heading }) => heading)]
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: headings.map((text, index) =>
      cellOf(text, AlignmentType.CENTER, widths[index]!, { bold: true, fill: headingFill }),
    ),
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 25, bottom: 25, left: 70, right: 70 },
    // The last row stays with the notes beneath it.
    rows: [
      head,
      ...rows.map((row, index) => rowOf(row, { hasUnits, widths, keepNext: index === rows.length - 1 })),
    ],
  })
}

/** 262 mm in all: what is between the margins of the page. */
function widthsOf(hasUnits: boolean, figures: number) {
  const leading = hasUnits ? [12, 82, 30] : [12, 92]
  const rest = 262 - leading.reduce((sum, width) => sum + width, 0)
  return [...leading, ...Array.from({ length: figures }, () => rest / figures)].map((width) =>
    convertMillimetersToTwip(width),
  )
}

function rowOf(row: AnnexRow, { hasUnits, widths, keepNext }: Layout) {
  const { kind, number, unit, cells } = row
  const fill = kind === "group" ? { fill: groupFill } : {}
  const style: Style = { ...(kind !== "part" && { bold: true }), ...fill }
  const leading = [
    cellOf(number, AlignmentType.CENTER, widths[0]!, style),
    cellOf(titleOf(row), AlignmentType.LEFT, widths[1]!, { ...style, indent: kind === "part" ? 140 : 0 }),
    ...(hasUnits ? [cellOf(unit, AlignmentType.CENTER, widths[2]!, style)] : []),
  ]
  const others = widths.slice(leading.length)
  return new TableRow({
    cantSplit: true,
    keepNext,
    children: [
      ...leading,
      ...others.map((width, index) => {
        const cell = cells[index]
        return cell ? figureOf(cell, width, style) : cellOf("", AlignmentType.RIGHT, width, style)
      }),
    ],
  })
}

function figureOf(cell: AnnexCell, width: number, style: Style) {
  return cellOf(shown(cell), AlignmentType.RIGHT, width, { ...style, italics: cell.isEstimate })
}

function cellOf(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  width: number,
  { fill, indent = 0, ...style }: Style,
) {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(fill && { shading: { type: ShadingType.CLEAR, color: "auto", fill } }),
    children: [
      new Paragraph({
        alignment,
        spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
        ...(indent > 0 && { indent: { left: indent } }),
        // The mark at the end of a paragraph is as high as the line would be: without a size it has the text's.
        run: { size },
        children: [new TextRun({ text, size, ...style })],
      }),
    ],
  })
}
