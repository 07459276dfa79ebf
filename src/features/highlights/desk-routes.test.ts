import { parseHTML } from "linkedom"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import type { Role } from "../../rights/roles.ts"

const database = await freshDatabase()
const { db } = database
const list = "/ban-lam-viec/tin-noi-bat"
const today = "2026-03-02"
let publisher: Awaited<ReturnType<typeof as>>

beforeAll(async () => {
  publisher = await as("publisher", "Linh")
  const section = await db
    .insertInto("sections")
    .values({ slug: "su-kien", name: "Sự kiện", name_en: "Events" })
    .returning("id")
    .executeTakeFirstOrThrow()
  await db
    .insertInto("articles")
    .values(
      ["Kế hoạch phát triển kinh tế tập thể", "Kế hoạch giải ngân", "Kế hoạch giải ngân quý IV"].map(
        (title, index) => ({
          slug: `bai-${index}`,
          title,
          section_id: section.id,
          body_html: "<p>a</p>",
          published_at: `2026-01-0${index + 1}T00:00:00Z`,
        }),
      ),
    )
    .execute()
})
beforeEach(async () => {
  await db.deleteFrom("highlights").execute()
})
afterAll(() => database.close())

describe("a highlight", () => {
  it("may be a headline alone, from a day to a day", async () => {
    const { status } = await add({ "tieu-de": "Lễ ra quân", "tu-ngay": "1/3/2026", "den-ngay": "05/03/2026" })
    expect(status).toBe(303)
    expect(await strip()).toEqual(["Lễ ra quân"])
    expect(await strip("2026-02-28")).toEqual([])
    expect(await strip("2026-03-05")).toEqual(["Lễ ra quân"])
    expect(await strip("2026-03-06")).toEqual([])
    expect(await lastChange()).toMatchObject({ actor: "Linh", role: "publisher", action: "add" })
  })

  it("takes its headline and its link from an article found by words without marks", async () => {
    await add({ "bai-viet": "phat trien kinh te" })
    const { text } = await visitor(db, { today }).get("/")
    const link = parseHTML(text).document.querySelector(".highlights__title a")
    expect(link?.textContent).toBe("Kế hoạch phát triển kinh tế tập thể")
    expect(link?.getAttribute("href")).toBe("/tin-tuc/bai-0")
  })

  it("takes the article whose address was pasted, or whose title is exactly what was typed", async () => {
    await add({ "bai-viet": "https://ktth.example.vn/tin-tuc/bai-2", "tieu-de": "Quý IV" })
    await add({ "bai-viet": "ke hoach giai ngan" })
    expect(await articles()).toEqual([
      ["Kế hoạch giải ngân", "bai-1"],
      ["Quý IV", "bai-2"],
    ])
  })

  it("offers the articles that were perhaps meant, and takes the one that is ticked", async () => {
    const { status, text } = await add({ "bai-viet": "giai ngan", "tieu-de": "Giải ngân" })
    expect(status).toBe(422)
    const page = parseHTML(text).document
    expect(page.querySelector("#tieu-de")?.getAttribute("value")).toBe("Giải ngân")
    const offered = [...page.querySelectorAll('input[name="ma-bai"]')].map((radio) => [
      page.querySelector(`label[for="${radio.id}"]`)?.textContent,
      radio.getAttribute("value"),
    ])
    expect(offered.map(([title]) => title)).toEqual(["Kế hoạch giải ngân quý IV", "Kế hoạch giải ngân"])
    await add({ "bai-viet": "giai ngan", "tieu-de": "Giải ngân", "ma-bai": offered[1]![1]! })
    expect(await articles()).toEqual([["Giải ngân", "bai-1"]])
  })

  it("does not take an article that was ticked for other words", async () => {
    const found = await db
      .selectFrom("articles")
      .select("id")
      .where("slug", "=", "bai-0")
      .executeTakeFirstOrThrow()
    const { status } = await add({ "bai-viet": "giai ngan", "ma-bai": String(found.id) })
    expect(status).toBe(422)
  })

  it("says what is missing, and keeps what was typed", async () => {
    const nothing = await add({})
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain("Hãy nhập tiêu đề, hoặc chọn một bài viết.")
    const unknown = await add({ "bai-viet": "không có %_ bài này" })
    expect(unknown.text).toContain("Không tìm thấy bài nào.")
    const backwards = await add({ "tieu-de": "Lễ", "tu-ngay": "5/3/2026", "den-ngay": "4/3/2026" })
    expect(backwards.status).toBe(422)
    expect(backwards.text).toContain("Ngày cuối phải từ ngày đầu trở đi.")
    expect(backwards.text).toContain('value="5/3/2026"')
  })

  it("stands there once: the same words from the same day are refused", async () => {
    await add({ "tieu-de": "Lễ ra quân" })
    const { status, text } = await add({ "tieu-de": "Lễ ra quân" })
    expect(status).toBe(422)
    expect(text).toContain("Đã có tin nổi bật với tiêu đề này")
  })
})

describe("the order of highlights", () => {
  it("begins with the newest, and is changed by buttons; what nobody arranged follows by day", async () => {
    await db
      .insertInto("highlights")
      .values([
        { title: "Cũ", shown_on: "2020-10-14" },
        { title: "Mới hơn", shown_on: "2020-10-15" },
      ])
      .execute()
    await add({ "tieu-de": "Một" })
    await add({ "tieu-de": "Hai" })
    expect(await strip()).toEqual(["Hai", "Một", "Mới hơn", "Cũ"])
    await publisher.post(`${list}/${await idOf("Cũ")}/vi-tri`, { huong: "len" })
    await publisher.post(`${list}/${await idOf("Hai")}/vi-tri`, { huong: "xuong" })
    expect(await strip()).toEqual(["Một", "Hai", "Cũ", "Mới hơn"])
    await add({ "tieu-de": "Ba" })
    expect(await strip()).toEqual(["Ba", "Một", "Hai", "Cũ", "Mới hơn"])
  })

  it("is shown at the desk as the public sees it, with what is to come beside it", async () => {
    await add({ "tieu-de": "Hôm nay" })
    await add({ "tieu-de": "Tuần sau", "tu-ngay": "9/3/2026" })
    const { text } = await publisher.get(list)
    const page = parseHTML(text).document
    expect([...page.querySelectorAll(".highlights__title")].map((title) => title.textContent)).toEqual([
      "Hôm nay",
    ])
    expect(page.querySelector(".arranged")?.textContent).toContain("(chưa đến ngày)")
  })
})

describe("a highlight that stands there", () => {
  it("can be changed, but not over what someone else saved meanwhile", async () => {
    await add({ "tieu-de": "Lễ ra quân" })
    const id = await idOf("Lễ ra quân")
    const change = { "tieu-de": "Lễ phát động", "tu-ngay": "2/3/2026" }
    const changed = await publisher.post(`${list}/${id}`, { ...change, "phien-ban": "1" })
    expect(changed.status).toBe(303)
    expect(await strip()).toEqual(["Lễ phát động"])
    expect(await lastChange()).toMatchObject({ action: "change", before: { title: "Lễ ra quân" } })

    const late = await publisher.post(`${list}/${id}`, { ...change, "tieu-de": "Lễ khác", "phien-ban": "1" })
    expect(late.status).toBe(409)
    expect(late.text).toContain("“Lễ phát động”")
    expect(late.text).toContain('value="Lễ khác"')
    expect(await strip()).toEqual(["Lễ phát động"])
  })

  it("is taken off the strip at once, and is history from then on", async () => {
    await add({ "tieu-de": "Lễ ra quân" })
    const id = await idOf("Lễ ra quân")
    expect((await publisher.post(`${list}/${id}/ket-thuc`, {})).status).toBe(303)
    expect(await strip()).toEqual([])
    expect(await lastChange()).toMatchObject({ action: "end", record_id: id })
    expect((await publisher.get(`${list}/${id}`)).status).toBe(404)
    expect(
      parseHTML((await publisher.get(list)).text).document.querySelector("details")?.textContent,
    ).toContain("Lễ ra quân")
  })
})

describe("arranging highlights", () => {
  it("is for publishers; editors and auditors look on, and nobody else knows of it", async () => {
    await add({ "tieu-de": "Lễ ra quân" })
    const id = await idOf("Lễ ra quân")
    for (const role of ["editor", "auditor"] as const) {
      const onlooker = await as(role)
      const { status, text } = await onlooker.get(list)
      expect(status, role).toBe(200)
      expect(parseHTML(text).document.querySelectorAll("main form").length, role).toBe(0)
      for (const path of [`${list}/moi`, `${list}/${id}`])
        expect((await onlooker.get(path)).status, role + path).toBe(403)
      for (const deed of ["", `/${id}`, `/${id}/vi-tri`, `/${id}/ket-thuc`])
        expect((await onlooker.post(list + deed, { huong: "len" })).status, role + deed).toBe(403)
    }
    expect((await (await as("administrator")).get(list)).status).toBe(404)
    expect((await visitor(db).post(`${list}/${id}/ket-thuc`, {})).status).toBe(401)
    expect(await strip()).toEqual(["Lễ ra quân"])
  })
})

async function as(role: Role, name = "Lan") {
  return visitor(db, { today }).as(await signInAs(db, { name, roles: [{ role }] }))
}

function add(form: Record<string, string>) {
  return publisher.post(list, { "tu-ngay": "2/3/2026", ...form })
}

async function strip(day = today) {
  const { text } = await visitor(db, { today: day }).get("/")
  return [...parseHTML(text).document.querySelectorAll(".highlights__title")].map(
    (title) => title.textContent,
  )
}

async function idOf(title: string) {
  const { id } = await db
    .selectFrom("highlights")
    .select("id")
    .where("title", "=", title)
    .executeTakeFirstOrThrow()
  return id
}

async function articles() {
  const rows = await db
    .selectFrom("highlights")
    .innerJoin("articles", "articles.id", "highlights.article_id")
    .select(["highlights.title", "articles.slug"])
    .orderBy("highlights.position")
    .execute()
  return rows.map(({ title, slug }) => [title, slug])
}

function lastChange() {
  return db.selectFrom("changes").selectAll().orderBy("id", "desc").executeTakeFirst()
}
