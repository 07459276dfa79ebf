import { rmSync } from "node:fs"
import { join } from "node:path"
import { Secret, TOTP } from "otpauth"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { journey, seen, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"
import { comeIn } from "./colleagues.ts"
import { look } from "./usable.ts"

const password = "bốn con trâu đi cày"

journey("a commune officer", () => {
  const folder = temporaryFolder()
  const { visit } = withBrowser()
  let portal: Awaited<ReturnType<typeof startPortal>>
  let administrator: Awaited<ReturnType<typeof comeIn>>

  beforeAll(async () => {
    const settings = { DATA_DIR: join(folder, "data") }
    portal = await startPortal(settings)
    administrator = await comeIn(
      visit,
      { ...settings, BASE_URL: portal.url },
      { name: "Trần Thị Mai", email: "mai@example.vn", role: "administrator", needsSecondFactor: true },
    )
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(withAndWithoutScripts)(
    "is invited, signs in with a second factor and sees only their commune, %s",
    async (_, scripts) => {
      const name = scripts ? "Lê Thị Lan" : "Phạm Văn Sáu"
      const email = scripts ? "lan@example.vn" : "sau@example.vn"

      const desk = await visit(`${portal.url}/ban-lam-viec/quan-tri/nguoi-dung`, {
        scripts,
        storageState: administrator,
        expected: [422],
      })
      await look(desk, scripts)
      await desk.getByRole("link", { name: "Mời một người" }).click()
      await look(desk, scripts)
      await desk.getByLabel("Họ và tên").fill(name)
      await desk.getByLabel("Thư điện tử").fill(email)
      await desk.getByRole("radio", { name: "Cán bộ xã, phường" }).check()
      await desk.getByLabel("Địa bàn, cơ quan hoặc tổ chức").fill("xa giong rieng")
      await desk.getByRole("button", { name: "Gửi lời mời" }).click()
      // Of several places of the name, the one of today is meant.
      const several = desk.getByRole("radio", { name: /Giồng Riềng/ })
      if ((await several.count()) > 0) {
        await look(desk, scripts)
        await several.first().check()
        await desk.getByRole("button", { name: "Gửi lời mời" }).click()
      }
      await shown(desk.getByRole("main")).toContain(email)
      await look(desk, scripts)

      // The development mailbox stands in for the officer's own.
      const officer = await visit(`${portal.url}/hop-thu-thu-nghiem`, { scripts, expected: [404] })
      const mail = officer.getByRole("article").filter({ hasText: email })
      await expect.poll(() => reloaded(officer, mail), { timeout: 20_000 }).toBeGreaterThan(0)
      await look(officer, scripts)
      await mail.first().getByRole("link").first().click()
      await officer.getByLabel("Mật khẩu mới").fill(password)
      await officer.getByRole("button", { name: "Lưu mật khẩu" }).click()

      await officer.getByRole("link", { name, exact: true }).click()
      await officer.getByRole("link", { name: "Bước xác minh thứ hai" }).click()
      await officer.getByLabel("Mật khẩu hiện tại").fill(password)
      await officer.getByRole("button", { name: "Thiết lập ứng dụng xác thực" }).click()
      const key = (await seen(officer.locator("code"))).replaceAll(" ", "")
      const app = new TOTP({ secret: Secret.fromBase32(key) })
      await officer.getByLabel("mã 6 chữ số").fill(app.generate())
      await officer.getByRole("button", { name: "Bật bước xác minh thứ hai" }).click()
      await officer.getByRole("button", { name: "Đăng xuất" }).click()

      await officer.getByLabel("Thư điện tử").fill(email)
      await officer.getByLabel("Mật khẩu").fill(password)
      await officer.getByRole("button", { name: "Đăng nhập", exact: true }).click()
      await officer.getByLabel("Mã 6 chữ số").fill(app.generate())
      await officer.getByRole("button", { name: "Xác nhận" }).click()
      await look(officer, scripts)

      await officer.getByRole("navigation").getByRole("link", { name: "Tổ chức" }).click()
      await shown(officer.getByRole("main")).toContain("Giồng Riềng")
      await look(officer, scripts)
      const theirs = officer.getByRole("main").getByRole("row").getByRole("link")
      expect(await theirs.count()).toBeGreaterThan(0)
      await theirs.first().click()
      await look(officer, scripts)

      const other = await organisationOfAnotherCommune()
      await officer.goto(`${portal.url}/ban-lam-viec/to-chuc/${other}`)
      await shown(officer.getByRole("heading", { level: 1 })).toBe("Không tìm thấy trang")
      await officer.goto(`${portal.url}/ban-lam-viec/quan-tri`)
      await shown(officer.getByRole("heading", { level: 1 })).toBe("Không tìm thấy trang")
    },
  )

  async function reloaded(
    page: Awaited<ReturnType<typeof visit>>,
    mail: ReturnType<Awaited<ReturnType<typeof visit>>["locator"]>,
  ) {
    await page.reload()
    return mail.count()
  }

  /** As anyone can find it in the public register. */
  async function organisationOfAnotherCommune() {
    const response = await fetch(`${portal.url}/hop-tac-xa?dia-ban=phuong-rach-gia-30742-tu-2025`)
    const links = [...(await response.text()).matchAll(/href="\/hop-tac-xa\/([a-z0-9-]+)"/g)]
    return links[0]?.[1] ?? "khong-co"
  }
})
