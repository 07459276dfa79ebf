import { rmSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import sharp from "sharp"
import { afterAll, beforeAll, expect, it } from "vitest"
import { runHoptac, startPortal, temporaryFolder } from "../test/program.ts"
import { journey, shown, withBrowser } from "./browser.ts"
import { desk, expectUsable, narrowPhone, sideways } from "./usable.ts"

journey("an editor who writes an article", () => {
  const folder = temporaryFolder()
  const settings = { DATA_DIR: join(folder, "data") }
  const { visit } = withBrowser()
  const password = "lúa chín vàng đồng"
  let portal: Awaited<ReturnType<typeof startPortal>>
  let picture: Buffer

  beforeAll(async () => {
    portal = await startPortal(settings)
    picture = await sharp({ create: { width: 1500, height: 900, channels: 3, background: "#4a7c3a" } })
      .jpeg()
      .toBuffer()
    const { stdout } = await runHoptac(
      ["user", "add", "mai@example.vn", "--name", "Trần Thị Mai", "--role", "editor"],
      settings,
    )
    const page = await visit(portal.url + /http\S+?(\/lien-ket\S+)/.exec(stdout)![1]!)
    await page.getByLabel("Mật khẩu mới").fill(password)
    await page.getByRole("button", { name: "Lưu mật khẩu" }).click()
    await page.getByRole("heading", { level: 1 }).waitFor()
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it("has heading, list, table, link and image in it, with the keys alone", async () => {
    const page = await openNew(desk)
    await page.getByLabel("Tiêu đề").fill("Hội nghị tổng kết kinh tế tập thể")
    const body = page.getByRole("textbox", { name: "Nội dung" })
    const isInText = () => body.evaluate((element) => element.contains(document.activeElement))
    await body.focus()
    await page.keyboard.type("Kết quả")
    await press(page, "Mục lớn")
    await page.keyboard.press("End")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Hội nghị nêu hai việc:")
    await page.keyboard.press("Enter")
    await press(page, "• Danh sách")
    await page.keyboard.type("Một")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Hai")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")

    await page.keyboard.type("Xem trang của ")
    await press(page, "Liên kết")
    await page.keyboard.type("javascript:alert(1)")
    await page.keyboard.press("Enter")
    await shown(page.getByRole("alert")).toContain("Hãy viết địa chỉ")
    await expectUsable(page)
    await page.getByLabel("Địa chỉ").fill("chinhphu.vn")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Chính phủ")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")

    await press(page, "Bảng")
    await body.getByRole("table").waitFor()
    await expect.poll(isInText).toBe(true)
    for (const words of ["Xã", "Số hợp tác xã", "Tân Hội", "3"]) {
      await page.keyboard.type(words)
      await page.keyboard.press("Tab")
    }
    await page.keyboard.type("Thạnh Lộc")
    await press(page, "Tên bảng", "Bảng")
    await page.keyboard.type("Hợp tác xã theo xã")
    await page.keyboard.press("Enter")
    // The dialog gives the focus back as it closes.
    await expect.poll(isInText).toBe(true)
    // From the last cell the key leads out, and no row is added.
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await expect.poll(isInText).toBe(false)

    await body.focus()
    await page.keyboard.press("Control+End")
    await page.getByRole("toolbar", { name: "Bảng" }).waitFor({ state: "hidden" })
    await press(page, "Ảnh")
    await page.getByLabel("Chọn ảnh từ máy").setInputFiles({
      name: "Cánh đồng lớn.jpg",
      mimeType: "image/jpeg",
      buffer: picture,
    })
    await page.locator(".rich-editor-dialog__preview[src]").waitFor()
    await page.getByRole("button", { name: "Xong" }).click()
    await shown(page.getByRole("alert")).toContain("Hãy viết nội dung ảnh")
    await expectUsable(page)
    await page.getByLabel("Nội dung ảnh").fill("Cánh đồng lớn ở Tân Hội")
    await page.getByRole("button", { name: "Xong" }).press("Enter")
    await expectUsable(page)

    const html = await page.locator("textarea[name=body]").inputValue()
    expect(html.replace(/\/tep\/[0-9a-f]{64}/g, "/tep/HASH")).toBe(
      "<h2>Kết quả</h2><p>Hội nghị nêu hai việc:</p><ul><li><p>Một</p></li><li><p>Hai</p></li></ul>" +
        '<p>Xem trang của <a href="https://chinhphu.vn">Chính phủ</a></p>' +
        "<table><caption>Hợp tác xã theo xã</caption><tbody>" +
        '<tr><th scope="col"><p>Xã</p></th><th scope="col"><p>Số hợp tác xã</p></th></tr>' +
        "<tr><td><p>Tân Hội</p></td><td><p>3</p></td></tr>" +
        "<tr><td><p>Thạnh Lộc</p></td><td><p></p></td></tr></tbody></table>" +
        '<img src="/tep/HASH/canh-dong-lon.webp" alt="Cánh đồng lớn ở Tân Hội" width="1280" height="768" srcset="/tep/HASH/canh-dong-lon.webp 480w, /tep/HASH/canh-dong-lon.webp 1280w"><p></p>',
    )

    await page.getByLabel("Chuyên mục").selectOption({ index: 1 })
    await page.getByRole("button", { name: "Lưu" }).click()
    await page.waitForURL(/tin-bai\/\d+$/)
    const article = page.locator(".article__body")
    await shown(article.getByRole("heading", { name: "Kết quả" })).toBe("Kết quả")
    expect(await article.getByRole("img", { name: "Cánh đồng lớn ở Tân Hội" }).count()).toBe(1)
    await shown(article.locator("caption")).toBe("Hợp tác xã theo xã")
  })

  it("can be written on a phone, and what was written is there again to be changed", async () => {
    const page = await openNew()
    await page.getByLabel("Tiêu đề").fill("Tin ngắn")
    await page.getByLabel("Chuyên mục").selectOption({ index: 1 })
    await page.getByRole("textbox", { name: "Nội dung" }).fill("Một đoạn.")
    await page.getByRole("button", { name: "Bảng" }).click()
    await page.keyboard.type("Xã")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Số")
    await expectUsable(page)
    expect(await sideways(page)).toEqual([])
    await page.setViewportSize(narrowPhone)
    expect(await sideways(page)).toEqual([])
    await page.getByRole("button", { name: "Xóa bảng" }).click()
    await page.getByRole("button", { name: "Lưu" }).click()
    await page.waitForURL(/tin-bai\/\d+$/)
    await page.goto(`${page.url()}/sua`)
    await page.locator('rich-editor[data-state="open"]').waitFor()
    await shown(page.getByRole("textbox", { name: "Nội dung" })).toBe("Một đoạn.")
  })

  it("needs no scripts: plain paragraphs and HTML of uploaded images do", async () => {
    const page = await signIn({ scripts: false })
    await page.goto(`${portal.url}/ban-lam-viec/tin-bai/tep`)
    await page.getByLabel("Tệp", { exact: true }).setInputFiles({
      name: "Hội nghị.jpg",
      mimeType: "image/jpeg",
      buffer: picture,
    })
    await page.getByRole("button", { name: "Tải lên" }).click()
    const snippet = await page.locator(".upload textarea").first().inputValue()

    await page.goto(`${portal.url}/ban-lam-viec/tin-bai/moi`)
    await page.getByLabel("Tiêu đề").fill("Tin không cần mã lệnh")
    await page.getByLabel("Chuyên mục").selectOption({ index: 1 })
    const image = snippet.replace(/alt="[^"]*"/, 'alt="Toàn cảnh hội nghị"')
    await page.getByLabel("Nội dung").fill(`Đoạn một.\n\nĐoạn <strong>hai</strong>.\n\n${image}`)
    await page.getByRole("button", { name: "Lưu" }).click()
    const article = page.locator(".article__body")
    expect(await article.getByRole("img", { name: "Toàn cảnh hội nghị" }).count()).toBe(1)
    expect(await article.locator("p").allInnerTexts()).toContain("Đoạn hai.")
  })

  async function signIn(how: { scripts?: boolean; viewport?: typeof desk } = {}) {
    const page = await visit(`${portal.url}/dang-nhap`, how)
    await page.getByLabel("Thư điện tử").fill("mai@example.vn")
    await page.getByLabel("Mật khẩu").fill(password)
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click()
    await page.getByRole("heading", { level: 1, name: "Bàn làm việc" }).waitFor()
    return page
  }

  async function openNew(viewport?: typeof desk) {
    const page = await signIn(viewport && { viewport })
    await page.goto(`${portal.url}/ban-lam-viec/tin-bai/moi`)
    await page.locator('rich-editor[data-state="open"]').waitFor()
    return page
  }

  /** Presses a button of a toolbar as someone without a mouse does. */
  async function press(page: Page, name: string, toolbar = "Định dạng bài viết") {
    await page.keyboard.press("Alt+F10")
    if (toolbar !== "Định dạng bài viết") await page.keyboard.press("Tab")
    const button = page.getByRole("toolbar", { name: toolbar }).getByRole("button", { name, exact: true })
    for (let step = 0; step < 20; step++) {
      if (await button.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press("ArrowRight")
    }
    await page.keyboard.press("Enter")
  }
})
