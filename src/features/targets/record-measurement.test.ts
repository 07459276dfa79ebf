import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { recordMeasurement } from "./record-measurement.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>

beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
  await database.db.updateTable("targets").set({ measure: null }).where("position", "=", 8).execute()
})
afterAll(() => database.close())

const figure = { measured_on: "2024-12-31", value: 12.5, evidence: "Báo cáo 15/BC-STC", recorder: "lan" }

describe("entering a figure by hand", () => {
  it("keeps the figure, its evidence and who entered it, and leaves a trace in the change log", async () => {
    await recordMeasurement(asApplication(database.db), { plan: "148/kh-ubnd", target: 9, ...figure })
    const kept = await database.db.selectFrom("measurements").selectAll().executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ value: 12.5, evidence: "Báo cáo 15/BC-STC", recorded_by: "lan" })
    const change = await database.db
      .selectFrom("changes")
      .selectAll()
      .where("record_kind", "=", "measurement")
      .executeTakeFirstOrThrow()
    expect(change).toMatchObject({ actor: "lan", action: "measure", record_id: kept.id })
  })

  it("is refused where the system counts by itself, and where there is no such target", async () => {
    const { db } = database
    await expect(
      recordMeasurement(asApplication(db), { plan: "148/KH-UBND", target: 1, ...figure }),
    ).rejects.toThrow("is counted from the register")
    await expect(
      recordMeasurement(asApplication(db), { plan: "148/KH-UBND", target: 10, ...figure }),
    ).rejects.toThrow("There is no target 10")
  })
})

describe("the change log", () => {
  it("cannot be rewritten, by whomever", async () => {
    const { db } = database
    await expect(db.updateTable("changes").set({ actor: "x" }).execute()).rejects.toThrow("never rewritten")
    await expect(db.deleteFrom("changes").execute()).rejects.toThrow("never rewritten")
  })
})
