import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { readSettings } from "../../settings.ts"
import { placesOn } from "../measures/test-register.ts"
import { senderForgetting } from "./sender-forgetting.ts"

const today = "2026-06-15"
let database: Awaited<ReturnType<typeof freshDatabase>>
let organisations: Organisations
let officer: SignedIn
let stranger: SignedIn
let path: string
beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
  const placeOf = await placesOn(database.db)
  const officerOf = (name: string, code: string) =>
    signInAs(database.db, { name, roles: [{ role: "commune_officer", place_id: placeOf(code, today) }] })
  officer = await officerOf("Lan", "30898")
  stranger = await officerOf("Nam", "30742")
  path = `/hop-tac-xa/${organisations.binhAn.slug}/bao-sai`
})
afterAll(() => database.close())

const reader = () => visitor(database.db, { today })
const as = (person: SignedIn) => reader().as(person)
const report = {
  about: "place",
  words: "Trụ sở đã chuyển sang ấp An Lạc",
  email: "doc@example.vn",
  phone: "0900 111",
}

function mails() {
  return database.db.selectFrom("mails").select(["recipient", "subject", "body"]).orderBy("id").execute()
}

describe("a mistake that a reader reports", () => {
  it("is asked for on the organisation's page, by a form that needs no account", async () => {
    const page = await reader().get(`/hop-tac-xa/${organisations.binhAn.slug}`)
    expect(page.text).toContain(path)
    expect((await reader().get(path)).text).toContain("Báo sai sót về Hợp tác xã Bình An")
    const empty = await reader().post(path, { email: "không phải thư" })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain("Hãy viết điều chưa đúng")
    expect(empty.text).toContain("không phải thư")
  })

  it("comes to the officer of the commune, by mail and at the desk", async () => {
    expect((await reader().post(path, report)).status).toBe(303)
    expect(await mails()).toMatchObject([{ subject: "Có người báo sai sót về Hợp tác xã Bình An" }])
    expect((await as(officer).get("/ban-lam-viec")).text).toContain("1 báo sai sót chờ xem")
    expect((await as(stranger).get("/ban-lam-viec/bao-sai")).text).toContain("Chưa có ai báo sai sót")
    const list = await as(officer).get("/ban-lam-viec/bao-sai")
    const one = /href="(\/ban-lam-viec\/bao-sai\/\d+)"/.exec(list.text)![1]!
    expect((await as(stranger).get(one)).status).toBe(404)
    const page = await as(officer).get(one)
    expect(page.text).toContain("Trụ sở đã chuyển sang ấp An Lạc")
    expect(page.text).toContain("doc@example.vn, 0900 111")

    expect((await as(officer).post(one, { state: "mended" })).status).toBe(422)
    expect((await as(officer).post(one, { state: "mended", answer: "Đã sửa địa chỉ." })).status).toBe(303)
    expect((await mails()).at(-1)).toMatchObject({
      recipient: "doc@example.vn",
      body: expect.stringContaining("Đã sửa địa chỉ."),
    })
    expect((await as(officer).get(one)).text).toContain("Đã sửa")
    // The log knows that something came, and not from whom.
    const { rows } = await sql<{ text: string }>`select changes::text as text from changes`.execute(
      database.db,
    )
    expect(rows.some(({ text }) => text.includes("doc@example.vn") && text.includes("mistake"))).toBe(false)
  })

  it("keeps who wrote no longer than it takes", async () => {
    const context = {
      db: asApplication(database.db),
      settings: readSettings({}),
      now: new Date(),
      author: { actor: "job", via: "job" } as const,
      isLastAttempt: false,
    }
    const senders = async () =>
      (await database.db.selectFrom("mistake_reports").select("sender_email").orderBy("id").execute()).map(
        ({ sender_email }) => sender_email,
      )
    await senderForgetting.run(context, {})
    expect(await senders()).toEqual(["doc@example.vn"])
    await sql`update mistake_reports set closed_at = now() - interval '31 days'`.execute(database.db)
    await senderForgetting.run(context, {})
    expect(await senders()).toEqual([null])
  })

  it("is thanked for and dropped where a program filled in everything, and refused where there are too many", async () => {
    const before = (await mails()).length
    expect((await reader().post(path, { ...report, "trang-web": "http://x.example" })).status).toBe(303)
    expect((await mails()).length).toBe(before)
    let last = 303
    for (let sent = 0; sent < 25 && last === 303; sent++) last = (await reader().post(path, report)).status
    expect(last).toBe(429)
    const refused = await reader().post(path, report)
    expect(refused.text).toContain("nội dung của bạn vẫn còn đây")
    expect(refused.text).toContain("Trụ sở đã chuyển")
  })
})
