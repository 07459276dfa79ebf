import { createHash } from "node:crypto"
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { office, pdf, photo, pngOf, zip } from "../../../test/fixtures/files.ts"
import { folderStore } from "./folder-store.ts"
import { type KeepResult, keepFile } from "./keep-file.ts"
import { findFile } from "./queries.ts"
import type { FileStore } from "./store.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let folder: string
let store: FileStore
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), "hoptac-keep-"))
  store = folderStore(folder)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const by = { actor: "Trần Thị Mai", via: "web" as const }
const text = (words: string) => new TextEncoder().encode(words)

function keep(content: Uint8Array<ArrayBuffer>, name: string) {
  return keepFile(asApplication(database.db), store, { content, name, by })
}

async function kept(result: Promise<KeepResult>) {
  const answer = await result
  if (!answer.ok) throw new Error(`refused: ${answer.refusal}`)
  return answer.file
}

async function bytesOf(hash: string) {
  const stream = await store.read(hash)
  return Buffer.from(await new Response(stream).arrayBuffer())
}

describe("keeping a document", () => {
  it("puts it under the hash of its content, with the name people gave it, and into the change log", async () => {
    const content = pdf("148")
    const file = await kept(keep(content, "Kế hoạch 148.pdf"))
    expect(file).toMatchObject({
      hash: createHash("sha256").update(content).digest("hex"),
      size: content.length,
      kind: "document",
      media_type: "application/pdf",
      name: "Kế hoạch 148.pdf",
      variants: [],
    })
    expect(await readFile(join(folder, file.hash.slice(0, 2), file.hash.slice(2, 4), file.hash))).toEqual(
      Buffer.from(content),
    )
    const change = await database.db
      .selectFrom("changes")
      .selectAll()
      .where("record_kind", "=", "file")
      .where("record_id", "=", file.id)
      .executeTakeFirstOrThrow()
    expect(change).toMatchObject({ actor: "Trần Thị Mai", action: "keep" })
  })

  it("keeps the same content once, whatever it is called, and also when it comes twice at the same time", async () => {
    const [first, second] = await Promise.all([
      kept(keep(pdf("twice"), "a.pdf")),
      kept(keep(pdf("twice"), "b.pdf")),
    ])
    const third = await kept(keep(pdf("twice"), "c.pdf"))
    expect([second.id, third.id]).toEqual([first.id, first.id])
  })

  it("takes a stream as it comes", async () => {
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of ["Tên,Xã\n", "HTX Bình An,Giồng Riềng\n"]) controller.enqueue(text(piece))
        controller.close()
      },
    })
    const file = await kept(
      keepFile(asApplication(database.db), store, { content: pieces, name: "danh-sach.csv", by }),
    )
    expect(file).toMatchObject({ media_type: "text/csv", size: 38 })
  })

  it.each([
    ["a Word document", office("docx"), "tài liệu.docx", "tài liệu.docx"],
    ["an Excel sheet", office("xlsx"), "bảng.xlsx", "bảng.xlsx"],
    ["a sheet that is called a PDF", office("xlsx", { "b.xml": "b" }), "bảng.pdf", "bảng.xlsx"],
    ["an old Word document", older("WordDocument"), "cũ.doc", "cũ.doc"],
    ["an old Excel sheet", older("Workbook"), "cũ.doc", "cũ.xls"],
    ["plain text", text("Chào"), "a.txt", "a.txt"],
  ])("takes %s, and calls it what it is", async (_, content, typed, name) => {
    expect((await kept(keep(content, typed))).name).toBe(name)
  })

  it.each([
    ["nothing", new Uint8Array(), "a.pdf", "empty"],
    ["a program that is called a PDF", text(`MZ${"\0".repeat(200)}`), "a.pdf", "unknown"],
    ["a page of the web", text("<!doctype html><script>alert(1)</script>"), "a.html", "unknown"],
    ["a page of the web that is called a PDF", text("<!doctype html><p>%PDF-1.4"), "a.pdf", "unknown"],
    ["an SVG", text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "a.svg", "svg"],
    ["an SVG that is called a PNG", text('<?xml version="1.0"?><svg onload="alert(1)"/>'), "a.png", "svg"],
    ["an archive", zip({ "a.txt": "a" }), "a.zip", "archive"],
    ["an archive that is called a Word document", zip({ "b.txt": "b" }), "a.docx", "archive"],
    ["a document with macros", office("docm"), "a.docm", "macros"],
    ["a sheet with macros", office("xlsm"), "a.xlsx", "macros"],
    ["macros behind a harmless kind", office("docx", { "word/vbaProject.bin": "x" }), "a.docx", "macros"],
    ["an old document with macros", older("WordDocument", "_VBA_PROJECT"), "a.doc", "macros"],
    ["an installer in the container of old documents", older("Installer"), "a.doc", "unknown"],
    ["text that is not UTF-8", new Uint8Array([72, 195, 40]), "a.txt", "unknown"],
    ["text with a NUL in it", text("a\0b"), "a.csv", "unknown"],
    ["a picture that is cut short", pngOf(40, 40).slice(0, 60), "a.png", "broken_image"],
    ["a picture of 900 million pixels", pngOf(30_000, 30_000), "a.png", "too_many_pixels"],
    ["a picture wider than anything", pngOf(2 ** 31 - 1, 2 ** 31 - 1), "a.png", "broken_image"],
  ])("refuses %s", async (_, content, name, refusal) => {
    expect(await keep(content, name)).toEqual({ ok: false, refusal })
    expect(await readdir(store.drafts)).toEqual([])
  })

  it("stops reading what is too large, without waiting for its end", async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++
        controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    const result = await keepFile(asApplication(database.db), store, { content: endless, name: "a.pdf", by })
    expect(result).toEqual({ ok: false, refusal: "too_large" })
    expect(sent).toBeLessThan(60)
    expect(await readdir(store.drafts)).toEqual([])
  })
})

describe("keeping an image", () => {
  it("draws it again in two sizes, upright and without what the camera noted", async () => {
    const content = await photo({ width: 1600, height: 1000 })
    const original = await sharp(content).metadata()
    expect(original.exif?.includes("Camera of Mai")).toBe(true)

    const file = await kept(keep(content, "IMG_0001.JPG"))
    expect(file).toMatchObject({ kind: "image", name: "IMG_0001.jpg", width: 1000, height: 1600 })
    expect(file.variants).toMatchObject([
      { variant: "small", width: 480, height: 768 },
      { variant: "large", width: 1000, height: 1600 },
    ])
    for (const { hash, size } of file.variants) {
      const bytes = await bytesOf(hash)
      expect(bytes.length).toBe(size)
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash)
      const { format, exif, xmp, iptc, orientation } = await sharp(bytes).metadata()
      expect({ format, exif, xmp, iptc, orientation }).toEqual({ format: "webp" })
    }
  })

  it("keeps nothing of a page that hides behind the end of a picture", async () => {
    const hidden = text("<script>alert(document.cookie)</script>")
    const picture = await photo({ width: 50, height: 50, red: 1 })
    const file = await kept(keep(new Uint8Array(Buffer.concat([picture, hidden])), "a.html"))
    expect(file.name).toBe("a.jpg")
    for (const { hash } of file.variants) expect((await bytesOf(hash)).includes("<script>")).toBe(false)
  })

  it("keeps an image whose two sizes are the same picture", async () => {
    const file = await kept(keep(await photo({ width: 30, height: 30, red: 2 }), "a.jpg"))
    expect(file.variants.map(({ width }) => width)).toEqual([30, 30])
  })
})

describe("a process that dies in the middle", () => {
  it("leaves a draft that nobody is served, and that goes after a day", async () => {
    const content = pdf("half")
    const hash = createHash("sha256").update(content).digest("hex")
    const [young, old] = [join(store.drafts, hash), join(store.drafts, "old")]
    await writeFile(young, content)
    await writeFile(old, "half of a fi")
    const before = new Date(Date.now() - 25 * 3_600_000)
    await utimes(old, before, before)

    expect(await findFile(database.db, hash)).toBeUndefined()
    expect(await store.read(hash)).toBeUndefined()
    await kept(keep(pdf("next"), "next.pdf"))
    expect(await readdir(store.drafts)).toEqual([hash])
    await rm(young)
  })

  it("is made up for by handing the file in again, when it died between the store and the database", async () => {
    const content = pdf("stored, not recorded")
    const hash = createHash("sha256").update(content).digest("hex")
    const draft = join(store.drafts, "draft")
    await writeFile(draft, content)
    await store.put(hash, draft)

    expect((await kept(keep(content, "a.pdf"))).hash).toBe(hash)
  })
})

it.each(["../../etc/passwd", "..", "", "ab", `${"a".repeat(63)}/`, "A".repeat(64)])(
  "the store has no file by the name %j",
  async (name) => {
    await expect(store.read(name)).rejects.toThrow(TypeError)
    await expect(store.put(name, join(store.drafts, "x"))).rejects.toThrow(TypeError)
  },
)

/** The container of Microsoft's older documents, with the names of streams as its directory has them. */
function older(...streams: string[]) {
  const container = Buffer.alloc(2048)
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(container)
  for (const [index, name] of streams.entries()) container.write(name, 512 + index * 128, "utf16le")
  return new Uint8Array(container)
}
