import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { pdf } from "../../../test/fixtures/files.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { testStore, visitor } from "../../../test/visit.ts"
import { keepFile } from "../files/keep-file.ts"
import { placesOn } from "../measures/test-register.ts"
import { loadPlaces } from "../places/load-places.ts"
import { settleLives } from "../register/settle-lives.ts"
import type { Facts } from "../register/states.ts"
import { readLife, readRecordAsKnown } from "./read-life.ts"
import { endOf } from "./reading.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let officer: SignedIn
let neighbour: SignedIn
let representative: SignedIn
let id: number
const slug = "hop-tac-xa-rang-dong"
let suspension: number

beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  await loadPlaces(db)
  const findPlace = await placesOn(db)
  const place_id = findPlace("30898", "2026-01-01")
  const mai = { actor: "Mai", via: "web" } as const
  const name = "Hợp tác xã Rạng Đông"
  // Recorded in January, as suspended in February, and found in March to have been dissolved instead.
  ;({ id } = await db
    .insertInto("organisations")
    .values({ slug, name, kind: "cooperative", founded_on: "2025-09-01" })
    .returning("id")
    .executeTakeFirstOrThrow())
  const kept = await keepFile(db, testStore, { content: pdf("Thông báo"), name: "Thông báo.pdf", by: mai })
  if (!kept.ok) throw new Error("the file was not kept")
  await recordOn("2026-01-05", {
    kind: "founded",
    happened_on: "2025-09-01",
    facts: { name, place_id, sector: "trade", code: "0100233488", charter_capital: 2_000_000_000 },
  })
  suspension = await recordOn("2026-02-03", {
    kind: "suspended",
    happened_on: "2026-02-01",
    until_on: "2026-02-20",
    document_number: "12/TB-HTX",
    document_on: "2026-01-28",
    file_id: kept.file.id,
  })
  const neighbouring = await db
    .selectFrom("places")
    .select("id")
    .where("level", "=", "commune")
    .where("valid_to", "=", "infinity")
    .where("id", "<>", place_id)
    .limit(1)
    .executeTakeFirstOrThrow()
  officer = await signInAs(db, { name: "Hạnh", roles: [{ role: "commune_officer", place_id }] })
  neighbour = await signInAs(db, {
    name: "Tư",
    roles: [{ role: "commune_officer", place_id: neighbouring.id }],
  })
  representative = await signInAs(db, {
    name: "Lúa",
    roles: [{ role: "organisation_representative", organisation_id: id }],
  })
})
afterAll(() => database.close())

type Made = {
  kind: string
  happened_on: string
  facts?: Facts
  until_on?: string
  document_number?: string
  document_on?: string
  file_id?: number
  corrects_id?: number
  is_withdrawal?: boolean
  note?: string
}

/** Records it as if that day were today. */
async function recordOn(day: string, { facts = {}, ...event }: Made) {
  const { id: eventId } = await database.db
    .insertInto("organisation_events")
    .values({
      ...event,
      organisation_id: id,
      facts: JSON.stringify(facts),
      recorded_by: "Mai",
      recorded_at: new Date(`${day}T09:00:00+07:00`),
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  await database.db.transaction().execute((trx) => settleLives(trx, [id]))
  return eventId
}

async function read(person: SignedIn, query = "", today = "2026-04-01") {
  const { status, text } = await visitor(database.db, { today })
    .as(person)
    .get(`/ban-lam-viec/to-chuc/${slug}${query}`)
  return { status, text: text.replaceAll(/\s+/g, " ") }
}

describe("an organisation at the desk", () => {
  it("shows what it is now, with the document of each event and its file", async () => {
    const { status, text } = await read(officer, "", "2026-02-10")
    expect(status).toBe(200)
    expect(text).toContain("từ 01/02/2026, đến hết ngày 20/02/2026")
    expect(text).toContain("Văn bản: 12/TB-HTX, ngày 28/01/2026")
    expect(text).toContain(`href="/ban-lam-viec/to-chuc/${slug}/ban-ghi/${suspension}/van-ban"`)
    expect(text).toContain("Mai ghi lúc 09:00, 03/02/2026")
    expect(text).not.toContain("Cần xem lại")
  })

  it("warns once a suspension has gone past its notice", async () => {
    expect((await read(officer)).text).toContain("Thời hạn tạm ngừng theo thông báo đã hết ngày 20/02/2026")
  })

  it("is told as of a day, and as it was known on a day", async () => {
    const before = await read(officer, "?ngay=15/01/2026")
    expect(before.text).toContain('<span class="status status--operating">')
    expect(before.text).toContain("Tính đến hết ngày 15/01/2026, theo những gì hiện đã biết.")

    const unknowing = await read(officer, "?ngay=15/02/2026&biet-den=02/02/2026")
    expect(unknowing.text).toContain('<span class="status status--operating">')
    expect(unknowing.text).not.toContain("12/TB-HTX")

    const unknown = await read(officer, "?biet-den=31/12/2025")
    expect(unknown.status).toBe(200)
    expect(unknown.text).toContain("Đến hết ngày 31/12/2025, sổ chưa ghi gì về tổ chức này.")
  })

  it("keeps a day that it cannot read in its field, and says so", async () => {
    const { status, text } = await read(officer, "?ngay=31/02/2026&biet-den=%3Cb%3E")
    expect(status).toBe(200)
    expect(text).toContain("Không đọc được ngày “31/02/2026”")
    expect(text).toContain("Không đọc được ngày “&lt;b&gt;”")
  })

  it("has the same life in English", async () => {
    const { text } = await visitor(database.db, { today: "2026-04-01" })
      .as(officer)
      .get(`/en/ban-lam-viec/to-chuc/${slug}`)
    expect(text).toContain("The suspension ended by its notice on 20 February 2026")
  })

  it("is seen by its representative, and not by the officer of another commune", async () => {
    expect((await read(representative)).status).toBe(200)
    expect((await read(neighbour)).status).toBe(404)
  })

  it("offers what can happen next, and corrections, to its officer alone", async () => {
    const own = (await read(officer, "", "2026-02-10")).text
    expect(own).toContain(`href="/ban-lam-viec/to-chuc/${slug}/su-kien/hoat-dong-lai"`)
    expect(own).not.toContain("/su-kien/tam-ngung")
    expect(own).toContain(`/ban-ghi/${suspension}/dinh-chinh"`)
    const represented = (await read(representative, "", "2026-02-10")).text
    expect(represented).not.toContain("/su-kien/")
    expect(represented).not.toContain("/dinh-chinh")
  })
})

describe("a record that was wrong", () => {
  let correction: number
  beforeAll(async () => {
    correction = await recordOn("2026-03-02", {
      kind: "dissolved",
      happened_on: "2026-02-15",
      document_number: "07/QĐ-UBND",
      corrects_id: suspension,
      note: "Theo quyết định của Ủy ban",
    })
  })

  it("stays beside what stands in its place, struck through, both with their author", async () => {
    const { text } = await read(officer)
    expect(text).toContain("Bản đính chính của Mai, ghi lúc 09:00, 02/03/2026")
    expect(text).toContain("Ghi chú: Theo quyết định của Ủy ban")
    expect(text).toMatch(/<del>\s*01\/02\/2026 Tạm ngừng kinh doanh.*12\/TB-HTX\s*<\/del>/)
    expect(text).toContain('<span class="status status--ended">')
  })

  it("is what was believed until then", async () => {
    const { text } = await read(officer, "?ngay=01/03/2026&biet-den=01/03/2026")
    expect(text).toContain("Tạm ngừng kinh doanh")
    expect(text).not.toContain("07/QĐ-UBND")
    expect(text).not.toContain("<del>")
  })

  it("that only was a mistake is taken back, and says so", async () => {
    await recordOn("2026-03-20", {
      kind: "dissolved",
      happened_on: "2026-02-15",
      corrects_id: correction,
      is_withdrawal: true,
      note: "Của tổ chức khác",
    })
    const { text } = await read(officer)
    expect(text).toContain("Ghi nhầm: Mai hủy bản ghi này lúc 09:00, 20/03/2026")
    expect(text).toContain("Lý do: Của tổ chức khác")
    expect(text).toMatch(/<del>\s*15\/02\/2026 Giải thể/)
    expect(text).toContain('<span class="status status--operating">')
  })
})

describe("the record of an organisation as it was known", () => {
  it("is for any page to ask: as of a day, by what had been recorded by the end of a day", async () => {
    const life = await readLife(database.db, slug)
    const told = async (day: string, known?: string) => {
      const knownAt = known === undefined ? undefined : endOf(known)
      const record = await readRecordAsKnown(database.db, life!, { day, knownAt })
      return record && `${record.organisation.status} since ${record.statusSince}`
    }
    expect(await told("2026-03-10", "2026-01-04")).toBeUndefined()
    expect(await told("2026-03-10", "2026-02-03")).toBe("suspended since 2026-02-01")
    expect(await told("2026-03-10", "2026-03-02")).toBe("ended since 2026-02-15")
    expect(await told("2026-03-10")).toBe("operating since 2025-09-01")
    const unfounded = await readRecordAsKnown(database.db, life!, { day: "2025-01-01" })
    expect(unfounded?.organisation.is_before).toBe(true)
    expect(unfounded?.organisation.charter_capital).toBe(2_000_000_000)
    expect(unfounded?.events).toEqual([])
  })
})
