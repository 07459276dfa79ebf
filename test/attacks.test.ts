import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "./database.ts"
import { signInAs } from "./fixtures/people.ts"
import { visitor } from "./visit.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

describe("a form that another site sends with the session of someone signed in", () => {
  it.each<[string, Record<string, string>]>([
    ["from elsewhere", { origin: "https://elsewhere.example" }],
    ["from a frame without an origin", { origin: "null" }],
    ["without saying from where", { origin: "", "sec-fetch-site": "cross-site" }],
    ["as plain text", { origin: "https://elsewhere.example", "content-type": "text/plain" }],
  ])("is refused and changes nothing: %s", async (_how, headers) => {
    const browser = visitor(database.db).as(await signInAs(database.db, { name: "Mai" }))
    expect((await browser.post("/dang-xuat", {}, headers)).status).toBe(403)
    expect((await browser.get("/ban-lam-viec")).status).toBe(200)

    // The same form from a page of this site does what it says.
    expect((await browser.post("/dang-xuat", {})).status).toBe(303)
    expect((await browser.get("/ban-lam-viec")).status).toBe(303)
  })
})
