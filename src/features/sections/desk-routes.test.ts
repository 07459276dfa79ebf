import { parseHTML } from "linkedom"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import type { Role } from "../../rights/roles.ts"

const database = await freshDatabase()
const { db } = database
const list = "/ban-lam-viec/chuyen-muc"

beforeEach(async () => {
  await db.deleteFrom("articles").execute()
  await db.deleteFrom("sections").execute()
})
afterAll(() => database.close())

describe("the sections", () => {
  it("are added last, with an address of their name, and the change log says by whom", async () => {
    const linh = await as("publisher", "Linh")
    await linh.post(list, { ten: "Sự kiện", "ten-tieng-anh": "Events" })
    const { status, headers } = await linh.post(list, { ten: "Văn bản", "ten-tieng-anh": "Documents" })
    expect(status).toBe(303)
    expect(headers.get("location")).toMatch(/^\/ban-lam-viec\/chuyen-muc#chuyen-muc-\d+$/)
    expect(await names()).toEqual(["Sự kiện", "Văn bản"])
    expect(await lastChange()).toMatchObject({
      actor: "Linh",
      role: "publisher",
      action: "add",
      record_kind: "section",
      after: { slug: "van-ban", name: "Văn bản", name_en: "Documents" },
    })
  })

  it("ask for both names, keep what was typed, and refuse a name that differs in marks alone", async () => {
    const linh = await as("publisher")
    await linh.post(list, { ten: "Sự kiện", "ten-tieng-anh": "Events" })
    const { status, text } = await linh.post(list, { ten: "SU KIEN", "ten-tieng-anh": "" })
    expect(status).toBe(422)
    expect(text).toContain("Hãy nhập tên tiếng Anh.")
    expect(parseHTML(text).document.querySelector<HTMLInputElement>("#ten")?.getAttribute("value")).toBe(
      "SU KIEN",
    )
    const again = await linh.post(list, { ten: "SU KIEN", "ten-tieng-anh": "Happenings" })
    expect(again.status).toBe(422)
    expect(again.text).toContain("Đã có chuyên mục tên này.")
    expect(await names()).toEqual(["Sự kiện"])
  })

  it("are moved up and down without scripts, and stay where they are at either end", async () => {
    const linh = await as("publisher")
    const [first, second, third] = await addThree()
    await linh.post(`${list}/${third}/vi-tri`, { huong: "len" })
    expect(await names()).toEqual(["Một", "Ba", "Hai"])
    await linh.post(`${list}/${first}/vi-tri`, { huong: "xuong" })
    expect(await names()).toEqual(["Ba", "Một", "Hai"])
    await linh.post(`${list}/${second}/vi-tri`, { huong: "xuong" })
    expect(await names()).toEqual(["Ba", "Một", "Hai"])
    expect(await lastChange()).toMatchObject({
      action: "move",
      before: { order: ["Một", "Ba", "Hai"] },
      after: { order: ["Ba", "Một", "Hai"] },
    })
    expect((await linh.post(`${list}/${first}/vi-tri`, { huong: "ngang" })).status).toBe(400)
  })
})

describe("a section that is renamed", () => {
  it("has a new address, and the old ones lead to it for ever, its feed too", async () => {
    const linh = await as("publisher")
    const [id] = await addThree()
    await rename(linh, id!, "Hoạt động", 1)
    await rename(linh, id!, "Hoạt động của ngành", 2)
    for (const old of ["mot", "hoat-dong"]) {
      const { status, headers } = await visitor(db).get(`/chuyen-muc/${old}`)
      expect([status, headers.get("location")]).toEqual([301, "/chuyen-muc/hoat-dong-cua-nganh"])
    }
    const feed = await visitor(db).get("/en/chuyen-muc/mot/rss.xml")
    expect(feed.headers.get("location")).toBe("/en/chuyen-muc/hoat-dong-cua-nganh/rss.xml")
    expect((await visitor(db).get("/chuyen-muc/hoat-dong-cua-nganh")).status).toBe(200)
  })

  it("never gives its old address to another", async () => {
    const linh = await as("publisher")
    const [id] = await addThree()
    await rename(linh, id!, "Hoạt động", 1)
    await linh.post(list, { ten: "Một", "ten-tieng-anh": "Another one" })
    const { slug } = await db
      .selectFrom("sections")
      .select("slug")
      .where("name", "=", "Một")
      .executeTakeFirstOrThrow()
    expect(slug).toBe("mot-2")
  })

  it("may take an old name of its own again", async () => {
    const linh = await as("publisher")
    const [id] = await addThree()
    await rename(linh, id!, "Hoạt động", 1)
    await rename(linh, id!, "Một", 2)
    expect((await visitor(db).get("/chuyen-muc/mot")).status).toBe(200)
    expect((await visitor(db).get("/chuyen-muc/hoat-dong")).headers.get("location")).toBe("/chuyen-muc/mot")
  })

  it("is not overwritten by someone who opened it before another changed it", async () => {
    const [linh, an] = [await as("publisher", "Linh"), await as("administrator", "An")]
    const [id] = await addThree()
    await rename(linh, id!, "Hoạt động", 1)
    const { status, text } = await rename(an, id!, "Tin chung", 1)
    expect(status).toBe(409)
    expect(text).toContain("người khác đã đổi tên chuyên mục thành “Hoạt động”")
    expect(parseHTML(text).document.querySelector("#ten")?.getAttribute("value")).toBe("Tin chung")
    expect((await rename(an, id!, "Tin chung", 2)).status).toBe(303)
  })
})

describe("a section that is no longer wanted", () => {
  it("is deleted while no article stands in it", async () => {
    const linh = await as("publisher")
    const [id] = await addThree()
    expect((await linh.post(`${list}/${id}/xoa`, {})).status).toBe(303)
    expect(await names()).toEqual(["Hai", "Ba"])
    expect(await lastChange()).toMatchObject({ action: "delete", before: { name: "Một" }, after: null })
  })

  it("is retired once articles stand in it: not listed any more, and still there to read", async () => {
    const linh = await as("publisher")
    const [id] = await addThree()
    await db
      .insertInto("articles")
      .values({
        slug: "bai",
        title: "Bài",
        section_id: id!,
        body_html: "<p>a</p>",
        published_at: "2026-01-01T00:00:00Z",
      })
      .execute()
    expect((await visitor(db).get("/tin-tuc")).text).toContain('href="/chuyen-muc/mot"')
    expect((await linh.post(`${list}/${id}/xoa`, {})).status).toBe(422)

    await linh.post(`${list}/${id}/ngung-dung`, {})
    expect((await visitor(db).get("/")).text).not.toContain('href="/chuyen-muc/mot"')
    expect((await visitor(db).get("/chuyen-muc/mot")).text).toContain("Bài")
    expect((await visitor(db).get("/tin-tuc/bai")).status).toBe(200)
    expect(await lastChange()).toMatchObject({ action: "retire", after: { retired: true } })

    await linh.post(`${list}/${id}/dung-lai`, {})
    expect((await visitor(db).get("/")).text).toContain('href="/chuyen-muc/mot"')
  })
})

describe("arranging sections", () => {
  it("is for publishers and administrators; editors and auditors look on", async () => {
    const [id] = await addThree()
    for (const role of ["publisher", "administrator"] as const)
      expect((await (await as(role)).get(`${list}/${id}`)).status, role).toBe(200)
    for (const role of ["editor", "auditor"] as const) {
      const onlooker = await as(role)
      const { status, text } = await onlooker.get(list)
      expect(status, role).toBe(200)
      expect(parseHTML(text).document.querySelectorAll("main form").length, role).toBe(0)
      expect((await onlooker.get(`${list}/${id}`)).status, role).toBe(403)
      for (const deed of [
        "",
        `/${id}`,
        `/${id}/vi-tri`,
        `/${id}/ngung-dung`,
        `/${id}/dung-lai`,
        `/${id}/xoa`,
      ])
        expect((await onlooker.post(list + deed, { huong: "len" })).status, role + deed).toBe(403)
    }
    expect((await (await as("planner")).get(list)).status).toBe(404)
    expect((await visitor(db).post(list, {})).status).toBe(401)
    expect((await visitor(db).get(list)).status).toBe(303)
  })

  it("answers 404 for a section that is not there", async () => {
    expect((await (await as("publisher")).get(`${list}/999`)).status).toBe(404)
  })
})

async function as(role: Role, name = "Lan") {
  return visitor(db).as(await signInAs(db, { name, roles: [{ role }] }))
}
type Visitor = Awaited<ReturnType<typeof as>>

function rename(someone: Visitor, id: number, name: string, version: number) {
  return someone.post(`${list}/${id}`, {
    ten: name,
    "ten-tieng-anh": "Something",
    "phien-ban": String(version),
  })
}

async function addThree() {
  const rows = await db
    .insertInto("sections")
    .values(
      ["Một", "Hai", "Ba"].map((name, position) => ({
        slug: ["mot", "hai", "ba"][position]!,
        name,
        name_en: name,
        position,
      })),
    )
    .returning("id")
    .execute()
  return rows.map(({ id }) => id)
}

async function names() {
  const rows = await db.selectFrom("sections").select("name").orderBy("position").execute()
  return rows.map(({ name }) => name)
}

function lastChange() {
  return db.selectFrom("changes").selectAll().orderBy("id", "desc").executeTakeFirst()
}
