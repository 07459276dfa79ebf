import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let officer: SignedIn
beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
  officer = await signInAs(database.db, { name: "Hoa", roles: [{ role: "province_officer" }] })
})
afterAll(() => database.close())

const get = (query: string) =>
  visitor(database.db, { today: "2026-01-15" }).as(officer).get(`/ban-lam-viec/bien-dong${query}`)

/** The figures of a line of the table, the total last. */
function figuresOf(page: string, line: string) {
  const row = page.split("<tr>").find((each) => each.includes(`${line}</th>`)) ?? ""
  return [...row.matchAll(/<td[^>]*>(?:<a[^>]*>)?([\d.]+)/g)].map(([, figure]) =>
    Number(figure!.replace(".", "")),
  )
}

describe("the flows of a period", () => {
  it("add up, kind by kind, from the opening to the closing", async () => {
    const { text } = await get("?tu=01/01/2024&den=31/12/2024")
    expect(figuresOf(text, "Đầu kỳ")).toHaveLength(5)
    // A line in which nothing happened is not there.
    const total = (...lines: string[]) =>
      lines.reduce((sum, line) => sum + (figuresOf(text, line).at(-1) ?? 0), 0)
    const came = total(
      "Thành lập mới",
      "Thành lập do hợp nhất",
      "Thành lập do chuyển đổi",
      "Chuyển lĩnh vực đến",
    )
    const went = total("Giải thể", "Hợp nhất", "Sáp nhập", "Chuyển đổi", "Bị chia", "Chuyển lĩnh vực đi")
    expect(came).toBeGreaterThan(0)
    expect(total("Đầu kỳ") + came - went).toBe(total("Cuối kỳ"))
  })

  it("open to the organisations behind each figure", async () => {
    const { text } = await get("?tu=01/01/2024&den=31/12/2024")
    const founded = figuresOf(text, "Thành lập mới").at(-1)!
    const opened = await get("?tu=01/01/2024&den=31/12/2024&dong=founded")
    expect(opened.text).toContain(`Thành lập mới: ${founded} tổ chức`)
    const narrowed = await get(
      "?tu=01/01/2024&den=31/12/2024&dong=founded&loai=hop-tac-xa&linh-vuc=nong-nghiep",
    )
    expect(narrowed.status).toBe(200)
    expect(narrowed.text).toContain("HTX. Thành lập mới")
  })

  it("say so when a day cannot be read, and show this year", async () => {
    const { text } = await get("?tu=40/40/2024&den=1")
    expect(text).toContain("Không đọc được ngày vừa gõ")
    expect(text).toContain("01/01/2026")
  })
})
