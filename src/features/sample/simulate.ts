import { addDays } from "../places/days.ts"
import type { Names } from "./names.ts"
import type { Geography } from "./places.ts"
import {
  type Branch,
  cooperativesIn2019,
  foundedIn2019,
  groupPeriods,
  groupsIn2019,
  islandDistricts,
  otherGroupsIn2019,
  type Period,
  periods,
  quietDistricts,
  quietUntil,
} from "./published.ts"
import type { Random } from "./random.ts"
import { type Kind, type SampleOrganisation, type Timeline, timeline } from "./timeline.ts"

/** Every organisation of the sample with everything that happened to it, from the first to the end of 2025. */
export function simulate(random: Random, names: Names, geography: Geography): SampleOrganisation[] {
  const register = timeline(random, names, geography)
  beginCooperatives(register, random)
  for (const period of periods) passPeriod(register, random, period)
  beginGroups(register, random, geography)
  for (const period of groupPeriods) passGroupPeriod(register, random, period)
  foundUnion(register)
  pauseSome(register, random)
  moveAndRename(register, random, geography)
  register.reorganisePlaces()
  return register.organisations
}

const kindOf = (branch: Branch): Kind => (branch === "credit" ? "credit_fund" : "cooperative")

function beginCooperatives(register: Timeline, random: Random) {
  const places = Object.entries(cooperativesIn2019).flatMap(([district, counts]) =>
    entriesOf(counts).flatMap(([branch, count]) =>
      Array.from({ length: count }, () => ({ district, branch })),
    ),
  )
  const others = places.filter(({ branch }) => branch !== "credit")
  const recent = new Set(random.shuffled(others).slice(0, foundedIn2019))
  for (const each of places) {
    const day = recent.has(each)
      ? random.day("2019-01-07", "2019-12-20")
      : each.branch === "credit"
        ? random.day("1995-03-01", "2012-11-30")
        : // Most came after the law of 2012, in the years when communes had to have one.
          random.chance(0.22)
          ? random.day("1999-02-01", "2012-12-20")
          : random.day("2013-07-01", "2018-12-21")
    register.found(kindOf(each.branch), each.branch, register.place(each.district, each.branch), day)
  }
}

function passPeriod(register: Timeline, random: Random, period: Period) {
  const { from, to } = period
  const pick = (branch: Branch) => random.pick(register.living(kindOf(branch), branch, from, to))
  const day = () => random.day(from, to)

  for (const [branch, count] of entriesOf(period.dissolved)) {
    repeat(count, () => {
      const untouched = register
        .living(kindOf(branch), branch, from, to)
        .filter(({ events }) => events.length === 1)
      const chosen = random.pick(untouched)
      const dissolved = day()
      // It stands still first, as it does in life.
      const stopped = addDays(dissolved, -random.integer(200, 500))
      if (stopped > addDays(chosen.founded_on, 400))
        register.addEvent(chosen, "stopped", stopped, { document: "BC" })
      register.end(chosen, "dissolved", dissolved)
    })
  }
  for (const [branch, count] of entriesOf(period.converted)) {
    repeat(count, () => register.end(pick(branch), "converted", day()))
  }
  for (const [branch, count] of entriesOf(period.merged)) {
    repeat(count, () => {
      const chosen = pick(branch)
      const others = register.living(chosen.kind, branch, from, to).filter((each) => each !== chosen)
      register.end(chosen, "merged", day(), random.pick(preferNeighbours(others, chosen)))
    })
  }
  for (const { from: before, to: after, count } of period.changed ?? []) {
    repeat(count, () => register.change(pick(before), day(), after, after === "trade" ? "4620" : "0161"))
  }
  for (const count of period.consolidated ?? []) consolidate(register, random, period, count)
  for (const [branch, count] of entriesOf(period.separated)) {
    repeat(count, () => {
      const origin = pick(branch)
      const when = day()
      const part = register.found("cooperative", branch, origin.commune, when, "created_by_separation")
      part.events[0]!.other = origin
      register.addEvent(origin, "separated", when, { document: "NQ-TT", other: part })
    })
  }
  for (const [branch, count] of entriesOf(period.founded)) {
    repeat(count, () => {
      const district = pickDistrict(random, branch, to)
      register.found(kindOf(branch), branch, register.place(district, branch), day())
    })
  }
}

/** Neighbours become one; the new one begins on the day on which they end. */
function consolidate(register: Timeline, random: Random, { from, to }: Period, count: number) {
  const living = register.living("cooperative", "crops", from, to)
  const first = random.pick(living)
  const origins = [first, ...preferNeighbours(living, first).filter((each) => each !== first)].slice(0, count)
  const when = random.day(from, to)
  const consolidated = register.found("cooperative", "crops", first.commune, when, "created_by_consolidation")
  for (const origin of origins) register.end(origin, "consolidated", when, consolidated)
}

function preferNeighbours(others: SampleOrganisation[], one: SampleOrganisation) {
  const inCommune = others.filter(({ commune }) => commune === one.commune)
  const inDistrict = others.filter(({ commune }) => commune.district === one.commune.district)
  if (inCommune.length > 2) return inCommune
  return inDistrict.length > 2 ? inDistrict : others
}

/** New ones come where there are many already; farming on the islands does not. */
function pickDistrict(random: Random, branch: Branch, day: string) {
  const like = branch === "livestock" ? "crops" : branch
  const candidates = Object.entries(cooperativesIn2019).filter(
    ([district]) => !(day <= quietUntil && quietDistricts.includes(district)),
  )
  return random.weighted(candidates, ([, counts]) => counts[like] ?? 0)[0]
}

function beginGroups(register: Timeline, random: Random, geography: Geography) {
  const districts = Object.entries(groupsIn2019).flatMap(([district, count]) =>
    Array.from({ length: count }, () => district),
  )
  const others = new Set(random.shuffled(districts.map((_, index) => index)).slice(0, otherGroupsIn2019))
  const modelled = new Set<string>()
  districts.forEach((district, index) => {
    const branch = others.has(index) ? pickOtherTrade(random) : pickFarming(random, district, oldOnCoast)
    const commune = register.place(district, branch, "cooperative_group")
    const group = register.found(
      "cooperative_group",
      branch,
      commune,
      random.chance(0.15) ? random.day("2003-02-03", "2011-12-20") : random.day("2012-01-05", "2019-12-20"),
    )
    if (!modelled.has(commune.place.code) && group.founded_on < "2018-06-01") {
      group.isModel = true
      modelled.add(commune.place.code)
    }
  })
  const without = geography.communes.filter(({ place }) => !modelled.has(place.code))
  for (const commune of without.filter(({ modelFrom }) => Number.isFinite(modelFrom))) {
    throw new Error(`no group of ${commune.place.name} could be its lasting model`)
  }
}

function passGroupPeriod(register: Timeline, random: Random, period: (typeof groupPeriods)[number]) {
  const { from, to, founded, foundedOutsideAgriculture, ended, endedOutsideAgriculture } = period
  const living = random
    .shuffled(register.living("cooperative_group", null, from, to))
    .filter(({ founded_on }) => founded_on < "2020")
  const isFarming = ({ branch }: SampleOrganisation) => branch === "crops" || branch === "aquatic"
  const leaving = [
    ...living.filter(isFarming).slice(0, ended - endedOutsideAgriculture),
    ...living.filter((group) => !isFarming(group)).slice(0, endedOutsideAgriculture),
  ]
  for (const group of leaving) register.end(group, "dissolved", random.day(from, to))

  const districts = Object.entries(groupsIn2019).filter(
    ([district]) => !(to <= quietUntil && quietDistricts.includes(district)),
  )
  for (let index = 0; index < founded; index++) {
    const district = random.weighted(districts, ([, count]) => count)[0]
    const branch =
      index < foundedOutsideAgriculture ? pickOtherTrade(random) : pickFarming(random, district, newOnCoast)
    const commune = register.place(district, branch, "cooperative_group")
    register.found("cooperative_group", branch, commune, random.day(from, to))
  }
}

const coast = ["900", "902", "908", "909", "910", "913"]

/** Shares of shrimp and fish along the coast; under the plan new groups were to grow rice on large fields. */
const oldOnCoast = 0.6
const newOnCoast = 0.1

function pickFarming(random: Random, district: string, onCoast: number): Branch {
  if (islandDistricts.includes(district)) return "aquatic"
  return random.chance(coast.includes(district) ? onCoast : onCoast / 10) ? "aquatic" : "crops"
}

function pickOtherTrade(random: Random): Branch {
  return random.pick(["trade", "trade", "transport", "industry"] as const)
}

/** The one union of the plan's period, of six rice cooperatives of Giồng Riềng and Tân Hiệp. */
function foundUnion(register: Timeline) {
  const members = register.organisations
    .filter(
      (each) =>
        each.branch === "crops" &&
        each.kind === "cooperative" &&
        each.ended_on === "infinity" &&
        each.founded_on < "2019" &&
        ["904", "906"].includes(each.commune.district) &&
        each.commune.modelFrom === 2021,
    )
    .slice(0, 6)
  const union = register.found("cooperative_union", "crops", members[0]!.commune, "2023-06-20")
  union.name = "Liên hiệp hợp tác xã nông nghiệp Hạt Ngọc Tây Sông Hậu"
  union.short_name = "LHHTX Hạt Ngọc Tây Sông Hậu"
  union.events[0]!.facts.name = union.name
  union.members = members
}

/** Notices of suspension, most of them followed by work again, and some that stopped without any. */
function pauseSome(register: Timeline, random: Random) {
  const steady = random
    .shuffled(register.organisations)
    .filter(
      ({ kind, ended_on, founded_on }) =>
        kind === "cooperative" && ended_on === "infinity" && founded_on < "2020",
    )
  steady.slice(0, 36).forEach((organisation, index) => {
    const year = 2020 + (index % 6)
    const suspended = random.day(`${year}-01-10`, `${year}-08-31`)
    register.addEvent(organisation, "suspended", suspended, { document: "TB-TN" })
    if (index < 22 || year < 2024) {
      const resumed = addDays(suspended, random.integer(120, 360))
      if (resumed < "2025-12-01") register.addEvent(organisation, "resumed", resumed, { document: "TB-HĐ" })
    }
  })
  steady.slice(36, 48).forEach((organisation, index) => {
    const year = 2020 + (index % 6)
    register.addEvent(organisation, "stopped", random.day(`${year}-02-01`, `${year}-11-20`), {
      document: "BC",
    })
  })
}

/** A few seats move within the district, a few names change. */
function moveAndRename(register: Timeline, random: Random, geography: Geography) {
  const quiet = random
    .shuffled(register.organisations)
    .filter(({ kind, events }) => kind === "cooperative" && events.length === 1)
    .filter(({ commune, founded_on }) => commune.modelFrom === 2021 && founded_on < "2021")
  quiet.slice(0, 9).forEach((organisation, index) => {
    const neighbours = geography.communes.filter(
      (each) =>
        each.district === organisation.commune.district &&
        each !== organisation.commune &&
        each.modelFrom === 2021,
    )
    if (neighbours.length === 0) return
    const day = random.day(`${2021 + (index % 4)}-02-01`, `${2021 + (index % 4)}-11-30`)
    const commune = random.pick(neighbours)
    const facts = { place_id: geography.on(commune.place, day).id }
    register.addEvent(organisation, "moved", day, { facts, document: "GCN-TĐ" })
  })
  for (const organisation of quiet.slice(9, 17)) {
    const name = organisation.name.replace(/ (dịch vụ )?nông nghiệp /, " sản xuất – dịch vụ nông nghiệp ")
    if (name === organisation.name) continue
    const day = random.day("2021-03-01", "2024-11-30")
    register.addEvent(organisation, "changed", day, { facts: { name }, document: "GCN-TĐ" })
    organisation.name = name
    organisation.short_name = null
  }
}

function entriesOf(counts: Partial<Record<Branch, number>> = {}) {
  return Object.entries(counts) as [Branch, number][]
}

function repeat(count: number, work: () => void) {
  for (let time = 0; time < count; time++) work()
}
