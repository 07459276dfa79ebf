import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { journey, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"
import { comeIn } from "./colleagues.ts"
import { look } from "./usable.ts"

journey("an administrator who keeps what the law says", () => {
  const folder = temporaryFolder()
  const { visit } = withBrowser()
  let portal: Awaited<ReturnType<typeof startPortal>>
  let administrator: Awaited<ReturnType<typeof comeIn>>

  beforeAll(async () => {
    const settings = { DATA_DIR: join(folder, "data") }
    portal = await startPortal(settings)
    const mai = { name: "Trần Thị Mai", email: "mai@example.vn", role: "administrator" }
    administrator = await comeIn(
      visit,
      { ...settings, BASE_URL: portal.url },
      { ...mai, needsSecondFactor: true },
    )
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(withAndWithoutScripts)("adds a rule, and finds who is short of the law, %s", async (_, scripts) => {
    const page = await visit(`${portal.url}/ban-lam-viec/quan-tri`, {
      scripts,
      storageState: administrator,
      expected: [422],
    })
    await page.getByRole("main").getByRole("link", { name: "Quy định của luật" }).click()
    await look(page, scripts)
    await page.getByRole("link", { name: "Thêm quy định" }).click()
    await page.getByLabel("Quy định").selectOption({ label: "Tỷ lệ thành viên nước ngoài phải dưới" })
    await page
      .getByLabel("Loại hình")
      .selectOption({ label: scripts ? "Hợp tác xã" : "Liên hiệp hợp tác xã" })
    await page.getByLabel("Mức").fill("35")
    await page.getByLabel("Từ ngày").fill("01/07/2024")
    await page.getByRole("button", { name: "Lưu" }).click()
    // The article is what makes it a rule of the law.
    await look(page, scripts)
    expect(await page.getByLabel("Mức").inputValue()).toBe("35")
    await page.getByLabel("Điều luật").fill("Luật 17/2023/QH15")
    await page.getByRole("button", { name: "Lưu" }).click()
    await shown(page.getByRole("main")).toContain("Tỷ lệ thành viên nước ngoài phải dưới")
    await page.getByRole("link", { name: "Tỷ lệ thành viên nước ngoài phải dưới" }).last().click()
    await shown(page.getByRole("main")).toContain("đã thêm quy định của luật")
    await look(page, scripts)

    await page.goto(`${portal.url}/ban-lam-viec/to-chuc`)
    await page.getByRole("link", { name: "Chưa đúng quy định" }).click()
    await shown(page.getByRole("main")).toContain("Vẫn ghi theo luật cũ")
    await look(page, scripts)
  })

  it.each(withAndWithoutScripts)(
    "says when reports are due by a new circular, and takes it back, %s",
    async (_, scripts) => {
      const page = await visit(`${portal.url}/ban-lam-viec/quan-tri`, {
        scripts,
        storageState: administrator,
        expected: [422],
      })
      await page.getByRole("main").getByRole("link", { name: "Thời hạn báo cáo năm" }).click()
      await shown(page.getByRole("main")).toContain("Thông tư 09/2024/TT-BKHĐT")
      await look(page, scripts)
      await page.getByRole("link", { name: "Thêm thời hạn", exact: true }).click()
      await page.getByLabel("Từ năm báo cáo").fill("2027")
      await page.getByLabel("Hạn nộp (ngày/tháng)").fill("31/04")
      await page.getByLabel("Căn cứ pháp lý").fill("Thông tư thử")
      await page.getByLabel("Lý do").fill("Văn bản mới thay")
      await page.getByRole("button", { name: "Xem trước khi lưu" }).click()
      await shown(page.getByRole("main")).toContain("Hãy nhập ngày và tháng có trong lịch")
      await look(page, scripts)
      expect(await page.getByLabel("Căn cứ pháp lý").inputValue()).toBe("Thông tư thử")
      await page.getByLabel("Hạn nộp (ngày/tháng)").fill("20/12")
      await page.getByRole("button", { name: "Xem trước khi lưu" }).click()
      await shown(page.getByRole("main")).toContain("hạn 20/12/2027")
      await look(page, scripts)
      await page.getByRole("button", { name: "Lưu" }).click()
      await shown(page.getByRole("main")).toContain("đã thêm thời hạn báo cáo năm")
      await page.getByRole("link", { name: "từ 2027", exact: true }).click()
      await look(page, scripts)
      await page.getByRole("link", { name: "Kết thúc thời hạn từ 2027" }).click()
      await look(page, scripts)
      await page.goto(`${portal.url}/ban-lam-viec/quan-tri/thoi-han-bao-cao`)
      await page.getByRole("link", { name: "Hoàn tác thay đổi gần nhất", exact: true }).click()
      await look(page, scripts)
      await page.getByLabel("Lý do").fill("Chỉ thử")
      await page.getByRole("button", { name: "Hoàn tác" }).click()
      await shown(page.getByRole("main")).toContain("đã hoàn tác thay đổi thời hạn báo cáo năm")
      expect(await page.getByRole("link", { name: "từ 2027", exact: true }).count()).toBe(0)
    },
  )

  it.each(withAndWithoutScripts)("takes in a version of the business lines, %s", async (_, scripts) => {
    const page = await visit(`${portal.url}/ban-lam-viec/quan-tri/nganh-nghe`, {
      scripts,
      storageState: administrator,
      expected: [422],
    })
    await look(page, scripts)
    const list = join(folder, "nganh.csv")
    writeFileSync(list, "Mã,Tên ngành\n0111,Trồng lúa\n0112,\n")
    const send = async () => {
      await page.getByLabel("Ký hiệu phiên bản").fill(scripts ? "THU-1" : "THU-2")
      await page.getByLabel("Căn cứ pháp lý").fill("Quyết định thử")
      await page.getByLabel("Có hiệu lực từ ngày").fill(scripts ? "01/01/2026" : "02/01/2026")
      await page.getByLabel("Tệp bảng ngành").setInputFiles(list)
      await page.getByRole("button", { name: "Nhập" }).click()
    }
    await send()
    await shown(page.getByRole("main")).toContain("dòng 3: mã 0112 chưa có tên ngành")
    await look(page, scripts)
    writeFileSync(list, "Mã,Tên ngành\n0111,Trồng lúa\n0112,Trồng ngô\n")
    await send()
    await shown(page.getByRole("main")).toContain("Đã nhập: 2 ngành mới")
    await look(page, scripts)
    await page.getByRole("link", { name: "0112" }).click()
    await look(page, scripts)
    await page.getByLabel("Tên ngành").fill("Trồng ngô và cây có hạt khác")
    await page.getByRole("button", { name: "Lưu" }).click()
    await shown(page.getByRole("main")).toContain("Trồng ngô và cây có hạt khác")
  })
})
