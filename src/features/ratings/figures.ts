import { inBoth, type Locale } from "../../ui/language.ts"

/** What of a yearly report ratings ask for, by the columns of yearly_reports; money in đồng. */
export const reportedColumns = [
  "capital",
  "undivided_assets",
  "revenue",
  "revenue_from_members",
  "profit_before_tax",
  "development_fund",
  "reserve_fund",
  "other_funds",
  "managers",
  "managers_with_primary_training",
  "managers_with_intermediate_training",
  "managers_with_college_or_higher",
  "members",
  "members_joined",
  "wages",
  "workers",
] as const

/** What was not reported is null. */
export type ReportedYear = Record<(typeof reportedColumns)[number], number | null>

export type FigureUnit = "money" | "percent" | "count"

type Known = { year: ReportedYear; last: ReportedYear | undefined }
type Figure = { unit: FigureUnit; of: (known: Known) => number | null }

/**
 * The figures a scheme may show or score by, each with how it comes about. None of an unknown part is known: an
 * average needs both ends of the year, growth the year before.
 */
const figures = {
  capital: { unit: "money", of: ({ year }) => year.capital },
  capital_average: { unit: "money", of: (known) => averageOf(known, "capital") },
  capital_growth: { unit: "money", of: (known) => growthOf(known, "capital") },
  undivided_assets: { unit: "money", of: ({ year }) => year.undivided_assets },
  undivided_assets_average: { unit: "money", of: (known) => averageOf(known, "undivided_assets") },
  undivided_assets_growth: { unit: "money", of: (known) => growthOf(known, "undivided_assets") },
  revenue: { unit: "money", of: ({ year }) => year.revenue },
  revenue_growth: { unit: "money", of: (known) => growthOf(known, "revenue") },
  revenue_from_members_share: {
    unit: "percent",
    of: ({ year }) => shareOf(year.revenue_from_members, year.revenue),
  },
  profit_before_tax: { unit: "money", of: ({ year }) => year.profit_before_tax },
  profit_per_member: { unit: "money", of: ({ year }) => ratioOf(year.profit_before_tax, year.members) },
  development_fund: { unit: "money", of: ({ year }) => year.development_fund },
  development_fund_share: {
    unit: "percent",
    of: ({ year }) => shareOf(year.development_fund, year.profit_before_tax),
  },
  reserve_fund: { unit: "money", of: ({ year }) => year.reserve_fund },
  reserve_fund_share: {
    unit: "percent",
    of: ({ year }) => shareOf(year.reserve_fund, year.profit_before_tax),
  },
  other_funds: { unit: "money", of: ({ year }) => year.other_funds },
  other_funds_share: { unit: "percent", of: ({ year }) => shareOf(year.other_funds, year.profit_before_tax) },
  managers: { unit: "count", of: ({ year }) => year.managers },
  managers_with_college_share: {
    unit: "percent",
    of: ({ year }) => shareOf(year.managers_with_college_or_higher, year.managers),
  },
  managers_with_training_share: {
    unit: "percent",
    of: ({ year }) =>
      year.managers_with_primary_training === null || year.managers_with_intermediate_training === null
        ? null
        : shareOf(
            year.managers_with_primary_training + year.managers_with_intermediate_training,
            year.managers,
          ),
  },
  members: { unit: "count", of: ({ year }) => year.members },
  members_joined: { unit: "count", of: ({ year }) => year.members_joined },
  members_growth: { unit: "count", of: (known) => growthOf(known, "members") },
  worker_income: { unit: "money", of: ({ year }) => ratioOf(year.wages, year.workers) },
} satisfies Record<string, Figure>

export type FigureCode = keyof typeof figures
export const figureCodes = Object.keys(figures) as FigureCode[]

/** Figures by code, as far as they are known; frozen with a sheet once it is sent. */
export type Figures = Partial<Record<FigureCode, number>>

/** Everything that the report of the year, with that of the year before, says. */
export function figuresOf(year: ReportedYear | undefined, last: ReportedYear | undefined): Figures {
  if (!year) return {}
  const known = figureCodes.map((code) => [code, (figures[code] as Figure).of({ year, last })] as const)
  return Object.fromEntries(known.filter(([, value]) => value !== null)) as Figures
}

export function unitOf(code: FigureCode): FigureUnit {
  return figures[code].unit
}

export function figureName(code: FigureCode, locale: Locale) {
  return names[locale][code]
}

const names = inBoth({
  capital: ["Tổng nguồn vốn cuối năm", "Total capital at the end of the year"],
  capital_average: [
    "Tổng nguồn vốn bình quân đầu năm và cuối năm",
    "Total capital, average of the beginning and the end of the year",
  ],
  capital_growth: ["Tổng nguồn vốn tăng so với năm trước", "Growth of total capital over the year before"],
  undivided_assets: ["Tài sản không chia cuối năm", "Undivided assets at the end of the year"],
  undivided_assets_average: [
    "Tài sản không chia bình quân đầu năm và cuối năm",
    "Undivided assets, average of the beginning and the end of the year",
  ],
  undivided_assets_growth: [
    "Tài sản không chia tăng so với năm trước",
    "Growth of undivided assets over the year before",
  ],
  revenue: ["Doanh thu", "Revenue"],
  revenue_growth: ["Doanh thu tăng so với năm trước", "Growth of revenue over the year before"],
  revenue_from_members_share: [
    "Doanh thu từ thành viên trên tổng doanh thu",
    "Revenue from members, of all revenue",
  ],
  profit_before_tax: ["Lãi trước thuế", "Profit before tax"],
  profit_per_member: ["Lãi trước thuế bình quân một thành viên", "Profit before tax per member"],
  development_fund: ["Trích quỹ đầu tư phát triển", "Set aside for the development fund"],
  development_fund_share: [
    "Trích quỹ đầu tư phát triển trên lãi trước thuế",
    "Set aside for the development fund, of profit before tax",
  ],
  reserve_fund: ["Trích quỹ dự phòng tài chính", "Set aside for the financial reserve"],
  reserve_fund_share: [
    "Trích quỹ dự phòng tài chính trên lãi trước thuế",
    "Set aside for the financial reserve, of profit before tax",
  ],
  other_funds: ["Trích các quỹ khác", "Set aside for other funds"],
  other_funds_share: [
    "Trích các quỹ khác trên lãi trước thuế",
    "Set aside for other funds, of profit before tax",
  ],
  managers: ["Số cán bộ quản lý", "Managers"],
  managers_with_college_share: [
    "Cán bộ có trình độ cao đẳng, đại học trở lên",
    "Managers with college or higher education",
  ],
  managers_with_training_share: [
    "Cán bộ có trình độ sơ cấp, trung cấp",
    "Managers with elementary or intermediate training",
  ],
  members: ["Số thành viên", "Members"],
  members_joined: ["Thành viên mới", "Members who joined"],
  members_growth: ["Thành viên tăng so với năm trước", "Growth of members over the year before"],
  worker_income: ["Thu nhập bình quân một lao động thường xuyên", "Average income of a regular worker"],
} satisfies Record<FigureCode, readonly [string, string]>)

function averageOf({ year, last }: Known, of: "capital" | "undivided_assets") {
  const [end, beginning] = [year[of], last?.[of] ?? null]
  return end === null || beginning === null ? null : (beginning + end) / 2
}

function growthOf({ year, last }: Known, of: "capital" | "undivided_assets" | "revenue" | "members") {
  const [end, beginning] = [year[of], last?.[of] ?? null]
  return end === null || beginning === null ? null : end - beginning
}

/** Of nothing, or of a loss, there is no share. */
function shareOf(part: number | null, whole: number | null) {
  return part === null || whole === null || whole <= 0 ? null : (part / whole) * 100
}

function ratioOf(sum: number | null, count: number | null) {
  return sum === null || !count ? null : sum / count
}
