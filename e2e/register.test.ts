import { rmSync, writeFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import * as xlsx from "@e965/xlsx"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { formatDay, inVietnam } from "../src/ui/format.ts"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { journey, numberIn, seen, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"
import { comeIn } from "./colleagues.ts"
import { look } from "./usable.ts"

const commune = { name: "Xã Châu Thành", slug: "xa-chau-thanh-30880-tu-2025" }
const today = formatDay(inVietnam(new Date()).day, "vi")

journey("an officer of the register", () => {
  const folder = temporaryFolder()
  const { visit } = withBrowser()
  let portal: Awaited<ReturnType<typeof startPortal>>
  let officer: Awaited<ReturnType<typeof comeIn>>
  let province: Awaited<ReturnType<typeof comeIn>>

  beforeAll(async () => {
    const settings = { DATA_DIR: join(folder, "data") }
    portal = await startPortal(settings)
    const here = { ...settings, BASE_URL: portal.url }
    const lan = { name: "Lê Thị Lan", email: "lan@example.vn", role: "commune_officer", place: commune.slug }
    officer = await comeIn(visit, here, lan)
    const hoa = { name: "Võ Thị Hoa", email: "hoa@example.vn", role: "province_officer" }
    province = await comeIn(visit, here, { ...hoa, needsSecondFactor: true })
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** While the code of another is typed, the form says whose it is. */
  async function looksAlike(page: Page) {
    const list = await page.request.get(`${portal.url}/hop-tac-xa.json?loai=hop-tac-xa`)
    const { organisations } = (await list.json()) as {
      organisations: { name: string; code: string | null }[]
    }
    const other = organisations.find(({ code }) => code !== null)!
    await page.getByLabel("Mã số HTX").fill(other.code!)
    await shown(page.locator("look-alikes")).toContain(`${other.name} –`)
    await look(page, true)
    await page.getByLabel("Mã số HTX").fill("")
    await expect.poll(() => page.locator("look-alikes").isHidden()).toBe(true)
  }

  it.each(withAndWithoutScripts)(
    "registers a cooperative, suspends it, and corrects what was wrong, %s",
    async (_, scripts) => {
      const name = `Hợp tác xã Hành trình ${scripts ? "Một" : "Hai"}`
      const page = await visit(`${portal.url}/ban-lam-viec/to-chuc`, {
        scripts,
        storageState: officer,
        expected: [422],
      })
      await page.getByRole("link", { name: "Thêm tổ chức" }).click()
      await look(page, scripts)
      await page.getByRole("link", { name: "Hợp tác xã", exact: true }).click()
      await look(page, scripts)
      await page.getByLabel("Tên tổ chức").fill(name)
      await page.getByLabel("Ngày thành lập").fill("01/02/2026")
      await page.locator("[name=place]").fill(commune.name)
      if (scripts) await looksAlike(page)
      await page.getByRole("button", { name: "Ghi vào sổ đăng ký" }).click()
      // Neither a line nor a sector was given: the form says so and keeps the rest.
      await shown(page.getByRole("main")).toContain("Hãy chọn ngành chính")
      await look(page, scripts)
      await page.getByLabel("Ngành chính").fill("0111 – Trồng lúa")
      await page.getByRole("button", { name: "Ghi vào sổ đăng ký" }).click()
      await shown(page.getByRole("heading", { level: 1 })).toBe(name)
      await look(page, scripts)

      await page.getByText("Ghi việc mới").click()
      await page.getByRole("link", { name: "Tạm ngừng kinh doanh" }).click()
      await look(page, scripts)
      await page.getByLabel("Ngày xảy ra").fill(today)
      await page.getByLabel("Tạm ngừng đến hết ngày").fill("01/01/2000")
      await page.getByRole("button", { name: "Ghi sự kiện" }).click()
      await shown(page.getByRole("main")).toContain("Ngày kết thúc phải từ ngày bắt đầu trở đi")
      await page.getByLabel("Tạm ngừng đến hết ngày").fill("01/01/2099")
      await page.getByRole("button", { name: "Ghi sự kiện" }).click()
      await shown(page.getByRole("main")).toContain("dài hơn mức tối đa 12 tháng một lần")

      await page
        .getByRole("link", { name: /Ghi nhầm|Hủy/ })
        .last()
        .click()
      await look(page, scripts)
      await page.getByLabel("Lý do").fill("Nhập nhầm tổ chức")
      await page.getByRole("button", { name: "Hủy bản ghi" }).click()
      await shown(page.getByRole("main")).toContain("Đang hoạt động")
    },
  )

  it.each(withAndWithoutScripts)(
    "sends a sheet with ten faults, mends them in the marked file, and finishes, %s",
    async (_, scripts) => {
      const page = await visit(`${portal.url}/ban-lam-viec/nhap-excel`, {
        scripts,
        storageState: officer,
        expected: [422],
      })
      await look(page, scripts)
      await page.locator("[name=place]").fill(commune.name)
      const form = await download(page, () => page.getByRole("button", { name: "Tải biểu mẫu" }).click())
      const run = scripts ? 1 : 2
      const faulty = withFaults(form, run)
      await send(page, faulty)
      await shown(page.getByRole("main")).toContain("có lỗi 10")
      await look(page, scripts)

      const marked = await download(page, () =>
        page.getByRole("link", { name: "Tải tệp đã đánh dấu lỗi" }).click(),
      )
      await page.getByRole("link", { name: "Nhập từ Excel" }).first().click()
      await page.locator("[name=place]").fill(commune.name)
      // The button lies under the list, which closes when it is pressed.
      if (scripts) await page.getByRole("option").first().waitFor()
      await send(page, mended(marked))
      await shown(page.getByRole("main")).toContain("Tệp không có lỗi")
      await look(page, scripts)
      await page.getByRole("button", { name: "Ghi vào sổ đăng ký" }).click()
      await shown(page.getByRole("main")).toContain("Biên nhận")
      await look(page, scripts)

      await page.goto(`${portal.url}/hop-tac-xa?tim=To hop tac Kiem thu ${run}`)
      await shown(page.getByRole("main")).toContain(`Tổ hợp tác Kiểm thử ${run}.9`)
    },
  )

  it.each(withAndWithoutScripts)(
    "registers another, whereupon the province sees its totals change, and opens the records behind them, %s",
    async (_, scripts) => {
      const name = `Hợp tác xã Cộng thêm ${scripts ? "Một" : "Hai"}`
      const total = async (page: Page) => numberIn(await seen(page.locator(".big-figure")))
      const desk = await visit(`${portal.url}/so-lieu/cooperatives`, { scripts, storageState: province })
      const before = await total(desk)
      const flows = `${portal.url}/ban-lam-viec/bien-dong?tu=${today}&den=${today}`

      const page = await visit(`${portal.url}/ban-lam-viec/to-chuc/moi?loai=hop-tac-xa`, {
        scripts,
        storageState: officer,
      })
      await page.getByLabel("Tên tổ chức").fill(name)
      await page.getByLabel("Ngày thành lập").fill(today)
      await page.locator("[name=place]").fill(commune.name)
      await page.getByLabel("Ngành chính").fill("0111 – Trồng lúa")
      await page.getByRole("button", { name: "Ghi vào sổ đăng ký" }).click()
      await shown(page.getByRole("heading", { level: 1 })).toBe(name)

      await desk.reload()
      expect(await total(desk)).toBe(before + 1)
      await look(desk, scripts)
      // What came in today is counted on the desk of the province too, and opens to who it is.
      await desk.goto(flows)
      await look(desk, scripts)
      await desk
        .getByRole("row", { name: /^Thành lập/ })
        .first()
        .getByRole("link")
        .first()
        .click()
      await shown(desk.getByRole("main")).toContain(name)
      await look(desk, scripts)
      await desk.getByRole("link", { name }).first().click()
      await shown(desk.getByRole("heading", { level: 1 })).toBe(name)
      await look(desk, scripts)
    },
  )

  async function download(page: Page, act: () => Promise<void>) {
    const [file] = await Promise.all([page.waitForEvent("download"), act()])
    return await readFile(await file.path())
  }

  async function send(page: Page, bytes: Buffer) {
    const file = join(folder, "so.xlsx")
    writeFileSync(file, bytes)
    await page.getByLabel("Tệp Excel").setInputFiles(file)
    await page.getByRole("button", { name: "Kiểm tra tệp" }).click()
  }
})

/** Ten new groups in the rows that are ready for them, none with a day that exists. */
function withFaults(form: Buffer, run: number) {
  return edited(form, (sheet, headings, last) => {
    for (let number = 0; number < 10; number++) {
      const write = (heading: string, value: string) => {
        sheet[xlsx.utils.encode_cell({ r: last + number, c: headings.indexOf(heading) })] = {
          t: "s",
          v: value,
        }
      }
      write("Loại hình", "Tổ hợp tác")
      write("Tên tổ chức", `Tổ hợp tác Kiểm thử ${run}.${number}`)
      write("Ngày thành lập", "31/02/2026")
      write("Ngành chính (VSIC cấp 4)", "0111")
    }
  })
}

/** As an officer does it: every cell that carries a note gets a day that exists. */
function mended(marked: Buffer) {
  return edited(marked, (sheet) => {
    for (const cell of Object.values(sheet) as xlsx.CellObject[]) {
      if (cell?.c && cell.c.length > 0) Object.assign(cell, { t: "s", v: "28/02/2026" })
    }
  })
}

type Edit = (sheet: xlsx.WorkSheet, headings: string[], last: number) => void

function edited(bytes: Buffer, edit: Edit) {
  const book = xlsx.read(bytes, { type: "buffer", cellNF: true })
  const sheet = book.Sheets["Tổ chức"]!
  const grid = xlsx.utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true })
  const headings = grid[0]!.map((heading) => String(heading).replace(" *", ""))
  const name = headings.indexOf("Tên tổ chức")
  const last = grid.findLastIndex((row) => Boolean(row[name])) + 1
  edit(sheet, headings, last)
  expect(last).toBeGreaterThan(1)
  return xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer
}
