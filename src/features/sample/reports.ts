import { addDays } from "../places/days.ts"
import type { OrganisationState } from "../register/states.ts"
import { apportion } from "./apportion.ts"
import { type YearOfReports, yearsOfReports } from "./published.ts"
import { type Random, randomFor } from "./random.ts"
import type { SampleOrganisation } from "./timeline.ts"

/** One row of yearly_reports; what a group does not report is left out. */
export type Report = {
  organisation: SampleOrganisation
  year: number
  submitted_on: string
  accepted_on: string
  figures: Figures
}

export type Figures = {
  members?: number
  members_joined?: number
  members_left?: number
  workers?: number
  workers_who_are_members?: number
  managers?: number
  managers_with_primary_training?: number
  managers_with_intermediate_training?: number
  managers_with_college_or_higher?: number
  capital?: number
  charter_capital?: number
  undivided_assets?: number
  revenue?: number
  revenue_from_members?: number
  profit_before_tax?: number
  wages?: number
  taxes_paid?: number
  support_received?: number | null
  land_area?: number
  large_field_area?: number
  high_technology?: boolean
  value_chain?: boolean
  ocop_products?: number
}

/** What stays an organisation's own from year to year; a weight becomes a figure once the year's sum is shared out. */
type Profile = {
  members: number
  revenue: number
  land: number
  capital: number
  /** How well it is led; decides profit, classes, links. */
  quality: number
  /** Falls the same way every year: joins a value chain, has a large field… */
  leaning: number
  /** One number for each manager: the lower, the further they went to school. */
  managers: number[]
}

const million = 1_000_000

/** Accepted reports of the cooperatives, the credit funds and the union, for every year of the sample. */
export function reportsOfCooperatives(organisations: SampleOrganisation[]): Report[] {
  const random = randomFor("reports of cooperatives")
  const cooperatives = organisations.filter(({ kind }) => kind === "cooperative" || kind === "credit_fund")
  const profiles = new Map(cooperatives.map((each) => [each, profileOf(each, random)]))
  const membersBefore = new Map<SampleOrganisation, number>()

  return yearsOfReports.flatMap((sums) => {
    const reporters = cooperatives.filter((each) => reports(each, sums, random))
    const reportsOfYear = reporters.map((organisation) => newReport(organisation, sums.year, random))
    const work = {
      reports: reportsOfYear,
      sums,
      random,
      profileOf: (report: Report) => profiles.get(report.organisation)!,
    }
    shareMembers(work, membersBefore)
    shareMoney(work)
    shareWork(work)
    shareCapital(work)
    shareLand(work)
    return [...reportsOfYear, ...reportOfUnion(organisations, sums.year, random)]
  })
}

export function newReport(organisation: SampleOrganisation, year: number, random: Random): Report {
  const submitted_on = random.chance(0.93)
    ? random.day(`${year}-12-01`, `${year}-12-15`)
    : random.day(`${year}-12-16`, `${year}-12-18`)
  return {
    organisation,
    year,
    submitted_on,
    accepted_on: addDays(submitted_on, random.integer(1, 6)),
    figures: {},
  }
}

export function stateOn({ states }: SampleOrganisation, day: string): OrganisationState | undefined {
  const state = states.find(({ valid_from, valid_to }) => valid_from <= day && day <= valid_to)
  return state?.status === "ended" ? undefined : state
}

/** How good an organisation is, between about -2 and 2; the same number for its reports and its ratings. */
export function qualityOf({ key }: SampleOrganisation) {
  const random = randomFor(`quality ${key}`)
  return random.next() + random.next() + random.next() + random.next() - 2
}

type Work = { reports: Report[]; sums: YearOfReports; random: Random; profileOf(report: Report): Profile }
type Group = "agriculture" | "others" | "credit"

function profileOf(organisation: SampleOrganisation, random: Random): Profile {
  const members = Math.min(random.size(40, 1), 900)
  const isAquatic = organisation.branch === "aquatic"
  return {
    members,
    revenue: random.size(1, 0.7) * members ** 0.25,
    land: (isAquatic ? 0.7 : 1) * members ** 0.8 * random.size(1, 0.4),
    capital: random.size(1, 0.7) * members ** 0.4,
    quality: qualityOf(organisation),
    leaning: random.next(),
    managers: Array.from({ length: random.integer(3, members > 60 ? 7 : 5) }, () => random.next()),
  }
}

/** The newest and those at rest are silent, and some others every year. */
function reports(organisation: SampleOrganisation, { year, reportingShare }: YearOfReports, random: Random) {
  const state = stateOn(organisation, `${year}-12-31`)
  const speaks = random.chance(reportingShare)
  if (!state || organisation.founded_on > `${year}-11-01`) return false
  if (organisation.kind === "credit_fund") return true
  return state.status === "operating" ? speaks : speaks && random.chance(0.15)
}

function groupOf({ organisation, year }: Report): Group {
  if (organisation.kind === "credit_fund") return "credit"
  return stateOn(organisation, `${year}-12-31`)?.sector === "agriculture" ? "agriculture" : "others"
}

const groups: Group[] = ["agriculture", "others", "credit"]

function shareMembers({ reports, sums, random, profileOf }: Work, before: Map<SampleOrganisation, number>) {
  for (const group of groups) {
    const ofGroup = reports.filter((report) => groupOf(report) === group)
    const shares = apportion(
      sums.members[group],
      ofGroup.map((report) => profileOf(report).members * random.between(0.99, 1.01)),
      group === "credit" ? 60 : 7,
    )
    ofGroup.forEach(({ organisation, figures }, index) => {
      const members = shares[index]!
      const change = members - (before.get(organisation) ?? members)
      const left = random.integer(0, Math.ceil(members / 40)) + Math.max(-change, 0)
      figures.members = members
      figures.members_left = left
      figures.members_joined = left + change
      before.set(organisation, members)
    })
  }
}

function shareMoney({ reports, sums, random, profileOf }: Work) {
  const withoutFunds = reports.filter((report) => groupOf(report) !== "credit")
  const revenues = shareOut(
    sums.averageRevenue * withoutFunds.length,
    withoutFunds.map((report) => profileOf(report).revenue * random.between(0.9, 1.1)),
    80,
  )
  withoutFunds.forEach(({ figures }, index) => {
    figures.revenue = revenues[index]!
  })

  const funds = reports.length - withoutFunds.length
  const profitable = sums.profitable > 1 ? sums.profitable : Math.round(sums.profitable * reports.length)
  const luck = new Map(
    withoutFunds.map((report) => [report, profileOf(report).quality + random.between(-0.5, 0.5)]),
  )
  const byQuality = [...withoutFunds].sort((one, other) => luck.get(other)! - luck.get(one)!)
  const winners = byQuality.slice(0, profitable - funds)
  let lost = 0
  for (const { figures } of byQuality.slice(profitable - funds)) {
    const loss = random.chance(0.35) ? 0 : random.integer(2, 45) * million
    const bearable = Math.floor(figures.revenue! / 4 / million) * million
    figures.profit_before_tax = loss === 0 ? 0 : -Math.min(loss, bearable)
    lost -= figures.profit_before_tax
  }
  const profits = shareOut(
    sums.averageProfit * withoutFunds.length + lost,
    winners.map(({ figures }) => figures.revenue! * random.between(0.75, 1.1)),
    5,
  )
  winners.forEach(({ figures }, index) => {
    figures.profit_before_tax = profits[index]!
  })

  for (const report of reports.filter((each) => groupOf(each) === "credit")) {
    const revenue = Math.round(report.figures.members! * random.between(9, 12)) * million
    report.figures.revenue = revenue
    report.figures.profit_before_tax = Math.round((revenue / million) * random.between(0.09, 0.16)) * million
  }
  for (const report of reports) {
    const { figures } = report
    const { quality, leaning } = profileOf(report)
    const served = Math.min(0.97, 0.6 + 0.1 * quality + 0.25 * leaning)
    figures.revenue_from_members = Math.floor((figures.revenue! * served) / million) * million
    figures.taxes_paid =
      Math.round((Math.max(figures.profit_before_tax!, 0) * random.between(0.01, 0.06)) / 100_000) * 100_000
    figures.support_received = random.chance(0.11) ? random.integer(2, 40) * 10 * million : null
  }
}

/** Workers follow what is spent beyond the profit, so that wages stay within it. */
function shareWork({ reports, sums, random, profileOf }: Work) {
  const funds = reports.filter((report) => groupOf(report) === "credit")
  const others = reports.filter((report) => groupOf(report) !== "credit")
  const spent = others.map(({ figures }) => figures.revenue! - figures.profit_before_tax!)
  const inFunds = apportion(
    15 * funds.length,
    funds.map((report) => profileOf(report).members),
    8,
  )
  const inOthers = apportion(
    sums.workers - 15 * funds.length,
    spent.map((amount) => amount * random.between(0.94, 1.06)),
    2,
  )
  funds.forEach(({ figures }, index) => {
    figures.workers = inFunds[index]!
    figures.wages = figures.workers * random.integer(90, 130) * million
  })
  others.forEach(({ figures }, index) => {
    figures.workers = inOthers[index]!
  })
  const wages = shareOut(
    sums.workerIncome * (sums.workers - 15 * funds.length),
    spent.map((amount) => amount * random.between(0.94, 1.06)),
    10,
  )
  others.forEach(({ figures }, index) => {
    figures.wages = wages[index]!
  })

  for (const report of reports) {
    const { figures } = report
    const { managers, quality, leaning } = profileOf(report)
    figures.workers_who_are_members = Math.min(
      Math.floor(figures.workers! * (0.5 + 0.45 * leaning)),
      figures.members!,
    )
    const learned = 0.16 + 0.03 * (sums.year - 2020) + 0.08 * quality
    let [college, intermediate, primary] = [0, 0, 0]
    for (const level of managers) {
      if (level < learned) college++
      else if (level < learned + 0.3) intermediate++
      else if (level < learned + 0.6) primary++
    }
    figures.managers = managers.length
    figures.managers_with_college_or_higher = college
    figures.managers_with_intermediate_training = intermediate
    figures.managers_with_primary_training = primary
  }
}

function shareCapital({ reports, sums, random, profileOf }: Work) {
  for (const group of groups) {
    const ofGroup = reports.filter((report) => groupOf(report) === group)
    const shares = shareOut(
      sums.charterCapital[group],
      ofGroup.map((report) => profileOf(report).capital),
      group === "credit" ? 1000 : 15,
    )
    ofGroup.forEach(({ figures }, index) => {
      const charter = shares[index]!
      const times = group === "credit" ? random.between(14, 22) : random.between(1.5, 3.2)
      figures.charter_capital = charter
      figures.capital = Math.round((charter * times) / million) * million
      figures.undivided_assets = Math.round((charter * random.between(0.05, 0.4)) / million) * million
    })
  }
}

/** Hectares to the hundredth; some leave the box empty. */
function shareLand({ reports, sums, random, profileOf }: Work) {
  const farms = reports.filter((report) => groupOf(report) === "agriculture" && random.chance(sums.landShare))
  const shares = apportion(
    Math.round(sums.landArea * 100),
    farms.map((report) => profileOf(report).land),
    400,
  )
  const progress = sums.year - 2020
  farms.forEach((report, index) => {
    const { figures, organisation } = report
    const { leaning } = profileOf(report)
    figures.land_area = shares[index]! / 100
    const hasLargeField = organisation.branch === "crops" && leaning < 0.32 + 0.02 * progress
    figures.large_field_area = hasLargeField
      ? Math.round(figures.land_area * (0.35 + 0.5 * (1 - leaning)) * 10) / 10
      : 0
  })
  for (const report of reports) {
    const { quality, leaning } = profileOf(report)
    const isFarm = groupOf(report) === "agriculture"
    report.figures.high_technology = isFarm && quality > 1.05 - 0.06 * progress
    report.figures.value_chain = isFarm && leaning + quality * 0.2 < 0.16 + 0.045 * progress
    if (!isFarm) report.figures.large_field_area = 0
    report.figures.ocop_products =
      isFarm && quality > 0.6 && leaning > 0.93 - 0.03 * progress ? 1 + (leaning > 0.97 ? 2 : 0) : 0
  }
}

function reportOfUnion(organisations: SampleOrganisation[], year: number, random: Random): Report[] {
  const union = organisations.find(({ kind }) => kind === "cooperative_union")
  if (!union || !stateOn(union, `${year}-12-31`)) return []
  const report = newReport(union, year, random)
  const age = year - 2023
  report.figures = {
    members: union.members.length,
    workers: 14 + 2 * age,
    workers_who_are_members: 0,
    managers: 5,
    managers_with_primary_training: 1,
    managers_with_intermediate_training: 2,
    managers_with_college_or_higher: 2,
    charter_capital: 3000 * million,
    capital: (6200 + 500 * age) * million,
    undivided_assets: (300 + 60 * age) * million,
    revenue: (11_400 + 3200 * age) * million,
    revenue_from_members: (9300 + 2500 * age) * million,
    profit_before_tax: (310 + 140 * age) * million,
    wages: (1010 + 190 * age) * million,
    taxes_paid: (18 + 6 * age) * million,
    value_chain: true,
    high_technology: false,
    ocop_products: 1,
  }
  return [report]
}

/** Money in millions of đồng, adding up to the total to the last million. */
function shareOut(total: number, weights: number[], minimumInMillions: number) {
  return apportion(Math.round(total / million), weights, minimumInMillions).map((share) => share * million)
}
