import type { MeasureCode } from "../measures/catalogue.ts"
import { type Sector, sectors } from "../measures/scope.ts"

/** The columns that hold facts; the rate of completion is worked out of two of them. */
export const columns = ["previous", "plan", "half", "year", "next"] as const
export type Column = (typeof columns)[number]

/** What one unit of the table is of what the catalogue counts in. */
export type TableUnit = { name: string; factor: number; decimals: number }

const units = {
  cooperatives: { name: "HTX", factor: 1, decimals: 0 },
  unions: { name: "LHHTX", factor: 1, decimals: 0 },
  groups: { name: "THT", factor: 1, decimals: 0 },
  persons: { name: "người", factor: 1, decimals: 0 },
  millionsAYear: { name: "triệu đồng/năm", factor: 1e6, decimals: 1 },
  millionsAPersonAYear: { name: "triệu đồng/người/năm", factor: 1e6, decimals: 1 },
} as const satisfies Record<string, TableUnit>

/** A line that is counted, and what it stands for in the catalogue. */
export type Indicator = {
  /** Kept in the facts of every report, so it never changes: "I.1a". */
  key: string
  /** Of lines that are not part of another. */
  number: string
  name: string
  unit: TableUnit
  /** How a line is read in a sentence: as of a day, over a period, as an average. */
  kind: "stock" | "flow" | "average"
  /** None: nothing in the system counts it, and it is filled in by hand where somebody enters it. */
  measure: MeasureCode | null
  /** The part of a share that is counted: how many are good or fair, not how many per cent. */
  isNumerator?: boolean
  sector?: Sector
  /** A line beneath the one it is part of. */
  isPart: boolean
}

/** A heading over the lines of one kind of organisation. */
export type Group = { key: string; number: string; name: string; lines: readonly Indicator[] }

type Line = Omit<Indicator, "key" | "number" | "isPart">
type Written = [number: string, line: Line, ...parts: [letter: string, line: Line][]]

/**
 * Annex 1, the ministry's indicators (biểu chỉ tiêu chủ yếu), in the order it is sent in. Where the guidance letter of a
 * year asks for other lines, this table is what changes.
 */
export const mainIndicators: readonly Group[] = [
  group("I", "Hợp tác xã", [
    [
      "1",
      stock("Tổng số hợp tác xã", units.cooperatives, "cooperatives"),
      ["a", stock("Số hợp tác xã đang hoạt động", units.cooperatives, "cooperatives_operating")],
      ["b", flow("Số hợp tác xã thành lập mới", units.cooperatives, "cooperatives_founded")],
      ["c", flow("Số hợp tác xã giải thể", units.cooperatives, "cooperatives_ended")],
      [
        "d",
        {
          ...stock("Số hợp tác xã đạt loại tốt, khá", units.cooperatives, "cooperatives_good_or_fair_share"),
          isNumerator: true,
        },
      ],
      ["e", stock("Số hợp tác xã ứng dụng công nghệ cao", units.cooperatives, "high_technology")],
      ["g", stock("Số hợp tác xã liên kết theo chuỗi giá trị", units.cooperatives, "value_chain")],
    ],
    [
      "2",
      stock("Tổng số thành viên hợp tác xã", units.persons, "members"),
      ["a", flow("Số thành viên mới", units.persons, null)],
      ["b", flow("Số thành viên ra khỏi hợp tác xã", units.persons, null)],
    ],
    [
      "3",
      stock("Tổng số lao động thường xuyên trong hợp tác xã", units.persons, "workers"),
      ["a", flow("Số lao động thường xuyên mới", units.persons, null)],
      ["b", stock("Số lao động thường xuyên là thành viên", units.persons, null)],
    ],
    [
      "4",
      average("Doanh thu bình quân một hợp tác xã", units.millionsAYear, "average_revenue"),
      ["a", average("Doanh thu bình quân từ thành viên", units.millionsAYear, null)],
    ],
    ["5", average("Lãi bình quân một hợp tác xã", units.millionsAYear, "average_profit")],
    [
      "6",
      average(
        "Thu nhập bình quân của lao động thường xuyên",
        units.millionsAPersonAYear,
        "average_worker_income",
      ),
    ],
    [
      "7",
      stock("Tổng số cán bộ quản lý hợp tác xã", units.persons, null),
      ["a", stock("Đã qua đào tạo trình độ sơ cấp, trung cấp", units.persons, null)],
      ["b", stock("Trình độ cao đẳng, đại học trở lên", units.persons, null)],
    ],
  ]),
  group("II", "Liên hiệp hợp tác xã", [
    [
      "1",
      stock("Tổng số liên hiệp hợp tác xã", units.unions, "cooperative_unions"),
      ["a", stock("Số liên hiệp đang hoạt động", units.unions, null)],
      ["b", flow("Số liên hiệp thành lập mới", units.unions, "cooperative_unions_founded")],
      ["c", flow("Số liên hiệp giải thể", units.unions, null)],
    ],
    ["2", stock("Tổng số hợp tác xã thành viên", units.cooperatives, null)],
    ["3", stock("Tổng số lao động trong liên hiệp", units.persons, null)],
    ["4", average("Doanh thu bình quân một liên hiệp", units.millionsAYear, null)],
    ["5", average("Lãi bình quân một liên hiệp", units.millionsAYear, null)],
  ]),
  group("III", "Tổ hợp tác", [
    [
      "1",
      stock("Tổng số tổ hợp tác", units.groups, "cooperative_groups"),
      ["a", flow("Số tổ hợp tác thành lập mới", units.groups, "cooperative_groups_founded")],
    ],
    [
      "2",
      stock("Tổng số thành viên tổ hợp tác", units.persons, "members_of_cooperative_groups"),
      ["a", flow("Số thành viên mới", units.persons, null)],
    ],
    ["3", average("Doanh thu bình quân một tổ hợp tác", units.millionsAYear, null)],
    ["4", average("Lãi bình quân một tổ hợp tác", units.millionsAYear, null)],
    ["5", average("Thu nhập bình quân của lao động, thành viên", units.millionsAPersonAYear, null)],
  ]),
]

/** The sectors as the second annex names them, in its order. */
export const sectorLines: Readonly<Record<Sector, string>> = {
  agriculture: "Nông, lâm, ngư, diêm nghiệp",
  industry: "Công nghiệp, tiểu thủ công nghiệp",
  construction: "Xây dựng",
  credit: "Tín dụng",
  trade: "Thương mại, dịch vụ",
  transport: "Vận tải",
  other: "Khác",
}

/** Annex 2: organisations by sector. */
export const sectorIndicators: readonly Group[] = [
  bySector("HTX", "I", "Hợp tác xã", units.cooperatives, "cooperatives"),
  bySector("LHHTX", "II", "Liên hiệp hợp tác xã", units.unions, "cooperative_unions"),
  bySector("THT", "III", "Tổ hợp tác", units.groups, "cooperative_groups"),
]

function group(key: string, name: string, written: readonly Written[]): Group {
  const lines = written.flatMap(([number, line, ...parts]) => [
    { ...line, key: `${key}.${number}`, number, isPart: false },
    ...parts.map(([letter, part]) => ({
      ...part,
      key: `${key}.${number}${letter}`,
      number: "",
      isPart: true,
    })),
  ])
  return { key, number: key, name, lines }
}

function bySector(key: string, number: string, name: string, unit: TableUnit, measure: MeasureCode): Group {
  const total: Indicator = {
    ...stock("Tổng số", unit, measure),
    key: `${key}`,
    number: "",
    isPart: false,
  }
  const parts = sectors.map((sector, index) => ({
    ...stock(sectorLines[sector], unit, measure),
    key: `${key}.${sector}`,
    number: String(index + 1),
    isPart: true,
    sector,
  }))
  return { key, number, name, lines: [total, ...parts] }
}

function stock(name: string, unit: TableUnit, measure: MeasureCode | null): Line {
  return { name, unit, kind: "stock", measure }
}
function flow(name: string, unit: TableUnit, measure: MeasureCode | null): Line {
  return { name, unit, kind: "flow", measure }
}
function average(name: string, unit: TableUnit, measure: MeasureCode | null): Line {
  return { name, unit, kind: "average", measure }
}

const all = [...mainIndicators, ...sectorIndicators].flatMap(({ lines }) => lines)
const byKey = new Map(all.map((line) => [line.key, line]))

export function listIndicators(): readonly Indicator[] {
  return all
}

export function findIndicator(key: string) {
  return byKey.get(key)
}
