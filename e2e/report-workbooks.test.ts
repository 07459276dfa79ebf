import { rmSync, writeFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import * as xlsx from "@e965/xlsx"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { journey, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"
import { comeIn } from "./colleagues.ts"
import { look } from "./usable.ts"

const commune = { name: "Xã Châu Thành", slug: "xa-chau-thanh-30880-tu-2025" }

journey("an officer with the reports of a commune", () => {
  const folder = temporaryFolder()
  const { visit } = withBrowser()
  let portal: Awaited<ReturnType<typeof startPortal>>
  let officer: Awaited<ReturnType<typeof comeIn>>

  beforeAll(async () => {
    const settings = { DATA_DIR: join(folder, "data") }
    portal = await startPortal(settings)
    const lan = { name: "Lê Thị Lan", email: "lan@example.vn", role: "commune_officer", place: commune.slug }
    officer = await comeIn(visit, { ...settings, BASE_URL: portal.url }, lan)
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(withAndWithoutScripts)(
    "gets their workbook, fills two reports in with a fault, mends it, and sends both, %s",
    async (_, scripts) => {
      const page = await visit(`${portal.url}/ban-lam-viec/bao-cao-excel`, { scripts, storageState: officer })
      await look(page, scripts)
      const form = await download(page, () =>
        page.getByRole("link", { name: `biểu mẫu của ${commune.name}` }).click(),
      )
      const { bytes, names } = edited(form, (write) => {
        write(0, "Tổng số thành viên", 25)
        write(0, "Tổng doanh thu", "ba trăm triệu")
        write(0, "Lợi nhuận trước thuế", 40_000_000)
        write(1, "Tổng số thành viên", 31)
        write(1, "Tổng doanh thu", "0,4 tỷ")
        write(1, "Lợi nhuận trước thuế", "(5 triệu)")
      })
      await send(page, bytes)
      await shown(page.getByRole("main")).toContain("không đọc được số “ba trăm triệu”")
      await look(page, scripts)

      const marked = await download(page, () =>
        page.getByRole("link", { name: "Tải tệp đã đánh dấu lỗi" }).click(),
      )
      await page.getByRole("link", { name: "Báo cáo bằng Excel" }).first().click()
      await send(page, edited(marked, (write) => write(0, "Tổng doanh thu", "300 triệu"), names).bytes)
      await shown(page.getByRole("main")).toContain("2 báo cáo sẽ được ghi và gửi")
      await look(page, scripts)
      await page.getByRole("button", { name: "Ghi và gửi báo cáo" }).click()
      await shown(page.getByRole("main")).toContain("Đã gửi báo cáo. Mới 2")
      await look(page, scripts)
      for (const name of names) {
        await shown(page.getByRole("row", { name })).toMatch(/BC\d\d-\w{4}-\w{4}-\w{4}/)
      }
    },
  )

  async function download(page: Page, act: () => Promise<void>) {
    const [file] = await Promise.all([page.waitForEvent("download"), act()])
    return await readFile(await file.path())
  }

  async function send(page: Page, bytes: Buffer) {
    const file = join(folder, "bao-cao.xlsx")
    writeFileSync(file, bytes)
    await page.getByLabel("Tệp Excel").setInputFiles(file)
    await page.getByRole("button", { name: "Kiểm tra tệp" }).click()
  }
})

type Write = (report: number, heading: string, value: string | number) => void

/** Types into the reports of groups of which nothing was saved yet, or into those of the names given. */
function edited(bytes: Buffer, edit: (write: Write) => void, of?: string[]) {
  const book = xlsx.read(bytes, { type: "buffer", cellNF: true })
  const sheet = book.Sheets.THT!
  const grid = xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1 })
  const rows = grid.flatMap((row, index) =>
    (of ? of.includes(row[0]!) : row[2] === "Chưa nộp gì") ? [index] : [],
  )
  edit((report, heading, value) => {
    const column = grid[0]!.findIndex((each) => each.includes(heading))
    expect(column, heading).toBeGreaterThanOrEqual(0)
    sheet[xlsx.utils.encode_cell({ r: rows[report]!, c: column })] =
      typeof value === "number" ? { t: "n", v: value } : { t: "s", v: value }
  })
  return {
    bytes: xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer,
    names: of ?? rows.slice(0, 2).map((row) => grid[row]![0]!),
  }
}
