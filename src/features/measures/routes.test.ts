import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"
import { loadPlaces } from "../places/load-places.ts"
import { measureCodes } from "./catalogue.ts"
import { writeRegister } from "./test-register.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  const report = { members_joined: 3, profit_before_tax: 10 }
  await writeRegister(database.db, [
    { name: "Một", place: "30904", founded: "2020-05-01", reports: { 2025: { ...report, revenue: 2e9 } } },
    { name: "Hai", place: "30904", founded: "2020-05-01" },
    {
      name: "Quỹ",
      kind: "credit_fund",
      sector: "credit",
      place: "30904",
      founded: "2010-05-01",
      reports: { 2025: { ...report, revenue: 10e9 } },
    },
  ])
})
afterAll(() => database.close())

const visit = () => visitor(database.db, { today: "2026-06-15" })
async function words(path: string) {
  const { text } = await visit().get(path)
  return text
    .replace(/<[^>]*>/g, " ")
    .replaceAll("\u00a0", " ")
    .replace(/\s+/g, " ")
}

describe("the list of measures", () => {
  it("has every one of them, in the groups of the ministry's table", async () => {
    const { status, text } = await visit().get("/so-lieu")
    expect(status).toBe(200)
    for (const code of measureCodes) expect(text).toContain(`href="/so-lieu/${code.replaceAll("_", "-")}"`)
    const page = await words("/so-lieu")
    const groups = [
      "I. Hợp tác xã",
      "II. Liên hiệp",
      "III. Tổ hợp tác",
      "Kết quả hỗ trợ",
      "Theo từng nội dung",
    ]
    expect(
      groups.map((group) => page.indexOf(group)).every((at, index, all) => at > (all[index - 1] ?? 0)),
    ).toBe(true)
  })

  it("counts what reports tell of a year over the latest year reported", async () => {
    expect(await words("/so-lieu")).toContain(
      "Số thành viên mới của hợp tác xã người 6 Từ 01/01/2025 đến hết 15/06/2026, theo báo cáo năm 2025",
    )
  })
})

describe("the page of a measure", () => {
  it("says how it is worked out, in which unit, and what adds up", async () => {
    const page = await words("/so-lieu/average-revenue")
    expect(page).toContain("2 tỷ đồng")
    expect(page).toContain("Tổng doanh thu ÷ số hợp tác xã của mẫu số")
    expect(page).toContain("Đơn vị tính đồng/năm")
    expect(page).toContain("Bình quân. Không cộng được")
  })

  it("leads to the same among others, and with the credit funds", async () => {
    const { text } = await visit().get("/so-lieu/average-revenue")
    expect(text).toContain('href="/so-lieu/average-revenue?mau-so=dang-hoat-dong"')
    expect(text).toContain('href="/so-lieu/average-revenue?quy-tin-dung=tinh-ca"')
    expect(await words("/so-lieu/average-revenue?mau-so=dang-hoat-dong")).toContain("1 tỷ đồng")
    const both = await words("/so-lieu/average-revenue?quy-tin-dung=tinh-ca")
    expect(both).toContain("6 tỷ đồng")
    expect(both).toContain("Quỹ tín dụng nhân dân được tính cùng. Không tính quỹ tín dụng")
    expect(await words("/so-lieu/cooperatives?quy-tin-dung=khong-tinh")).toContain("Tổng số hợp tác xã 2 ")
  })

  it("says how many reported of those that are counted, with credit funds or without", async () => {
    const coverage = async (path: string) =>
      /Mức độ báo cáo (.*?) tổ chức đã báo cáo/.exec(await words(path))![1]
    expect(await coverage("/so-lieu/average-revenue")).toBe("1 trên 2")
    expect(await coverage("/so-lieu/average-revenue?quy-tin-dung=tinh-ca")).toBe("2 trên 3")
    expect(await coverage("/so-lieu/members")).toBe("2 trên 3")
    expect(await coverage("/so-lieu/members?quy-tin-dung=khong-tinh")).toBe("1 trên 2")
    const nobody = await words("/so-lieu/members?quy-tin-dung=khong-tinh&linh-vuc=tin-dung")
    expect(nobody).not.toContain("Mức độ báo cáo")
  })

  it("offers no choice where there is none", async () => {
    const page = await words("/so-lieu/cooperatives-weak-share")
    expect(page).not.toContain("Tính cả quỹ tín dụng")
    expect(await words("/so-lieu/credit-funds")).not.toContain("Không tính quỹ tín dụng")
    expect((await visit().get("/so-lieu/everything")).status).toBe(404)
  })
})
