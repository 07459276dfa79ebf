import { rmSync } from "node:fs"
import { join } from "node:path"
import { Secret, TOTP } from "otpauth"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { journey, seen, shown, withAndWithoutScripts, withBrowser } from "./browser.ts"
import { look } from "./usable.ts"

const email = "mai@example.vn"
const password = "lúa chín vàng đồng"

journey.each(withAndWithoutScripts)("the first administrator, %s", (_how, scripts) => {
  const folder = temporaryFolder()
  const { visit } = withBrowser()
  let portal: Awaited<ReturnType<typeof startPortal>>
  let app: TOTP

  beforeAll(async () => {
    portal = await startPortal({ DATA_DIR: join(folder, "data") })
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it("follows the link of the first start, sets up a second factor and comes to the desk", async () => {
    const link = /Become the first[^\n]*: (http\S+)/.exec(portal.stdout)?.[1]
    const page = await visit(link!, { scripts, expected: [422] })
    await look(page, scripts)
    await page.getByLabel("Họ và tên").fill("Trần Thị Mai")
    await page.getByLabel("Thư điện tử").fill(email)
    await page.getByLabel("Mật khẩu mới").fill("mật khẩu")
    await page.getByRole("button", { name: "Lưu mật khẩu" }).click()

    // What was typed is still there; only the password has to be typed again.
    await shown(page.getByRole("alert")).toContain("ít nhất 12 ký tự")
    expect(await page.getByLabel("Họ và tên").inputValue()).toBe("Trần Thị Mai")
    await look(page, scripts)
    await page.getByLabel("Mật khẩu mới").fill(password)
    await page.getByRole("button", { name: "Lưu mật khẩu" }).click()

    await shown(page.getByRole("main")).toContain("cần bước xác minh thứ hai")
    await look(page, scripts)
    await page.getByLabel("Mật khẩu hiện tại").fill(password)
    await page.getByRole("button", { name: "Thiết lập ứng dụng xác thực" }).click()
    await look(page, scripts)
    app = new TOTP({ secret: Secret.fromBase32((await seen(page.locator("code"))).replaceAll(" ", "")) })
    await page.getByLabel("mã 6 chữ số").fill(app.generate())
    await page.getByRole("button", { name: "Bật bước xác minh thứ hai" }).click()

    await expect.poll(() => page.locator(".recovery-codes li").count()).toBe(10)
    await look(page, scripts)
    await page.getByRole("link", { name: "Tôi đã cất mã" }).click()
    await shown(page.getByRole("heading", { level: 1 })).toContain("Bàn làm việc")
    await look(page, scripts)
  })

  it("signs in again with a code of the phone, and looks at their own account and what is kept of them", async () => {
    const page = await signIn()
    await page.getByRole("link", { name: "Trần Thị Mai" }).click()
    await look(page, scripts)
    await page.getByRole("link", { name: "Dữ liệu cổng đang giữ về tôi" }).click()
    await shown(page.getByRole("main")).toContain(email)
    await look(page, scripts)
  })

  // A passkey is asked for by a script: without them there is nothing to walk through.
  if (scripts) {
    it("adds a passkey, and signs in with it alone", async () => {
      const page = await signIn()
      const devtools = await page.context().newCDPSession(page)
      await devtools.send("WebAuthn.enable")
      await devtools.send("WebAuthn.addVirtualAuthenticator", {
        options: {
          protocol: "ctap2",
          transport: "internal",
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      })
      await page.getByRole("link", { name: "Trần Thị Mai" }).click()
      await page.getByLabel("Tên để nhận ra thiết bị").fill("Máy tính ở cơ quan")
      await page.getByRole("button", { name: "Thêm khóa truy cập" }).click()
      await page.getByText("Đã thêm khóa truy cập.").waitFor()
      await shown(page.getByRole("main")).toContain("Máy tính ở cơ quan")
      await look(page, scripts)

      await page.getByRole("button", { name: "Đăng xuất" }).click()
      await look(page, scripts)
      await page.getByRole("button", { name: "Đăng nhập bằng khóa truy cập" }).click()
      await page.waitForURL("**/ban-lam-viec")
      await shown(page.getByRole("banner")).toContain("Trần Thị Mai")
    })
  }

  async function signIn() {
    const page = await visit(`${portal.url}/dang-nhap`, { scripts })
    await page.getByLabel("Thư điện tử").fill(email)
    await page.getByLabel("Mật khẩu").fill(password)
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click()
    await look(page, scripts)
    await page.getByLabel("Mã 6 chữ số").fill(app.generate())
    await page.getByRole("button", { name: "Xác nhận" }).click()
    return page
  }
})
