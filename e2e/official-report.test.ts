import { createHash } from "node:crypto"
import { rmSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import mammoth from "mammoth"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { journey, seen, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"
import { comeIn } from "./colleagues.ts"
import { look } from "./usable.ts"

journey("a planner with the report to the ministry", () => {
  const folder = temporaryFolder()
  const { visit } = withBrowser()
  let portal: Awaited<ReturnType<typeof startPortal>>
  let planner: Awaited<ReturnType<typeof comeIn>>

  beforeAll(async () => {
    const settings = { DATA_DIR: join(folder, "data") }
    portal = await startPortal(settings)
    const minh = { name: "Trần Minh", email: "minh@example.vn", role: "planner", needsSecondFactor: true }
    planner = await comeIn(visit, { ...settings, BASE_URL: portal.url }, minh)
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(withAndWithoutScripts)(
    "opens a figure, adds own words, downloads the report, and anyone can tell that it is genuine, %s",
    async (how, scripts) => {
      const page = await visit(`${portal.url}/ban-lam-viec`, { scripts, storageState: planner })
      await page.getByRole("link", { name: "Báo cáo gửi Bộ" }).click()
      await look(page, scripts)
      await page.getByLabel("Năm", { exact: true }).fill("2024")
      await page.getByRole("button", { name: "Lập báo cáo" }).click()
      await shown(page.getByRole("heading", { level: 1 })).toBe("Báo cáo năm 2024")
      await look(page, scripts)

      const line = page.getByRole("row", { name: "Số hợp tác xã thành lập mới" })
      const figure = line.getByRole("link").last()
      const founded = await seen(figure)
      await figure.click()
      await shown(page.getByRole("heading", { level: 1 })).toContain("Số hợp tác xã thành lập mới")
      await shown(page.getByRole("main")).toContain(founded)
      await page.goBack()

      await page.getByRole("link", { name: "Viết phần lời" }).click()
      const own = `Vốn của nhiều hợp tác xã còn nhỏ (${how}).`
      await page.getByLabel("Lời của đơn vị: V. Tồn tại, hạn chế và nguyên nhân").fill(own)
      await look(page, scripts)
      await page.getByRole("button", { name: "Lưu phần lời" }).click()
      await page.waitForLoadState()
      await page.getByRole("link", { name: "Báo cáo năm 2024" }).click()

      await page.getByRole("button", { name: "Xuất báo cáo" }).click()
      const latest = page.getByRole("row", { name: "số liệu chốt" }).first()
      await shown(latest).toContain("Trần Minh")
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        latest.getByRole("link", { name: "Báo cáo (.docx)" }).click(),
      ])
      const file = await download.path()
      const bytes = await readFile(file)
      const { value } = await mammoth.extractRawText({ buffer: bytes })
      expect(value).toContain(own)
      const code = await seen(latest.locator("code").last())

      const reader = await visit(`${portal.url}/xac-minh`, { scripts })
      await look(reader, scripts)
      await reader
        .getByLabel("Tệp báo cáo")
        .setInputFiles({ name: "bao-cao.docx", mimeType: "", buffer: bytes })
      await reader.getByRole("button", { name: "Kiểm tra tệp" }).click()
      await shown(reader.getByRole("main")).toContain("Đúng là tệp do cổng này lập.")
      const hash = createHash("sha256").update(bytes).digest("hex")
      await shown(reader.getByRole("main")).toContain(hash)
      await shown(reader.getByRole("main")).toContain("Báo cáo năm 2024, chốt ngày 31/12/2024")
      await look(reader, scripts)

      const altered = Buffer.concat([bytes, Buffer.from(" ")])
      await reader
        .getByLabel("Tệp báo cáo")
        .setInputFiles({ name: "bao-cao.docx", mimeType: "", buffer: altered })
      await reader.getByRole("button", { name: "Kiểm tra tệp" }).click()
      await shown(reader.getByRole("main")).toContain("Cổng này chưa từng lập tệp đúng như vậy.")
      await reader.getByLabel("Mã xác minh").fill(code.toLowerCase())
      await reader.getByRole("button", { name: "Kiểm tra mã" }).click()
      await shown(reader.getByRole("main")).toContain("Đúng là mã do cổng này cấp.")
    },
  )
})
