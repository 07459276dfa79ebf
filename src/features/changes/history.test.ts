import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { giveRole } from "../accounts/roles.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let site: ReturnType<typeof visitor>
let administrator: SignedIn
let publisher: SignedIn
let section: number

beforeAll(async () => {
  database = await freshDatabase()
  site = visitor(database.db)
  administrator = await signInAs(database.db, { name: "Mai", roles: [{ role: "administrator" }] })
  publisher = await signInAs(database.db, { name: "Hùng", roles: [{ role: "publisher" }] })
  await site
    .as(publisher)
    .post("/ban-lam-viec/chuyen-muc", { ten: "Thông báo chung", "ten-tieng-anh": "Notices" })
  const added = await database.db
    .selectFrom("sections")
    .select("id")
    .where("name", "=", "Thông báo chung")
    .executeTakeFirstOrThrow()
  section = added.id
  await site.as(administrator).post(`/ban-lam-viec/chuyen-muc/${section}`, {
    ten: "Thông báo của Sở",
    "ten-tieng-anh": "Notices",
    "phien-ban": "1",
  })
})
afterAll(() => database.close())

const address = () => `/ban-lam-viec/chuyen-muc/${section}`

describe("the history of a record", () => {
  it("tells in sentences who did what, with the words that differ marked", async () => {
    const { text } = await site.as(administrator).get(address())
    expect(text).toContain("Hùng (Người duyệt đăng) đã thêm chuyên mục “Thông báo của Sở”")
    expect(text).toContain("Mai (Quản trị viên) đã đổi tên chuyên mục “Thông báo của Sở”: tên, địa chỉ")
    expect(text).toContain("Thông báo <del>chung</del>")
    expect(text).toContain("Thông báo <ins>của Sở</ins>")
  })

  it("is narrowed to one person", async () => {
    const { text } = await site.as(administrator).get(`${address()}?nguoi=${publisher.id}`)
    expect(text).toContain("đã thêm chuyên mục")
    expect(text).not.toContain("đã đổi tên chuyên mục")
  })

  it("is narrowed to days, as the calendar here has them", async () => {
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date())
    const visit = site.as(administrator)
    expect((await visit.get(`${address()}?tu=${today}&den=${today}`)).text).toContain("đã đổi tên chuyên mục")
    const before = (await visit.get(`${address()}?den=01/01/2020`)).text
    expect(before).not.toContain("đã đổi tên chuyên mục")
    expect(before).toContain("Không có thay đổi nào như vậy.")
  })

  it("keeps a day that is none in its field, and says so", async () => {
    const { status, text } = await site.as(administrator).get(`${address()}?tu=31/02/2026`)
    expect(status).toBe(200)
    expect(text).toContain('value="31/02/2026"')
    expect(text).toContain("Không phải một ngày")
  })

  it("leads to the whole log only those who may see it", async () => {
    expect((await site.as(administrator).get(address())).text).toContain('href="/ban-lam-viec/nhat-ky/')
    expect((await site.as(publisher).get(address())).text).not.toContain('href="/ban-lam-viec/nhat-ky/')
  })

  it("of a person holds their roles", async () => {
    const author = { actor: "Mai", via: "web", user_id: administrator.id, role: "administrator" } as const
    await giveRole(
      database.db,
      { user_id: publisher.id, role: "auditor", valid_from: "2026-03-02" },
      author,
      "Thay người nghỉ",
    )
    const { text } = await site.as(administrator).get(`/ban-lam-viec/quan-tri/nguoi-dung/${publisher.id}`)
    expect(text).toContain("Mai (Quản trị viên) đã giao vai trò cho Hùng: Kiểm toán viên")
    expect(text).toContain("Lý do: Thay người nghỉ")
  })

  it("of the site stands with its settings", async () => {
    const { text } = await site.as(administrator).get("/ban-lam-viec/quan-tri/trang")
    expect(text).toContain("Lịch sử thay đổi")
    expect((await site.as(administrator).get("/en/ban-lam-viec/quan-tri/trang")).text).toContain(">History<")
  })
})
