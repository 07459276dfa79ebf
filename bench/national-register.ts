import type { Table } from "./national.ts"
import type { Commune } from "./national-places.ts"
import { type Random, randomFrom } from "./random.ts"

type Row = (string | number | boolean | null)[]
/** Something that happens in a life, with what it changes. */
type Turn = { on: string; status: string; place: number; event: string; name?: string; sector?: Sector }

const reorganised = "2025-07-01"
const years = [2021, 2022, 2023, 2024, 2025]

const trades = {
  agriculture: [
    "Nông nghiệp",
    "Dịch vụ nông nghiệp",
    "Lúa gạo",
    "Rau an toàn",
    "Thủy sản",
    "Chăn nuôi",
    "Cây ăn trái",
  ],
  industry: ["Tiểu thủ công nghiệp", "Cơ khí", "Mây tre đan", "Chế biến"],
  construction: ["Xây dựng", "Vật liệu xây dựng"],
  credit: ["Tín dụng"],
  trade: ["Thương mại dịch vụ", "Quản lý chợ", "Du lịch cộng đồng"],
  transport: ["Vận tải", "Vận tải thủy bộ", "Xe khách"],
  other: ["Môi trường", "Điện nước", "Nước sạch"],
}
type Sector = keyof typeof trades

const epithets =
  "Thành Công,Đoàn Kết,Quyết Tiến,Hòa Bình,Tiến Phát,Phú Cường,Thắng Lợi,Tân Tiến,Hợp Lực,Đại Phát,Kinh Đông,Kinh Tây,Ấp Chiến Lược,Sông Xanh,Đồng Tiến,Hưng Thịnh".split(
    ",",
  )

/** As many as the country has, in thousands: cooperatives 33, credit funds 1.2, unions 0.2, groups 71. */
const kinds = [
  { kind: "cooperative_group", share: 0.674, prefix: "Tổ hợp tác", members: 20, revenue: 385e6 },
  { kind: "cooperative", share: 0.313, prefix: "Hợp tác xã", members: 60, revenue: 1.3e9 },
  { kind: "credit_fund", share: 0.0113, prefix: "Quỹ tín dụng nhân dân", members: 1200, revenue: 12e9 },
  { kind: "cooperative_union", share: 0.0017, prefix: "Liên hiệp hợp tác xã", members: 6, revenue: 8e9 },
] as const
type Kind = (typeof kinds)[number]

/** Organisations with their events, states, reports and ratings, from 1997 to the end of 2025. */
export function makeRegister(communes: Commune[]) {
  const random = randomFrom(2)
  const findCommune = weighted(communes, random)
  const organisations: Row[] = []
  const events: Row[] = []
  const states: Row[] = []
  /** What was believed of some before it was corrected. */
  const formerStates: Row[] = []
  const ocop: Row[] = []
  const reports: Row[] = []
  const ratings: Row[] = []
  const supports: Row[] = []
  const memberships: Row[] = []
  let union: number | null = null

  for (let id = 1; id <= 123_000; id++) {
    const kind = kindOf(random.next())
    const sector = sectorOf(kind, random)
    const commune = findCommune()
    const founded = random.chance(0.17)
      ? random.day("2021-01-01", "2025-12-31")
      : random.day("1997-01-01", "2021-01-01")
    const ended = random.chance(0.1) ? random.day(later(founded, "2015-01-01"), "2026-01-01") : null
    const name = `${kind.prefix} ${random.pick(trades[sector])} ${random.pick([commune.name, random.pick(epithets)])}`

    const code = kind.kind === "cooperative_group" ? null : String(1_000_000_000 + id)
    organisations.push([id, `${kind.kind.replaceAll("_", "-")}-${id}`, kind.kind, code, name, founded])
    writeLife(id, kind.kind, name, sector, commune, founded, ended)
    if (kind.kind !== "credit_fund" && random.chance(0.06)) {
      const from = random.day(later(founded, "2022-01-01"), "2025-12-31")
      ocop.push([
        id,
        from,
        dayAfterYears(from, 3),
        "Sản phẩm OCOP",
        3 + Math.floor(random.next() * 3),
        "bench",
      ])
    }
    writeYears(id, kind, sector, founded, ended)
    // Drawn from the number, so that what was drawn before stays as it was.
    if (kind.kind !== "credit_fund" && id % 9 === 0) supports.push(support(id, later(founded, "2021-01-01")))
    if (kind.kind === "cooperative_union") union = id
    else if (kind.kind === "cooperative" && union && id % 40 === 0)
      memberships.push([union, id, later(founded, "2021-01-01"), "bench"])
  }

  return {
    organisations: table(["id", "slug", "kind", "code", "name", "founded_on"], organisations),
    events: table(["organisation_id", "kind", "happened_on", "facts", "recorded_by"], events),
    states: table(
      ["organisation_id", "valid_from", "valid_to", "status", "name", "place_id", "sector", "known_from"],
      states,
    ),
    formerStates: table(
      [
        ...["organisation_id", "valid_from", "valid_to", "status", "name", "place_id", "sector"],
        ...["kind", "known_from", "known_to"],
      ],
      formerStates,
    ),
    ocop: table(["organisation_id", "valid_from", "valid_to", "name", "stars", "recorded_by"], ocop),
    reports: table(reportColumns, byYear(reports)),
    supports: table(
      [
        ...["organisation_id", "valid_from", "support_kind", "people", "approved", "disbursed", "source"],
        "recorded_by",
      ],
      supports,
    ),
    memberships: table(["organisation_id", "member_id", "valid_from", "recorded_by"], memberships),
    ratings: table(
      ["organisation_id", "year", "scheme_id", "points", "class", "not_rated_reason", "rated_on"],
      byYear(ratings),
    ),
  }

  function writeLife(
    id: number,
    kind: string,
    name: string,
    sector: Sector,
    commune: Commune,
    founded: string,
    ended: string | null,
  ) {
    const turns: Turn[] = [
      {
        on: founded,
        status: "operating",
        place: founded < reorganised ? commune.id : commune.heirId,
        event: "founded",
      },
    ]
    const paused = random.chance(0.08) ? random.day(founded, ended ?? "2026-01-01") : null
    if (paused && paused > founded && paused !== ended)
      turns.push({ on: paused, status: "suspended", place: turns[0]!.place, event: "suspended" })
    if (ended && ended > founded)
      turns.push({ on: ended, status: "ended", place: turns[0]!.place, event: "dissolved" })
    if (founded < reorganised && !(ended && ended <= reorganised))
      turns.push({ on: reorganised, status: "", place: commune.heirId, event: "place_reorganised" })
    const until = ended ?? "2026-01-01"
    // Ten years of what happens besides: renames, other sectors, notices that change no state.
    for (let change = random.next() * 4; change > 1; change--) {
      const on = random.day(later(founded, "2016-01-01"), "2026-01-01")
      if (on <= founded || on >= until || turns.some((turn) => turn.on === on)) continue
      const drawn = random.next()
      const turn = { on, status: "", place: turns[0]!.place, event: "changed" }
      if (drawn < 0.15) turns.push({ ...turn, name: `${name} ${random.pick(epithets)}` })
      else if (drawn < 0.2) turns.push({ ...turn, sector: random.pick(["trade", "agriculture"] as const) })
      else turns.push(turn)
    }
    if (paused && random.chance(0.7)) {
      const on = random.day(paused, "2026-01-01")
      if (on > paused && on < until && !turns.some((turn) => turn.on === on)) {
        turns.push({ on, status: "operating", place: turns[0]!.place, event: "resumed" })
      }
    }
    turns.sort((one, other) => (one.on < other.on ? -1 : 1))

    let status = "operating"
    let place = turns[0]!.place
    let called = name
    let works = sector
    let begin = founded
    for (const [index, turn] of turns.entries()) {
      const facts =
        index === 0
          ? { name, sector, place_id: place }
          : turn.event === "place_reorganised"
            ? { place_id: commune.heirId }
            : { ...(turn.name && { name: turn.name }), ...(turn.sector && { sector: turn.sector }) }
      events.push([id, turn.event, turn.on, JSON.stringify(facts), "bench"])
      status = turn.status || status
      place = turn.on >= reorganised ? commune.heirId : place
      called = turn.name ?? called
      works = turn.sector ?? works
      const next = turns[index + 1]
      // What changes no state lies within the one that goes on.
      if (
        next &&
        (next.on === turn.on ||
          (!next.status && !next.name && !next.sector && next.event !== "place_reorganised"))
      )
        continue
      const to = next ? dayBefore(next.on) : "infinity"
      const known = later(begin, "2016-01-01")
      states.push([id, begin, to, status, called, place, works, known])
      if (random.chance(0.05)) {
        formerStates.push([
          id,
          begin,
          to,
          status,
          `${called} cũ`,
          place,
          works,
          kind,
          known,
          dayAfterYears(known, 1),
        ])
      }
      begin = next?.on ?? begin
    }
  }

  function writeYears(
    id: number,
    { kind, members, revenue }: Kind,
    sector: Sector,
    founded: string,
    ended: string | null,
  ) {
    const size = random.skewed(1, 0.8)
    for (const year of years) {
      const isThere = founded <= `${year}-12-01` && !(ended && ended <= `${year}-12-10`)
      if (!isThere) continue
      reports.push(report(id, year, kind, sector, members * size, revenue * size))
      if (kind === "cooperative" && random.chance(0.85)) ratings.push(rating(id, year, founded))
    }
  }

  function report(
    id: number,
    year: number,
    kind: string,
    sector: Sector,
    members: number,
    revenue: number,
  ): Row {
    const earned = Math.round(revenue * random.skewed(1, 0.2) * 1.06 ** (year - 2021))
    const profit = Math.round(
      earned * (random.chance(0.85) ? 0.02 + random.next() * 0.25 : -random.next() * 0.1),
    )
    const workers = Math.round(members / 5) + 1
    const managers = 3 + (id % 4)
    const hasField = sector === "agriculture" && kind !== "cooperative_union" && random.chance(0.35)
    const state = random.chance(0.94) ? (year < 2024 ? "locked" : "accepted") : "submitted"
    return [
      id,
      year,
      state,
      `${year}-12-10`,
      state === "submitted" ? null : random.day(`${year}-12-12`, `${year}-12-29`),
      Math.max(2, Math.round(members)),
      workers,
      Math.round(revenue / 3),
      earned,
      Math.round(earned * 0.6),
      profit,
      workers * Math.round(random.skewed(52e6, 0.2)),
      hasField ? random.skewed(60, 0.7).toFixed(2) : null,
      random.chance(0.06),
      random.chance(0.12),
      Math.round(members / 30),
      Math.round(members / 60),
      Math.round(workers / 10),
      Math.round(workers / 2),
      managers,
      1,
      1,
      managers - 2,
    ]
  }

  function support(id: number, from: string): Row {
    const kind = supportKinds[id % supportKinds.length]!
    const source = ["central", "province", "commune", "own"][id % 4]!
    const on = dayAfterYears(from, id % 5)
    return [id, on, kind, (id % 7) * 5, 40_000_000, (id % 11) * 3_000_000, source, "bench"]
  }

  function rating(id: number, year: number, founded: string): Row {
    const ratedOn = random.day(`${year}-12-12`, `${year}-12-29`)
    if (founded > `${year - 1}-12-15`) return [id, year, 1, null, null, "under_twelve_months", ratedOn]
    const points = Math.min(
      100,
      Math.max(0, 68 + 14 * (random.next() + random.next() + random.next() - 1.5) * 2),
    )
    return [id, year, 1, points.toFixed(1), classOf(points), null, ratedOn]
  }
}

const reportColumns = [
  "organisation_id",
  "year",
  "state",
  "submitted_on",
  "accepted_on",
  "members",
  "workers",
  "capital",
  "revenue",
  "revenue_from_members",
  "profit_before_tax",
  "wages",
  "large_field_area",
  "high_technology",
  "value_chain",
  "members_joined",
  "members_left",
  "workers_joined",
  "workers_who_are_members",
  "managers",
  "managers_with_primary_training",
  "managers_with_intermediate_training",
  "managers_with_college_or_higher",
]

const supportKinds = [
  "training",
  "young_workers",
  "founding",
  "information",
  "infrastructure",
  "processing",
  "materials",
  "trade_promotion",
  "technology",
  "credit",
  "land",
  "value_chain",
  "ocop",
  "insurance",
]

function table(columns: string[], rows: Row[]): Table {
  return { columns, rows }
}

/** Reports come in year by year, and lie on the disk as they came. */
function byYear(rows: Row[]) {
  return rows.toSorted((one, other) => Number(one[1]) - Number(other[1]))
}

function kindOf(at: number): Kind {
  let rest = at
  for (const kind of kinds) {
    rest -= kind.share
    if (rest < 0) return kind
  }
  return kinds[0]
}

function sectorOf({ kind }: Kind, random: Random): Sector {
  if (kind === "credit_fund") return "credit"
  if (random.chance(kind === "cooperative_group" ? 0.8 : 0.68)) return "agriculture"
  return random.pick(["industry", "construction", "trade", "trade", "transport", "other"] as const)
}

function classOf(points: number) {
  const rounded = Number(points.toFixed(1))
  if (rounded >= 80) return "good"
  if (rounded >= 65) return "fair"
  return rounded >= 50 ? "average" : "weak"
}

/** Some communes have far more organisations than others. */
function weighted(communes: Commune[], random: Random) {
  const sums: number[] = []
  let sum = 0
  for (const { weight } of communes) {
    sum += weight
    sums.push(sum)
  }
  return () => {
    const at = random.next() * sum
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! < at) low = middle + 1
      else high = middle
    }
    return communes[low]!
  }
}

function later(one: string, other: string) {
  return one > other ? one : other
}

function dayAfterYears(day: string, years: number) {
  return new Date(Date.parse(day) + years * 365 * 86_400_000).toISOString().slice(0, 10)
}

function dayBefore(day: string) {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
