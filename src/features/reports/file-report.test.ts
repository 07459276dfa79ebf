import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { goodValues, writeRound } from "../../../test/fixtures/reports.ts"
import { type Database, inTransaction } from "../../database/connection.ts"
import { placesOn } from "../measures/test-register.ts"
import {
  acceptForProvince,
  acceptReport,
  acceptReports,
  lockReports,
  reopenReport,
  returnReport,
  saveRevision,
  saveRevisions,
  submitReport,
  submitReports,
  withdrawAcceptances,
  withdrawReport,
} from "./file-report.ts"
import type { Acting } from "./move-filings.ts"

const acting: Acting = {
  author: { actor: "Trần Thị Mai", via: "web", role: "organisation_representative" },
  today: "2026-12-01",
}

let database: Awaited<ReturnType<typeof freshDatabase>>
let db: Database
let organisations: Organisations
let place_id: number
let year = 2030
let round: { id: number; slug: string; name: string }
beforeAll(async () => {
  database = await freshDatabase()
  organisations = await writeRegister(database.db)
  place_id = (await placesOn(database.db))("91", "2026-12-01")
  db = asApplication(database.db)
})
afterAll(() => database.close())
// Each test has a round and a year of its own.
beforeEach(async () => {
  year += 2
  round = await writeRound(database.db, {
    year,
    place_id,
    opens_on: "2026-11-15",
    due_on: "2026-12-15",
    closes_on: "2026-12-31",
  })
})

const inTrx = <Result>(work: (trx: Database) => Promise<Result>) => inTransaction(db, work)

function save(values: object = goodValues, based_on = 0, who: keyof Organisations = "binhAn", act = acting) {
  return inTrx((trx) =>
    saveRevision(trx, act, {
      round_id: round.id,
      via: "web",
      organisation_id: organisations[who].id,
      values: values as typeof goodValues,
      based_on,
    }),
  )
}

async function sent(values: object = goodValues, who: keyof Organisations = "binhAn") {
  const saved = await save(values, 0, who)
  if (!saved.ok) throw new Error(saved.fault)
  const item = { filing_id: saved.filing_id, revision: saved.revision }
  const outcome = await inTrx((trx) => submitReport(trx, acting, item))
  if (!outcome.ok) throw new Error(outcome.fault)
  return { ...item, receipt: outcome.receipt }
}

async function yearOf(who: keyof Organisations = "binhAn") {
  return await database.db
    .selectFrom("yearly_reports")
    .selectAll()
    .where("organisation_id", "=", organisations[who].id)
    .where("year", "=", year)
    .executeTakeFirst()
}

async function eventsOf(filing_id: number) {
  const rows = await database.db
    .selectFrom("report_filing_events")
    .select("kind")
    .where("filing_id", "=", filing_id)
    .orderBy("id")
    .execute()
  return rows.map(({ kind }) => kind)
}

describe("saving", () => {
  it("opens the filing, keeps each revision with who typed it, and works out totals", async () => {
    expect(await save({ men: 3, women: 4, nonsense: 1 })).toMatchObject({ ok: true, revision: 1 })
    const outcome = await save({ men: 3, women: 5 }, 1)
    expect(outcome).toMatchObject({ ok: true, revision: 2 })
    const revisions = await database.db
      .selectFrom("report_revisions")
      .select(["number", "values", "typed_by", "role", "via"])
      .where("filing_id", "=", outcome.filing_id!)
      .orderBy("number")
      .execute()
    expect(revisions).toMatchObject([
      { number: 1, values: { men: 3, women: 4, members: 7 }, typed_by: "Trần Thị Mai", via: "web" },
      { number: 2, values: { members: 8 } },
    ])
    expect(revisions[0]!.values).not.toHaveProperty("nonsense")
    expect(await eventsOf(outcome.filing_id!)).toEqual(["opened"])
    expect(await yearOf()).toBeUndefined()
  })
  it("makes no revision of what is there already, and overwrites nobody's", async () => {
    await save()
    expect(await save()).toMatchObject({ ok: true, revision: 1 })
    expect(await save({ ...goodValues, men: 31 }, 0)).toMatchObject({
      ok: false,
      fault: "moved_on",
      revision: 1,
    })
  })
  it("is refused what a field can't hold, field by field", async () => {
    const values = { men: 1.5, women: -1, revenue: "nhiều", land_area: 1.234, high_technology: "có" }
    expect(await save(values)).toMatchObject({
      ok: false,
      fault: "values",
      fields: { men: "whole", women: "least", revenue: "kind", land_area: "whole", high_technology: "kind" },
    })
  })
  it("asks only those whom the round asks, and only while it is open", async () => {
    expect(await save(goodValues, 0, "binhAnGroup")).toMatchObject({ fault: "no_form" })
    expect(await save(goodValues, 0, "binhAn", { ...acting, today: "2026-11-14" })).toMatchObject({
      fault: "closed",
    })
    await database.db
      .updateTable("reporting_rounds")
      .set({ state: "closed", closed_at: new Date() })
      .where("id", "=", round.id)
      .execute()
    expect(await save()).toMatchObject({ fault: "closed" })
  })
})

describe("sending", () => {
  it("gives a receipt, and writes the yearly report in columns and the rest beside them", async () => {
    const { receipt } = await sent({ ...goodValues, high_technology: true, remarks: "Bán qua mạng" })
    expect(receipt).toMatch(/^BC\d\d(-[2-9A-Z]{4}){3}$/)
    expect(await yearOf()).toMatchObject({
      state: "submitted",
      submitted_on: "2026-12-01",
      accepted_on: null,
      members: 42,
      revenue: 1_900_000_000,
      high_technology: true,
      value_chain: false,
      more: { men: 30, women: 12, remarks: "Bán qua mạng" },
    })
  })
  it("of the same thing twice gives the same receipt, and nothing twice", async () => {
    const { receipt, ...item } = await sent()
    const again = await inTrx((trx) => submitReport(trx, acting, item))
    expect(again).toEqual({ ok: true, ...item, receipt })
    expect(await eventsOf(item.filing_id)).toEqual(["opened", "submitted"])
  })
  it("by two at the same moment is one sending", async () => {
    const saved = await save()
    const item = { filing_id: saved.filing_id!, revision: 1 }
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => inTrx((trx) => submitReports(trx, acting, [item, item]))),
    )
    const receipts = new Set(outcomes.flat().map((outcome) => outcome.ok && outcome.receipt))
    expect(receipts.size).toBe(1)
    expect(await eventsOf(item.filing_id)).toEqual(["opened", "submitted"])
  })
  it("looks at empty fields and rules once more", async () => {
    const saved = await save({ women: 3, revenue: 100, profit_before_tax: 200, revenue_from_members: 300 })
    const outcome = await inTrx((trx) =>
      submitReport(trx, acting, { filing_id: saved.filing_id!, revision: 1 }),
    )
    expect(outcome).toMatchObject({
      fault: "incomplete",
      empty: ["men"],
      failed: ["profit_within_revenue", "revenue_from_members_within_revenue"],
    })
    expect(await yearOf()).toBeUndefined()
  })
  it("is of the revision that was seen", async () => {
    const saved = await save()
    await save({ ...goodValues, men: 31 }, 1)
    const outcome = await inTrx((trx) =>
      submitReport(trx, acting, { filing_id: saved.filing_id!, revision: 1 }),
    )
    expect(outcome).toMatchObject({ fault: "moved_on", revision: 2 })
  })
  it("can be taken back while it waits, and sent again under a new receipt", async () => {
    const { receipt, ...item } = await sent()
    await inTrx((trx) => withdrawReport(trx, acting, item))
    expect(await yearOf()).toMatchObject({ state: "draft", submitted_on: null })
    const again = await inTrx((trx) => submitReport(trx, acting, item))
    expect(again.ok && again.receipt).not.toBe(receipt)
    await inTrx((trx) => acceptReport(trx, acting, item))
    expect(await inTrx((trx) => withdrawReport(trx, acting, item))).toMatchObject({
      fault: "state",
      state: "accepted",
    })
  })
})

describe("returning", () => {
  it("keeps its reasons by field; the report comes back changed, or with a word", async () => {
    const { receipt: _, ...item } = await sent()
    const reasons = { revenue: "Chưa khớp với báo cáo thuế" }
    await inTrx((trx) => returnReport(trx, acting, { ...item, reasons }))
    expect(await yearOf()).toMatchObject({ state: "returned", submitted_on: "2026-12-01" })
    expect(await inTrx((trx) => submitReport(trx, acting, item))).toMatchObject({ fault: "unchanged" })
    const saved = await save({ ...goodValues, revenue: 1_800_000_000 }, 1)
    expect(saved).toMatchObject({ ok: true, revision: 2 })
    const late = { ...acting, today: "2026-12-20" }
    const outcome = await inTrx((trx) => submitReport(trx, late, { ...item, revision: 2 }))
    expect(outcome).toMatchObject({ ok: true })
    // The day of the first sending stays: mending makes nobody late.
    expect(await yearOf()).toMatchObject({
      state: "submitted",
      submitted_on: "2026-12-01",
      revenue: 1_800_000_000,
    })
    const events = await database.db
      .selectFrom("report_filing_events")
      .select(["kind", "revision", "reasons"])
      .where("filing_id", "=", item.filing_id)
      .orderBy("id")
      .execute()
    expect(events).toEqual([
      { kind: "opened", revision: 0, reasons: null },
      { kind: "submitted", revision: 1, reasons: null },
      { kind: "returned", revision: 1, reasons },
      { kind: "resubmitted", revision: 2, reasons: null },
    ])
  })
  it("answered with a word alone needs no change", async () => {
    const { receipt: _, ...item } = await sent()
    await inTrx((trx) => returnReport(trx, acting, { ...item, reasons: {}, note: "Xem lại" }))
    const outcome = await inTrx((trx) => submitReport(trx, acting, { ...item, note: "Số đúng là thế" }))
    expect(outcome).toMatchObject({ ok: true, revision: 1 })
  })
})

describe("accepting", () => {
  it("takes many at once, and says of each what was in the way", async () => {
    const one = await sent()
    const other = await sent(goodValues, "hoaHung")
    const draft = await save(goodValues, 0, "harmful")
    const outcomes = await inTrx((trx) =>
      acceptReports(trx, acting, [
        one,
        { ...other, revision: 7 },
        { filing_id: draft.filing_id!, revision: 1 },
        { filing_id: 999_999, revision: 1 },
      ]),
    )
    expect(outcomes).toMatchObject([
      { ok: true, state: "accepted" },
      { ok: false, fault: "moved_on" },
      { ok: false, fault: "state", state: "draft" },
      { ok: false, fault: "not_found" },
    ])
    expect(await yearOf()).toMatchObject({ state: "accepted", accepted_on: "2026-12-01" })
    expect(await yearOf("hoaHung")).toMatchObject({ state: "submitted" })
  })
  it("is taken back step by step: the province's first, then the commune's", async () => {
    const item = await sent()
    await inTrx((trx) => acceptReport(trx, acting, item))
    await inTrx((trx) => acceptForProvince(trx, acting, [item]))
    const back = (whose: "accepted" | "accepted_by_province" = "accepted") =>
      inTrx((trx) => withdrawAcceptances(trx, acting, [item], whose))
    expect(await back()).toMatchObject([{ fault: "state", state: "accepted_by_province" }])
    expect(await back("accepted_by_province")).toMatchObject([{ state: "accepted" }])
    expect(await yearOf()).toMatchObject({ state: "accepted", accepted_on: "2026-12-01" })
    expect(await back()).toMatchObject([{ state: "submitted" }])
    expect(await yearOf()).toMatchObject({ state: "submitted", accepted_on: null })
    expect(await back()).toMatchObject([{ fault: "state" }])
  })
  it("replaces a year that was known from before only when it happens", async () => {
    await database.db
      .insertInto("yearly_reports")
      .values({
        organisation_id: organisations.binhAn.id,
        year,
        state: "accepted",
        members: 7,
        submitted_on: "2026-01-01",
        accepted_on: "2026-01-02",
      })
      .execute()
    const item = await sent()
    expect(await yearOf()).toMatchObject({ state: "accepted", members: 7, filing_id: null })
    await inTrx((trx) => acceptReport(trx, acting, item))
    expect(await yearOf()).toMatchObject({ state: "accepted", members: 42, filing_id: item.filing_id })
  })
})

describe("closing", () => {
  async function closed() {
    const item = await sent()
    await save(goodValues, 0, "hoaHung")
    await inTrx((trx) => acceptReport(trx, acting, item))
    await inTrx(async (trx) => {
      expect(await lockReports(trx, acting, round)).toBe(1)
      await trx
        .updateTable("reporting_rounds")
        .set({ state: "closed", closed_at: new Date() })
        .where("id", "=", round.id)
        .execute()
    })
    return item
  }

  it("locks what was accepted, and nothing else", async () => {
    const item = await closed()
    expect(await yearOf()).toMatchObject({ state: "locked" })
    expect(await inTrx((trx) => withdrawAcceptances(trx, acting, [item], "accepted"))).toMatchObject([
      { fault: "closed" },
    ])
    expect(await save({ ...goodValues, men: 1 }, 1)).toMatchObject({ fault: "closed" })
  })
  it("leaves the figures as they are until what was opened again is accepted anew", async () => {
    const item = await closed()
    const reopened = await inTrx((trx) =>
      reopenReport(trx, acting, {
        round_id: round.id,
        organisation_id: organisations.binhAn.id,
        reason: "Kiểm toán sửa doanh thu",
      }),
    )
    expect(reopened).toMatchObject({ ok: true, state: "returned" })
    const later = { ...acting, today: "2027-02-10" }
    await save({ ...goodValues, revenue: 1_700_000_000 }, 1, "binhAn", later)
    const mended = { ...item, revision: 2 }
    expect(await inTrx((trx) => submitReport(trx, later, mended))).toMatchObject({ ok: true })
    expect(await yearOf()).toMatchObject({ state: "locked", revenue: 1_900_000_000 })
    await inTrx((trx) => acceptReport(trx, later, mended))
    expect(await yearOf()).toMatchObject({
      state: "accepted",
      revenue: 1_700_000_000,
      accepted_on: "2026-12-01",
    })
    expect(await inTrx((trx) => lockReports(trx, later, round))).toBe(1)
    expect(await yearOf()).toMatchObject({ state: "locked" })
    expect(await inTrx((trx) => withdrawAcceptances(trx, later, [mended], "accepted"))).toMatchObject([
      { fault: "closed" },
    ])
  })
  it("lets in one that never came, when the province opens it", async () => {
    await closed()
    const { id } = organisations.rachSoi
    const opened = await inTrx((trx) =>
      reopenReport(trx, acting, { round_id: round.id, organisation_id: id, reason: "Nộp muộn" }),
    )
    expect(opened).toMatchObject({ ok: true, state: "draft" })
    const saved = await save(goodValues, 0, "rachSoi")
    expect(saved).toMatchObject({ ok: true, revision: 1 })
    expect(await save(goodValues, 0, "hoaHung")).toMatchObject({ ok: false, fault: "closed" })
  })
})

it("writes hundreds at once as it writes one", async () => {
  const { id: first } = await database.db
    .selectFrom("organisations")
    .select("id")
    .where("id", "=", organisations.binhAn.id)
    .executeTakeFirstOrThrow()
  const added = await database.db
    .insertInto("organisations")
    .values(
      Array.from({ length: 300 }, (_, index) => ({
        slug: `${round.slug}-${index}`,
        name: `HTX số ${index}`,
        kind: "cooperative",
        founded_on: "2020-01-01",
      })),
    )
    .returning("id")
    .execute()
  const ids = [first, ...added.map(({ id }) => id)]
  const receipts = await inTrx(async (trx) => {
    const saved = await saveRevisions(
      trx,
      acting,
      { round_id: round.id, via: "workbook" },
      ids.map((organisation_id) => ({ organisation_id, values: goodValues, based_on: 0 })),
    )
    const items = saved.map((one) => ({ filing_id: one.filing_id!, revision: 1 }))
    return await submitReports(trx, acting, items)
  })
  expect(new Set(receipts.map((one) => one.ok && one.receipt)).size).toBe(301)
  const { count } = await database.db
    .selectFrom("yearly_reports")
    .select((reports) => reports.fn.countAll<number>().as("count"))
    .where("year", "=", year)
    .where("state", "=", "submitted")
    .executeTakeFirstOrThrow()
  expect(count).toBe(301)
})
