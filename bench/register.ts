import { type RawBuilder, sql } from "kysely"
import type { Database } from "../src/database/connection.ts"
import { countFlows } from "../src/features/flows/flows.ts"
import { findHomePlace } from "../src/features/places/queries.ts"
import { countRegister } from "../src/features/register/counts.ts"
import { bundled } from "./bundled.ts"
import { type Line, time } from "./lines.ts"
import { openNational } from "./national.ts"
import { randomFrom } from "./random.ts"
import type { openRegister } from "./register-work.ts"

/** Milliseconds on the server within which 95 of 100 must be answered. */
const limits = { list: 50, organisation: 20, counts: 400 }
const rounds = 40
const today = "2026-03-02"

/** Lists, pages and counts of the whole country's register, through the real application; every address is new. */
export async function register(): Promise<Line[]> {
  const { db, url } = await openNational()
  const work = await bundled<{ openRegister: typeof openRegister }>("register-work.ts")
  const { inPublic, atTheDesk, close } = await work.openRegister(url, today)
  const random = randomFrom(7)
  const { places, slugs } = await readMaterial(db)
  const past = () => random.day("2016-06-30", "2025-12-31")
  const list = (query: Record<string, string | number>) =>
    `/hop-tac-xa?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`
  const place = () => random.pick(places)
  let unique = 0
  /** Nothing is asked twice, so that no page comes from memory. */
  const anew = (path: string) => `${path}${path.includes("?") ? "&" : "?"}lan=${unique++}`
  const classes: [name: string, path: () => string][] = [
    ["the whole register, a page", () => list({ trang: 1 + Math.floor(random.next() * 200) })],
    ["the whole register, the last page", () => list({ trang: 9999 })],
    [
      "one kind",
      () => list({ loai: random.pick(["hop-tac-xa", "quy-tin-dung", "lien-hiep", "to-hop-tac"]) }),
    ],
    [
      "one sector",
      () => list({ "linh-vuc": random.pick(["nong-nghiep", "van-tai", "xay-dung", "tin-dung"]) }),
    ],
    ["one status", () => list({ "tinh-trang": random.pick(["tam-ngung", "da-cham-dut", "dang-hoat-dong"]) })],
    ["one province", () => list({ "dia-ban": place() })],
    [
      "one province, one kind, one sector",
      () => list({ "dia-ban": place(), loai: "hop-tac-xa", "linh-vuc": "van-tai" }),
    ],
    ["one size", () => list({ "quy-mo": random.pick(["tv-lon", "tv-nho", "nd113-vua", "von-nho"]) })],
    ["OCOP stars", () => list({ ocop: random.pick(["co", "3", "4", "5"]) })],
    [
      "sorted by founding",
      () =>
        list({
          "sap-xep": "thanh-lap",
          chieu: random.pick(["", "giam"]),
          trang: 1 + Math.floor(random.next() * 100),
        }),
    ],
    ["sorted by place", () => list({ "sap-xep": "dia-ban", trang: 1 + Math.floor(random.next() * 100) })],
    ["one sector, sorted by founding", () => list({ "linh-vuc": "van-tai", "sap-xep": "thanh-lap" })],
    [
      "a search, sorted by founding",
      () => list({ tim: random.pick(["binh an", "thuong mai", "dong tien"]), "sap-xep": "thanh-lap" }),
    ],
    [
      "a search, sorted by place",
      () => list({ tim: random.pick(["binh an", "thuong mai", "dong tien"]), "sap-xep": "dia-ban" }),
    ],
    ["as of a past day", () => list({ ngay: past() })],
    ["as of a past day, one province", () => list({ ngay: past(), "dia-ban": place() })],
    ["as known on a past day", () => list({ ngay: past(), "biet-den": past() })],
    ["as known on a past day, one sector", () => list({ "biet-den": past(), "linh-vuc": "van-tai" })],
  ]

  const lines: Line[] = []
  for (const [name, path] of classes) {
    lines.push(await measure(`list, ${name}`, limits.list, () => inPublic(anew(path()))))
  }
  lines.push(
    await measure("list at the desk", limits.list, () =>
      atTheDesk(anew(`/ban-lam-viec/to-chuc?trang=${1 + Math.floor(random.next() * 50)}`)),
    ),
    await measure("list at the desk, one status", limits.list, () =>
      atTheDesk(anew(`/ban-lam-viec/to-chuc?tinh-trang=tam-ngung`)),
    ),
    await measure("page of an organisation", limits.organisation, () =>
      inPublic(anew(`/hop-tac-xa/${random.pick(slugs)}`)),
    ),
    await measure("page of an organisation at the desk", limits.organisation, () =>
      atTheDesk(anew(`/ban-lam-viec/to-chuc/${random.pick(slugs)}`)),
    ),
  )
  await close()
  return [...lines, ...(await counts(db))]
}

async function counts(db: Database): Promise<Line[]> {
  const nation = (await findHomePlace(db))!
  const day = "2024-12-31"
  const known = { day, knownOn: "2022-06-30" }
  const [ours, byHand] = [await countRegister(db, { day }, nation), await countByHand(db, day)]
  const sum = (rows: { count: number }[]) => rows.reduce((total, { count }) => total + count, 0)
  const key = ({ unit_id, sector, status, kind }: (typeof byHand)[number]) =>
    `${unit_id} ${kind} ${sector} ${status}`
  const expected = new Map(byHand.map((row) => [key(row), row.count]))
  const differs = ours.counts.filter((row) => expected.get(key(row)) !== row.count)
  if (differs.length > 0 || sum(ours.counts) !== sum(byHand))
    throw new Error("The counts are not those worked out by hand.")

  const timings = await time({
    ours: () => countRegister(db, { day }, nation),
    byHand: () => countByHand(db, day),
    asKnown: () => countRegister(db, known, nation),
    flows: () => countFlows(db, { placeId: null, sector: null, from: "2024-01-01", to: day }),
  })
  const line = (what: string, name: keyof typeof timings, limit: number, limitIs?: string): Line => ({
    what,
    value: timings[name].median,
    spread: timings[name].spread,
    unit: "ms",
    limit,
    ...(limitIs && { limitIs }),
  })
  return [
    line("counts of the country as of a day", "ours", limits.counts),
    line("the same against one hand-written statement", "ours", 1.5 * timings.byHand.median, "1.5 × by hand"),
    line("counts of the country as known on a day", "asKnown", limits.counts),
    line("flows of the country in a year", "flows", limits.counts),
  ]
}

type ByHand = { unit_id: number | null; kind: string; sector: string; status: string; count: number }

/** What somebody would write who wants just these numbers. */
async function countByHand(db: Database, day: string) {
  const { rows } = await sql<ByHand>`
    with province as (
      select land.place_id, unit.id from place_territories land join places unit on unit.id = land.territory_id
      join places commune on commune.id = land.place_id
      where unit.level = 'province' and ${day}::date between unit.valid_from and unit.valid_to
        and greatest(commune.valid_from, least(${day}::date, commune.valid_to)) between land.valid_from and land.valid_to)
    select province.id as unit_id, state.kind, state.sector, state.status, count(*)::integer as count
    from organisation_states state left join province on province.place_id = state.place_id
    where ${day}::date between state.valid_from and state.valid_to and state.status <> 'ended'
    group by 1, 2, 3, 4`.execute(db)
  return rows
}

async function measure(what: string, limit: number, work: () => Promise<void>): Promise<Line> {
  const times: number[] = []
  for (let round = -5; round < rounds; round++) {
    const start = performance.now()
    await work()
    // The first ones warm plans and connection up.
    if (round >= 0) times.push(performance.now() - start)
  }
  times.sort((one, other) => one - other)
  const p95 = times[Math.floor(times.length * 0.95)]!
  return {
    what: `${what}, 95 of 100 within`,
    value: p95,
    spread: [times[0]!, times.at(-1)!],
    unit: "ms",
    limit,
  }
}

async function readMaterial(db: Database) {
  const read = (query: RawBuilder<{ slug: string }>) =>
    query.execute(db).then(({ rows }) => rows.map(({ slug }) => slug))
  const [places, slugs] = await Promise.all([
    read(sql`select slug from places where level = 'province' and valid_to = 'infinity' order by id`),
    read(sql`select organisation.slug from organisations organisation
      join organisation_states state on state.organisation_id = organisation.id and state.valid_to = 'infinity'
      where state.status <> 'ended' and organisation.id % 997 = 0 order by organisation.id`),
  ])
  return { places, slugs }
}
