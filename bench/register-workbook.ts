import { sql } from "kysely"
import type { Database } from "../src/database/connection.ts"
import { faultOfCode } from "../src/features/register/code.ts"
import { workbookColumns } from "../src/features/register/workbook-columns.ts"
import { writeWorkbook } from "../src/features/workbooks/write-workbook.ts"
import { randomFrom } from "./random.ts"

export const province = "91"

const kinds = ["Hợp tác xã", "Tổ hợp tác", "Hợp tác xã"]
const lines = [
  "0111 – Trồng lúa",
  "0322 – Nuôi trồng thủy sản nội địa",
  "4933 – Vận tải hàng hóa bằng đường bộ",
]
const statuses = ["Đang hoạt động", "Đang hoạt động", "Đang hoạt động", "Tạm ngừng kinh doanh"]

/** A sheet as an office of a province might send it: so many organisations that the register does not have yet. */
export async function makeWorkbook(db: Database, count: number) {
  const communes = await listCommunes(db)
  const random = randomFrom(7)
  const codes = makeCodes(count)
  const rows = Array.from({ length: count }, (_, index) => {
    const status = random.pick(statuses)
    const kind = random.pick(kinds)
    const written: Record<string, string | number | null> = {
      kind,
      name: `${kind} Nông nghiệp và dịch vụ số ${index + 1}`,
      code: codes[index]!,
      governing_law: kind === "Tổ hợp tác" ? "Hợp đồng hợp tác" : "Luật Hợp tác xã 2012",
      certificate_number: `56.07.${String(index).padStart(6, "0")}`,
      certificate_on: random.day("2005-01-01", "2020-01-01"),
      founded_on: random.day("2000-01-01", "2020-01-01"),
      status,
      status_from: status === "Đang hoạt động" ? null : random.day("2021-01-01", "2025-01-01"),
      document_number: `${index}/QĐ-UBND`,
      commune: random.pick(communes),
      address: `Số ${index}, đường Nguyễn Trung Trực, khu phố ${(index % 9) + 1}`,
      business_line: random.pick(lines),
      charter_capital: 10_000_000 * ((index % 300) + 1),
      legal_representative: `Nguyễn Văn ${index}`,
      phone: `0297${String(3_000_000 + index)}`,
      email: `htx${index}@example.vn`,
    }
    return workbookColumns.map(({ key }) => written[key] ?? null)
  })
  const columns = workbookColumns.map(({ heading, width, kind }) => ({
    heading,
    width,
    kind: kind === "day" ? ("day" as const) : kind === "money" ? ("number" as const) : ("text" as const),
  }))
  return await writeWorkbook([{ name: "Danh sách", columns, rows }])
}

/** With the right check digit, since a warning for each row would be another workbook. */
function makeCodes(count: number) {
  const codes: string[] = []
  for (let number = 1_700_100_000; codes.length < count; number++) {
    if (faultOfCode(String(number)) === undefined) codes.push(String(number))
  }
  return codes
}

/** As people write them: "Xã Giồng Riềng". */
async function listCommunes(db: Database) {
  const words: Record<string, string> = { commune: "Xã", ward: "Phường", special_zone: "Đặc khu" }
  const { rows } = await sql<{ kind: string; name: string }>`
    select kind, name from places
    where level = 'commune' and valid_to = 'infinity' and id in (
      select place_id from place_territories where territory_id = (
        select id from places where code = ${province} and level = 'province' and valid_to = 'infinity'))`.execute(
    db,
  )
  return rows.map(({ kind, name }) => `${words[kind] ?? ""} ${name}`.trim())
}
