import { rmSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, it } from "vitest"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { journey, seen, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"
import { comeIn } from "./colleagues.ts"
import { look } from "./usable.ts"

const round = "bao-cao-nam-2026"

journey("an officer of the province with a round of reports", () => {
  const folder = temporaryFolder()
  const { visit } = withBrowser()
  let portal: Awaited<ReturnType<typeof startPortal>>
  let province: Awaited<ReturnType<typeof comeIn>>

  beforeAll(async () => {
    const settings = { DATA_DIR: join(folder, "data") }
    portal = await startPortal(settings)
    const hoa = {
      name: "Võ Thị Hoa",
      email: "hoa@example.vn",
      role: "province_officer",
      needsSecondFactor: true,
    }
    province = await comeIn(visit, { ...settings, BASE_URL: portal.url }, hoa)
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  // One is closed once: without scripts it is the figures that are frozen anew.
  it.each(withAndWithoutScripts)(
    "closes it, and anyone opens a figure down to one cooperative, %s",
    async (_, scripts) => {
      const page = await visit(`${portal.url}/ban-lam-viec/dot-bao-cao`, { scripts, storageState: province })
      await look(page, scripts)
      await page.getByRole("link", { name: "Báo cáo năm 2026" }).click()
      await look(page, scripts)
      const wanted = scripts ? "Khóa đợt báo cáo" : "Chốt lại số liệu"
      await page.getByRole("link", { name: wanted }).click()
      await look(page, scripts)
      if (scripts) {
        await shown(page.getByRole("main")).toContain("chưa được tiếp nhận nên sẽ không có trong số liệu")
        await page.getByRole("button", { name: "Vẫn khóa đợt" }).click()
      } else {
        await page.getByLabel("Lý do").fill("Bổ sung báo cáo nộp muộn")
        await page.getByRole("button", { name: "Chốt lại số liệu" }).click()
      }
      await shown(page.getByRole("main")).toContain(`Phiên bản ${scripts ? 1 : 2}, chốt`)
      await look(page, scripts)

      const reader = await visit(`${portal.url}/so-lieu`, { scripts })
      await reader.getByRole("link", { name: "Số liệu đã chốt theo đợt báo cáo" }).click()
      await look(reader, scripts)
      await reader.getByRole("link", { name: "Báo cáo năm 2026" }).click()
      await look(reader, scripts)
      await reader.getByRole("link", { name: "Số hợp tác xã thành lập mới" }).click()
      await shown(reader.getByRole("heading", { level: 1 })).toContain("Số hợp tác xã thành lập mới")
      await look(reader, scripts)
      const record = reader.getByRole("table").last().locator("tbody").getByRole("link").first()
      const name = await seen(record)
      await record.click()
      await shown(reader.getByRole("heading", { level: 1 })).toBe(name)
      if (scripts) return

      await reader.goto(`${portal.url}/dot-bao-cao/${round}/so-sanh`)
      await shown(reader.getByRole("main")).toContain("Bổ sung báo cáo nộp muộn")
      await look(reader, scripts)
    },
  )
})
