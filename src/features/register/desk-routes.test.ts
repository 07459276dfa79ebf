import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { addOrganisations, recordEvents } from "./record-events.ts"

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

function communeOf(organisationId: number) {
  return database.db
    .selectFrom("organisation_states")
    .innerJoin("places", "places.id", "organisation_states.place_id")
    .select(["places.slug", "organisation_states.place_id"])
    .where("organisation_id", "=", organisationId)
    .where("organisation_states.valid_to", "=", "infinity")
    .executeTakeFirstOrThrow()
}
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

  it("narrows by sector, status and place, sorts, and keeps what was asked for in its links", async () => {
    const { text } = await list(planner, "?linh-vuc=van-tai&tinh-trang=tat-ca&sap-xep=thanh-lap")
    expect(text).toContain(register.thanhLoc.slug)
    expect(text).not.toContain(`/${register.binhAn.slug}"`)
    expect(text).toMatch(/aria-sort="ascending"><a href="[^"]*linh-vuc=van-tai[^"]*chieu=giam/)

    const { slug } = await communeOf(register.hoaHung.id)
    const there = (await list(planner, `?dia-ban=${slug}`)).text
    expect(there).toContain(`/${register.hoaHung.slug}"`)
    expect(there).not.toContain(`/${register.binhAn.slug}"`)
  })

  it("leaves out what has ended until it is asked for", async () => {
    expect((await list(planner, "?linh-vuc=van-tai")).text).toContain("Tìm cả tổ chức đã chấm dứt")
    expect((await list(planner, "?linh-vuc=van-tai&tinh-trang=da-cham-dut")).text).toContain(
      register.thanhLoc.slug,
    )
  })

  it("shows the commune as it stood on a day, also before its units were redrawn", async () => {
    const then = (await list(officer, "?ngay=15/03/2023")).text
    expect(then).toContain("tính đến hết ngày 15/03/2023")
    expect(then).toContain(`/ban-lam-viec/to-chuc/${register.binhAn.slug}?ngay=2023-03-15"`)
    expect(then).toContain("Tạm ngừng kinh doanh")
    expect((await list(officer, "?ngay=01/01/2019")).text).not.toContain(register.binhAnGroup.slug)
    expect((await list(officer, "?ngay=31/02/2023")).text).toContain("Không đọc được ngày “31/02/2023”")
  })

  it("finds those suspended for longer than their notice says", async () => {
    const suspended = "?ngay=15/05/2023&qua-han=1"
    expect((await list(officer, suspended)).text).not.toContain(`${register.binhAn.slug}?`)
    await database.db
      .insertInto("organisation_events")
      .values({
        organisation_id: register.binhAn.id,
        kind: "suspended",
        happened_on: "2023-03-01",
        until_on: "2023-04-30",
        recorded_by: "Hạnh",
      })
      .execute()
    expect((await list(officer, suspended)).text).toContain(`${register.binhAn.slug}?`)
    expect((await list(officer, "?ngay=30/04/2023&qua-han=1")).text).not.toContain(`${register.binhAn.slug}?`)
  })

  it("opens at the desk what is still one's own, and in public what has moved away since", async () => {
    const { db } = database
    const { place_id: elsewhere } = await communeOf(register.binhAn.id)
    const { id: place_id } = await db
      .selectFrom("places")
      .select("id")
      .where("level", "=", "commune")
      .where("valid_to", "=", "infinity")
      .where("id", "<>", elsewhere)
      .limit(1)
      .executeTakeFirstOrThrow()
    const guest = await signInAs(db, { name: "Tư", roles: [{ role: "commune_officer", place_id }] })
    const [moved] = await db.transaction().execute((trx) =>
      addOrganisations(trx, { actor: "Tư", via: "web" }, [
        {
          kind: "cooperative",
          beginning: {
            kind: "founded",
            happened_on: "2025-08-01",
            facts: { name: "Hợp tác xã Lưu Động", place_id, sector: "trade" },
          },
        },
      ]),
    )
    const move = { kind: "moved", happened_on: "2025-12-01", facts: { place_id: elsewhere } }
    await db
      .transaction()
      .execute((trx) =>
        recordEvents(trx, { actor: "Tư", via: "web" }, [{ organisation_id: moved!.id, ...move }]),
      )
    const before = (await list(guest, "?ngay=01/11/2025")).text
    expect(before).toContain(`href="/hop-tac-xa/${moved!.slug}?ngay=2025-11-01"`)
    expect((await list(guest)).text).not.toContain(moved!.slug)
    expect((await read(guest, moved!)).status).toBe(404)
  })

  it("offers to add one only to those who keep organisations", async () => {
    expect((await list(officer)).text).toContain('href="/ban-lam-viec/to-chuc/moi"')
    expect((await list(planner)).text).not.toContain("/to-chuc/moi")
    expect((await list(representative)).text).not.toContain("/to-chuc/moi")
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
