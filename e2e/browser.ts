import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest"
import { journeysRun, launchChromium } from "./chromium.ts"

/** What someone came to do; skipped, visibly, where there is no browser to do it with. */
export const journey = journeysRun ? describe : describe.skip

type Visit = Omit<BrowserContextOptions, "javaScriptEnabled"> & {
  scripts?: boolean
  /** Answers with these statuses are what the visitor came to see. */
  expected?: number[]
}

/**
 * A browser for the tests of one file. Whatever any page complains of (an error in a script, something its policy
 * refused, a file that is not there) fails the test that met it.
 */
export function withBrowser() {
  let browser: Browser
  let faults: string[] = []
  const opened: Page[] = []

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close()
    const met = faults
    faults = []
    expect(met).toEqual([])
  })

  /** A new visitor, with nothing kept from anyone before. */
  async function visit(address: string, { scripts = true, expected = [], ...options }: Visit = {}) {
    const context = await browser.newContext({
      javaScriptEnabled: scripts,
      locale: "vi-VN",
      viewport: { width: 360, height: 740 },
      reducedMotion: "reduce",
      ...options,
    })
    const page = await context.newPage()
    opened.push(page)
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`))
    page.on("console", (message) => {
      // The browser's own line about a status; the answer below says it better.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
        faults.push(`${page.url()}: ${message.text()}`)
    })
    page.on("response", (response) => {
      if (response.status() >= 400 && !expected.includes(response.status()))
        faults.push(`${response.url()} answered ${response.status()}`)
    })
    await page.goto(address)
    return page
  }

  return { visit }
}

/** The words a person sees there; hidden ones are none. */
export function seen(locator: Locator) {
  // biome-ignore lint/performance/useDomNodeTextContent: the text of hidden nodes is what must not count here
  return locator.innerText()
}

/** The same, to be waited for: what was asked for by a click may still be on its way. */
export function shown(locator: Locator) {
  return expect.poll(() => seen(locator), { timeout: 15_000 })
}

/** The first number in what a person reads: "1.250 hợp tác xã" is 1250. */
export function numberIn(text: string) {
  return Number(/\d[\d.]*/.exec(text)?.[0].replaceAll(".", ""))
}

/** Journeys that have to come to the same end either way. */
export const withAndWithoutScripts = [
  ["with scripts", true],
  ["without scripts", false],
] as const
