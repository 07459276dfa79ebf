import { Hono } from "hono"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import type { DeskEnv } from "../../rights/guard.ts"
import type { Person } from "../../rights/roles.ts"
import { startForm } from "../../web/forms.ts"
import { type OpenedForm, openForm } from "./open-form.ts"
import { dropDraft, findDraft, saveDraft } from "./queries.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let mai: SignedIn
let lan: SignedIn
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  mai = await signInAs(database.db, { name: "Mai", roles: [{ role: "editor" }] })
  lan = await signInAs(database.db, { name: "Lan", roles: [{ role: "editor" }] })
})

const address = "/ban-lam-viec/ban-nhap/tin-bai/moi"
const keyOf = ({ id }: SignedIn) => ({ userId: id, form: "tin-bai", record: "moi" })

describe("a draft", () => {
  it("is kept for whoever types it, says when, and grows with what is typed", async () => {
    const first = await put(mai, { "tieu-de": "HTX" })
    expect(first.status).toBe(200)
    expect(await first.json()).toEqual({ hour: expect.stringMatching(/^\d\d:\d\d$/) })
    await put(mai, { "tieu-de": "HTX Bình An", "chuyen-muc": "tin" })
    expect(await findDraft(database.db, keyOf(mai))).toMatchObject({
      content: { "tieu-de": ["HTX Bình An"], "chuyen-muc": ["tin"] },
    })
  })

  it("is nobody else's", async () => {
    await put(mai, { "tieu-de": "Của Mai" })
    await put(lan, { "tieu-de": "Của Lan" })
    expect(await findDraft(database.db, keyOf(mai))).toMatchObject({ content: { "tieu-de": ["Của Mai"] } })
  })

  it("is not kept for someone signed out, or for a form without a proper name", async () => {
    expect((await put({ cookie: "" }, { a: "b" })).status).toBe(401)
    expect((await put(mai, { a: "b" }, "/ban-lam-viec/ban-nhap/Tin%20Bai/moi")).status).toBe(404)
  })

  it("is dropped when its owner says so, and leads back to the form", async () => {
    await put(mai, { "tieu-de": "HTX" })
    await put(lan, { "tieu-de": "HTX" })
    const { status, headers } = await visitor(database.db)
      .as(mai)
      .post(`${address}/loai-bo`, { "tro-lai": "/ban-lam-viec/tin-bai/moi" })
    expect([status, headers.get("location")]).toEqual([303, "/ban-lam-viec/tin-bai/moi"])
    expect(await findDraft(database.db, keyOf(mai))).toBeUndefined()
    expect(await findDraft(database.db, keyOf(lan))).toBeDefined()
  })

  it("is gone with its owner", async () => {
    await put(mai, { "tieu-de": "HTX" })
    await database.db.deleteFrom("users").where("id", "=", mai.id).execute()
    expect(await findDraft(database.db, keyOf(mai))).toBeUndefined()
  })
})

describe("a form that has a draft", () => {
  const start = startForm({ "tieu-de": "HTX Bình An", tags: ["a", "b"] })

  it("opens with the record, and offers the draft", async () => {
    await saveDraft(database.db, keyOf(mai), { "tieu-de": ["HTX Bình An mới"] })
    expect(await open(mai)).toMatchObject({ form: start, draft: { isUsed: false } })
  })
  it("is filled from the draft when its owner asks for that", async () => {
    await saveDraft(database.db, keyOf(mai), { "tieu-de": ["HTX Bình An mới"] })
    expect(await open(mai, "?ban-nhap=dung")).toMatchObject({
      form: { values: { "tieu-de": ["HTX Bình An mới"] } },
      draft: { isUsed: true },
    })
  })
  it("says nothing of a draft that holds what the record holds", async () => {
    await saveDraft(database.db, keyOf(mai), { "tieu-de": ["HTX Bình An"], tags: ["a", "b"], note: [""] })
    expect(await open(mai)).toEqual({ form: start, draft: undefined })
  })
  it("forgets the draft once it was sent", async () => {
    await saveDraft(database.db, keyOf(mai), { "tieu-de": ["x"] })
    await dropDraft(database.db, keyOf(mai))
    expect(await open(mai)).toEqual({ form: start, draft: undefined })
  })

  async function open({ id }: SignedIn, query = "") {
    let opened: OpenedForm | undefined
    const app = new Hono<DeskEnv>().get("/", async (c) => {
      c.set("db", database.db)
      c.set("person", { id } as Person)
      opened = await openForm(c, { form: "tin-bai", record: "moi" }, start)
      return c.text("")
    })
    await app.request(`/${query}`)
    return opened
  }
})

function put({ cookie }: Pick<SignedIn, "cookie">, form: Record<string, string>, path = address) {
  return visitor(database.db).app.request(path, {
    method: "PUT",
    headers: {
      cookie,
      origin: "https://ktth.example.vn",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(form),
  })
}
