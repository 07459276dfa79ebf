import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import type { Role } from "../../rights/roles.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

describe("the pages of administration", () => {
  it("lead whoever is signed out to where they sign in", async () => {
    const { status, headers } = await visitor(database.db).get("/ban-lam-viec/quan-tri")
    expect(status).toBe(303)
    expect(headers.get("location")).toMatch(/^\/dang-nhap\?/)
  })
  it("are there for administrator and auditor, and for no one else", async () => {
    for (const role of ["administrator", "auditor"] as const)
      expect(await visit(role, "/ban-lam-viec/quan-tri"), role).toMatchObject({ status: 200 })
    for (const role of ["editor", "publisher", "planner", "province_officer"] as const)
      expect(await visit(role, "/ban-lam-viec/quan-tri"), role).toMatchObject({ status: 404 })
  })
})

describe("the table of rights", () => {
  it("may be read by everyone at the desk, in both languages", async () => {
    expect((await visit("editor", "/ban-lam-viec/quyen-han")).text).toContain("Giao và kết thúc vai trò")
    expect((await visit("editor", "/en/ban-lam-viec/quyen-han")).text).toContain("Give and end roles")
  })
  it("tells each person which roles they hold today", async () => {
    expect((await visit("auditor", "/ban-lam-viec/quyen-han")).text).toContain(
      "Vai trò của bạn hôm nay: Kiểm toán viên.",
    )
  })
  it("is not there for someone without a role", async () => {
    const nobody = await signInAs(database.db, { name: "Bình" })
    const { status } = await visitor(database.db).as(nobody).get("/ban-lam-viec/quyen-han")
    expect(status).toBe(404)
  })
})

async function visit(role: Role, path: string) {
  const someone = await signInAs(database.db, { name: "Lan", roles: [{ role }] })
  return visitor(database.db).as(someone).get(path)
}
