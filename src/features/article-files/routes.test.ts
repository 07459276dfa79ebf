import { parseHTML } from "linkedom"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { pdf, photo } from "../../../test/fixtures/files.ts"
import { signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import type { Role } from "../../rights/roles.ts"
import type { Upload } from "../../ui/rich-editor/uploads.ts"

const database = await freshDatabase()
const { db } = database
const uploads = "/ban-lam-viec/tin-bai/tep"
const asJson = { accept: "application/json" }
let editor: Awaited<ReturnType<typeof as>>
let publisher: Awaited<ReturnType<typeof as>>
let section: number

beforeAll(async () => {
  editor = await as("editor", "Mai")
  publisher = await as("publisher", "Linh")
  const made = await db
    .insertInto("sections")
    .values({ slug: "su-kien", name: "Sự kiện", name_en: "Events" })
    .returning("id")
    .executeTakeFirstOrThrow()
  section = made.id
})
afterAll(() => database.close())

describe("an image sent from the editor", () => {
  it("comes back in two sizes, drawn again, with what the text needs of it", async () => {
    const image = await upload(await photo({ width: 1600, height: 1200 }), "Cánh đồng lớn.jpg")
    expect(image).toMatchObject({ kind: "image", width: 1200, height: 1600, name: "Cánh đồng lớn.jpg" })
    expect(image.address).toMatch(/^\/tep\/[0-9a-f]{64}\/canh-dong-lon\.webp$/)
    expect(image.srcset).toMatch(/^\/tep\/\S+ 480w, \/tep\/\S+ 1200w$/)
    const change = await db.selectFrom("changes").selectAll().orderBy("id", "desc").executeTakeFirst()
    expect(change).toMatchObject({ actor: "Mai", role: "editor", action: "keep", record_kind: "file" })
  })

  it("is refused with what to do when it is none", async () => {
    const { status, text } = await editor.post(uploads, form("không phải ảnh", "a.svg"), asJson)
    expect(status).toBe(422)
    expect(JSON.parse(text).message).toContain("SVG")
    const nothing = await editor.post(uploads, new FormData(), asJson)
    expect([nothing.status, JSON.parse(nothing.text).message]).toEqual([422, "Hãy chọn một tệp."])
  })

  it("can be found again by who sent it, and by nobody else", async () => {
    const image = await upload(await photo({ width: 500 }), "Của Mai.jpg")
    const own = JSON.parse((await editor.get(uploads, asJson)).text).files as Upload[]
    expect(own[0]).toEqual(image)
    const others = JSON.parse((await publisher.get(uploads, asJson)).text).files as Upload[]
    expect(others).toEqual([])
  })
})

describe("files without scripts", () => {
  it("are sent by an ordinary form, and come with HTML that the text takes as it is", async () => {
    const { status, headers } = await editor.post(uploads, form(pdf("148"), "Kế hoạch 148.pdf"))
    expect([status, headers.get("location")]).toEqual([303, uploads])
    const page = parseHTML((await editor.get(uploads)).text).document
    const snippets = [...page.querySelectorAll("textarea")].map(({ innerHTML }) => unescaped(innerHTML))
    expect(snippets[0]).toMatch(
      /^<a href="\/tep\/[0-9a-f]{64}\/ke-hoach-148\.pdf">Kế hoạch 148 \(PDF, 1 kB\)<\/a>$/,
    )
    const written = await write(`<p>Xem ${snippets[0]}</p>${snippets[1]}`)
    expect(written.body_html).toContain(`Xem ${snippets[0]}`)
    expect(written.body_html).toContain("VIẾT NỘI DUNG ẢNH Ở ĐÂY")
  })

  it("are refused in words on the page", async () => {
    const { status, text } = await editor.post(uploads, form("MZ…", "a.exe"))
    expect(status).toBe(422)
    expect(parseHTML(text).document.querySelector(".field__error")?.textContent).toContain("Loại tệp này")
  })
})

describe("the files of an article", () => {
  it("become public in the moment in which it does, and are taken back with it", async () => {
    const image = await upload(await photo({ width: 900 }), "Lễ ra quân.jpg")
    const report = await upload(pdf("bao cao"), "Báo cáo.pdf")
    const { id } = await write(
      `<p>Xem <a href="${report.address}">báo cáo</a></p><img src="${image.address}" alt="Lễ" srcset="${image.srcset}">`,
    )
    const addresses = [image.address, report.address, image.srcset!.split(" ")[0]!]
    expect(await statuses(addresses)).toEqual([404, 404, 404])

    await act(id, "gui-duyet")
    await act(id, "dang")
    expect(await statuses(addresses)).toEqual([200, 200, 200])
    const { slug } = await db
      .selectFrom("articles")
      .select("slug")
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
    const shown = parseHTML((await visitor(db).get(`/tin-tuc/${slug}`)).text).document.querySelector(
      ".article__body img",
    )
    expect(Object.fromEntries([...shown!.attributes].map(({ name, value }) => [name, value]))).toMatchObject({
      src: image.address,
      alt: "Lễ",
      loading: "lazy",
      srcset: image.srcset,
    })

    await act(id, "go", { go: "Đăng nhầm bản chưa duyệt." })
    expect(await statuses(addresses)).toEqual([404, 404, 404])
  })

  it("are seen before that by whoever holds a link to the preview, and by the link alone", async () => {
    const image = await upload(await photo({ width: 900 }), "Bản xem trước.jpg")
    const other = await upload(pdf("khac"), "Không thuộc bài.pdf")
    const { id } = await write(`<p>Ảnh</p><img src="${image.address}" alt="Lễ" srcset="${image.srcset}">`)
    const made = await editor.post(`/ban-lam-viec/tin-bai/${id}/xem-truoc`, { han: "3", "cho-ai": "Cô Bảy" })
    // The link is shown to its maker once, and stands in no list.
    const page = `/xem-truoc/${made.headers.get("set-cookie")!.split(";")[0]!.split("=")[1]}`
    const shown = parseHTML((await visitor(db).get(page)).text).document.querySelector(".article__body img")
    const source = shown?.getAttribute("src")
    expect(source).toBe(page + image.address)
    expect(shown?.getAttribute("srcset")).toBe(image.srcset!.replaceAll("/tep/", `${page}/tep/`))
    expect(await statuses([source!, image.address, page + other.address])).toEqual([200, 404, 404])

    await db.updateTable("preview_links").set({ expires_at: new Date() }).execute()
    expect(await statuses([source!])).toEqual([404])
  })

  it("are no article's whose images do not say what they show", async () => {
    const image = await upload(await photo({ width: 700 }), "Hội nghị.jpg")
    const page = await editor.post("/ban-lam-viec/tin-bai/moi", {
      ...words,
      body: `<img src="${image.address}" alt=""><p>a</p><img src="${image.address}">`,
    })
    expect(page.status).toBe(422)
    expect(page.text).toContain("ảnh thứ 2 (hoi-nghi.webp)")
    expect(page.text).toContain(image.address)
  })
})

describe("files for articles", () => {
  it("are sent by who writes them; an auditor looks on, and nobody else knows of it", async () => {
    const auditor = await as("auditor")
    expect((await auditor.get(uploads)).status).toBe(200)
    expect((await auditor.post(uploads, form(pdf("x"), "x.pdf"))).status).toBe(403)
    const planner = await as("planner")
    expect((await planner.get(uploads)).status).toBe(404)
    expect((await planner.post(uploads, form(pdf("x"), "x.pdf"))).status).toBe(404)
    expect((await visitor(db).post(uploads, form(pdf("x"), "x.pdf"))).status).toBe(401)
  })
})

const words = { "tieu-de": "Lễ ra quân", "tac-gia": "", "ghi-chu": "" }

async function as(role: Role, name = "Lan") {
  return visitor(db).as(await signInAs(db, { name, roles: [{ role }] }))
}

/** The words of a textarea, which this parser leaves escaped. */
function unescaped(html: string) {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
}

function form(content: string | Uint8Array<ArrayBuffer>, name: string) {
  const data = new FormData()
  data.append("tep", new File([content], name))
  return data
}

async function upload(content: Uint8Array<ArrayBuffer>, name: string): Promise<Upload> {
  const { status, text } = await editor.post(uploads, form(content, name), asJson)
  expect(status, text).toBe(201)
  return JSON.parse(text).file
}

async function write(body: string) {
  const { status, headers } = await editor.post("/ban-lam-viec/tin-bai/moi", {
    ...words,
    body,
    "chuyen-muc": String(section),
  })
  expect(status).toBe(303)
  const id = Number(/\/(\d+)/.exec(headers.get("location") ?? "")?.[1])
  const { body_html } = await db
    .selectFrom("article_versions")
    .select("body_html")
    .where("article_id", "=", id)
    .executeTakeFirstOrThrow()
  return { id, body_html }
}

async function act(id: number, part: string, more: Record<string, string> = {}) {
  const { status, text } = await publisher.post(`/ban-lam-viec/tin-bai/${id}/${part}`, {
    "phien-ban": "1",
    ...more,
  })
  expect(status, text).toBe(303)
}

function statuses(addresses: string[]) {
  return Promise.all(addresses.map(async (address) => (await visitor(db).get(address)).status))
}
