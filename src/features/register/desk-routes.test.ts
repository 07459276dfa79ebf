import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let register: Organisations
let officer: SignedIn
let representative: SignedIn
let planner: SignedIn

beforeAll(async () => {
  database = await freshDatabase()
  register = await writeRegister(database.db)
  const { place_id } = await database.db
    .selectFrom("organisation_states")
    .select("place_id")
    .where("organisation_id", "=", register.binhAn.id)
    .where("valid_to", "=", "infinity")
    .executeTakeFirstOrThrow()
  officer = await signInAs(database.db, { name: "Hạnh", roles: [{ role: "commune_officer", place_id }] })
  representative = await signInAs(database.db, {
    name: "Lúa",
    roles: [{ role: "organisation_representative", organisation_id: register.hoaHung.id }],
  })
  planner = await signInAs(database.db, { name: "Kế", roles: [{ role: "planner" }] })
})
afterAll(() => database.close())

function list(person: SignedIn, query = "") {
  return visitor(database.db).as(person).get(`/ban-lam-viec/to-chuc${query}`)
}
function read(person: SignedIn, { slug }: { slug: string }) {
  return visitor(database.db).as(person).get(`/ban-lam-viec/to-chuc/${slug}`)
}

describe("the register at the desk", () => {
  it("shows a commune officer the organisations of the commune, and says which commune", async () => {
    const { status, text } = await list(officer)
    expect(status).toBe(200)
    expect(text).toMatch(/Các tổ chức thuộc (xã|phường|đặc khu) /)
    expect(text).toContain(`/ban-lam-viec/to-chuc/${register.binhAn.slug}"`)
    expect(text).not.toContain(register.hoaHung.slug)
  })

  it("shows a representative the one organisation they stand for", async () => {
    const { text } = await list(representative)
    expect(text).toContain("Tổ chức bạn đại diện")
    expect(text).toContain(`/ban-lam-viec/to-chuc/${register.hoaHung.slug}"`)
    expect(text).not.toContain(register.binhAn.slug)
  })

  it("finds without marks, by code, and by kind, and says when nothing is found", async () => {
    expect((await list(planner, "?tim=binh+an")).text).toContain(`/${register.binhAn.slug}"`)
    expect((await list(planner, "?tim=0100233488")).text).toContain(`/${register.binhAn.slug}"`)
    expect((await list(planner, "?loai=quy-tin-dung")).text).not.toContain(`/${register.binhAn.slug}"`)
    expect((await list(planner, "?tim=khong+co+ten+nay")).text).toContain("Không có tổ chức nào như vậy")
  })

  it("finds nothing outside one's scope, whatever is searched for", async () => {
    expect((await list(officer, "?tim=hoa+hung")).text).not.toContain(register.hoaHung.slug)
  })

  it("reads what people type into its search as words, never as markup or a query", async () => {
    for (const typed of ["<script>alert(1)</script>", "' or 1=1 --", "a & | ! :* (", "\\"]) {
      const { status, text } = await list(officer, `?tim=${encodeURIComponent(typed)}`)
      expect(status, typed).toBe(200)
      expect(text).not.toContain("<script>alert(1)")
      expect(text).not.toContain(register.hoaHung.slug)
    }
  })

  it("opens an organisation of one's own with its record, and does not know of another's", async () => {
    const own = await read(officer, register.binhAn)
    expect(own.status).toBe(200)
    expect(own.text).toContain("Nguyễn Văn Lúa")
    expect(own.text).toContain(`href="/hop-tac-xa/${register.binhAn.slug}"`)
    expect((await read(officer, register.hoaHung)).status).toBe(404)
    expect((await read(representative, register.binhAn)).status).toBe(404)
    expect((await read(planner, { slug: "khong-co" })).status).toBe(404)
  })

  it("leads to personal data only whoever may see it", async () => {
    expect((await read(representative, register.hoaHung)).text).toContain("/du-lieu-ca-nhan")
    expect((await read(officer, register.binhAn)).text).not.toContain("/du-lieu-ca-nhan")
  })

  it("is offered on the desk of those who have organisations, and is not there for others", async () => {
    for (const person of [officer, representative]) {
      const { text } = await visitor(database.db).as(person).get("/ban-lam-viec")
      expect(text).toContain('class="button" href="/ban-lam-viec/to-chuc"')
    }
    const editor = await signInAs(database.db, { name: "Lan", roles: [{ role: "editor" }] })
    expect((await list(editor)).status).toBe(404)
  })
})
