import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { inTransaction } from "../../database/connection.ts"
import { perPage } from "./log.ts"
import { recordChange } from "./record-change.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let site: ReturnType<typeof visitor>
let auditor: SignedIn
let editor: SignedIn
let section: number

const log = "/ban-lam-viec/nhat-ky"

beforeAll(async () => {
  database = await freshDatabase({ from: "empty" })
  const { db } = database
  site = visitor(db)
  auditor = await signInAs(db, { name: "Kiểm", roles: [{ role: "auditor" }] })
  editor = await signInAs(db, { name: "Lan", roles: [{ role: "editor" }] })
  const added = await db
    .insertInto("sections")
    .values({ slug: "tin", name: "Tin hợp tác xã", name_en: "News" })
    .returning("id")
    .executeTakeFirstOrThrow()
  section = added.id
  const mai = { actor: "Trần Thị Mai", via: "web", user_id: editor.id, role: "publisher" } as const
  await inTransaction(db, async (trx) => {
    await recordChange(trx, {
      ...mai,
      address: "203.0.113.7",
      request_id: "r-1",
      action: "rename",
      record_kind: "section",
      record_id: section,
      before: { name: "Tin cũ" },
      after: { name: "Tin hợp tác xã" },
      reason: "Đổi theo quyết định của Sở",
    })
    await recordChange(trx, {
      actor: "hoptac",
      via: "shell",
      action: "publish",
      record_kind: "plan",
      record_id: 9,
      before: { state: "draft" },
      after: { state: "published", number: "=148/KH-UBND" },
    })
  })
})
afterAll(() => database.close())

const read = (query = "") => site.as(auditor).get(log + query)

describe("the whole change log", () => {
  it("is for auditors and administrators, and nobody else knows of it", async () => {
    const { id } = await renaming()
    for (const address of [log, `${log}.csv`, `${log}/${id}`]) {
      expect((await site.get(address)).status).toBe(303)
      expect((await site.as(editor).get(address)).status).toBe(404)
      expect((await site.as(auditor).get(address)).status).toBe(200)
    }
    expect((await site.as(editor).get("/ban-lam-viec")).text).not.toContain(`href="${log}"`)
  })

  it("tells everything in sentences, the latest first", async () => {
    const { text } = await read()
    const renamed = text.indexOf(
      "Trần Thị Mai (Người duyệt đăng) đã đổi tên chuyên mục “Tin hợp tác xã”: tên</p>",
    )
    const published = text.indexOf("hoptac đã công bố kế hoạch “=148/KH-UBND”: trạng thái</p>")
    expect(published).toBeGreaterThan(0)
    expect(renamed).toBeGreaterThan(published)
    expect((await site.as(auditor).get(`/en${log}`)).text).toContain(
      "renamed the section “Tin hợp tác xã”: name",
    )
  })

  it.each([
    ["words of the author without marks", "tim=tran+thi+mai"],
    ["words of the reason", "tim=quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh"],
    ["words of what was before", "tim=tin+cu"],
    ["the beginning of a word", "tim=quye"],
    ["a role", "vai-tro=publisher"],
    ["a kind", "viec=section"],
    ["a deed", "viec=section.rename"],
    ["an address", "dia-chi=203.0.113.7"],
  ])("is narrowed to %s", async (_, query) => {
    const { text } = await read(`?${query}`)
    expect(text).toContain("đã đổi tên chuyên mục")
    expect(text).not.toContain("đã công bố kế hoạch “")
  })

  it("is narrowed to a person, who may be the system itself", async () => {
    const mine = (await read(`?nguoi=${editor.id}`)).text
    expect(mine).toContain("đã đổi tên chuyên mục “")
    expect(mine).not.toContain("đã công bố kế hoạch “")
    const system = (await read("?nguoi=hoptac")).text
    expect(system).not.toContain("đã đổi tên chuyên mục “")
    expect(system).toContain("đã công bố kế hoạch “")
    expect(system).toContain('<option value="hoptac" selected="">hoptac</option>')
  })

  it("finds nothing where nothing is, and says so", async () => {
    for (const query of ["?tim=khong+co+dau", "?tim=%26%7C%21", "?den=01/01/2020", "?viec=section.add"])
      expect((await read(query)).text).toContain("Không có thay đổi nào như vậy.")
  })

  it("leaves aside what makes no sense in an address", async () => {
    for (const query of ["?viec=section.constructor", "?vai-tro=king", "?truoc=-1", "?tu=31/02/2026"])
      expect((await read(query)).text).toContain("đã đổi tên chuyên mục “")
  })

  it("is turned page by page, from any entry to its neighbours", async () => {
    await inTransaction(database.db, async (trx) => {
      for (let number = 1; number <= perPage + 2; number++)
        await recordChange(trx, {
          actor: "lặp",
          via: "job",
          action: "send",
          record_kind: "mail",
          after: { subject: `Thư ${String(number).padStart(3, "0")}.` },
        })
    })
    const shown = (text: string) =>
      [...text.matchAll(/<p>lặp[^<]*“Thư (\d+)\.”/g)].map(([, number]) => Number(number))
    const first = (await read("?nguoi=l%E1%BA%B7p")).text
    expect(shown(first)).toEqual(Array.from({ length: perPage }, (_, index) => perPage + 2 - index))
    const older = /href="([^"]*truoc=[^"]*)"/.exec(first)![1]!.replaceAll("&amp;", "&")
    const second = (await site.as(auditor).get(older)).text
    expect(shown(second)).toEqual([2, 1])
    expect(second).not.toContain("truoc=")
    const newer = /href="([^"]*sau=[^"]*)"/.exec(second)![1]!.replaceAll("&amp;", "&")
    expect(shown((await site.as(auditor).get(newer)).text)).toEqual(shown(first))
  })

  it("is taken away as a file with the same narrowing, safe to open", async () => {
    const { text, headers } = await site.as(auditor).get(`${log}.csv?viec=section`)
    expect(headers.get("content-type")).toContain("text/csv")
    const lines = text.trim().split("\r\n")
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain("Số,Lúc,Người thay đổi,Vai trò")
    expect(lines[1]).toContain("Trần Thị Mai,publisher,web,")
    expect(lines[1]).toContain("Đổi theo quyết định của Sở")
    expect(lines[1]).toContain(`"{""name"": ""Tin cũ""}"`.replace(": ", ":"))
    expect(lines[1]).toContain("203.0.113.7,r-1")
    const all = (await site.as(auditor).get(`${log}.csv`)).text.trim().split("\r\n")
    const { count } = await database.db
      .selectFrom("changes")
      .select((changes) => changes.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow()
    expect(all).toHaveLength(count + 1)
  })
})

describe("an entry of the change log", () => {
  it("shows what was before and after, why, from where, and its seal", async () => {
    const { id } = await renaming()
    const { text } = await site.as(auditor).get(`${log}/${id}`)
    for (const part of ["<del>cũ</del>", "<ins>hợp tác xã</ins>", "Đổi theo quyết định của Sở", "r-1"])
      expect(text).toContain(part)
    const { seal } = await database.db
      .selectFrom("change_seals")
      .select("seal")
      .where("change_id", "=", id)
      .executeTakeFirstOrThrow()
    expect(text).toContain(Buffer.from(seal).toString("hex"))
  })

  it("leads to the page of its record only those who may open it", async () => {
    const { id } = await renaming()
    const page = `href="/ban-lam-viec/chuyen-muc/${section}"`
    expect((await site.as(auditor).get(`${log}/${id}`)).text).not.toContain(page)
    const administrator = await signInAs(database.db, { name: "Mai", roles: [{ role: "administrator" }] })
    expect((await site.as(administrator).get(`${log}/${id}`)).text).toContain(page)
  })

  it("is not found when there is none", async () => {
    expect((await site.as(auditor).get(`${log}/999999999`)).status).toBe(404)
  })
})

function renaming() {
  return database.db
    .selectFrom("changes")
    .select("id")
    .where("action", "=", "rename")
    .executeTakeFirstOrThrow()
}
