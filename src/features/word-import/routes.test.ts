import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx"
import { parseHTML } from "linkedom"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { office, photo } from "../../../test/fixtures/files.ts"
import { signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import type { Role } from "../../rights/roles.ts"

const database = await freshDatabase()
const { db } = database
const path = "/ban-lam-viec/tin-bai/tu-word"
let editor: Awaited<ReturnType<typeof as>>
let section: number

beforeAll(async () => {
  editor = await as("editor", "Mai")
  const made = await db
    .insertInto("sections")
    .values({ slug: "su-kien", name: "Sự kiện", name_en: "Events" })
    .returning("id")
    .executeTakeFirstOrThrow()
  section = made.id
})
afterAll(() => database.close())

describe("an article from a Word file", () => {
  it("has the headings, lists, tables and links of the file, and none of its looks", async () => {
    const { version } = await imported(
      await word([
        new Paragraph({ text: "Hội nghị tổng kết", heading: HeadingLevel.TITLE }),
        new Paragraph({ text: "Kết quả", heading: HeadingLevel.HEADING_1 }),
        new Paragraph({ text: "Theo xã", heading: HeadingLevel.HEADING_2 }),
        new Paragraph({
          children: [
            new TextRun({ text: "Trên 90%", bold: true, color: "FF0000", font: "Times New Roman", size: 40 }),
            new TextRun(" có lãi, xem "),
            new ExternalHyperlink({ link: "https://chinhphu.vn/", children: [new TextRun("Chính phủ")] }),
          ],
        }),
        new Paragraph({ text: "Một", numbering: { reference: "so", level: 0 } }),
        new Paragraph({ text: "Hai", numbering: { reference: "so", level: 0 } }),
        new Paragraph({ text: "Chấm", bullet: { level: 0 } }),
        new Table({
          rows: [
            new TableRow({ tableHeader: true, children: cells("Xã", "Số") }),
            new TableRow({ children: cells("Tân Hội", "3") }),
          ],
        }),
      ]),
    )
    expect(version.title).toBe("Hội nghị tổng kết")
    expect(version.body_html.replace(/\n/g, "")).toBe(
      "<h2>Kết quả</h2><h3>Theo xã</h3>" +
        '<p><strong>Trên 90%</strong> có lãi, xem <a href="https://chinhphu.vn/">Chính phủ</a></p>' +
        "<ol><li>Một</li><li>Hai</li></ol><ul><li>Chấm</li></ul>" +
        "<table><thead><tr><th><p>Xã</p></th><th><p>Số</p></th></tr></thead>" +
        "<tbody><tr><td><p>Tân Hội</p></td><td><p>3</p></td></tr></tbody></table>",
    )
    expect(version.note).toBe("Từ tệp Word “Tờ trình.docx”.")
  })

  it("knows the headings of Word in Vietnamese, whatever their styles are called", async () => {
    const { version } = await imported(
      await word([
        new Paragraph({ text: "Mục tiêu", style: "u1" }),
        new Paragraph({ text: "Chi tiết", style: "u2" }),
        new Paragraph({ text: "Lạ", style: "la" }),
      ]),
    )
    expect(version.body_html).toBe("<h2>Mục tiêu</h2>\n<h3>Chi tiết</h3>\n<p>Lạ</p>")
    expect(version.title).toBe("Tờ trình")
    expect(version.note).toContain("Các kiểu chữ sau được coi như đoạn thường: Khung xanh.")
  })

  it("keeps its images, and asks what they show where Word does not say or only guesses", async () => {
    const { version, id } = await imported(
      await word([
        new Paragraph({ children: [await image(90, "Nông dân Tân Hội gặt lúa")] }),
        new Paragraph({ children: [await image(120, "A green field Description automatically generated")] }),
        new Paragraph({ children: [await image(150)] }),
      ]),
    )
    const images = [...parseHTML(`<main>${version.body_html}</main>`).document.querySelectorAll("img")]
    expect(images.map((one) => one.getAttribute("alt"))).toEqual(["Nông dân Tân Hội gặt lúa", null, null])
    for (const one of images) expect((await editor.get(one.getAttribute("src")!)).status).toBe(200)
    expect(version.note).toContain("2 ảnh chưa có nội dung bằng chữ.")

    const { status, text } = await editor.post(`/ban-lam-viec/tin-bai/${id}/gui-duyet`, { "phien-ban": "1" })
    expect(status).toBe(422)
    expect(text).toContain("ảnh thứ 2 (to-trinh-2.webp), ảnh thứ 3 (to-trinh-3.webp)")
  })

  it("says in plain words what could not come along, on the page it leads to", async () => {
    const file = await word(
      [
        new Paragraph({
          children: [
            new CommentRangeStart(0),
            new TextRun("Nguyên văn"),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
            new FootnoteReferenceRun(1),
            new DeletedTextRun({ text: "bỏ đi", id: 1, author: "Mai", date: "2026-01-01T00:00:00Z" }),
            new InsertedTextRun({ text: " thêm vào", id: 2, author: "Mai", date: "2026-01-01T00:00:00Z" }),
          ],
        }),
      ],
      { header: "Sở chủ quản" },
    )
    const { version, report } = await imported(file)
    const lines = [...parseHTML(report).document.querySelectorAll(".notice li")].map(
      (line) => line.textContent,
    )
    expect(lines).toEqual([
      "1 nhận xét bên lề đã bỏ.",
      "1 đoạn bị gạch xóa trong chế độ theo dõi thay đổi đã bỏ; các đoạn thêm vào được giữ.",
      "Đầu trang và chân trang đã bỏ.",
      "1 chú thích được chuyển xuống cuối bài.",
    ])
    expect(version.body_html).toContain("thêm vào")
    expect(version.body_html).toContain("Căn cứ Nghị quyết 20")
    expect(version.body_html).not.toMatch(/bỏ đi|href="#|↑|Nhận xét của tôi/)
  })

  it("is a draft of whoever sent the file, with an entry in the change log", async () => {
    const { id } = await imported(await word([new Paragraph("Nội dung")]))
    const change = await db
      .selectFrom("changes")
      .selectAll()
      .where("record_kind", "=", "article")
      .where("record_id", "=", id)
      .executeTakeFirstOrThrow()
    expect(change).toMatchObject({ actor: "Mai", role: "editor", action: "write" })
    expect((await visitor(db).get("/tin-tuc/to-trinh")).status).toBe(404)
    expect((await editor.get(`/ban-lam-viec/tin-bai/${id}/sua`)).text).toContain("Nội dung")
  })
})

describe("a file that is no article", () => {
  const refusals: [what: string, file: () => Promise<Uint8Array<ArrayBuffer>>, words: string][] = [
    ["no Word file", async () => new TextEncoder().encode("Nội dung"), "Đây không phải tệp Word .docx."],
    ["an Excel file", async () => office("xlsx"), "Đây không phải tệp Word .docx."],
    ["an older Word file", async () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "dạng Word cũ (.doc)"],
    ["one with macros", () => wordWith({ "word/vbaProject.bin": "x" }), "Tệp có macro"],
    [
      "one that says it has macros",
      () =>
        wordWith({ "[Content_Types].xml": "<Types>application/vnd.ms-word.document.macroEnabled</Types>" }),
      "Tệp có macro",
    ],
    [
      "one that is cut short",
      async () => (await word([new Paragraph("a")])).slice(0, 1500),
      "bị hỏng hoặc chưa tải hết",
    ],
    [
      "one whose words are no XML",
      () => wordWith({ "word/document.xml": "<w:document><w:body>" }),
      "Không đọc được tệp này",
    ],
    ["one without words", () => word([new Paragraph("")]), "Tệp không có nội dung."],
    [
      "one that unfolds a thousandfold",
      () => wordWith({ "word/media/bomb.png": "0".repeat(50_000_000) }),
      "quá lớn",
    ],
    [
      "one of thousands of parts",
      () =>
        wordWith(Object.fromEntries(Array.from({ length: 2500 }, (_, part) => [`word/${part}.png`, "x"]))),
      "quá lớn",
    ],
    [
      "one with more words than an article holds",
      () => word(Array.from({ length: 8000 }, () => new Paragraph("kinh tế tập thể ".repeat(6)))),
      "quá lớn",
    ],
    ["one that unfolds to more than it says", lyingBomb, "bị hỏng"],
  ]
  it.each(refusals)(
    "is refused with what to do, and no article is made of it: %s",
    async (_what, file, words) => {
      const before = await countArticles()
      const began = performance.now()
      const { status, text } = await send(await file())
      expect(status).toBe(422)
      expect(parseHTML(text).document.querySelector(".field__error")?.textContent).toContain(words)
      expect(await countArticles()).toBe(before)
      expect(performance.now() - began).toBeLessThan(15_000)
    },
  )

  it("brings nothing in that runs, whatever its links and styles say", async () => {
    const { version } = await imported(
      await word([
        new Paragraph({
          children: [
            new ExternalHyperlink({ link: "javascript:alert(1)", children: [new TextRun("bấm")] }),
            new TextRun("<script>alert(2)</script>"),
          ],
        }),
      ]),
    )
    expect(version.body_html).toBe("<p><a>bấm</a>&lt;script&gt;alert(2)&lt;/script&gt;</p>")
  })
})

describe("the form for a Word file", () => {
  it("asks for a section too, and is for those who write articles", async () => {
    const { status, text } = await editor.post(path, form(await word([new Paragraph("a")]), ""))
    expect(status).toBe(422)
    expect(text).toContain("Hãy chọn chuyên mục.")
    expect((await (await as("auditor")).get(path)).status).toBe(403)
    expect((await (await as("planner")).get(path)).status).toBe(404)
    expect((await visitor(db).post(path, {})).status).toBe(401)
  })
})

function cells(...words: string[]) {
  return words.map((text) => new TableCell({ children: [new Paragraph(text)] }))
}

async function image(width: number, description?: string) {
  const bytes = await photo({ width, height: 60 })
  return new ImageRun({
    type: "jpg",
    data: bytes,
    transformation: { width, height: 60 },
    ...(description && { altText: { name: "anh", title: "", description } }),
  })
}

type Made = { header?: string; parts?: Record<string, string> }

async function word(children: (Paragraph | Table)[], { header, parts = {} }: Made = {}) {
  const file = new Document({
    comments: { children: [{ id: 0, author: "Mai", children: [new Paragraph("Nhận xét của tôi")] }] },
    footnotes: { 1: { children: [new Paragraph("Căn cứ Nghị quyết 20")] } },
    numbering: {
      config: [{ reference: "so", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1." }] }],
    },
    styles: {
      paragraphStyles: [
        { id: "u1", name: "heading 1", basedOn: "Normal" },
        { id: "u2", name: "Đầu đề 2", basedOn: "Normal" },
        { id: "la", name: "Khung xanh", basedOn: "Normal" },
      ],
    },
    sections: [
      {
        children,
        ...(header && { headers: { default: new Header({ children: [new Paragraph(header)] }) } }),
      },
    ],
  })
  const more = Object.entries(parts).map(([name, data]) => ({ path: name, data }))
  return new Uint8Array(await Packer.toBuffer(file, undefined, more))
}

/** One with more parts in it, or with others in the place of its own. */
function wordWith(parts: Record<string, string>) {
  return word([new Paragraph("a")], { parts })
}

/** Says that its picture is one byte long, which is 30 MB. */
async function lyingBomb() {
  const picture = "word/media/bomb.png"
  const file = Buffer.from(await wordWith({ [picture]: "0".repeat(30_000_000) }))
  const sizeInDirectory = file.lastIndexOf(picture) - 46 + 24
  file.writeUInt32LE(1, sizeInDirectory)
  return new Uint8Array(file)
}

function form(content: Uint8Array<ArrayBuffer>, chosen = String(section)) {
  const data = new FormData()
  data.append("tep", new File([content], "Tờ trình.docx"))
  data.append("chuyen-muc", chosen)
  return data
}

function send(content: Uint8Array<ArrayBuffer>) {
  return editor.post(path, form(content))
}

async function imported(content: Uint8Array<ArrayBuffer>) {
  const { status, headers, text } = await send(content)
  expect(status, text).toBe(303)
  const address = headers.get("location") ?? ""
  const id = Number(address.split("/").at(-1))
  const version = await db
    .selectFrom("article_versions")
    .select(["title", "body_html", "note"])
    .where("article_id", "=", id)
    .executeTakeFirstOrThrow()
  return { id, version, report: (await editor.get(address)).text }
}

async function countArticles() {
  const { count } = await db
    .selectFrom("articles")
    .select((article) => article.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  return count
}

async function as(role: Role, name = "Lan") {
  return visitor(db).as(await signInAs(db, { name, roles: [{ role }] }))
}
