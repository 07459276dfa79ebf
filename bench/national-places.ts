import { slugify } from "../src/ui/slug.ts"
import type { Table } from "./national.ts"
import { randomFrom } from "./random.ts"

/** A commune of before 1/7/2025, and the one its land belongs to since. */
export type Commune = { id: number; heirId: number; name: string; weight: number }

const oldProvinces = 63
const newProvinces = 34
const newCommunes = 3_321
const lastDay = "2025-06-30"
const firstDay = "2025-07-01"

const first =
  "Tân Phú Long Vĩnh Bình Thạnh An Hòa Đông Tây Mỹ Định Xuân Sơn Thanh Quảng Yên Thái Hưng Đức".split(" ")
const second =
  "Hòa An Thạnh Phú Lợi Thành Hiệp Lộc Trị Hưng Sơn Bình Tiến Minh Giang Hải Trung Thủy Điền Khánh".split(" ")

/** The map of a country: old provinces, districts and communes, and the larger units that took them over. */
export function makeCountry() {
  const random = randomFrom(1)
  const rows: (string | number | null)[][] = []
  const successions: [number, number][] = []
  const communes: Commune[] = []
  const nation = add("VN", "nation", "nation", "Việt Nam", null, null, "-infinity", "infinity")

  const provinces = Array.from({ length: newProvinces }, (_, index) => {
    const code = String(index + 1).padStart(2, "0")
    return { code, id: add(code, "province", "province", name(), "VN", "nation", firstDay, "infinity") }
  })
  const olds = Array.from({ length: oldProvinces }, (_, index) => {
    const code = `${index < newProvinces ? "" : "9"}${String(index + 1).padStart(2, "0")}`
    const id = add(code, "province", "province", name(), "VN", "nation", "-infinity", lastDay)
    const heir = provinces[index % newProvinces]!
    successions.push([id, heir.id])
    return { code, heir }
  })

  const districts = olds.map(({ code: parent }, index) =>
    Array.from({ length: random.whole(8, 15) }, (_, each) => {
      const code = `${(index + 1) * 100 + each}`
      add(code, "district", "district", name(), parent, "province", "-infinity", lastDay)
      return code
    }),
  )

  for (let index = 0; index < newCommunes; index++) {
    const old = index % oldProvinces
    const heirName = name()
    const code = String(index + 10_000)
    const heirId = add(
      code,
      "commune",
      "commune",
      heirName,
      olds[old]!.heir.code,
      "province",
      firstDay,
      "infinity",
    )
    const district = random.pick(districts[old]!)
    // Communes of one district, three or so, became one.
    for (let part = random.whole(2, 5); part > 0; part--) {
      const partName = part === 1 ? heirName : name()
      const partCode = part === 1 ? code : String(100_000 + rows.length)
      const id = add(partCode, "commune", "commune", partName, district, "district", "-infinity", lastDay)
      successions.push([id, heirId])
      communes.push({ id, heirId, name: partName, weight: random.skewed(1, 0.9) })
    }
  }

  return {
    nation,
    communes,
    places: {
      columns: [
        "id",
        "slug",
        "code",
        "level",
        "kind",
        "name",
        "parent_code",
        "parent_level",
        "valid_from",
        "valid_to",
      ],
      rows,
    } satisfies Table,
    successions: { columns: ["place_id", "successor_id"], rows: successions } satisfies Table,
  }

  function name() {
    return `${random.pick(first)} ${random.pick(second)}${random.chance(0.2) ? ` ${random.pick(["A", "B", "Bắc", "Nam", "Đông", "Tây"])}` : ""}`
  }
  function add(
    code: string,
    level: string,
    kind: string,
    called: string,
    parent: string | null,
    parentLevel: string | null,
    from: string,
    to: string,
  ) {
    const id = rows.length + 1
    rows.push([
      id,
      `${slugify(`${called} ${code}`)}-${id}`,
      code,
      level,
      kind,
      called,
      parent,
      parentLevel,
      from,
      to,
    ])
    return id
  }
}
