import writeExcelFile, { type Row, type Sheet } from "write-excel-file/node"
import { escapeXml } from "../workbooks/parts.ts"
import { type Annex, type AnnexCell, type AnnexRow, annexesOf, titleOf } from "./annexes.ts"
import { codeOf, type Edition, isDraft } from "./edition.ts"
import type { ReportFacts } from "./facts.ts"
import { attachedTo, type Letterhead } from "./letterhead.ts"
import { checkWords, isMarked, sourceWords } from "./source-words.ts"
import { repack, replaceOnce } from "./zip.ts"

/** Number, name and, where each line has its own, unit stand before the figures. */
function leadingOf({ hasUnits }: Annex) {
  const names = [
    { heading: "TT", width: 6 },
    { heading: hasUnits ? "Chỉ tiêu" : "Nội dung", width: 46 },
  ]
  return hasUnits ? [...names, { heading: "Đơn vị tính", width: 20 }] : names
}
/** Title, source and headings: the rows that print again on every page are the last two of them. */
const headRows = 6
/** Rows that stay readable when they are put on one page. */
const onePage = 30
const font = "Times New Roman"

/** The annexes as a workbook, one sheet each: figures are numbers, whatever they look like. */
export async function writeReportXlsx(edition: Edition): Promise<Uint8Array> {
  const { facts, letterhead, checkAddress } = edition
  const annexes = annexesOf(facts)
  const code = codeOf(edition)
  const sheets = annexes.map((annex) => sheetOf(annex, { facts, letterhead, code, checkAddress }))
  const plain = await writeExcelFile(sheets, { fontFamily: font, fontSize: 12 }).toBuffer()

  const footer = `&L&9${checkWords(code, checkAddress)}&R&9Trang &P/&N`
  const header = isDraft(facts) ? "&R&B&11BẢN NHÁP" : ""
  return repack(plain, {
    "xl/workbook.xml": (xml) =>
      replaceOnce(
        xml,
        /<definedNames\/>/,
        `<definedNames>${annexes.map((annex, index) => titlesOf(annex, index)).join("")}</definedNames>`,
      ),
    ...Object.fromEntries(
      annexes.map((annex, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        (xml: string) => forPrint(xml, { header, footer, isOnePage: annex.rows.length <= onePage }),
      ]),
    ),
  })
}

type Around = { facts: ReportFacts; letterhead: Letterhead; code: string; checkAddress: string }

function sheetOf(annex: Annex, { facts, letterhead, code, checkAddress }: Around): Sheet<never> {
  const leading = leadingOf(annex)
  const width = leading.length + annex.columns.length
  const line = (value: string, style: object = {}): Row => [
    {
      value,
      type: String,
      columnSpan: width,
      align: "center",
      alignVertical: "center",
      wrap: true,
      ...style,
    },
    ...Array.from({ length: width - 1 }, () => null),
  ]
  const note = (value: string): Row => line(value, { align: "left", fontStyle: "italic", fontSize: 11 })
  return {
    sheet: sheetName(annex),
    data: [
      line(`Phụ lục ${annex.number}`, { fontWeight: "bold", fontSize: 13 }),
      line(annex.title.toUpperCase(), { fontWeight: "bold", fontSize: 13, height: 22 }),
      line(attachedTo(letterhead), { fontStyle: "italic" }),
      line(
        sourceWords(facts),
        isMarked(facts) ? { fontWeight: "bold", textColor: "#9C1C1C" } : { fontStyle: "italic" },
      ),
      headingsOf(annex),
      numbersOf(leading.length, annex.columns.length),
      ...annex.rows.map((row) => rowOf(row, annex)),
      ...annex.notes.map(note),
      note(checkWords(code, checkAddress)),
    ],
    columns: [...leading, ...annex.columns].map((column) => ({ width: column.width })),
    stickyRowsCount: headRows,
    orientation: "landscape",
    showGridLines: false,
  }
}

function sheetName({ number }: Pick<Annex, "number">) {
  return `Phụ lục ${number}`
}

/** Points; what is wrapped onto a second line grows by itself. */
const rowHeight = 17
const boxed = { borderStyle: "thin", alignVertical: "center", wrap: true } as const
const headingFill = { backgroundColor: "#E3EDE6" } as const
const groupFill = { backgroundColor: "#F2F2F2" } as const

function headingsOf(annex: Annex): Row {
  return [...leadingOf(annex), ...annex.columns].map(({ heading }) => ({
    value: heading,
    type: String,
    align: "center" as const,
    fontWeight: "bold" as const,
    height: 50,
    ...boxed,
    ...headingFill,
  }))
}

/** "A", "B", "C", 1, 2, …: how people here say which column they mean. */
function numbersOf(leading: number, figures: number): Row {
  return Array.from({ length: leading + figures }, (_, index) => ({
    value: index < leading ? "ABC"[index]! : `(${index - leading + 1})`,
    type: String,
    align: "center" as const,
    fontStyle: "italic" as const,
    fontSize: 10,
    ...boxed,
    ...headingFill,
  }))
}

function rowOf(row: AnnexRow, { hasUnits, columns }: Annex): Row {
  const { kind, number, unit, cells } = row
  const weight = kind === "part" ? {} : ({ fontWeight: "bold" } as const)
  const fill = kind === "group" ? groupFill : {}
  const text = (value: string, style: object = {}) => ({
    value: value || undefined,
    type: String,
    ...boxed,
    ...weight,
    ...fill,
    ...style,
  })
  return [
    text(number, { align: "center", height: rowHeight }),
    text(titleOf(row), kind === "part" ? { indent: 1 } : {}),
    ...(hasUnits ? [text(unit, { align: "center" })] : []),
    ...(kind === "group" ? columns.map(() => text("")) : cells.map((cell) => figureOf(cell, kind))),
  ]
}

/** In the Vietnamese way of writing numbers wherever the program knows it; an estimate has a star behind it. */
function figureOf({ value, decimals, isEstimate }: AnnexCell, kind: AnnexRow["kind"]) {
  const format = `[$-42A]#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${isEstimate ? '"*"' : ""}`
  return {
    value: value === null ? undefined : roundTo(value, decimals),
    type: Number,
    format,
    align: "right" as const,
    indent: 1,
    ...boxed,
    ...(kind === "part" ? {} : { fontWeight: "bold" as const }),
    ...(isEstimate ? { fontStyle: "italic" as const, backgroundColor: "#FFF6DD" } : {}),
  }
}

/** A cell holds what it shows, so that whoever adds up the column adds up what they see. */
export function roundTo(value: number, decimals: number) {
  return Number(value.toFixed(decimals))
}

function titlesOf(annex: Pick<Annex, "number">, index: number) {
  const sheet = escapeXml(`'${sheetName(annex)}'`)
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$${headRows - 1}:$${headRows}</definedName>`
}

type Print = { header: string; footer: string; isOnePage: boolean }

/** A4 across, as wide as the paper, with what the library has no words for: the code and the page on each page. */
function forPrint(xml: string, { header, footer, isOnePage }: Print) {
  const across = replaceOnce(
    xml,
    /<sheetViews>/,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>',
  )
  return replaceOnce(
    across,
    /<pageMargins [^>]*\/><pageSetup [^>]*\/>/,
    '<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.5" top="0.75" bottom="0.75" header="0.35" footer="0.35"/>' +
      `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="${isOnePage ? 1 : 0}"/>` +
      `<headerFooter>${header ? `<oddHeader>${escapeXml(header)}</oddHeader>` : ""}<oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>`,
  )
}
