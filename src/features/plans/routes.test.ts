import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"
import { readPage } from "../imports/read-page.ts"
import { recordPage } from "../imports/record-page.ts"
import { publishPlan } from "./publish-plan.ts"

/** An announcement in words of our own; its last target is one that nothing in the system counts. */
const announcement = `Cổng thông tin điện tử Sở Kế hoạch và Đầu tư

Tin tức

Kiên Giang: Kế hoạch kinh tế tập thể giai đoạn 2021-2025

(08:30 | 02/11/2020)

Ngày 29/9/2020, Ủy ban nhân dân tỉnh Kiên Giang ban hành Kế hoạch số 999/KH-UBND phát triển kinh tế tập thể giai đoạn 2021-2025.

Mục tiêu: thành lập mới 90 hợp tác xã (70 hợp tác xã nông nghiệp); trên 85% hợp tác xã có lãi; phấn đấu mỗi xã xây dựng 01 mô hình kinh tế tập thể bền vững; đóng góp của kinh tế tập thể đạt 2% GRDP.

Giải pháp: tuyên truyền về hợp tác xã; bồi dưỡng cán bộ; hỗ trợ vốn.

Nguyễn Văn Mẫu`

let database: Awaited<ReturnType<typeof freshDatabase>>
let visit: ReturnType<typeof visitor>

beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
  visit = visitor(database.db, { today: "2026-03-02" })
  await recordPage(asApplication(database.db), readPage(Buffer.from(announcement), "999.txt"))
})
afterAll(() => database.close())

/** The numbers of a page by the address they link to. */
function linkedFigures(html: string) {
  const links = html.matchAll(/href="([^"]+)#ho-so"[^>]*>([^<]+)</g)
  return [...links].map(([, href, text]) => ({ href: href!.replaceAll("&amp;", "&"), text: text! }))
}

describe("a plan", () => {
  it("is not public while it is a draft", async () => {
    expect((await visit.get("/ke-hoach/999-kh-ubnd")).status).toBe(404)
    expect((await visit.get("/ke-hoach")).text).not.toContain("999/KH-UBND")
  })

  it("is public once a planner has confirmed it, and confirming again changes nothing", async () => {
    expect(await publishPlan(asApplication(database.db), "999/KH-UBND")).toEqual({
      outcome: "published",
      slug: "999-kh-ubnd",
    })
    expect((await publishPlan(asApplication(database.db), "999/kh-ubnd")).outcome).toBe("already published")
    expect((await visit.get("/ke-hoach")).text).toContain("999/KH-UBND")
  })

  it("says who issued it, when, for which years, and carries its own text", async () => {
    const { status, text } = await visit.get("/ke-hoach/999-kh-ubnd")
    expect(status).toBe(200)
    for (const words of ["Ủy ban nhân dân tỉnh Kiên Giang", "29/09/2020", "Từ 01/01/2021 đến 31/12/2025"])
      expect(text).toContain(words)
    expect(text).toContain("<li>bồi dưỡng cán bộ</li>")
  })

  it("shows its figures as of the last day of its period once that is over", async () => {
    expect((await visit.get("/ke-hoach/999-kh-ubnd")).text).toContain("Số liệu tính đến hết ngày 31/12/2025")
  })

  it("shows them as of any day before, written as people write days", async () => {
    const { text } = await visit.get("/ke-hoach/999-kh-ubnd?ngay=30/6/2022")
    expect(text).toContain("Số liệu tính đến hết ngày 30/06/2022")
    expect(text).toContain("ngay=2022-06-30")
  })

  it("gives back a day it could not read, with what to do", async () => {
    const { status, text } = await visit.get("/ke-hoach/999-kh-ubnd?ngay=31/2/2022")
    expect(status).toBe(200)
    expect(text).toContain('value="31/2/2022"')
    expect(text).toContain("Hãy viết như 31/12/2023")
  })

  it("is read in English with the plan's own words marked as Vietnamese", async () => {
    const { text } = await visit.get("/en/ke-hoach/999-kh-ubnd")
    expect(text).toContain('<html lang="en"')
    expect(text).toContain("Scoreboard")
    expect(text).toMatch(/<h3 class="target-card__quote" lang="vi">/)
  })

  it("is not found under a number that never was", async () => {
    for (const slug of ["1000-kh-ubnd", "%00", "a'--", "x".repeat(3000)])
      expect((await visit.get(`/ke-hoach/${slug}`)).status).toBe(404)
    expect((await publishPlan(asApplication(database.db), "1000/KH-UBND")).outcome).toBe("unknown")
  })
})

describe("every figure of the scoreboard", () => {
  it("opens to as many records as it counts", async () => {
    const { text } = await visit.get("/ke-hoach/999-kh-ubnd")
    const founded = linkedFigures(text).find(({ href }) => href.endsWith("-thanh-lap-moi-90-hop-tac-xa"))!
    const target = await visit.get(founded.href)
    expect(target.text).toContain(`${founded.text} hồ sơ`)

    const csv = await visit.get(`${founded.href}.csv`)
    expect(csv.headers.get("content-type")).toContain("text/csv")
    expect(csv.text.trim().split("\r\n")).toHaveLength(1 + Number(founded.text))
  })

  it("leads to a page, whichever it is", async () => {
    const { text } = await visit.get("/ke-hoach/999-kh-ubnd")
    const figures = linkedFigures(text)
    expect(figures.length).toBeGreaterThan(20)
    for (const { href } of figures) expect((await visit.get(href)).status, href).toBe(200)
  })

  it("says that a target which nothing counts is entered by hand, and then shows the figure and its evidence", async () => {
    const target = await database.db
      .selectFrom("targets")
      .innerJoin("plans", "plans.id", "targets.plan_id")
      .select(["targets.id", "targets.slug"])
      .where("plans.number", "=", "999/KH-UBND")
      .where("measure", "is", null)
      .executeTakeFirstOrThrow()
    const path = `/ke-hoach/999-kh-ubnd/chi-tieu/${target.slug}`
    expect((await visit.get(path)).text).toContain("Chưa có số liệu")

    await database.db
      .insertInto("measurements")
      .values({
        target_id: target.id,
        measured_on: "2024-12-31",
        value: 1.7,
        evidence: "Niên giám thống kê 2024",
        recorded_by: "Phòng Kinh tế",
      })
      .execute()
    const { text } = await visit.get(path)
    expect(text).toContain("1,7\u00a0%")
    expect(text).toContain("Niên giám thống kê 2024")
    expect((await visit.get(`${path}.csv`)).status).toBe(404)
  })
})

describe("a target", () => {
  const path = "/ke-hoach/999-kh-ubnd/chi-tieu/1-thanh-lap-moi-90-hop-tac-xa"

  it("can be narrowed to a sector and a place, and widened again", async () => {
    const whole = await visit.get(path)
    const part = linkedFigures(whole.text).find(({ href }) => href.includes("linh-vuc=nong-nghiep"))!
    const narrowed = await visit.get(part.href)
    expect(narrowed.text).toContain(`${part.text} hồ sơ`)
    expect(narrowed.text).toContain("Xem toàn bộ")
    expect(narrowed.text).not.toContain("Diễn biến theo năm")
  })

  it("lists its records in the order asked for, page by page", async () => {
    const names = async (query: string) => {
      const { text } = await visit.get(`${path}?${query}`)
      return [...text.matchAll(/<th scope="row" lang="vi"><a href="\/hop-tac-xa\/[^"]+">([^<]+)/g)].map(
        ([, name]) => name!,
      )
    }
    const up = await names("sap-xep=ten")
    expect(up).toHaveLength(50)
    expect(up).toEqual([...up].sort(new Intl.Collator("vi").compare))
    const down = await names("sap-xep=ten&chieu=giam")
    expect(down[0]).not.toBe(up[0])
    expect(await names("trang=2")).not.toContain(up[0])
    expect(await names("trang=9999")).toEqual([])
  })

  it("is not found with a place that never was, or under another plan", async () => {
    expect((await visit.get(`${path}?dia-ban=khong-co`)).status).toBe(404)
    expect((await visit.get(path.replace("999", "148"))).status).toBe(404)
  })
})

describe("the plan of the sample province", () => {
  it("gives way to a real plan of the same number, and only when that is published", async () => {
    const page = readPage(Buffer.from(announcement.replaceAll("999/KH-UBND", "148/KH-UBND")), "148.txt")
    const { plan } = await recordPage(asApplication(database.db), page)
    expect(plan).toMatchObject({ outcome: "made", state: "draft" })
    expect((await visit.get("/ke-hoach/148-kh-ubnd")).text).toContain("105 hợp tác xã")

    await publishPlan(asApplication(database.db), "148/KH-UBND")
    const { text } = await visit.get("/ke-hoach/148-kh-ubnd")
    expect(text).toContain("90 hợp tác xã")
    expect(text).not.toContain("105 hợp tác xã")
  })
})
