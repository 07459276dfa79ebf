import { setTimeout as delay } from "node:timers/promises"
import { expect, it } from "vitest"
import type { Database } from "./connection.ts"
import { remembering } from "./remembering.ts"

const [one, other] = [{}, {}] as [Database, Database]

it("gives the same answer to whoever asks, of that database alone", async () => {
  const kept = remembering<number>({ most: 10, milliseconds: 600_000 })
  expect(kept(one).get("a")).toBeUndefined()
  expect(await kept(one).keep("a", Promise.resolve(1))).toBe(1)
  expect(await kept(one).get("a")).toBe(1)
  expect(kept(one).get("b")).toBeUndefined()
  expect(kept(other).get("a")).toBeUndefined()
})

it("forgets an answer that grew too old", async () => {
  const kept = remembering<number>({ most: 10, milliseconds: 1 })
  kept(one).keep("a", Promise.resolve(1))
  await delay(20)
  expect(kept(one).get("a")).toBeUndefined()
})

it("forgets a reading that failed", async () => {
  const kept = remembering<number>({ most: 10, milliseconds: 600_000 })
  await expect(kept(one).keep("a", Promise.reject(new Error("gone")))).rejects.toThrow("gone")
  expect(kept(one).get("a")).toBeUndefined()
})
