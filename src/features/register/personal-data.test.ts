import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let own: { id: number; slug: string }
let director: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
  await writeRegister(database.db)
  own = await database.db
    .selectFrom("organisations")
    .select(["id", "slug"])
    .orderBy("id")
    .executeTakeFirstOrThrow()
  await database.db
    .updateTable("organisations")
    .set({ legal_representative: "Nguyễn Văn An", phone: "0912 345 678" })
    .where("id", "=", own.id)
    .execute()
  director = await signInAs(database.db, {
    name: "Nguyễn Văn An",
    roles: [{ role: "organisation_representative", organisation_id: own.id }],
  })
})
afterAll(() => database.close())

describe("what is kept about people named with an organisation", () => {
  it("is shown to its representative, with why, and can be taken away as a file", async () => {
    const { status, text } = await ask(director, own)
    expect(status).toBe(200)
    expect(text).toContain("Nguyễn Văn An")
    expect(text).toContain("0912 345 678")
    expect(text).toContain(director.email)
    const file = await ask(director, own, ".json")
    expect(file.headers.get("content-disposition")).toContain("attachment")
    expect(JSON.parse(file.text)).toMatchObject({
      record: { legal_representative: "Nguyễn Văn An", phone: "0912 345 678" },
      accounts: [{ name: "Nguyễn Văn An", valid_from: "2020-01-01", valid_to: "infinity" }],
    })
  })
  it("is shown to administrator and auditor, and to nobody else", async () => {
    const other = await database.db
      .selectFrom("organisations")
      .select(["id", "slug"])
      .where("id", "<>", own.id)
      .executeTakeFirstOrThrow()
    for (const suffix of ["", ".json"]) {
      expect((await ask(director, other, suffix)).status, suffix).toBe(404)
      for (const role of ["administrator", "auditor"] as const)
        expect(
          (await ask(await signInAs(database.db, { name: role, roles: [{ role }] }), own, suffix)).status,
        ).toBe(200)
      for (const role of ["editor", "province_officer"] as const)
        expect(
          (await ask(await signInAs(database.db, { name: role, roles: [{ role }] }), own, suffix)).status,
        ).toBe(404)
    }
  })
})

function ask(someone: SignedIn, { slug }: { slug: string }, suffix = "") {
  return visitor(database.db).as(someone).get(`/ban-lam-viec/to-chuc/${slug}/du-lieu-ca-nhan${suffix}`)
}
