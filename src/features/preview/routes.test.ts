import { readdirSync } from "node:fs"
import { join } from "node:path"
import { parseHTML } from "linkedom"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"
import { createApp } from "../../app.tsx"
import { root } from "../../root.ts"
import { readSettings } from "../../settings.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

describe("the page of components", () => {
  it("is not there on a portal that the public reaches", async () => {
    expect((await visitor(database.db).get("/ban-lam-viec/thanh-phan")).status).toBe(404)
  })

  it.each(["", "/en"])("shows every component under an id of its own (%s)", async (language) => {
    const app = createApp({ db: database.db, settings: readSettings({}) })
    const response = await app.request(`${language}/ban-lam-viec/thanh-phan`)
    expect(response.status).toBe(200)
    const { document } = parseHTML(await response.text())
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    for (const label of document.querySelectorAll("label"))
      expect(document.getElementById(label.getAttribute("for") ?? ""), label.textContent ?? "").not.toBeNull()
    for (const field of document.querySelectorAll("[aria-describedby]"))
      for (const id of (field.getAttribute("aria-describedby") ?? "").split(" ")) expect(ids).toContain(id)
    expect(document.querySelector("[value='không hiện lại']")).toBeNull()
  })

  it("leaves no component without examples", () => {
    const folders = readdirSync(join(root, "src/ui"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    // The frame of pages is around everything, and two folders hold styles alone.
    const others = ["layout", "breadcrumb", "search-field"]
    const without = folders.filter(
      ({ name }) =>
        !others.includes(name) &&
        !readdirSync(join(root, "src/ui", name)).some((file) => file.endsWith(".examples.tsx")),
    )
    expect(without.map(({ name }) => name)).toEqual([])
  })
})
