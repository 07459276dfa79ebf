import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { countFlows } from "../flows/flows.ts"
import { placesOn } from "../measures/test-register.ts"
import { loadPlaces } from "../places/load-places.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let officer: SignedIn
let kienGiang: number
let anGiang: number
let chauThanh: number
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(database.db)
  const findPlace = await placesOn(database.db)
  kienGiang = findPlace("91", "2020-01-01")
  anGiang = findPlace("91", "2026-01-01")
  chauThanh = findPlace("905", "2020-01-01")
  officer = await signInAs(database.db, { name: "Hoa", roles: [{ role: "province_officer" }] })
})
afterAll(() => database.close())

/** An organisation of 2015 that is entered today has its seat in a unit of today. */
describe("an organisation that is older than its commune", () => {
  it("is counted on every day since it was founded, in the province and district of its land", async () => {
    const added = await visitor(database.db, { today: "2026-06-15" })
      .as(officer)
      .post("/ban-lam-viec/to-chuc/moi?loai=hop-tac-xa", {
        name: "Hợp tác xã Cũ",
        happened_on: "01/02/2015",
        place: "Xã Bình An",
        business_line: "0111",
      })
    expect(added.status).toBe(303)
    const year = { sector: null, from: "2020-01-01", to: "2020-12-31" }
    for (const placeId of [null, kienGiang, anGiang, chauThanh]) {
      const { opening, closing } = await countFlows(database.db, { ...year, placeId })
      expect([opening.cooperative, closing.cooperative], String(placeId)).toEqual([1, 1])
    }
    const list = await visitor(database.db, { today: "2026-06-15" }).get(
      "/hop-tac-xa?ngay=31/12/2020&dia-ban=tinh-kien-giang-91",
    )
    expect(list.text).toContain("Hợp tác xã Cũ")
  })
})
