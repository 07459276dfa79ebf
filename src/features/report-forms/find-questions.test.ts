import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { loadPlaces } from "../places/load-places.ts"
import { findQuestions } from "./find-questions.ts"
import { rememberedPeers } from "./peers.ts"
import { type FormVersion, formVersionFor } from "./queries.ts"
import { questionWords } from "./value-words.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let form: FormVersion
let rice: number[]
let trade: number
let place_id: number
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(database.db)
  place_id = (await database.db.selectFrom("places").select("id").limit(1).executeTakeFirstOrThrow()).id
  form = (await formVersionFor(database.db, "cooperative", 2025))!
  // Twelve rice growers of 2024, of whom six already sent 2025; one trader alone in its sector.
  rice = await Promise.all(
    Array.from({ length: 12 }, (_, index) => addCooperative(`Lúa ${index}`, "agriculture")),
  )
  trade = await addCooperative("Chợ", "trade")
  for (const [index, id] of rice.entries()) await report(id, 2024, index)
  for (const [index, id] of rice.slice(0, 6).entries()) await report(id, 2025, index)
})
afterAll(() => database.close())

const million = 1_000_000

async function addCooperative(name: string, sector: string) {
  const { db } = database
  const { id } = await db
    .insertInto("organisations")
    .values({
      slug: name.toLowerCase().replaceAll(" ", "-"),
      name,
      kind: "cooperative",
      founded_on: "2015-01-01",
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  await db
    .insertInto("organisation_states")
    .values({
      organisation_id: id,
      name,
      sector,
      status: "operating",
      place_id,
      valid_from: "2015-01-01",
      valid_to: "infinity",
    })
    .execute()
  return id
}

function report(organisation_id: number, year: number, step: number) {
  return database.db
    .insertInto("yearly_reports")
    .values({
      organisation_id,
      year,
      state: "accepted",
      submitted_on: `${year}-12-10`,
      accepted_on: `${year}-12-20`,
      members: 20 + step,
      revenue: (100 + 10 * step) * million,
      capital: (300 + step) * million,
      more: JSON.stringify({ official_members: 20 + step }),
    })
    .execute()
}

async function ask(organisation_id: number, values: Record<string, number>) {
  const found = await findQuestions(database.db, { form, year: 2025 }, [{ organisation_id, values }])
  return found.get(organisation_id)!
}

describe("questions about a report", () => {
  it("compare with last year’s while this year’s are too few", async () => {
    const [question] = await ask(rice[0]!, { members: 21, revenue: 90_000 * million, capital: 300 * million })
    expect(question).toMatchObject({
      rule: "outlier:revenue",
      year: 2024,
      sector: "agriculture",
      size: "micro",
      peers: 11,
    })
    expect(questionWords(question!, form.definition, "vi")).toBe(
      "Tổng doanh thu: 90\u00a0tỷ đồng, cao hơn nhiều so với mức giữa 160\u00a0triệu đồng của 11 đơn vị cùng lĩnh vực (Nông, lâm, ngư, diêm nghiệp), cùng quy mô (Siêu nhỏ) báo cáo năm 2024. Số này có đúng không? Nếu đúng, hãy cho biết lý do.",
    )
    expect(questionWords(question!, form.definition, "en")).toContain(
      "90\u00a0billion đồng is far above 160\u00a0million đồng",
    )
  })

  it("compare also what has no column of its own", async () => {
    expect(await ask(rice[0]!, { official_members: 4000 })).toMatchObject([{ field: "official_members" }])
  })

  it("are not asked of what is usual, nor where nobody can be compared with", async () => {
    expect(await ask(rice[0]!, { members: 24, revenue: 130 * million })).toEqual([])
    expect(await ask(trade, { members: 9000, revenue: 90_000 * million })).toEqual([])
  })

  it("compare with this year’s as soon as there are enough, whatever their size where their size has too few", async () => {
    const more = await Promise.all(
      Array.from({ length: 6 }, (_, index) => addCooperative(`Mới ${index}`, "agriculture")),
    )
    for (const [index, id] of more.entries()) await report(id, 2025, index + 6)
    const [question] = await ask(more[0]!, { revenue: 90_000 * million })
    expect(question).toMatchObject({ year: 2025, peers: 11 })

    // One that was large last year has no peer of its size.
    await database.db
      .updateTable("yearly_reports")
      .set({ members: 2000, revenue: 900_000 * million })
      .where("organisation_id", "=", rice[11]!)
      .where("year", "=", 2024)
      .execute()
    const [large] = await ask(rice[11]!, { revenue: 900_000 * million })
    expect(large).toMatchObject({ size: null, year: 2025, peers: 12 })
  })

  it("are found for many at once", async () => {
    const found = await findQuestions(database.db, { form, year: 2025 }, [
      { organisation_id: rice[0]!, values: { revenue: 90_000 * million } },
      { organisation_id: rice[1]!, values: { revenue: 110 * million } },
      { organisation_id: trade, values: { revenue: 1 } },
    ])
    expect([...found].map(([id, questions]) => [id, questions.length])).toEqual([
      [rice[0], 1],
      [rice[1], 0],
      [trade, 0],
    ])
  })

  it("are found with remembered peers as with those of now", async () => {
    const asked = { form, year: 2025 }
    const reports = [{ organisation_id: rice[0]!, values: { official_members: 4000 } }]
    const now = await findQuestions(database.db, asked, reports)
    expect(await findQuestions(database.db, asked, reports, rememberedPeers)).toEqual(now)
    await database.db.updateTable("yearly_reports").set({ more: "{}" }).execute()
    expect(await findQuestions(database.db, asked, reports)).toEqual(new Map([[rice[0], []]]))
    expect(await findQuestions(database.db, asked, reports, rememberedPeers)).toEqual(now)
  })
})
