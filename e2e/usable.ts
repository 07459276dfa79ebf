import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { expect } from "vitest"

export const narrowPhone = { width: 320, height: 700 }
export const phone = { width: 360, height: 740 }
export const desk = { width: 1280, height: 800 }

/** What axe finds on a page as it stands, targets that are too small for a finger included: nothing. */
export async function expectUsable(page: Page) {
  const message = `at ${page.viewportSize()?.width} px`
  // A page that is just being left for the next one cannot be looked at; the next one can.
  await expect.poll(() => faultsOf(page), { message, timeout: 10_000 }).toEqual([])
}

async function faultsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] })
    // There are no frames, so the page need not be opened a second time to look into them.
    .setLegacyMode(true)
    .analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  )
}

/** A page that people come through on their way: usable on a phone, on a narrow one, and on a desk. */
export async function look(page: Page, scripts: boolean) {
  await page.waitForLoadState()
  const before = page.viewportSize()!
  // The checker is a script itself.
  if (scripts) await expectUsable(page)
  await page.setViewportSize(desk)
  if (scripts) await expectUsable(page)
  await page.setViewportSize(narrowPhone)
  await expect.poll(() => sideways(page), { timeout: 10_000 }).toEqual([])
  await page.setViewportSize(before)
}

/** Elements that reach beyond the screen and make the whole page scroll sideways. */
export async function sideways(page: Page) {
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []

    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return [`${scrollWidth} px`, ...wide.slice(-5).map((element) => element.outerHTML.slice(0, 200))]
  })
}
