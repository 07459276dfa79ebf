import { expect, inject, it } from "vitest"
import { journey, seen, withBrowser } from "./browser.ts"
import { desk, expectUsable, narrowPhone, sideways } from "./usable.ts"

const components = `${inject("portal")}/ban-lam-viec/thanh-phan`

journey("every component", () => {
  const { visit } = withBrowser()

  it.each(["light", "dark"] as const)("can be used by everyone, %s", async (colorScheme) => {
    const page = await visit(components, { colorScheme })
    await expectUsable(page)
    await page.setViewportSize(desk)
    await expectUsable(page)
    await page.setViewportSize(narrowPhone)
    expect(await sideways(page)).toEqual([])
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%"
    })
    expect(await sideways(page), "with text twice as large").toEqual([])
  })
})

journey("someone at a form", () => {
  const { visit } = withBrowser()

  it("finds the focus on the summary of mistakes, which leads to each field, without scripts too", async () => {
    const page = await visit(components, { scripts: false })
    expect(await page.locator(":focus").getAttribute("class")).toBe("form-summary")
    await page.getByRole("link", { name: "Hãy nhập họ và tên." }).click()
    expect(new URL(page.url()).hash).toBe("#vd-ho-ten")
  })

  it("chooses a commune by typing without marks, with the keys alone", async () => {
    const page = await visit(components)
    await answerCandidates(page)
    const box = page.getByRole("combobox", { name: "Xã, phường nơi đặt trụ sở" }).first()
    await box.focus()
    await page.keyboard.type("binh an")
    const options = page.getByRole("listbox").getByRole("option")
    await options.first().waitFor()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    expect(await box.getAttribute("aria-activedescendant")).toBe(await options.nth(1).getAttribute("id"))
    await expectUsable(page)
    await page.keyboard.press("Enter")
    expect(await box.inputValue()).toBe("Xã Bình An, tỉnh Lâm Đồng")
    expect(await box.getAttribute("aria-expanded")).toBe("false")
    expect(await page.locator("input[name=vd-xa-ma]").inputValue()).toBe("2")
    expect(await page.locator("input[name=vd-xa-cho]").inputValue()).toBe("Xã Bình An, tỉnh Lâm Đồng")
  })

  it("closes the suggestions with Escape and keeps what was typed", async () => {
    const page = await visit(components)
    await answerCandidates(page)
    const box = page.getByRole("combobox", { name: "Xã, phường nơi đặt trụ sở" }).first()
    await box.focus()
    await page.keyboard.type("binh an")
    await page.getByRole("listbox").getByRole("option").first().waitFor()
    await page.keyboard.press("Escape")
    expect(await page.getByRole("listbox").getByRole("option").count()).toBe(0)
    expect(await box.inputValue()).toBe("binh an")
  })

  it("hears when the draft was saved, and when the connection is lost, and it is saved once that is back", async () => {
    const page = await visit(components)
    let isLost = false
    const saved: string[] = []
    await page.route("**/ban-nhap/**", async (route) => {
      if (isLost) return route.abort()
      saved.push(new URLSearchParams(route.request().postData() ?? "").get("vd-nd") ?? "")
      return route.fulfill({ json: { hour: "14:05" } })
    })
    const status = page.locator(".auto-save__status")
    await page.getByLabel("Nội dung").fill("Một")
    await expect.poll(() => seen(status), { timeout: 10_000 }).toBe("Bản nháp đã lưu lúc 14:05.")
    isLost = true
    await page.getByLabel("Nội dung").fill("Một hai")
    await expect.poll(() => seen(status), { timeout: 10_000 }).toContain("Mất kết nối")
    isLost = false
    await page.evaluate(() => dispatchEvent(new Event("online")))
    await expect.poll(() => seen(status), { timeout: 10_000 }).toBe("Bản nháp đã lưu lúc 14:05.")
    expect(saved).toEqual(["Một", "Một hai"])
  })

  it("is asked before what cannot be undone, with the way back under the finger", async () => {
    const page = await visit(components)
    await page.getByRole("link", { name: "Xóa vĩnh viễn…" }).click()
    const dialog = page.getByRole("dialog", { name: "Xóa tệp “to-trinh.pdf”?" })
    await dialog.waitFor()
    expect(await seen(page.locator(":focus"))).toBe("Không, quay lại")
    await expectUsable(page)
    await page.keyboard.press("Enter")
    expect(await dialog.count()).toBe(0)
  })

  it("sees how far an upload is, and gets the answer's page", async () => {
    const page = await visit(components, { expected: [422] })
    await page.route("**/thanh-phan", (route) =>
      route.request().method() === "POST"
        ? route.fulfill({
            status: 422,
            contentType: "text/html",
            body: "<title>Lỗi</title><main><div class='form-summary' tabindex='-1'>Hãy chọn tệp khác.</div></main>",
          })
        : route.continue(),
    )
    await page.getByLabel("Tệp số liệu").setInputFiles({
      name: "so-lieu.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("a,b"),
    })
    await page.getByRole("button", { name: "Gửi tệp" }).click()
    await page.getByText("Hãy chọn tệp khác.").waitFor()
    expect(await page.title()).toBe("Lỗi")
    expect(await seen(page.locator(":focus"))).toBe("Hãy chọn tệp khác.")
  })
})

async function answerCandidates(page: Awaited<ReturnType<ReturnType<typeof withBrowser>["visit"]>>) {
  await page.route("**/chon/dia-ban**", (route) =>
    route.fulfill({
      json: {
        list: [
          { id: 1, label: "Xã Bình An, tỉnh An Giang" },
          { id: 2, label: "Xã Bình An, tỉnh Lâm Đồng" },
        ],
        hasMore: false,
      },
    }),
  )
}
