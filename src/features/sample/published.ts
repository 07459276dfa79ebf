// Figures that were published for Kiên Giang, and how the sample's organisations come and go so that they hold.
// docs/sample-province.md names the source of each, and what the sources contradict each other in.

/** What a cooperative mainly does; finer than the sectors of the reports, as some papers count. */
export type Branch =
  | "crops"
  | "aquatic"
  | "livestock"
  | "trade"
  | "transport"
  | "construction"
  | "industry"
  | "credit"

type ByBranch = Partial<Record<Branch, number>>

export const sectorOf: Record<Branch, string> = {
  crops: "agriculture",
  aquatic: "agriculture",
  livestock: "agriculture",
  trade: "trade",
  transport: "transport",
  construction: "construction",
  industry: "industry",
  credit: "credit",
}

/** Cooperatives and credit funds on 31/12/2019, by the code of their district: 443. */
export const cooperativesIn2019: Record<string, ByBranch> = {
  "899": { crops: 3, trade: 3, transport: 4, construction: 1, industry: 2, credit: 5 },
  "900": { crops: 1, aquatic: 2, transport: 1 },
  "902": { crops: 14, aquatic: 8, transport: 2, construction: 1, industry: 1, credit: 1 },
  "903": { crops: 42, aquatic: 8, industry: 1, credit: 2 },
  "904": { crops: 58, transport: 1, credit: 4 },
  "905": { crops: 20, aquatic: 1, transport: 2, industry: 1, credit: 3 },
  "906": { crops: 104, industry: 1, credit: 3 },
  "907": { crops: 32, aquatic: 2, transport: 1, industry: 1, credit: 2 },
  "908": { crops: 16, aquatic: 16, credit: 1 },
  "909": { crops: 10, aquatic: 22 },
  "910": { crops: 7, aquatic: 7, credit: 1 },
  "911": { aquatic: 1, trade: 1, transport: 2, construction: 1, industry: 1 },
  "913": { crops: 7, aquatic: 5 },
  "914": { crops: 5, aquatic: 2 },
}

/** How many of them were founded in 2019. */
export const foundedIn2019 = 45

/** Cooperative groups on 31/12/2019, by the code of their district: 2,148. */
export const groupsIn2019: Record<string, number> = {
  "899": 26,
  "900": 28,
  "902": 47,
  "903": 300,
  "904": 230,
  "905": 110,
  "906": 420,
  "907": 190,
  "908": 210,
  "909": 260,
  "910": 130,
  "911": 25,
  "912": 17,
  "913": 110,
  "914": 45,
}
/** Of those, the ones outside agriculture. */
export const otherGroupsIn2019 = 243

/** Districts counted by name in the press of 5/2021 and 6/2022: nothing comes or goes there before July 2022. */
export const quietDistricts = ["902", "905"]
export const quietUntil = "2022-06-30"

export type Period = {
  from: string
  to: string
  founded?: ByBranch
  /** Created out of another that goes on (tách). */
  separated?: ByBranch
  dissolved?: ByBranch
  merged?: ByBranch
  converted?: ByBranch
  /** Main business line changed, from one branch to another. */
  changed?: { from: Branch; to: Branch; count: number }[]
  /** Consolidated (hợp nhất): how many go into each new one. */
  consolidated?: number[]
}

export const periods: Period[] = [
  {
    from: "2020-01-06",
    to: "2020-07-31",
    founded: { crops: 6, aquatic: 1, trade: 1, transport: 1 },
    dissolved: { crops: 1 },
  },
  { from: "2020-08-03", to: "2020-09-30", founded: { crops: 5, aquatic: 1 } },
  { from: "2020-10-01", to: "2020-12-25", founded: { crops: 8, aquatic: 2 }, dissolved: { crops: 1 } },
  {
    from: "2021-01-04",
    to: "2021-12-24",
    founded: { crops: 8, aquatic: 6, livestock: 2, trade: 11, transport: 7, industry: 2 },
    separated: { crops: 10, aquatic: 2 },
  },
  {
    from: "2022-01-04",
    to: "2022-06-28",
    founded: { crops: 4, aquatic: 2 },
    changed: [
      { from: "trade", to: "crops", count: 8 },
      { from: "industry", to: "crops", count: 2 },
    ],
  },
  {
    from: "2022-07-01",
    to: "2022-12-23",
    founded: { crops: 5, aquatic: 2, trade: 1, transport: 1 },
    dissolved: { crops: 4, aquatic: 1, industry: 1 },
    merged: { crops: 1 },
    converted: { crops: 1 },
  },
  {
    from: "2023-01-03",
    to: "2023-12-22",
    founded: { crops: 11, aquatic: 5, trade: 2, transport: 1 },
    dissolved: { crops: 10, aquatic: 3, transport: 1 },
    merged: { crops: 3, credit: 3 },
    converted: { crops: 1, aquatic: 1 },
    changed: [{ from: "crops", to: "trade", count: 1 }],
  },
  {
    from: "2024-01-03",
    to: "2024-12-23",
    founded: { crops: 8, aquatic: 4, trade: 2, transport: 1 },
    dissolved: { crops: 3, aquatic: 1 },
    consolidated: [3, 2, 2, 2, 2],
  },
  {
    from: "2025-01-06",
    to: "2025-12-19",
    founded: { crops: 14, aquatic: 6, trade: 1, transport: 1 },
    dissolved: { crops: 4, aquatic: 1, trade: 1 },
  },
]

type GroupPeriod = {
  from: string
  to: string
  founded: number
  foundedOutsideAgriculture: number
  ended: number
  endedOutsideAgriculture: number
}

export const groupPeriods: GroupPeriod[] = [
  groups("2020-01-06", "2020-09-30", [27, 2], [5, 2]),
  groups("2020-10-01", "2020-12-25", [10, 0], [3, 1]),
  groups("2021-01-04", "2021-12-24", [126, 3], [75, 6]),
  groups("2022-01-04", "2022-12-23", [138, 3], [102, 6]),
  groups("2023-01-03", "2023-12-22", [145, 3], [95, 5]),
  groups("2024-01-03", "2024-12-23", [142, 3], [98, 5]),
  groups("2025-01-06", "2025-12-19", [135, 3], [93, 5]),
]

/** Groups founded in 2021–2025 that report a large field: a little short of the plan's 560. */
export const groupsWithLargeField = 543

function groups(from: string, to: string, founded: [number, number], ended: [number, number]): GroupPeriod {
  return {
    from,
    to,
    founded: founded[0],
    foundedOutsideAgriculture: founded[1],
    ended: ended[0],
    endedOutsideAgriculture: ended[1],
  }
}

/** Islands grow no rice: Tiên Hải, Sơn Hải, Hòn Nghệ, and all of Phú Quốc and Kiên Hải. */
export const islandCommunes = ["30781", "30811", "30814"]
export const islandDistricts = ["911", "912"]

/** Communes of today without any lasting model: the islands and the far north-west, 10 of 48. */
export const communesWithoutModel = [
  "30766",
  "30781",
  "30790",
  "30793",
  "30796",
  "30811",
  "30814",
  "31078",
  "31105",
  "31108",
]

/** Of the communes as of 31/12/2024, how many have a lasting model from each year on; the others never. */
export const communesWithModelFrom: [year: number, communes: number][] = [
  [2021, 90],
  [2022, 7],
  [2023, 7],
  [2024, 8],
]

/** What the accepted reports of cooperatives and credit funds of each year come to. Money in đồng. */
type YearOfReports = {
  year: number
  /** Of those that stand at the end of the year. */
  reportingShare: number
  members: { agriculture: number; others: number; credit: number }
  workers: number
  charterCapital: { agriculture: number; others: number; credit: number }
  /** Hectares, and how many of the agricultural cooperatives fill the figure in. */
  landArea: number
  landShare: number
  /** Averages over reporting cooperatives without credit funds. */
  averageRevenue: number
  averageProfit: number
  workerIncome: number
  /** Organisations with profit, credit funds among them: a number, or a share of those that report. */
  profitable: number
  /** Shares of the rated cooperatives. */
  good: number
  fair: number
  average: number
}

const million = 1_000_000

export const yearsOfReports: YearOfReports[] = [
  {
    year: 2020,
    reportingShare: 0.95,
    members: { agriculture: 32_605, others: 1340, credit: 19_010 },
    workers: 8920,
    charterCapital: { agriculture: 130_152 * million, others: 45_100 * million, credit: 66_000 * million },
    landArea: 59_120,
    landShare: 0.95,
    averageRevenue: 1300 * million,
    averageProfit: 427 * million,
    workerIncome: 37 * million,
    profitable: 340,
    good: 0.09,
    fair: 0.26,
    average: 0.41,
  },
  {
    year: 2021,
    reportingShare: 0.95,
    members: { agriculture: 32_397, others: 2150, credit: 19_240 },
    workers: 9350,
    charterCapital: { agriculture: 139_420 * million, others: 74_900 * million, credit: 68_500 * million },
    landArea: 54_559,
    landShare: 0.86,
    averageRevenue: 1360 * million,
    averageProfit: 441 * million,
    workerIncome: 39 * million,
    profitable: 0.79,
    good: 0.1,
    fair: 0.28,
    average: 0.41,
  },
  {
    year: 2022,
    reportingShare: 0.96,
    members: { agriculture: 32_674, others: 1830, credit: 19_420 },
    workers: 9901,
    charterCapital: { agriculture: 183_000 * million, others: 128_000 * million, credit: 84_000 * million },
    landArea: 64_157.84,
    landShare: 0.97,
    averageRevenue: 1470 * million,
    averageProfit: 486 * million,
    workerIncome: 41 * million,
    profitable: 0.83,
    good: 0.12,
    fair: 0.3,
    average: 0.41,
  },
  {
    year: 2023,
    reportingShare: 0.95,
    members: { agriculture: 33_040, others: 1990, credit: 19_610 },
    workers: 9200,
    charterCapital: { agriculture: 187_400 * million, others: 131_600 * million, credit: 86_000 * million },
    landArea: 64_480.5,
    landShare: 0.97,
    averageRevenue: 1640 * million,
    averageProfit: 545 * million,
    workerIncome: 50 * million,
    profitable: 0.86,
    good: 0.14,
    fair: 0.32,
    average: 0.41,
  },
  {
    year: 2024,
    reportingShare: 0.96,
    members: { agriculture: 33_620, others: 2080, credit: 19_850 },
    workers: 8600,
    charterCapital: { agriculture: 193_800 * million, others: 135_200 * million, credit: 88_500 * million },
    landArea: 65_020.3,
    landShare: 0.97,
    averageRevenue: 1800 * million,
    averageProfit: 590 * million,
    workerIncome: 60 * million,
    profitable: 0.89,
    good: 0.16,
    fair: 0.34,
    average: 0.41,
  },
  {
    year: 2025,
    reportingShare: 0.94,
    members: { agriculture: 34_450, others: 2150, credit: 20_060 },
    workers: 8650,
    charterCapital: { agriculture: 201_300 * million, others: 137_900 * million, credit: 91_000 * million },
    landArea: 66_310,
    landShare: 0.96,
    averageRevenue: 1910 * million,
    averageProfit: 622 * million,
    workerIncome: 63 * million,
    profitable: 0.914,
    good: 0.18,
    fair: 0.35,
    average: 0.41,
  },
]
export type { YearOfReports }

/** What the groups' reports of 2020 come to; later years grow from there by the share given. */
export const groupMembersIn2020 = 45_078
export const groupLandIn2020 = 69_406
