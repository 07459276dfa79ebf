import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { loadPlaces } from "./load-places.ts"
import { findPlace, hasSharedLand } from "./queries.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>

beforeAll(async () => {
  database = await freshDatabase({ from: "empty" })
  await loadPlaces(asApplication(database.db))
})
afterAll(() => database.close())

async function isShared(slug: string, from: string, to: string) {
  const place = await findPlace(database.db, slug)
  return hasSharedLand(database.db, place!.id, { from, to })
}

describe("land that a place shares with others", () => {
  it("is none while its communes are whole", async () => {
    expect(await isShared("thanh-pho-rach-gia-899", "2021-01-01", "2025-06-30")).toBe(false)
  })
  it("is there once a new ward took land of two districts", async () => {
    expect(await isShared("thanh-pho-rach-gia-899", "2021-01-01", "2025-07-01")).toBe(true)
  })
  it("is none where all new communes lie within", async () => {
    expect(await isShared("huyen-chau-thanh-905", "2021-01-01", "2025-12-31")).toBe(false)
    expect(await isShared("tinh-kien-giang-91", "2021-01-01", "2025-12-31")).toBe(false)
  })
  it("is there before a unit began that took a part of a commune", async () => {
    expect(await isShared("phuong-chau-doc-30316-tu-2025", "2021-01-01", "2025-12-31")).toBe(true)
    expect(await isShared("phuong-chau-doc-30316-tu-2025", "2025-07-01", "2025-12-31")).toBe(false)
  })
})
