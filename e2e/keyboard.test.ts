import type { Page } from "playwright-core"
import { describe, expect, inject, it } from "vitest"
import { journey, seen, withAndWithoutScripts, withBrowser } from "./browser.ts"

const portal = inject("portal")

journey("someone without a mouse", () => {
  describe.each(withAndWithoutScripts)("%s", (_how, scripts) => {
    const { visit } = withBrowser()

    it("skips to the content with the first two keys", async () => {
      const page = await visit(`${portal}/tin-tuc`, { scripts })
      await page.keyboard.press("Tab")
      expect(await seen(page.locator(":focus"))).toBe("Đến nội dung chính")
      await expectVisibleFocus(page)
      await page.keyboard.press("Enter")
      expect(new URL(page.url()).hash).toBe("#noi-dung")
      await page.keyboard.press("Tab")
      expect(await page.getByRole("main").locator(":focus").count()).toBe(1)
    })

    it.each(["/", "/ke-hoach/148-kh-ubnd", "/so-lieu/cooperatives", "/hop-tac-xa"])(
      "sees on %s where they are, at every step of the way",
      async (path) => {
        const page = await visit(portal + path, { scripts, viewport: { width: 1280, height: 800 } })
        for (let step = 0; step < 40; step++) {
          await page.keyboard.press("Tab")
          if ((await page.locator(":focus").count()) === 0) break
          await expectVisibleFocus(page)
        }
      },
    )

    it("opens the details of a target and closes them again", async () => {
      const page = await visit(`${portal}/ke-hoach/148-kh-ubnd`, { scripts })
      const details = page.getByRole("main").locator("details").first()
      await details.locator("summary").focus()
      await page.keyboard.press("Enter")
      expect(await details.getAttribute("open")).not.toBeNull()
      await page.keyboard.press("Enter")
      expect(await details.getAttribute("open")).toBeNull()
    })

    it("asks for another day and sends the form with the return key", async () => {
      const page = await visit(`${portal}/so-lieu/cooperatives`, { scripts })
      const day = page.getByLabel("Xem tại ngày")
      await day.focus()
      await page.keyboard.press("ControlOrMeta+a")
      await page.keyboard.type("31/12/2022")
      await Promise.all([page.waitForURL(/ngay=/), page.keyboard.press("Enter")])
      expect(await page.getByLabel("Xem tại ngày").inputValue()).toBe("31/12/2022")
    })
  })

  describe("with the highlights", () => {
    const { visit } = withBrowser()

    it("brings the next and the previous one into view, and hears which one it is", async () => {
      const page = await visit(portal)
      const frame = page.locator(".highlights__frame")
      const next = page.getByRole("button", { name: "Tin nổi bật sau" })
      await next.focus()
      await page.keyboard.press("Enter")
      expect(await frame.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
      const heard = page.getByRole("status")
      const second = await seen(page.locator(".highlights__title").nth(1))
      expect(await seen(heard)).toContain(second)

      await page.getByRole("button", { name: "Tin nổi bật trước" }).focus()
      await page.keyboard.press("Enter")
      expect(await frame.evaluate(({ scrollLeft }) => scrollLeft)).toBe(0)
    })

    it("scrolls them with the arrow keys where there are no scripts", async () => {
      const page = await visit(portal, { scripts: false })
      expect(await page.getByRole("button", { name: "Tin nổi bật sau" }).count()).toBe(0)
      await page.locator(".highlights__frame").focus()
      await page.keyboard.press("ArrowRight")
      await expect.poll(() => leftOf(page)).toBeGreaterThan(0)
    })

    it("finds that nothing moves by itself", async () => {
      const page = await visit(portal)
      await page.waitForTimeout(1000)
      expect(await leftOf(page)).toBe(0)
      expect(await page.locator("marquee").count()).toBe(0)
    })
  })
})

/** How far the first highlight has moved, seen without any script of the page. */
async function leftOf(page: Page) {
  const [frame, first] = await Promise.all([
    page.locator(".highlights__frame").boundingBox(),
    page.locator(".highlights__frame li").first().boundingBox(),
  ])
  return Math.round(Math.max(0, frame!.x - first!.x))
}

/** The element that has the focus is on the screen, in front, and drawn differently for having it. */
async function expectVisibleFocus(page: Page) {
  const seen = await page.locator(":focus").evaluate((element) => {
    const { top, left, bottom, right, width, height } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    return {
      what: element.outerHTML.slice(0, 120),
      isOnScreen:
        width > 1 && height > 1 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
      isOutlined: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
    }
  })
  expect(seen).toMatchObject({ isOnScreen: true, isOutlined: true })
}
