import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx"
import { type Letterhead, numberOf, placeAndDay, recipientLines } from "./letterhead.ts"

const millimetres = convertMillimetersToTwip
/** Half-points. */
const size = { body: 28, motto: 26, head: 25, list: 22, listHead: 24 }

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType]

/** A line without room around it, as heads and margins have them. */
export function line(children: TextRun[], alignment: Alignment) {
  return new Paragraph({
    alignment,
    spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children,
  })
}

/**
 * The head of the paper: who issues it and its number on the left; the nation, its motto, place and day on the right.
 * A table without lines, since that is the one layout all programs of offices show alike.
 */
export function letterheadTable(letterhead: Letterhead, year: number) {
  const { governing_body, issuing_body } = letterhead
  const left = [
    ...linesOf(governing_body).map((text) => centred(text.toUpperCase(), { size: size.head })),
    ...linesOf(issuing_body).map((text) => centred(text.toUpperCase(), { size: size.head, bold: true })),
    rule(20, leftWidth),
  ]
  const right = [
    centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: size.head, bold: true }),
    centred("Độc lập - Tự do - Hạnh phúc", { size: size.motto, bold: true }),
    rule(62, rightWidth),
  ]
  return borderless([
    [left, right],
    [
      [centred(`Số: ${numberOf(letterhead)}`, { size: size.motto })],
      [centred(placeAndDay(letterhead, year), { size: size.motto, italics: true })],
    ],
  ])
}

/** The end of the paper: who gets it on the left, who signs on the right. */
export function signatureTable(letterhead: Letterhead) {
  const { authority, signer_title, signer_name } = letterhead
  const recipients = recipientLines(letterhead).map((text) =>
    line([new TextRun({ text, size: size.list })], AlignmentType.LEFT),
  )
  const left = [
    line(
      [new TextRun({ text: "Nơi nhận:", bold: true, italics: true, size: size.listHead })],
      AlignmentType.LEFT,
    ),
    ...recipients,
  ]
  const title = [...linesOf(authority), ...linesOf(signer_title)].map((text) =>
    centred(text.toUpperCase(), { size: size.body, bold: true }),
  )
  // Room for a signature and a seal.
  const room = Array.from({ length: 5 }, () => centred("", { size: size.body }))
  return borderless([[left, [...title, ...room, centred(signer_name, { size: size.body, bold: true })]]])
}

const leftWidth = 68
const rightWidth = 97

function borderless(rows: Paragraph[][][]) {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" }
  const noLines = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  }
  const widths = [leftWidth, rightWidth].map((width) => millimetres(width))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths[0]! + widths[1]!, type: WidthType.DXA },
    columnWidths: widths,
    borders: noLines,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                children,
                verticalAlign: VerticalAlign.TOP,
                width: { size: widths[index]!, type: WidthType.DXA },
              }),
          ),
        }),
    ),
  })
}

function linesOf(text: string) {
  return text
    .split("\n")
    .map((each) => each.trim())
    .filter((each) => each !== "")
}

function centred(text: string, style: { size: number; bold?: boolean; italics?: boolean }) {
  return line([new TextRun({ text, ...style })], AlignmentType.CENTER)
}

/** A line of so many millimetres, in the middle of a column. */
function rule(length: number, column: number) {
  const side = millimetres((column - length) / 2)
  return new Paragraph({
    spacing: { before: 40, after: 80, line: 60, lineRule: LineRuleType.EXACT },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } },
  })
}
