import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { root } from "../../root.ts"
import { readReorganisation } from "./read-reorganisation.ts"

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readReorganisation(bytes(text))

const table = `Sắp xếp đơn vị hành chính;;;;;;
Mã mới;Loại;Tên mới;Thuộc mã;Mã cũ;Ngày hiệu lực;Căn cứ pháp lý
30904;Xã;Xã Giồng Riềng;91;30904;01/01/2027;Nghị quyết 1/NQ
;;;;30910;;
30928;xã;Ngọc Chúc;91;30928, 30934;;
–;;;;906;;
`

describe("the file of a reorganisation", () => {
  it("is read as a table, with what repeats left blank", () => {
    expect(read(table)).toEqual({
      ok: true,
      reorganisation: {
        day: "2027-01-01",
        legal_act: "Nghị quyết 1/NQ",
        units: [
          unit(3, "30904", "Giồng Riềng", ["30904", "30910"]),
          unit(5, "30928", "Ngọc Chúc", ["30928", "30934"]),
        ],
        ended: [{ row: 6, code: "906" }],
      },
    })
  })

  it("is read as JSON: the one of 1/7/2025 comes with the portal", async () => {
    const shipped = await readFile(join(root, "db/seeds/reorganisation-2025-07-01.json"))
    const reading = readReorganisation(shipped)
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
    const { day, units, ended } = reading.reorganisation
    expect(day).toBe("2025-07-01")
    expect(units.filter(({ kind }) => kind !== "province")).toHaveLength(102)
    expect(ended).toHaveLength(26)
  })

  it("that has faults is told all of them, each with its row", () => {
    const text = table
      .replace("30904;Xã;Xã Giồng Riềng", "309x4;Làng;")
      .replace("30928;xã;Ngọc Chúc;91;30928, 30934", "30928;xã;Ngọc Chúc;91;")
      .replace("Nghị quyết 1/NQ", "")
    expect(read(text)).toEqual({
      ok: false,
      faults: [
        { row: null, field: "legal_act", fault: "no_act" },
        { row: 3, field: "code", fault: "bad_code" },
        { row: 3, field: "kind", fault: "bad_kind" },
        { row: 3, field: "name", fault: "no_name" },
        { row: 5, field: "from", fault: "no_origin" },
      ],
    })
  })

  it.each([
    ["words", "Kính gửi Sở Nội vụ"],
    ["broken JSON", '{"day": "2027-01-01",'],
    ["other JSON", '{"units": 5}'],
    ["a PDF", "%PDF-1.7"],
    ["nothing", ""],
  ])("that is %s is refused as a whole", (_, text) => {
    expect(read(text)).toEqual({ ok: false, faults: [{ row: null, field: null, fault: "unreadable" }] })
  })

  it("has one day, and one act", () => {
    const text = table.replace("30928, 30934;;", "30928, 30934;02/01/2027;Nghị quyết 2/NQ")
    expect(read(text)).toEqual({
      ok: false,
      faults: [
        { row: null, field: "day", fault: "several_days" },
        { row: null, field: "legal_act", fault: "several_acts" },
      ],
    })
  })
})

function unit(row: number, code: string, name: string, from: string[]) {
  return { row, code, kind: "commune", name, parent_code: "91", legal_act: null, from }
}
