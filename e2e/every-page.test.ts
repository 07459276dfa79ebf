import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { expect, inject, it } from "vitest"
import { findPublicPages, inEnglish, type PublicPage } from "../test/public-pages.ts"
import { journey, withBrowser } from "./browser.ts"
import { journeysRun } from "./chromium.ts"

const portal = inject("portal")
const pages = journeysRun ? await findPublicPages(read) : []
/** What the pages differ in most: tables, forms, charts, long texts. Seen in every other way there is. */
const telling = pages.filter(({ kind }) =>
  [
    "home",
    "article",
    "plan",
    "target 1",
    "measure of a share",
    "register with results",
    "commune of today",
  ].includes(kind),
)

journey("every page can be used by everyone", () => {
  const { visit } = withBrowser()

  it.each(named(pages))("%s: %s", async (_kind, _path, page) => {
    await expectUsable(page, { viewport: { width: 360, height: 740 } }, { width: 1280, height: 800 })
  })

  it.each(named(telling.map(inEnglish)))("%s: %s", async (_kind, _path, page) => {
    await expectUsable(page, { viewport: { width: 360, height: 740 } })
  })

  it.each(named(telling))("%s, in the dark: %s", async (_kind, _path, page) => {
    await expectUsable(page, { colorScheme: "dark" }, { width: 1280, height: 800 })
  })

  it.each(named(telling))("%s, with text twice as large: %s", async (_kind, _path, page) => {
    await expectUsable(
      page,
      { scale: 2, viewport: { width: 1280, height: 800 } },
      { width: 360, height: 740 },
    )
  })

  type Seen = NonNullable<Parameters<typeof visit>[1]> & { scale?: number }

  async function expectUsable(
    { path, status }: PublicPage,
    { scale = 1, ...options }: Seen,
    further?: { width: number; height: number },
  ) {
    const page = await visit(portal + path, { ...options, expected: [status] })
    if (scale !== 1) await enlargeText(page, scale)
    expect(await faultsOf(page)).toEqual([])
    if (further) {
      await page.setViewportSize(further)
      expect(await faultsOf(page), `at ${further.width} px`).toEqual([])
    }
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await sideways(page), "what is wider than a screen of 320 px").toEqual([])
  }
})

/** The kind and the path for the name of a test, and the whole of it for the test. */
function named(pages: PublicPage[]) {
  return pages.map((page) => [page.kind, page.path, page] as const)
}

/** As a reader does who sets the largest text here and in the browser. */
async function enlargeText(page: Page, scale: number) {
  await page.context().addCookies([{ name: "co-chu", value: "rat-lon", url: portal }])
  await page.reload()
  await page.evaluate((scale) => {
    const root = document.documentElement
    const size = Number.parseFloat(getComputedStyle(root).fontSize)
    root.style.fontSize = `${Math.max(size, 16 * scale)}px`
  }, scale)
}

async function faultsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { "target-size": { enabled: true } } })
    // There are no frames, so the page need not be opened a second time to look into them.
    .setLegacyMode(true)
    .analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  )
}

/** Elements that reach beyond the screen and make the whole page scroll sideways. */
async function sideways(page: Page) {
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []

    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return [`${scrollWidth} px`, ...wide.slice(-5).map((element) => element.outerHTML.slice(0, 200))]
  })
}

async function read(path: string) {
  const response = await fetch(portal + path)
  return response.ok ? await response.text() : undefined
}
