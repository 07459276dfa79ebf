import { apportion } from "./apportion.ts"
import { groupLandIn2020, groupMembersIn2020, groupsWithLargeField, yearsOfReports } from "./published.ts"
import { type Random, randomFor } from "./random.ts"
import { newReport, type Report, stateOn } from "./reports.ts"
import type { SampleOrganisation } from "./timeline.ts"

const million = 1_000_000

type Profile = { members: number; land: number; revenue: number; prospers: number }

/** Accepted reports of the cooperative groups: shorter, and with more that stay silent. */
export function reportsOfGroups(organisations: SampleOrganisation[]): Report[] {
  const random = randomFor("reports of groups")
  const groups = organisations.filter(({ kind }) => kind === "cooperative_group")
  const profiles = new Map(groups.map((group) => [group, profileOf(group, random)]))

  const reports = yearsOfReports.flatMap(({ year }) => {
    const ofYear = groups
      .filter((group) => speaks(group, year, random))
      .map((group) => newReport(group, year, random))
    for (const report of ofYear) fill(report, profiles.get(report.organisation)!, random)
    if (year === 2020) meetPublishedSums(ofYear)
    return ofYear
  })
  shareLargeFields(reports, random)
  return reports
}

function profileOf({ branch }: SampleOrganisation, random: Random): Profile {
  const members = random.size(20.6, 0.55)
  const isFarm = branch === "crops" || branch === "aquatic"
  return {
    members,
    land: isFarm ? members * random.size(1.62, 0.35) : 0,
    revenue: members * random.size(12, 0.4),
    prospers: random.next(),
  }
}

function speaks(group: SampleOrganisation, year: number, random: Random) {
  const isLucky = random.chance(0.86)
  if (!stateOn(group, `${year}-12-31`) || group.founded_on > `${year}-09-30`) return false
  return isLucky || group.isModel
}

function fill({ organisation, year, figures }: Report, profile: Profile, random: Random) {
  const growth = 1 + 0.008 * (year - 2020)
  figures.members = Math.max(2, Math.round(profile.members * growth))
  figures.land_area = Math.round(profile.land * growth * 10) / 10
  figures.large_field_area = 0
  figures.revenue = Math.max(5, Math.round(profile.revenue * growth * random.between(0.85, 1.2))) * million
  figures.profit_before_tax = profitOf(organisation, year, figures.revenue, profile, random)
}

/** Where no lasting model is found yet, groups share out all they earn and keep no profit. */
function profitOf(
  { commune, isModel }: SampleOrganisation,
  year: number,
  revenue: number,
  { prospers }: Profile,
  random: Random,
) {
  const margin = random.between(0.12, 0.34)
  if (year < commune.modelFrom - 1) return prospers < 0.1 ? -random.integer(1, 6) * million : 0
  if (isModel || prospers < 0.55 + 0.05 * (year - 2020))
    return Math.max(1, Math.round((revenue * margin) / million)) * million
  return random.chance(0.3) ? -random.integer(1, 6) * million : 0
}

function meetPublishedSums(reports: Report[]) {
  const members = apportion(
    groupMembersIn2020,
    reports.map(({ figures }) => figures.members!),
    2,
  )
  const land = apportion(
    groupLandIn2020 * 10,
    reports.map(({ figures }) => figures.land_area!),
  )
  reports.forEach(({ figures }, index) => {
    figures.members = members[index]!
    figures.land_area = land[index]! / 10
  })
}

/** Of the groups founded under the plan a fixed number grow on a large field; of the older ones, one in four. */
function shareLargeFields(reports: Report[], random: Random) {
  const growers = [...new Set(reports.map(({ organisation }) => organisation))].filter(
    ({ branch }) => branch === "crops",
  )
  const isNew = ({ founded_on }: SampleOrganisation) => founded_on >= "2021-01-01"
  const chosen = new Set([
    ...random.shuffled(growers.filter(isNew)).slice(0, groupsWithLargeField),
    ...growers.filter((group) => !isNew(group) && random.chance(0.25)),
  ])
  const share = new Map([...chosen].map((group) => [group, random.between(0.4, 0.95)]))
  for (const { organisation, figures } of reports) {
    if (!chosen.has(organisation)) continue
    figures.large_field_area = Math.max(
      2,
      Math.round(figures.land_area! * share.get(organisation)! * 10) / 10,
    )
    figures.land_area = Math.max(figures.land_area!, figures.large_field_area)
  }
}
