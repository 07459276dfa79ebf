import { rmSync } from "node:fs"
import { join } from "node:path"
import type { BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { journey, seen, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"
import { comeIn } from "./colleagues.ts"
import { look } from "./usable.ts"

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>

journey("the newsroom", () => {
  const folder = temporaryFolder()
  const { visit } = withBrowser()
  let portal: Awaited<ReturnType<typeof startPortal>>
  let editor: Session
  let publisher: Session
  let auditor: Session

  beforeAll(async () => {
    const settings = { DATA_DIR: join(folder, "data") }
    portal = await startPortal(settings)
    // Links of the shell begin with the address that people use.
    const here = { ...settings, BASE_URL: portal.url }
    editor = await comeIn(visit, here, { name: "Lê Thị Lan", email: "lan@example.vn", role: "editor" })
    publisher = await comeIn(visit, here, {
      name: "Trần Văn Hùng",
      email: "hung@example.vn",
      role: "publisher",
      needsSecondFactor: true,
    })
    auditor = await comeIn(visit, here, { name: "Phạm Thu Hà", email: "ha@example.vn", role: "auditor" })
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(withAndWithoutScripts)(
    "an editor writes, a publisher publishes, a citizen reads, %s",
    async (_, scripts) => {
      const title = `Hợp tác xã mở điểm bán nông sản ${scripts ? "tại chợ" : "bên bến phà"}`
      const written = await visit(`${portal.url}/ban-lam-viec`, { scripts, storageState: editor })
      await look(written, scripts)
      await write(written, scripts, title, "Sáng 2/3, điểm bán đầu tiên mở cửa.")
      await look(written, scripts)
      await written.getByRole("button", { name: "Gửi duyệt" }).click()
      await shown(written.getByRole("main")).toContain("Chờ duyệt")
      expect(await written.getByRole("button", { name: "Đăng ngay" }).count()).toBe(0)

      const citizen = await visit(`${portal.url}/tin-tuc`, { scripts })
      expect(await citizen.getByRole("link", { name: title }).count()).toBe(0)

      const reviewed = await visit(`${portal.url}/ban-lam-viec`, { scripts, storageState: publisher })
      await look(reviewed, scripts)
      await reviewed.getByRole("main").getByRole("link", { name: title, exact: true }).click()
      await look(reviewed, scripts)
      await reviewed.getByRole("button", { name: "Đăng ngay" }).click()
      await shown(reviewed.getByRole("main")).toContain("Đã đăng")
      await look(reviewed, scripts)

      await citizen.reload()
      await citizen.getByRole("main").getByRole("link", { name: title }).first().click()
      await shown(citizen.getByRole("heading", { level: 1 })).toBe(title)
      await shown(citizen.getByRole("article")).toContain("điểm bán đầu tiên mở cửa")
      await look(citizen, scripts)
    },
  )

  it.each(withAndWithoutScripts)(
    "of two people who edit the same article the second sees both versions, and nothing is lost, %s",
    async (_, scripts) => {
      const lan = await visit(`${portal.url}/ban-lam-viec`, {
        scripts,
        storageState: editor,
        expected: [409],
      })
      await write(
        lan,
        scripts,
        `Tập huấn kế toán ${scripts ? "đợt một" : "đợt hai"}`,
        "Sáu mươi người đã dự lớp.",
      )
      const hung = await visit(lan.url(), { scripts, storageState: publisher })
      for (const page of [lan, hung]) await page.getByRole("link", { name: "Sửa bài" }).click()
      await look(hung, scripts)

      await hung.getByLabel("Tiêu đề").fill("Tập huấn kế toán cho hợp tác xã")
      await hung.getByLabel("Tác giả").fill("Văn Hùng")
      await hung.getByRole("button", { name: "Lưu" }).click()
      await shown(hung.getByRole("heading", { level: 1 })).toBe("Tập huấn kế toán cho hợp tác xã")

      await lan.getByLabel("Tiêu đề").fill("Sáu mươi giám đốc học kế toán")
      await lan.getByRole("button", { name: "Lưu" }).click()
      await shown(lan.getByRole("main")).toContain("Trần Văn Hùng đã sửa bản ghi này")
      const conflict = await seen(lan.getByRole("main"))
      expect(conflict).toContain("Tập huấn kế toán cho hợp tác xã")
      expect(conflict).toContain("Sáu mươi giám đốc học kế toán")
      await look(lan, scripts)
      // The byline that Hùng alone changed is chosen already; for the title Lan has to say.
      await lan
        .getByRole("group", { name: "Tiêu đề", exact: true })
        .getByLabel("Thay bằng bản của tôi")
        .check()
      await lan.getByRole("button", { name: "Lưu theo lựa chọn này" }).click()

      await shown(lan.getByRole("heading", { level: 1 })).toBe("Sáu mươi giám đốc học kế toán")
      const kept = await seen(lan.getByRole("main"))
      expect(kept).toContain("Sáu mươi người đã dự lớp.")
      expect(kept).toContain("Văn Hùng")
      expect(kept).toContain("Trần Văn Hùng viết bản 2")
      await look(lan, scripts)
    },
  )

  it.each(withAndWithoutScripts)(
    "an auditor finds who changed an article, and what stood there before, %s",
    async (_, scripts) => {
      const year = scripts ? "2024" : "2025"
      const title = `Vốn góp của hợp tác xã năm ${year} là 12 tỷ đồng`
      const lan = await visit(`${portal.url}/ban-lam-viec`, { scripts, storageState: editor })
      await write(lan, scripts, title, "Theo báo cáo của các xã.")
      const hung = await visit(lan.url(), { scripts, storageState: publisher })
      await hung.getByRole("link", { name: "Sửa bài" }).click()
      await hung.getByLabel("Tiêu đề").fill(title.replace("12", "21"))
      await hung.getByRole("button", { name: "Lưu", exact: true }).click()
      await shown(hung.getByRole("heading", { level: 1 })).toContain("21 tỷ đồng")

      const page = await visit(`${portal.url}/ban-lam-viec`, { scripts, storageState: auditor })
      await look(page, scripts)
      await page.getByRole("main").getByRole("link", { name: "Nhật ký thay đổi" }).click()
      await look(page, scripts)
      await page.getByLabel("Từ khóa").fill(`nam ${year} la 21 ty`)
      await page.getByLabel("Người thay đổi").selectOption({ label: "Trần Văn Hùng" })
      await page.getByRole("button", { name: "Lọc" }).click()
      const found = page.getByRole("main").getByRole("listitem").filter({ hasText: "21 tỷ đồng" })
      await shown(found.first()).toContain("Trần Văn Hùng")
      await look(page, scripts)
      await found.first().getByRole("link").first().click()
      await page.waitForURL(/\/nhat-ky\/\d+/)
      const entry = await seen(page.getByRole("main"))
      expect(entry).toContain("Trần Văn Hùng")
      expect(entry).toContain("12 tỷ đồng")
      expect(entry).toContain("21 tỷ đồng")
      await look(page, scripts)
    },
  )

  /** From the desk to a draft that is kept. */
  async function write(page: Page, scripts: boolean, title: string, text: string) {
    await page.getByRole("main").getByRole("link", { name: "Tin bài", exact: true }).click()
    await page.getByRole("link", { name: "Viết bài mới" }).first().click()
    await look(page, scripts)
    await page.getByLabel("Tiêu đề").fill(title)
    await page.getByLabel("Chuyên mục").selectOption({ index: 1 })
    await page.getByRole("textbox", { name: "Nội dung" }).fill(text)
    await page.getByRole("button", { name: "Lưu", exact: true }).click()
    await shown(page.getByRole("heading", { level: 1 })).toBe(title)
  }
})
