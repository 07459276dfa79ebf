import { rmSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { connect, type Database, inTransaction } from "../src/database/connection.ts"
import { formVersionFor } from "../src/features/report-forms/queries.ts"
import { saveRevisions, submitReports } from "../src/features/reports/file-report.ts"
import { inVietnam } from "../src/ui/format.ts"
import { databaseIn, startPortal, temporaryFolder } from "../test/program.ts"
import { journey, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"
import { comeIn } from "./colleagues.ts"
import { look } from "./usable.ts"

const commune = { name: "Xã Châu Thành", code: "30880", slug: "xa-chau-thanh-30880-tu-2025" }
const round = "bao-cao-nam-2026"
const list = `/ban-lam-viec/bao-cao/${round}`

journey("a report of the year", () => {
  const folder = temporaryFolder()
  const { visit } = withBrowser()
  let portal: Awaited<ReturnType<typeof startPortal>>
  let officer: Awaited<ReturnType<typeof comeIn>>
  let accountants: Awaited<ReturnType<typeof comeIn>>[]
  let names: string[]
  const texts = { one: "Bốn Mươi Một", two: "Bốn Mươi Hai" }

  beforeAll(async () => {
    const settings = { DATA_DIR: join(folder, "data") }
    portal = await startPortal(settings)
    const db = connect(await databaseIn(settings.DATA_DIR), { max: 2 })
    try {
      const silent = await listSilent(db)
      names = silent.map(({ name }) => name)
      for (const words of Object.values(texts)) await sendMany(db, words, 42)
      const here = { ...settings, BASE_URL: portal.url }
      accountants = []
      for (const [index, { slug }] of silent.entries()) {
        const email = `sen${index}@example.vn`
        const sen = { name: "Lê Thị Sen", email, role: "organisation_representative", organisation: slug }
        accountants.push(await comeIn(visit, here, sen))
      }
      const lan = {
        name: "Trần Thị Lan",
        email: "lan@example.vn",
        role: "commune_officer",
        place: commune.slug,
      }
      officer = await comeIn(visit, here, lan)
    } finally {
      await db.destroy()
    }
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(withAndWithoutScripts)(
    "is filled in by an accountant on a phone, returned for one field, mended and accepted, %s",
    async (_, scripts) => {
      const mine = scripts ? 0 : 1
      const page = await visit(`${portal.url}/ban-lam-viec`, {
        scripts,
        storageState: accountants[mine]!,
        expected: [422],
      })
      await page.getByRole("link", { name: "1 báo cáo cần nộp" }).click()
      await look(page, scripts)
      await page.getByRole("link", { name: "Điền báo cáo" }).click()
      await shown(page.getByRole("main")).toContain("Năm 2025:")
      await look(page, scripts)

      await page.getByLabel("Thành viên là cá nhân").fill("ba mươi")
      await page.getByRole("button", { name: "Lưu bản nháp" }).click()
      await shown(page.getByRole("main")).toContain("Hãy viết số nguyên như 1.250.")
      await look(page, scripts)
      const typed = {
        "Thành viên là cá nhân": "30",
        "Thành viên mới trong năm": "2",
        "Thành viên ra khỏi trong năm": "1",
        "Tổng số lao động thường xuyên": "8",
        "Tổng doanh thu": "1900000000",
        "Lợi nhuận trước thuế": "-35000000",
        "Tổng thu nhập đã trả": "300000000",
      }
      for (const [label, value] of Object.entries(typed)) await page.getByLabel(label).first().fill(value)
      if (scripts) await losesTheConnection(page)
      await page.getByRole("button", { name: "Kiểm tra trước khi gửi" }).click()
      await shown(page.getByRole("heading", { level: 1 })).toBe("Kiểm tra trước khi gửi")
      await shown(page.getByRole("main")).toContain("-35.000.000")
      await look(page, scripts)
      const answers = page.getByLabel(/^Trả lời về/)
      for (let index = 0; index < (await answers.count()); index++) await answers.nth(index).fill("Số đúng")
      await page.getByRole("button", { name: "Gửi báo cáo" }).click()
      await shown(page.getByRole("main")).toMatch(/BC26(-[2-9A-Z]{4}){3}/)
      await look(page, scripts)

      const desk = await visit(`${portal.url}${list}?trang-thai=cho-tiep-nhan`, {
        scripts,
        storageState: officer,
      })
      await desk.getByRole("link", { name: names[mine]!, exact: true }).click()
      await look(desk, scripts)
      const row = desk.locator("#dong-workers + tr")
      await row.getByText("Trả lại mục này").click()
      await row.getByLabel("Lý do trả lại").fill("Sổ lương có 9 người")
      await look(desk, scripts)
      await desk.getByRole("button", { name: "Trả lại", exact: true }).click()
      await shown(desk.getByRole("main")).toContain("Bị trả lại")

      await page.goto(`${portal.url}/ban-lam-viec`)
      await page.getByRole("link", { name: "1 báo cáo bị trả lại" }).click()
      await page.getByRole("link", { name: "Sửa và gửi lại" }).click()
      await shown(page.getByRole("main")).toContain("Lý do trả lại: Sổ lương có 9 người")
      await look(page, scripts)
      await page.getByLabel("Tổng số lao động thường xuyên").fill("9")
      await page.getByRole("button", { name: "Kiểm tra trước khi gửi" }).click()
      await page.getByRole("button", { name: "Gửi lại báo cáo" }).click()
      await shown(page.getByRole("heading", { level: 1 })).toBe("Biên nhận báo cáo")

      await desk.reload()
      await shown(desk.getByRole("main")).toContain("Những gì đã sửa")
      expect(await desk.locator("#dong-revenue").count()).toBe(0)
      await look(desk, scripts)
      await desk.getByRole("button", { name: "Tiếp nhận", exact: true }).click()
      await shown(desk.getByRole("main")).toContain("Xã đã tiếp nhận")
      await desk.getByRole("link", { name: "Lịch sử số liệu" }).click()
      await shown(desk.getByRole("main")).toContain("Lê Thị Sen (Đại diện tổ chức)")
      await look(desk, scripts)
    },
  )

  /** Typed without a connection, left, and found again where it was typed. */
  async function losesTheConnection(page: Page) {
    await page.context().setOffline(true)
    await page.getByLabel("Thuế và các khoản đã nộp").fill("5400000")
    await shown(page.getByRole("main")).toContain("Mất kết nối")
    const form = page.url()
    // As a phone does that needs its memory: the page is gone before the connection is back.
    await page.goto("about:blank")
    await page.context().setOffline(false)
    await page.goto(form)
    await page.getByRole("button", { name: "Dùng lại" }).click()
    await expect
      .poll(() => page.getByLabel("Thuế và các khoản đã nộp").inputValue())
      .toMatch(/^5\.?400\.?000$/)
    await expect.poll(() => page.getByLabel("Thành viên là cá nhân").inputValue()).toBe("30")
    await shown(page.getByRole("main")).toContain("Bản nháp đã lưu lúc")
  }

  it.each(withAndWithoutScripts)(
    "is one of forty-two that a commune officer looks at: two go back, forty are accepted at once, %s",
    async (_, scripts) => {
      const words = scripts ? texts.one : texts.two
      const page = await visit(`${portal.url}${list}?trang-thai=cho-tiep-nhan`, {
        scripts,
        storageState: officer,
      })
      await page.getByLabel("Tìm theo tên").fill(words)
      await page.getByRole("button", { name: "Xem" }).click()
      await shown(page.getByRole("main")).toContain("42 đơn vị")
      await look(page, scripts)
      for (const number of [7, 23]) {
        const narrowed = page.url()
        await page.getByRole("link", { name: `Hợp tác xã ${words} số ${number}`, exact: true }).click()
        await page.getByLabel("Ý kiến chung").fill("Xem lại doanh thu")
        await page.getByRole("button", { name: "Trả lại", exact: true }).click()
        await shown(page.getByRole("main")).toContain("Bị trả lại")
        await page.goto(narrowed)
      }
      await page.getByRole("link", { name: "Chọn cả 40 báo cáo" }).click()
      await look(page, scripts)
      await page.getByRole("button", { name: "Tiếp nhận các báo cáo đã chọn" }).click()
      await shown(page.getByRole("main")).toContain("Đã tiếp nhận 40 báo cáo.")
      await look(page, scripts)
      await page.getByRole("button", { name: "Hoàn tác" }).click()
      await shown(page.getByRole("main")).toContain("Đã rút lại việc tiếp nhận 40 báo cáo.")
    },
  )
})

/** Two cooperatives of the commune that the sample has begun nothing for. */
async function listSilent(db: Database) {
  return await db
    .selectFrom("organisations")
    .innerJoin("organisation_states as state", "state.organisation_id", "organisations.id")
    .innerJoin("places", "places.id", "state.place_id")
    .select(["organisations.slug", "state.name"])
    .where("places.slug", "=", commune.slug)
    .where("organisations.kind", "=", "cooperative")
    .where("state.valid_to", "=", "infinity")
    .where("state.status", "=", "operating")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("report_filings")
            .innerJoin("reporting_rounds", "reporting_rounds.id", "report_filings.round_id")
            .whereRef("report_filings.organisation_id", "=", "organisations.id")
            .where("reporting_rounds.slug", "=", round)
            .select("report_filings.id"),
        ),
      ),
    )
    .orderBy("organisations.id")
    .limit(2)
    .execute()
}

/** Cooperatives of the commune whose reports were sent, called by the words and a number. */
async function sendMany(db: Database, words: string, count: number) {
  const form = (await formVersionFor(db, "cooperative", 2026))!
  const { id: round_id } = await db
    .selectFrom("reporting_rounds")
    .select("id")
    .where("slug", "=", round)
    .executeTakeFirstOrThrow()
  const place = await db
    .selectFrom("places")
    .select("id")
    .where("slug", "=", commune.slug)
    .executeTakeFirstOrThrow()
  const added = await db
    .insertInto("organisations")
    .values(
      Array.from({ length: count }, (_, index) => ({
        slug: `${words.toLowerCase().replace(/[^a-z]/g, "")}-${index + 1}`,
        name: `Hợp tác xã ${words} số ${index + 1}`,
        kind: "cooperative",
        founded_on: "2020-01-01",
        is_sample: true,
      })),
    )
    .returning(["id", "name"])
    .execute()
  await db
    .insertInto("organisation_states")
    .values(
      added.map(({ id, name }) => ({
        organisation_id: id,
        valid_from: "2020-01-01",
        valid_to: "infinity",
        status: "operating",
        name,
        place_id: place.id,
        sector: "agriculture",
        kind: "cooperative",
      })),
    )
    .execute()
  const required = form.definition.fields.filter(({ is_required, total_of }) => is_required && !total_of)
  const values = Object.fromEntries(
    required.map(({ code, kind }) => [code, kind === "money" ? 10_000_000 : kind === "count" ? 12 : null]),
  )
  const acting = { author: { actor: "hoptac", via: "shell" }, today: inVietnam(new Date()).day } as const
  await inTransaction(db, async (trx) => {
    const saved = await saveRevisions(
      trx,
      acting,
      { round_id, via: "shell" },
      added.map(({ id }) => ({ organisation_id: id, values, based_on: 0 })),
    )
    const sent = await submitReports(
      trx,
      acting,
      saved.map((one) => ({ filing_id: one.filing_id!, revision: 1 })),
    )
    expect(sent.every(({ ok }) => ok)).toBe(true)
  })
}
