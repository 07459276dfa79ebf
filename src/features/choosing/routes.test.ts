import { Hono } from "hono"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { signInAs } from "../../../test/fixtures/people.ts"
import { writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { startForm } from "../../web/forms.ts"
import type { Env, View } from "../../web/view.ts"
import type { PickKind } from "./candidates.ts"
import { type Picked, pickOne, startPick } from "./pick-one.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let ask: (path: string) => Promise<{ status: number; text: string }>

beforeAll(async () => {
  database = await freshDatabase()
  await writeRegister(database.db)
  const mai = await signInAs(database.db, { name: "Mai", roles: [{ role: "province_officer" }] })
  ask = visitor(database.db).as(mai).get
})
afterAll(() => database.close())

describe("suggestions while someone types", () => {
  it.each(["binh an", "Bình An", "xa binh an"])("find communes by “%s”, without marks too", async (words) => {
    expect(await suggested(`dia-ban?cap=xa&tim=${encodeURIComponent(words)}`)).toContainEqual(
      expect.stringMatching(/^Xã Bình An, /),
    )
  })
  it("find organisations by name, abbreviation and code, with where they are", async () => {
    for (const words of ["htx binh an", "0100233488"])
      expect(await suggested(`to-chuc?tim=${encodeURIComponent(words)}`)).toContainEqual(
        expect.stringMatching(/^Hợp tác xã Bình An – 0100233488 – xã /),
      )
  })
  it("narrow places to communes where only they will do", async () => {
    const everything = await suggested("dia-ban?tim=kien+giang")
    expect(everything.concat(await suggested("dia-ban?tim=an+giang")).join()).toMatch(/Tỉnh/)
    expect((await suggested("dia-ban?cap=xa&tim=an+giang")).join()).not.toMatch(/Tỉnh/)
  })
  it.each(["", "zzzz", "%01", "' or 1=1 --"])("are none for “%s”", async (words) => {
    const { status, text } = await ask(`/ban-lam-viec/chon/dia-ban?tim=${words}`)
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({ list: [], hasMore: false })
  })
  it("are not for someone signed out", async () => {
    expect((await visitor(database.db).get("/ban-lam-viec/chon/to-chuc?tim=binh")).status).toBe(303)
  })

  async function suggested(path: string): Promise<string[]> {
    const { status, text } = await ask(`/ban-lam-viec/chon/${path}`)
    expect(status).toBe(200)
    return JSON.parse(text).list.map(({ label }: { label: string }) => label)
  }
})

describe("what was typed, without scripts", () => {
  it("is taken when only one answers to it", async () => {
    expect(await pick("organisation", { "to-chuc": "htx hoa hung" })).toMatchObject({
      ok: true,
      record: { label: expect.stringContaining("0314409058-002") },
    })
  })

  it("comes back with those to choose from when several do, and is taken once one is chosen", async () => {
    const asked = await pick("organisation", { "to-chuc": "binh" })
    if (asked.ok) throw new Error("one was taken without asking")
    expect(asked.state.errors["to-chuc"]).toMatch(/hãy chọn một/)
    expect(asked.candidates.list.length).toBeGreaterThan(1)

    const second = asked.candidates.list[1]!
    const chosen = { "to-chuc": "binh", "to-chuc-cho": "binh", "to-chuc-ma": String(second.id) }
    expect(await pick("organisation", chosen)).toMatchObject({ ok: true, record: { id: second.id } })
  })

  it("is looked for anew when other words are typed than those the choice was for", async () => {
    const asked = await pick("organisation", { "to-chuc": "binh" })
    const other = asked.ok ? undefined : asked.candidates.list[1]
    const changed = { "to-chuc": "htx hoa hung", "to-chuc-cho": "binh", "to-chuc-ma": String(other?.id) }
    expect(await pick("organisation", changed)).toMatchObject({
      ok: true,
      record: { label: expect.stringContaining("0314409058-002") },
    })
  })

  it("names the unit above where a name comes back", async () => {
    const list = JSON.parse((await ask("/ban-lam-viec/chon/dia-ban?cap=xa&tim=binh+an")).text).list
    const full = list[0].label
    expect(await pick("commune", { "to-chuc": full })).toMatchObject({ ok: true, record: { id: list[0].id } })
  })

  it("is taken again as it stands when nothing was changed", async () => {
    const first = await pick("commune", { "to-chuc": "xa binh an" })
    const record = first.ok ? first.record : first.candidates.list[0]
    expect(await pick("commune", startPick("to-chuc", record ?? undefined))).toMatchObject({
      ok: true,
      record: { id: record?.id },
    })
  })

  it("is no one's when nothing is called so, or nothing was typed", async () => {
    expect(await pick("commune", { "to-chuc": "không có nơi này" })).toMatchObject({
      ok: false,
      state: { errors: { "to-chuc": expect.stringContaining("Hãy xem lại tên") } },
      candidates: { list: [] },
    })
    expect(await pick("commune", { "to-chuc": "  " })).toEqual({ ok: true, record: null })
  })

  it.each(["0", "99999999", "1; drop table places", "-1"])(
    "takes no record by the made-up key %s",
    async (id) => {
      const forged = { "to-chuc": "không có", "to-chuc-cho": "không có", "to-chuc-ma": id }
      expect(await pick("organisation", forged)).toMatchObject({ ok: false })
    },
  )
})

async function pick(kind: PickKind, typed: Record<string, string>): Promise<Picked> {
  let picked: Picked | undefined
  const app = new Hono<Env>().get("/", async (c) => {
    c.set("db", database.db)
    c.set("view", { locale: "vi", today: "2026-03-02" } as View)
    picked = await pickOne(c, startForm(typed), "to-chuc", kind)
    return c.text("")
  })
  await app.request("/")
  if (!picked) throw new Error("nothing was asked")
  return picked
}
