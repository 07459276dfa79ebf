import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx"
import { type Annex, annexesOf } from "./annexes.ts"
import { codeOf, type Edition, isDraft, placeInside, subjectLines } from "./edition.ts"
import { attachedTo, issuer } from "./letterhead.ts"
import { openingKey, openingWords, outlineOf, type Section } from "./outline.ts"
import { checkWords, isMarked, sourceWords } from "./source-words.ts"
import { annexTable } from "./word-annex.ts"
import { letterheadTable, line, signatureTable } from "./word-letterhead.ts"
import { repack } from "./zip.ts"

const millimetres = convertMillimetersToTwip

/** Half-points, as Word counts them: body 14. */
const size = { body: 28, table: 26, note: 22, small: 18 }

/**
 * The written report as Decree 30/2020/NĐ-CP lays papers out (Annex I): A4, Times New Roman 14, left margin 30 mm, right
 * 15, top and bottom 20; page numbers in the top margin from the second page on. The annexes lie across.
 */
export async function writeReportDocx(edition: Edition): Promise<Uint8Array> {
  const { facts, letterhead } = edition
  const code = codeOf(edition)
  const around = marginal(edition, code)
  const document = new Document({
    creator: issuer(letterhead),
    title: `Báo cáo: ${subjectLines(facts).join(" ")}`,
    description: checkWords(code, edition.checkAddress),
    styles: { default: styles },
    sections: [
      {
        properties: { titlePage: true, page: { size: a4(), margin: margins(30, 15) } },
        ...around,
        children: [
          letterheadTable(letterhead, facts.year),
          ...titleOf(edition),
          ...openingOf(edition),
          ...outlineOf(facts).flatMap((section, index, all) => sectionOf(section, all[index + 1], edition)),
          ...closingOf(edition),
          signatureTable(letterhead),
        ],
      },
      ...annexesOf(facts).map((annex) => annexSection(annex, edition, around)),
    ],
  })
  const bytes = await Packer.toBuffer(document)
  // The library writes the moment it ran; a file that was built again would differ by it.
  const made = `>${facts.counted_on}T00:00:00Z<`
  return repack(bytes, {
    "docProps/core.xml": (xml) => xml.replace(/>\d{4}-\d\d-\d\dT[\d:.]+Z</g, () => made),
  })
}

const font = "Times New Roman"
const plain = { font, color: "000000", bold: true, size: size.body }
const styles = {
  document: {
    run: { font, size: size.body, language: { value: "vi-VN" } },
    paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
  },
  heading1: {
    run: plain,
    paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 120 }, keepNext: true },
  },
  heading2: { run: plain, paragraph: { spacing: { before: 160, after: 80 }, keepNext: true } },
  heading3: {
    run: { ...plain, italics: true },
    paragraph: { spacing: { before: 120, after: 80 }, keepNext: true },
  },
}

function a4() {
  return { width: millimetres(210), height: millimetres(297) }
}

function margins(left: number, right: number) {
  return {
    top: millimetres(20),
    bottom: millimetres(20),
    left: millimetres(left),
    right: millimetres(right),
    header: millimetres(9),
    footer: millimetres(9),
  }
}

type Around = Pick<ISectionOptions, "headers" | "footers">

/** What stands in the margins: the number of the page, whether it is a draft, and the code to check it by. */
function marginal({ facts, checkAddress }: Edition, code: string): Around {
  const draft = isDraft(facts)
    ? [
        line(
          [new TextRun({ text: "BẢN NHÁP", bold: true, color: "9C1C1C", size: size.note })],
          AlignmentType.RIGHT,
        ),
      ]
    : []
  const number = line([new TextRun({ children: [PageNumber.CURRENT] })], AlignmentType.CENTER)
  const check = () =>
    new Footer({
      children: [
        line(
          [new TextRun({ text: checkWords(code, checkAddress), size: size.small, italics: true })],
          AlignmentType.LEFT,
        ),
      ],
    })
  return {
    headers: {
      first: new Header({ children: draft.length > 0 ? draft : [line([], AlignmentType.LEFT)] }),
      default: new Header({ children: [number, ...draft] }),
    },
    footers: { first: check(), default: check() },
  }
}

function titleOf({ facts, letterhead }: Edition) {
  const { addressee } = letterhead
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 240, after: 60 },
      children: [new TextRun({ text: "BÁO CÁO", bold: true })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 60 },
      children: subjectLines(facts).map(
        (text, index) => new TextRun({ text, bold: true, ...(index > 0 && { break: 1 }) }),
      ),
    }),
    ruleBelow(),
    ...(addressee
      ? [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 120, after: 160 },
            children: [new TextRun({ text: `Kính gửi: ${addressee}` })],
          }),
        ]
      : []),
  ]
}

/** The short line beneath the title. */
function ruleBelow() {
  return new Paragraph({
    spacing: { after: 160, line: 40, lineRule: LineRuleType.EXACT },
    indent: { left: millimetres(62), right: millimetres(62) },
    border: { top: { style: "single", size: 6, color: "000000", space: 1 } },
  })
}

function openingOf({ facts, letterhead, words }: Edition) {
  return [
    ...ownWords(words[openingKey]),
    body(openingWords(facts, issuer(letterhead))),
    body(sourceWords(facts), isMarked(facts) ? { bold: true } : { italics: true }),
  ]
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

function sectionOf(section: Section, next: Section | undefined, { words }: Edition) {
  const own = section.takesWords ? ownWords(words[section.key]) : []
  const hasParts = next !== undefined && next.level > section.level
  const isEmpty = section.sentences.length === 0 && own.length === 0 && !hasParts
  return [
    headingOf(section),
    ...section.sentences.map((sentence) => body(sentence)),
    ...own,
    // Room to write in, where neither the figures nor the officer said anything.
    ...(isEmpty ? [body("……")] : []),
  ]
}

function headingOf({ heading, level }: Section) {
  const [first, ...others] = heading.split("\n")
  return new Paragraph({
    heading: levels[level],
    ...(level > 1 && { indent: { firstLine: millimetres(10) } }),
    children: [
      new TextRun(first!),
      ...others.map((text) => new TextRun({ text: text.toUpperCase(), break: 1 })),
    ],
  })
}

/** What the officer wrote, a paragraph a line. */
function ownWords(text: string | undefined) {
  return (text ?? "")
    .split("\n")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each) => body(each))
}

function body(text: string, style: { bold?: boolean; italics?: boolean } = {}, keepNext = false) {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    keepNext,
    indent: { firstLine: millimetres(12.7) },
    children: [new TextRun({ text, ...style })],
  })
}

/** The last words, which no page break parts from the signature. */
function closingOf({ facts, letterhead }: Edition) {
  const by = issuer(letterhead)
  const [about] = subjectLines(facts)
  const report = `Trên đây là báo cáo ${about!.charAt(0).toLowerCase()}${about!.slice(1)} của ${placeInside(facts)}`
  return [
    body(`${report}${by ? `, ${by} kính báo cáo` : ""}./.`, {}, true),
    new Paragraph({ spacing: { after: 0 }, keepNext: true }),
  ]
}

function annexSection(annex: Annex, { facts, letterhead }: Edition, around: Around): ISectionOptions {
  const centred = (text: string, style: { bold?: boolean; italics?: boolean }) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO },
      children: [new TextRun({ text, ...style, size: size.table })],
    })
  const notes = annex.notes.map(
    (text) => new Paragraph({ children: [new TextRun({ text, italics: true, size: size.note })] }),
  )
  const table: Table = annexTable(annex)
  return {
    properties: {
      page: {
        size: { ...a4(), orientation: PageOrientation.LANDSCAPE },
        margin: { ...margins(20, 15), top: millimetres(15), bottom: millimetres(15) },
      },
    },
    ...(around.headers?.default && { headers: { default: around.headers.default } }),
    ...(around.footers?.default && { footers: { default: around.footers.default } }),
    children: [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        spacing: { before: 0, after: 0 },
        children: [new TextRun(`Phụ lục ${annex.number}`)],
      }),
      centred(annex.title.toUpperCase(), { bold: true }),
      centred(attachedTo(letterhead), { italics: true }),
      ...(isMarked(facts) ? [centred(sourceWords(facts), { bold: true })] : []),
      table,
      ...notes,
    ],
  }
}
