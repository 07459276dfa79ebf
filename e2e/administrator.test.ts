import { existsSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { runHoptac, startPortal, temporaryFolder } from "../test/program.ts"
import { linksIn } from "../test/public-pages.ts"
import { journey, seen, shown, withBrowser } from "./browser.ts"

/** The page a department published in 2020. It lies beside the project and is never part of it. */
const publishedPage = join(import.meta.dirname, "../../shared/seeds/000_cd92b7b0e58c3358.txt")

const noticeOfPage = `Cổng thông tin điện tử

Tin tức - sự kiện nổi bật

Tỉnh tổ chức lớp tập huấn cho giám đốc hợp tác xã

(08:30 | 12/05/2023)

Ngày 11/5/2023, hơn 60 giám đốc hợp tác xã đã dự lớp tập huấn về sổ sách kế toán.

Lớp tập huấn kéo dài ba ngày.

An Nhiên
`

journey("an administrator", () => {
  const folder = temporaryFolder()
  const settings = { DATA_DIR: join(folder, "data") }
  let portal: Awaited<ReturnType<typeof startPortal>>
  const { visit } = withBrowser()

  beforeAll(async () => {
    portal = await startPortal(settings)
  })
  afterAll(async () => {
    await portal?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  describe.skipIf(!existsSync(publishedPage))("who has the page that announces plan 148/KH-UBND", () => {
    it("imports it, and the public reads the article and its highlights, but not yet the plan", async () => {
      const imported = await runHoptac(["import", "page", publishedPage], settings)
      expect(imported).toMatchObject({ code: 0, stderr: "" })
      expect(imported.stdout).toContain("hoptac plan publish 148/KH-UBND")

      const page = await visit(`${portal.url}/tin-noi-bat`)
      const highlight = page
        .getByRole("main")
        .getByRole("link", { name: /^Kiên Giang: Xây dựng Kế hoạch .* giai đoạn 2021-2025/ })
      await highlight.first().click()
      await shown(page.getByRole("heading", { level: 1 })).toContain("giai đoạn 2021-2025")
      expect(await seen(page.getByRole("article"))).toContain("(16:00 | 15/10/2020)")
      expect(
        await page
          .getByRole("complementary")
          .getByRole("link", { name: /148\/KH-UBND/ })
          .count(),
      ).toBe(0)
    })

    it("publishes the plan, and the sample's own plan gives way to its nine targets", async () => {
      const before = await visit(`${portal.url}/ke-hoach/148-kh-ubnd`)
      const announcement = /^Kiên Giang: Xây dựng Kế hoạch .* giai đoạn 2021-2025/
      expect(await before.getByRole("main").getByRole("link", { name: announcement }).count()).toBe(0)

      const published = await runHoptac(["plan", "publish", "148/KH-UBND"], settings)
      expect(published).toMatchObject({ code: 0, stderr: "" })

      const page = await visit(`${portal.url}/ke-hoach`)
      const plan = page.getByRole("main").getByRole("listitem").filter({ hasText: "148/KH-UBND" })
      expect(await plan.count()).toBe(1)
      await plan.getByRole("heading").getByRole("link").click()
      await expect.poll(() => page.locator(".scoreboard > li").count()).toBe(9)
      expect(await seen(page.getByRole("main"))).toContain("560 tổ hợp tác gắn với xây dựng cánh đồng lớn")

      await page.getByRole("main").getByRole("link", { name: announcement }).first().click()
      await page
        .getByRole("complementary")
        .getByRole("link", { name: /148\/KH-UBND/ })
        .first()
        .click()
      await expect.poll(() => new URL(page.url()).pathname).toBe("/ke-hoach/148-kh-ubnd")
    })

    it("imports the same page again, and nothing is there twice", async () => {
      const again = await runHoptac(["import", "page", "--json", publishedPage], settings)
      expect(again.code).toBe(0)
      expect(JSON.parse(again.stdout)).toMatchObject({ outcome: "unchanged" })
    })
  })

  it("clears the sample, whose notice goes from every page, while what was imported stays", async () => {
    const notice = join(folder, "notice.txt")
    writeFileSync(notice, noticeOfPage)
    expect(await runHoptac(["import", "page", notice], settings)).toMatchObject({ code: 0 })
    const before = await visit(portal.url)
    expect(await before.getByRole("complementary", { name: "Dữ liệu minh họa" }).count()).toBe(1)

    const cleared = await runHoptac(["sample", "clear"], settings)
    expect(cleared).toMatchObject({ code: 0, stderr: "" })
    expect(cleared.stdout).toMatch(/^Removed the sample province: \d+ organisations/)

    const visited = new Set<string>()
    const open = ["/", "/en", "/tin-tuc", "/tin-noi-bat", "/ke-hoach", "/so-lieu", "/hop-tac-xa", "/dia-ban"]
    while (open.length > 0 && visited.size < 60) {
      const path = open.shift()!
      if (visited.has(path)) continue
      visited.add(path)
      const response = await fetch(portal.url + path)
      const text = await response.text()
      expect.soft(response.status, path).toBe(200)
      expect.soft(text, path).not.toMatch(/Dữ liệu minh họa|Sample data/)
      open.push(...linksIn(text).filter((link) => /^\/(?!\/)[^#]*$/.test(link)))
    }

    const page = await visit(`${portal.url}/tin-tuc`)
    await page.getByRole("link", { name: "Tỉnh tổ chức lớp tập huấn cho giám đốc hợp tác xã" }).click()
    await shown(page.getByRole("article")).toContain("Lớp tập huấn kéo dài ba ngày.")
    if (!existsSync(publishedPage)) return
    await page.goto(`${portal.url}/ke-hoach/148-kh-ubnd`)
    expect(await page.locator(".scoreboard > li").count()).toBe(9)
  })

  it("starts again, and the sample does not come back", async () => {
    await portal.stop()
    portal = await startPortal(settings)
    const page = await visit(portal.url)
    expect(await page.getByText("Dữ liệu minh họa").count()).toBe(0)
  })
})
