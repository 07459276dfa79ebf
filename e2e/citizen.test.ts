import { readFile } from "node:fs/promises"
import type { Page } from "playwright-core"
import { describe, expect, inject, it } from "vitest"
import { journey, numberIn, seen, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"

const portal = inject("portal")

journey("a citizen", () => {
  describe.each(withAndWithoutScripts)("%s", (_how, scripts) => {
    const { visit } = withBrowser()

    it("reads the news and makes the text larger, which it stays on the next page", async () => {
      const page = await visit(portal, { scripts })
      const usual = await textSize(page)
      await page
        .getByRole("navigation", { name: "Các mục chính" })
        .getByRole("link", { name: "Tin tức" })
        .click()
      const story = page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first()
      const title = await seen(story)
      await story.click()
      await expectHeading(page, title)

      const address = page.url()
      await page.getByRole("button", { name: "Cỡ chữ rất lớn" }).first().click()
      expect(page.url()).toBe(address)
      expect(await textSize(page)).toBeGreaterThan(usual * 1.3)
      await page.getByRole("link", { name: "Trang chủ" }).first().click()
      expect(await textSize(page)).toBeGreaterThan(usual * 1.3)
      const larger = page.getByRole("button", { name: "Cỡ chữ rất lớn" }).first()
      expect(await larger.getAttribute("aria-pressed")).toBe("true")
    })

    it("asks how far the plan is, follows a figure to one cooperative, and finds its row in the file", async () => {
      const page = await visit(portal, { scripts, acceptDownloads: true })
      await page.getByRole("link", { name: "Kế hoạch", exact: true }).first().click()
      await openPlan(page)

      const card = page.getByRole("listitem").filter({ hasText: "thành lập mới" }).first()
      const figure = card.getByTitle("Xem hồ sơ đứng sau con số").first()
      const onThePage = numberIn(await seen(figure))
      await figure.click()
      expect(numberIn(await seen(page.locator(".big-figure")))).toBe(onThePage)
      const counted = numberIn(await seen(page.locator("#ho-so + p")))
      expect(counted).toBe(onThePage)

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "CSV" }).click(),
      ])
      const rows = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n")
      expect(rows).toHaveLength(1 + onThePage)

      const record = page
        .getByRole("table", { name: "Hồ sơ đứng sau con số" })
        .getByRole("rowheader")
        .first()
        .getByRole("link")
      const name = await seen(record)
      expect(rows.filter((row) => row.includes(name))).not.toEqual([])
      await record.click()
      await expectHeading(page, name)
    })

    it("finds a cooperative by its name typed without marks", async () => {
      const page = await visit(`${portal}/hop-tac-xa`, { scripts })
      const known = page.getByRole("main").getByRole("rowheader").first().getByRole("link")
      const name = await seen(known)

      const search = page.getByRole("banner").getByRole("searchbox")
      await search.fill(withoutMarks(name))
      await search.press("Enter")
      await page.getByRole("main").getByRole("link", { name, exact: true }).first().click()
      await expectHeading(page, name)
    })

    it("is told what to do next when nothing is found", async () => {
      const page = await visit(`${portal}/hop-tac-xa`, { scripts })
      const search = page.getByRole("banner").getByRole("searchbox")
      await search.fill("zzyzx")
      await search.press("Enter")
      expect(await seen(page.getByRole("main"))).toContain("Không có tên nào chứa chữ: “zzyzx”")
    })
  })
})

journey("a journalist", () => {
  describe.each(withAndWithoutScripts)("%s", (_how, scripts) => {
    const { visit } = withBrowser()

    it("looks at the scoreboard as of 31/12/2023, and a figure opened there is of that day", async () => {
      const page = await visit(portal, { scripts })
      await page.getByRole("link", { name: "Kế hoạch", exact: true }).first().click()
      await openPlan(page)
      await page.getByLabel("Xem tại ngày").fill("31/12/2023")
      await page.getByRole("button", { name: "Xem", exact: true }).click()
      await shown(page.getByRole("main")).toContain("31/12/2023")

      const figure = page.getByTitle("Xem hồ sơ đứng sau con số").first()
      const onThePage = numberIn(await seen(figure))
      await figure.click()
      await expect.poll(() => new URL(page.url()).searchParams.get("ngay")).toBe("2023-12-31")
      expect(numberIn(await seen(page.locator(".big-figure")))).toBe(onThePage)
      expect(await page.getByLabel("Xem tại ngày").inputValue()).toBe("31/12/2023")
    })

    it("is asked to write a day again that does not exist, and keeps what was typed", async () => {
      const page = await visit(`${portal}/so-lieu/cooperatives`, { scripts })
      await page.getByLabel("Xem tại ngày").fill("30/2/2023")
      await page.getByRole("button", { name: "Xem", exact: true }).click()
      await shown(page.getByRole("main")).toContain("Không đọc được ngày “30/2/2023”")
      expect(await page.getByLabel("Xem tại ngày").inputValue()).toBe("30/2/2023")
    })
  })
})

journey("someone who reads English", () => {
  describe.each(withAndWithoutScripts)("%s", (_how, scripts) => {
    const { visit } = withBrowser()

    it("changes the language where they are, and stays in it from page to page", async () => {
      const page = await visit(`${portal}/ke-hoach`, { scripts })
      await page.getByRole("link", { name: "English" }).click()
      await expect.poll(() => new URL(page.url()).pathname).toBe("/en/ke-hoach")
      expect(await page.locator("html").getAttribute("lang")).toBe("en")

      await openPlan(page)
      await page.getByTitle("See the records behind the figure").first().click()
      await page
        .getByRole("table", { name: "The records behind the figure" })
        .getByRole("rowheader")
        .first()
        .getByRole("link")
        .click()
      await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/en\/hop-tac-xa\//)
      await page.getByRole("banner").getByRole("link", { name: "Tiếng Việt" }).click()
      await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("vi")
    })
  })
})

/** From the list of plans, the one for 2021–2025. */
async function openPlan(page: Page) {
  const plan = page.getByRole("main").getByRole("listitem").filter({ hasText: "148/KH-UBND" })
  await plan.getByRole("heading").getByRole("link").click()
}

async function expectHeading(page: Page, words: string) {
  expect(await seen(page.getByRole("heading", { level: 1 }))).toBe(words)
}

/** Pixels of an ordinary line. */
async function textSize(page: Page) {
  return await page.getByRole("main").evaluate((main) => Number.parseFloat(getComputedStyle(main).fontSize))
}

/** "1.234 hồ sơ" → 1234 */
function withoutMarks(text: string) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D")
}
