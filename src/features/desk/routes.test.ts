import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { inTransaction } from "../../database/connection.ts"
import { recordChange } from "../changes/record-change.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let site: ReturnType<typeof visitor>
let editor: SignedIn
let publisher: SignedIn
let section: number

beforeAll(async () => {
  database = await freshDatabase()
  site = visitor(database.db)
  editor = await signInAs(database.db, { name: "Lan", roles: [{ role: "editor" }] })
  publisher = await signInAs(database.db, { name: "Hùng", roles: [{ role: "publisher" }] })
  const { id } = await database.db
    .insertInto("sections")
    .values({ slug: "tin", name: "Tin", name_en: "News" })
    .returning("id")
    .executeTakeFirstOrThrow()
  section = id
})
afterAll(() => database.close())

describe("the desk", () => {
  it("is closed to whoever is not signed in, who comes back to it afterwards", async () => {
    const { status, headers } = await site.get("/ban-lam-viec")
    expect(status).toBe(303)
    expect(headers.get("location")).toBe("/dang-nhap?tro-lai=%2Fban-lam-viec")
  })

  it("tells a newcomer without a role whom to ask", async () => {
    const newcomer = await signInAs(database.db, { name: "Mới" })
    const { status, text } = await site.as(newcomer).get("/ban-lam-viec")
    expect(status).toBe(200)
    expect(text).toContain("chưa được giao vai trò")
    expect(text).not.toContain('href="/ban-lam-viec/tin-bai"')
  })

  it("tells an editor who has nothing yet where to begin", async () => {
    const { text } = await site.as(editor).get("/ban-lam-viec")
    expect(text).toContain('href="/ban-lam-viec/tin-bai/moi"')
  })

  it("shows an author their drafts and what came back, and nobody else's", async () => {
    await write("Bản thảo của Lan", editor, "draft")
    await write("Bài bị trả lại", editor, "returned")
    await write("Bản thảo của Hùng", publisher, "draft")
    const { text } = await site.as(editor).get("/ban-lam-viec")
    expect(text).toContain("Bản thảo của Lan")
    expect(text).toContain("Bài bị trả lại")
    expect(text).not.toContain("Bản thảo của Hùng")
  })

  it("shows a publisher what others sent for review, and not what they wrote themselves", async () => {
    await write("Bài chờ duyệt", editor, "in_review")
    await write("Bài chờ từ lâu", editor, "in_review", 5)
    await write("Bài của chính Hùng", publisher, "in_review")
    const { text } = await site.as(publisher).get("/ban-lam-viec")
    expect(text).toContain("Bài chờ duyệt")
    expect(text).not.toContain("Bài của chính Hùng")
    const overdue = text.slice(text.indexOf("Duyệt quá hạn"), text.indexOf("Chờ duyệt <"))
    expect(overdue).toContain("Bài chờ từ lâu")
    expect((await site.as(editor).get("/ban-lam-viec")).text).not.toContain("Bài chờ duyệt")
  })

  it("offers only what the roles allow", async () => {
    const auditor = await signInAs(database.db, { name: "Kiểm", roles: [{ role: "auditor" }] })
    const seen = (await site.as(auditor).get("/ban-lam-viec")).text
    expect(seen).toContain('href="/ban-lam-viec/nhat-ky"')
    const writes = (await site.as(editor).get("/ban-lam-viec")).text
    expect(writes).not.toContain('href="/ban-lam-viec/nhat-ky"')
    expect(writes).not.toContain('href="/ban-lam-viec/quan-tri"')
  })

  it("counts for an administrator what failed, and invitations nobody opened", async () => {
    const administrator = await signInAs(database.db, { name: "Mai", roles: [{ role: "administrator" }] })
    await database.db
      .insertInto("mails")
      .values({
        recipient: "a@example.vn",
        subject: "Thư",
        body: "",
        state: "failed",
        good_until: new Date(),
      })
      .execute()
    const { text } = await site.as(administrator).get("/ban-lam-viec")
    expect(text).toContain("1 thư không gửi được")
    expect(text).toContain("lời mời chưa được mở")
    expect((await site.as(editor).get("/ban-lam-viec")).text).not.toContain("thư không gửi được")
  })

  it("tells what others did since one last looked, until one has seen it", async () => {
    const lan = site.as(editor)
    const byHung = { actor: "Hùng", via: "web", user_id: publisher.id, role: "publisher" } as const
    await inTransaction(database.db, async (trx) => {
      const about = { record_kind: "section", record_id: section, after: { name: "Tin" } } as const
      await recordChange(trx, { ...byHung, ...about, action: "add" })
      await recordChange(trx, { ...byHung, ...about, action: "retire", actor: "Lan", user_id: editor.id })
      await recordChange(trx, { ...byHung, action: "disable", record_kind: "person", record_key: editor.id })
    })
    const { text } = await lan.get("/ban-lam-viec")
    expect(text).toContain("Hùng (Người duyệt đăng) đã thêm chuyên mục “Tin”")
    expect(text).not.toContain("đã ngừng dùng chuyên mục")
    expect(text).not.toContain("đã khóa tài khoản")
    const auditor = await signInAs(database.db, { name: "Kiểm", roles: [{ role: "auditor" }] })
    expect((await site.as(auditor).get("/ban-lam-viec")).text).toContain("Không có gì thay đổi")

    expect((await lan.post("/ban-lam-viec/da-xem", {})).status).toBe(303)
    expect((await lan.get("/ban-lam-viec")).text).toContain("Không có gì thay đổi từ lần bạn xem trước.")
    await inTransaction(database.db, (trx) =>
      recordChange(trx, { ...byHung, action: "publish", record_kind: "article", record_id: 1 }),
    )
    expect((await lan.get("/ban-lam-viec")).text).toContain("Hùng (Người duyệt đăng) đã đăng tin bài")
    const looked = await site.as(auditor).get("/ban-lam-viec")
    expect(looked.text).toMatch(/href="[^"]*tin-bai\/1[^"]*">Hùng \(Người duyệt đăng\) đã đăng tin bài/)
  })

  it("tells those who keep organisations nothing of the newsroom", async () => {
    const officer = await signInAs(database.db, { name: "Tư", roles: [{ role: "province_officer" }] })
    await database.db
      .updateTable("users")
      .set({ created_at: new Date(0) })
      .where("id", "=", officer.id)
      .execute()
    const { text } = await site.as(officer).get("/ban-lam-viec")
    expect(text).toContain("Không có gì thay đổi")
  })

  it("is the same in English", async () => {
    const { text } = await site.as(editor).get("/en/ban-lam-viec")
    expect(text).toContain("Waiting for you")
    expect(text).toContain('href="/en/ban-lam-viec/tin-bai"')
  })

  it("is kept by nobody on the way", async () => {
    const { headers } = await site.as(editor).get("/ban-lam-viec")
    expect(headers.get("cache-control")).toBe("private, no-store")
  })
})

let written = 0
async function write(title: string, { id, name }: SignedIn, work: string, daysAgo = 0) {
  written += 1
  const article = await database.db
    .insertInto("articles")
    .values({
      slug: `bai-${written}`,
      section_id: section,
      title,
      body_html: "<p>Thân bài</p>",
      published_at: "infinity",
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  const version = { article_id: article.id, locale: "vi", number: 1, section_id: section, title }
  await database.db
    .insertInto("article_versions")
    .values({ ...version, body_html: "<p>Thân bài</p>", user_id: id, author: name })
    .execute()
  await database.db
    .insertInto("article_editions")
    .values({
      article_id: article.id,
      locale: "vi",
      version: 1,
      work,
      publication: "never",
      since: new Date(Date.now() - daysAgo * 86_400_000),
    })
    .execute()
}
