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
  millions: { name: "triệu đồng", factor: 1e6, decimals: 1 },
  supports: { name: "lượt", factor: 1, decimals: 0 },
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
  measure: MeasureCode
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
        "h",
        flow("Số hợp tác xã chuyển đổi thành doanh nghiệp", units.cooperatives, "cooperatives_converted"),
      ],
      ["d", stock("Số hợp tác xã đạt loại tốt, khá", units.cooperatives, "cooperatives_good_or_fair")],
      ["e", stock("Số hợp tác xã ứng dụng công nghệ cao", units.cooperatives, "high_technology")],
      ["g", stock("Số hợp tác xã liên kết theo chuỗi giá trị", units.cooperatives, "value_chain")],
    ],
    [
      "2",
      stock("Tổng số thành viên hợp tác xã", units.persons, "members"),
      ["a", flow("Số thành viên mới", units.persons, "members_joined")],
      ["b", flow("Số thành viên ra khỏi hợp tác xã", units.persons, "members_left")],
    ],
    [
      "3",
      stock("Tổng số lao động thường xuyên trong hợp tác xã", units.persons, "workers"),
      ["a", flow("Số lao động thường xuyên mới", units.persons, "workers_joined")],
      ["b", stock("Số lao động thường xuyên là thành viên", units.persons, "workers_who_are_members")],
    ],
    [
      "4",
      average("Doanh thu bình quân một hợp tác xã", units.millionsAYear, "average_revenue"),
      [
        "a",
        average("Doanh thu bình quân từ thành viên", units.millionsAYear, "average_revenue_from_members"),
      ],
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
      stock("Tổng số cán bộ quản lý hợp tác xã", units.persons, "managers"),
      [
        "a",
        stock(
          "Đã qua đào tạo trình độ sơ cấp, trung cấp",
          units.persons,
          "managers_with_primary_or_intermediate_training",
        ),
      ],
      ["b", stock("Trình độ cao đẳng, đại học trở lên", units.persons, "managers_with_college_or_higher")],
    ],
  ]),
  group("II", "Liên hiệp hợp tác xã", [
    [
      "1",
      stock("Tổng số liên hiệp hợp tác xã", units.unions, "cooperative_unions"),
      ["a", stock("Số liên hiệp đang hoạt động", units.unions, "cooperative_unions_operating")],
      ["b", flow("Số liên hiệp thành lập mới", units.unions, "cooperative_unions_founded")],
      ["c", flow("Số liên hiệp giải thể", units.unions, "cooperative_unions_ended")],
    ],
    ["2", stock("Tổng số hợp tác xã thành viên", units.cooperatives, "cooperatives_in_unions")],
    ["3", stock("Tổng số lao động trong liên hiệp", units.persons, "workers_of_unions")],
    ["4", average("Doanh thu bình quân một liên hiệp", units.millionsAYear, "average_revenue_of_unions")],
    ["5", average("Lãi bình quân một liên hiệp", units.millionsAYear, "average_profit_of_unions")],
  ]),
  group("III", "Tổ hợp tác", [
    [
      "1",
      stock("Tổng số tổ hợp tác", units.groups, "cooperative_groups"),
      ["a", flow("Số tổ hợp tác thành lập mới", units.groups, "cooperative_groups_founded")],
      ["b", stock("Số tổ hợp tác có đăng ký, chứng thực", units.groups, "cooperative_groups_registered")],
    ],
    [
      "2",
      stock("Tổng số thành viên tổ hợp tác", units.persons, "members_of_cooperative_groups"),
      ["a", flow("Số thành viên mới", units.persons, "members_joined_in_cooperative_groups")],
    ],
    [
      "3",
      average(
        "Doanh thu bình quân một tổ hợp tác",
        units.millionsAYear,
        "average_revenue_of_cooperative_groups",
      ),
    ],
    [
      "4",
      average("Lãi bình quân một tổ hợp tác", units.millionsAYear, "average_profit_of_cooperative_groups"),
    ],
    [
      "5",
      average(
        "Thu nhập bình quân của lao động, thành viên",
        units.millionsAPersonAYear,
        "average_income_in_cooperative_groups",
      ),
    ],
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

/** What was given in support of one content: to how many, and how much. */
export type SupportRow = {
  number: string
  name: string
  supports?: Indicator
  people?: Indicator
  money: Indicator
}

const contents = {
  training: "Đào tạo, bồi dưỡng",
  young_workers: "Đưa lao động trẻ về làm việc tại hợp tác xã",
  founding: "Thành lập mới, củng cố tổ chức",
  information: "Thông tin, tuyên truyền, tư vấn",
  infrastructure: "Kết cấu hạ tầng, trang thiết bị",
  processing: "Chế biến sản phẩm",
  materials: "Giống, vật tư, bao bì, nhãn mác",
  trade_promotion: "Xúc tiến thương mại, mở rộng thị trường",
  technology: "Khoa học công nghệ, chuyển đổi số",
  credit: "Vốn vay ưu đãi",
  land: "Đất đai",
  value_chain: "Phát triển chuỗi giá trị",
  ocop: "Sản phẩm OCOP",
  insurance: "Bảo hiểm",
} as const
type Content = keyof typeof contents

/** Annex 3: results of support policies, all of them, by content, and by where the money came from. */
export const supportRows: readonly SupportRow[] = [
  {
    number: "I",
    name: "Tổng cộng",
    ...given("", { supports: "supports", people: "supported_people", money: "support_money" }),
  },
  ...Object.entries(contents).map(([content, name], index) => ({
    number: String(index + 1),
    name,
    ...given(content, {
      supports: `supports_for_${content as Content}`,
      people: `supported_people_for_${content as Content}`,
      money: `support_money_for_${content as Content}`,
    }),
  })),
]

/** Where the money of all of them came from. */
export const supportSources: readonly SupportRow[] = [
  { number: "", name: "Ngân sách trung ương", money: moneyOf("central", "support_money_from_central") },
  { number: "", name: "Ngân sách địa phương", money: moneyOf("local", "support_money_from_local") },
  { number: "", name: "Nguồn khác, chưa ghi nguồn", money: moneyOf("other", "support_money_from_other") },
]

function given(content: string, codes: { supports: MeasureCode; people: MeasureCode; money: MeasureCode }) {
  const key = content ? `HT.${content}` : "HT"
  const of = { number: "", isPart: content !== "" }
  return {
    supports: { ...flow("Số lượt hỗ trợ", units.supports, codes.supports), key: `${key}.supports`, ...of },
    people: { ...flow("Số người được hỗ trợ", units.persons, codes.people), key: `${key}.people`, ...of },
    money: { ...flow("Kinh phí hỗ trợ", units.millions, codes.money), key: `${key}.money`, ...of },
  }
}

function moneyOf(source: string, measure: MeasureCode): Indicator {
  return {
    ...flow("Kinh phí hỗ trợ", units.millions, measure),
    key: `HT.from.${source}`,
    number: "",
    isPart: true,
  }
}

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

function stock(name: string, unit: TableUnit, measure: MeasureCode): Line {
  return { name, unit, kind: "stock", measure }
}
function flow(name: string, unit: TableUnit, measure: MeasureCode): Line {
  return { name, unit, kind: "flow", measure }
}
function average(name: string, unit: TableUnit, measure: MeasureCode): Line {
  return { name, unit, kind: "average", measure }
}

const all: readonly Indicator[] = [
  ...[...mainIndicators, ...sectorIndicators].flatMap(({ lines }) => lines),
  ...[...supportRows, ...supportSources].flatMap(({ supports, people, money }) =>
    [supports, people, money].filter((line) => line !== undefined),
  ),
]
const byKey = new Map(all.map((line) => [line.key, line]))

export function listIndicators(): readonly Indicator[] {
  return all
}

export function findIndicator(key: string) {
  return byKey.get(key)
}
