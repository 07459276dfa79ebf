import type { Page } from "playwright-core"
import { expect, inject, it } from "vitest"
import { findPublicPages, inEnglish, type PublicPage } from "../test/public-pages.ts"
import { journey, withBrowser } from "./browser.ts"
import { journeysRun } from "./chromium.ts"
import { desk, expectUsable, narrowPhone, phone, sideways } from "./usable.ts"

const portal = inject("portal")
/** Of the targets one that is counted, one that is a share, one of communes: the others look like these. */
const pages = journeysRun
  ? (await findPublicPages(read)).filter(({ kind }) => !/^target [234678]$/.test(kind))
  : []
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

  it.each(named(pages))("%s: %s", async (_kind, _path, { path, status }) => {
    const page = await visit(portal + path, { viewport: phone, expected: [status] })
    await expectUsable(page)
    await page.setViewportSize(desk)
    await expectUsable(page)
    await page.setViewportSize(narrowPhone)
    expect(await sideways(page)).toEqual([])
    await page.context().addCookies([{ name: "co-chu", value: "rat-lon", url: portal }])
    await page.reload()
    expect(await sideways(page), "with our largest text").toEqual([])
    await expectToFitLargeAndWide(page)
  })

  it.each(named(pages.map(inEnglish)))("%s, large and wide: %s", async (_kind, _path, { path, status }) => {
    await expectToFitLargeAndWide(await visit(portal + path, { expected: [status] }))
  })

  it.each(named(telling.map(inEnglish)))("%s: %s", async (_kind, _path, { path }) => {
    const page = await visit(portal + path, { viewport: phone })
    await expectUsable(page)
  })

  it.each(named(telling))("%s, in the dark: %s", async (_kind, _path, { path }) => {
    const page = await visit(portal + path, { viewport: phone, colorScheme: "dark" })
    await expectUsable(page)
  })

  it.each(named(telling))("%s, with text twice as large: %s", async (_kind, _path, { path }) => {
    const page = await visit(portal + path, { viewport: desk })
    await doubleText(page)
    await expectUsable(page)
    expect(await sideways(page)).toEqual([])
    await page.setViewportSize(phone)
    expect(await sideways(page)).toEqual([])
  })
})

/** The kind and the path for the name of a test, and the whole of it for the test. */
function named(pages: PublicPage[]) {
  return pages.map((page) => [page.kind, page.path, page] as const)
}

/** As a reader does who sets it so in the browser. */
async function doubleText(page: Page) {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%"
  })
}

/**
 * Letters twice as large and as far apart as WCAG 1.4.12 asks to bear: wider than any font that someone may have in
 * place of ours, so that the layout holds on every machine if it holds here.
 */
async function expectToFitLargeAndWide(page: Page) {
  await doubleText(page)
  await page.evaluate(() => {
    document.documentElement.style.letterSpacing = "0.12em"
    document.documentElement.style.wordSpacing = "0.16em"
  })
  for (const viewport of [narrowPhone, phone]) {
    await page.setViewportSize(viewport)
    expect(await sideways(page), `large and wide, at ${viewport.width} px`).toEqual([])
  }
}

async function read(path: string) {
  const response = await fetch(portal + path)
  return response.ok ? await response.text() : undefined
}
