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
import { type Annex, type AnnexCell, type AnnexRow, shown } from "./annexes.ts"

/** Half-points. */
const size = 21

type Style = { bold?: boolean; italics?: boolean; fill?: string; indent?: number }

const headingFill = "E3EDE6"
const groupFill = "F2F2F2"

/** An annex as a table across an A4 page, whose headings come again on each page. */
export function annexTable({ columns, rows }: Annex) {
  const widths = widthsOf(columns.length)
  const headings = ["TT", "Chỉ tiêu", "Đơn vị tính", ...columns.map(({ heading }) => heading)]
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
    margins: { top: 10, bottom: 10, left: 70, right: 70 },
    // The last row stays with the notes beneath it.
    rows: [head, ...rows.map((row, index) => rowOf(row, widths, index === rows.length - 1))],
  })
}

/** 262 mm in all: what is between the margins of the page. */
function widthsOf(figures: number) {
  const leading = [12, 82, 30]
  const rest = 262 - leading.reduce((sum, width) => sum + width, 0)
  return [...leading, ...Array.from({ length: figures }, () => rest / figures)].map((width) =>
    convertMillimetersToTwip(width),
  )
}

function rowOf({ kind, number, name, unit, cells }: AnnexRow, widths: readonly number[], keepNext: boolean) {
  const style: Style = kind === "part" ? {} : { bold: true }
  const fill = kind === "group" ? { fill: groupFill } : {}
  const title = kind === "part" && !number ? `– ${name}` : name
  const figures =
    kind === "group"
      ? widths.slice(3).map((width) => cellOf("", AlignmentType.RIGHT, width, fill))
      : cells.map((cell, index) => figureOf(cell, widths[index + 3]!, style))
  return new TableRow({
    cantSplit: true,
    keepNext,
    children: [
      cellOf(number, AlignmentType.CENTER, widths[0]!, { ...style, ...fill }),
      cellOf(title, AlignmentType.LEFT, widths[1]!, { ...style, ...fill, indent: kind === "part" ? 140 : 0 }),
      cellOf(unit, AlignmentType.CENTER, widths[2]!, { ...style, ...fill }),
      ...figures,
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
        children: [new TextRun({ text, size, ...style })],
      }),
    ],
  })
}
