import { Secret, TOTP } from "otpauth"
import type { Page } from "playwright-core"
import { expect } from "vitest"
import { runHoptac } from "../test/program.ts"
import { seen } from "./browser.ts"

const password = "lúa chín vàng đồng"

type Colleague = {
  name: string
  email: string
  role: string
  /** The last part of the address of the place they answer for. */
  place?: string
  /** The last part of the address of the organisation they represent. */
  organisation?: string
  needsSecondFactor?: boolean
}

/** Someone invited from the shell opens the link, and proves what their role asks for; answers with their session. */
export async function comeIn(
  visit: (address: string) => Promise<Page>,
  settings: Record<string, string>,
  { name, email, role, place, organisation, needsSecondFactor = false }: Colleague,
) {
  const invited = await runHoptac(
    [
      "user",
      "add",
      email,
      "--name",
      name,
      "--role",
      role,
      ...(place ? ["--place", place] : []),
      ...(organisation ? ["--organisation", organisation] : []),
    ],
    settings,
  )
  expect(invited).toMatchObject({ code: 0, stderr: "" })
  const page = await visit(/(http\S+)$/m.exec(invited.stdout)![1]!)
  await page.getByLabel("Mật khẩu mới").fill(password)
  await page.getByRole("button", { name: "Lưu mật khẩu" }).click()
  if (needsSecondFactor) await setUpSecondFactor(page)
  await page.waitForURL("**/ban-lam-viec")
  return page.context().storageState()
}

async function setUpSecondFactor(page: Page) {
  await page.getByLabel("Mật khẩu hiện tại").fill(password)
  await page.getByRole("button", { name: "Thiết lập ứng dụng xác thực" }).click()
  const secret = (await seen(page.locator("code"))).replaceAll(" ", "")
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  await page.getByLabel("mã 6 chữ số").fill(app.generate())
  await page.getByRole("button", { name: "Bật bước xác minh thứ hai" }).click()
  await page.getByRole("link", { name: "Tôi đã cất mã" }).click()
}
