import { rmSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { connect } from "../src/database/connection.ts"
import { openServer } from "../src/database/server.ts"
import { recordChange } from "../src/features/changes/record-change.ts"
import { placesOn } from "../src/features/measures/test-register.ts"
import { addOrganisations } from "../src/features/register/record-events.ts"
import { readSettings } from "../src/settings.ts"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { journey, seen, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"
import { comeIn } from "./colleagues.ts"
import { look } from "./usable.ts"

journey("the reorganisation of 1/7/2025", () => {
  const folder = temporaryFolder()
  const { visit } = withBrowser()
  let portal: Awaited<ReturnType<typeof startPortal>>
  let administrator: Awaited<ReturnType<typeof comeIn>>
  let officer: Awaited<ReturnType<typeof comeIn>>
  const settings = { DATA_DIR: join(folder, "data") }

  beforeAll(async () => {
    portal = await startPortal(settings)
    await enterOldSeats()
    administrator = await comeIn(
      visit,
      { ...settings, BASE_URL: portal.url },
      { name: "Trần Thị Mai", email: "mai@example.vn", role: "administrator", needsSecondFactor: true },
    )
    officer = await comeIn(
      visit,
      { ...settings, BASE_URL: portal.url },
      { name: "Lê Thị Lan", email: "lan@example.vn", role: "province_officer", needsSecondFactor: true },
    )
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Cooperatives that were entered with the communes of before, and that nobody has moved. */
  async function enterOldSeats() {
    const server = await openServer(readSettings(settings), () => {})
    const db = connect(server.url, { max: 1 })
    const place = await placesOn(db)
    const author = { actor: "hoptac", via: "shell" } as const
    await db.transaction().execute(async (trx) => {
      const seats = ["30907", "30910", "30334", "30334"]
      const added = await addOrganisations(
        trx,
        author,
        seats.map((code, index) => ({
          kind: "cooperative",
          beginning: {
            kind: "founded",
            happened_on: "2020-05-01",
            facts: {
              name: `Hợp tác xã Xã cũ ${index + 1}`,
              sector: "agriculture",
              place_id: place(code, "2020-05-01"),
            },
          },
        })),
      )
      for (const { id } of added) {
        await recordChange(trx, { ...author, record_kind: "organisation", record_id: id, action: "add" })
      }
    })
    await db.destroy()
    await server.leave()
  }

  it.each(withAndWithoutScripts)("is applied, and both views are compared, %s", async (_, scripts) => {
    const page = await visit(`${portal.url}/ban-lam-viec/quan-tri/sap-xep-dia-ban`, {
      scripts,
      storageState: administrator,
    })
    await look(page, scripts)
    const offer = page.getByRole("button", { name: "Xem và áp dụng" })
    if ((await offer.count()) > 0) {
      await offer.click()
      await shown(page.getByRole("main")).toContain("Chưa ghi gì")
      expect(await fact("Tổ chức chuyển theo")).toBe("2")
      expect(await fact("Tổ chức chờ xếp vì xã bị chia")).toBe("2")
      await look(page, scripts)
      await page.getByRole("button", { name: "Áp dụng" }).click()
    } else await page.getByRole("link", { name: "01/07/2025" }).click()
    await shown(page.getByRole("main")).toContain("áp dụng lúc")
    expect(await fact("Tổ chức đã chuyển theo đến nay")).toBe(scripts ? "2" : "3")
    await look(page, scripts)

    // Whoever was in a commune that was divided is placed by hand, one in each run.
    const desk = await visit(`${portal.url}/ban-lam-viec`, { scripts, storageState: officer })
    await desk.getByRole("link", { name: `${scripts ? 2 : 1} tổ chức chờ xếp vào xã mới` }).click()
    await look(desk, scripts)
    await desk.getByRole("combobox").first().selectOption({ label: "Phường Vĩnh Tế" })
    await desk.getByRole("button", { name: "Ghi nơi đã chọn" }).click()
    await shown(desk.getByRole("main")).toContain("Đã xếp 1 tổ chức")
    await look(desk, scripts)

    await page.goto(`${portal.url}/dia-ban/tinh-an-giang-91-tu-2025?ngay=30/06/2025`)
    await shown(page.getByRole("main")).toContain("Xã Thạnh Phước")
    await look(page, scripts)
    await page.getByRole("link", { name: "Theo đơn vị hôm nay" }).click()
    await shown(page.getByRole("main")).toContain("xếp theo đơn vị hành chính ngày")
    await shown(page.getByRole("main")).toContain("Phường Châu Đốc, Phường Vĩnh Tế")
    expect(await page.getByRole("main").textContent()).not.toContain("Xã Thạnh Phước")
    await look(page, scripts)

    // The number of the new commune opens to the organisations of the old ones it was formed from.
    await page
      .getByRole("row", { name: /^Xã Thạnh Hưng/ })
      .getByRole("link")
      .nth(1)
      .click()
    await shown(page.getByRole("main")).toMatch(/Hợp tác xã Xã cũ 1[\s\S]*Hợp tác xã Xã cũ 2/)
    await look(page, scripts)

    await page.goto(`${portal.url}/dia-ban/xa-thanh-phuoc-30910`)
    await shown(page.getByRole("main")).toContain("không còn là đơn vị hành chính")
    await page
      .getByRole("link", { name: /Xã Thạnh Hưng/ })
      .first()
      .click()
    await shown(page.getByRole("heading", { level: 1 })).toBe("Xã Thạnh Hưng")

    async function fact(name: string) {
      const item = page.locator("dl.facts > div").filter({ hasText: name })
      return (await seen(item.locator("dd"))).trim()
    }
  })
})
