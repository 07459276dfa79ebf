import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { benchWeight } from "../bench/weight.ts"
import { freshDatabase } from "./database.ts"
import { serveOverTheWire } from "./serve.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let portal: Awaited<ReturnType<typeof serveOverTheWire>>

beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
  portal = await serveOverTheWire(database.db)
}, 120_000)
afterAll(async () => {
  portal?.close()
  await database?.close()
})

describe("a page over a slow line", () => {
  it("weighs no more than a cheap phone can fetch in a moment, whichever it is", async () => {
    const lines = await benchWeight(portal.origin)
    const tooHeavy = lines.filter(({ value, limit }) => value > limit)
    expect(tooHeavy.map(({ what, value, limit }) => `${what}: ${value} kB, allowed ${limit}`)).toEqual([])
  }, 60_000)
})
