import { rmSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { journey, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"
import { comeIn } from "./colleagues.ts"
import { look } from "./usable.ts"

journey("a cooperative that is rated", () => {
  const folder = temporaryFolder()
  const { visit } = withBrowser()
  let portal: Awaited<ReturnType<typeof startPortal>>
  let officer: Awaited<ReturnType<typeof comeIn>>

  beforeAll(async () => {
    const settings = { DATA_DIR: join(folder, "data") }
    portal = await startPortal(settings)
    officer = await comeIn(
      visit,
      { ...settings, BASE_URL: portal.url },
      { name: "Lê Văn Nam", email: "nam@example.vn", role: "province_officer", needsSecondFactor: true },
    )
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(withAndWithoutScripts)("scores itself, is checked, sent and taken in, %s", async (_, scripts) => {
    const page = await visit(
      `${portal.url}/ban-lam-viec/xep-loai?nam=${new Date().getFullYear()}&tinh-trang=chua-lam`,
      {
        scripts,
        storageState: officer,
        expected: [422],
      },
    )
    await look(page, scripts)
    const list = page.getByRole("table").last().getByRole("rowheader").getByRole("link")
    await list.nth(scripts ? 0 : 1).click()
    await look(page, scripts)
    for (const field of await page.locator('input[inputmode="decimal"]').all()) await field.fill("1")
    for (const growth of await page.getByRole("radio", { name: "Có (1)" }).all()) await growth.check()
    if (scripts) await shown(page.locator("output")).toMatch(/^2\d(,\d+)? điểm: yếu$/)
    await page.getByLabel("5. Chấp hành pháp luật").fill("9")
    await page.getByRole("button", { name: "Lưu phiếu" }).click()
    await shown(page.getByRole("main")).toContain("Hãy viết số không quá 8.")
    await look(page, scripts)
    await page.getByLabel("5. Chấp hành pháp luật").fill("8")
    await page.getByRole("button", { name: "Lưu phiếu" }).click()

    await page.getByRole("link", { name: "Ban kiểm soát kiểm tra" }).click()
    await look(page, scripts)
    await page.getByLabel("Người kiểm tra").fill("Trần Thị Kiểm")
    await page.getByLabel("Đồng ý với điểm tự chấm").check()
    await page.getByRole("button", { name: "Ghi kết quả" }).click()
    await page.getByRole("button", { name: "Gửi cơ quan đăng ký" }).click()
    await page.getByRole("link", { name: "Tiếp nhận hoặc trả lại" }).click()
    await look(page, scripts)
    await page.getByRole("button", { name: "Tiếp nhận", exact: true }).click()
    await shown(page.getByRole("main")).toContain("Đã tiếp nhận")
    await look(page, scripts)
    await page.getByRole("link", { name: "Bản in" }).click()
    await shown(page.getByRole("main")).toContain("BẢNG ĐÁNH GIÁ HỢP TÁC XÃ")
    expect(await page.getByRole("table").count()).toBe(1)
  })
})
