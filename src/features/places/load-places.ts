import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { Problem } from "../../problem.ts"
import { root } from "../../root.ts"
import { recordChange } from "../changes/record-change.ts"
import { dayAfter } from "./days.ts"
import { freeSlug } from "./place-slug.ts"
import { territories } from "./territories.ts"

/** How the change log names it; nobody decides it, it comes with a version of the program. */
export const placesLoaded = { action: "load", record_kind: "places" } as const

/**
 * Loads the places of db/seeds/places.json that are not there yet, and works the territories out again.
 * Safe to run twice: a place is known by its code, its level and its first day.
 */
export function loadPlaces(db: Database) {
  return inTransaction(db, async (trx) => {
    // Two processes that start at once: the second waits, and then finds everything there.
    await sql`lock table places in share row exclusive mode`.execute(trx)
    const known = await trx.selectFrom("places").select(["code", "level", "valid_from", "slug"]).execute()
    const knownKeys = new Set(known.map(keyOf))
    const units = [nation, ...(await readUnits())]
    const missing = units.filter((unit) => !knownKeys.has(keyOf(unit)))
    const slugs = new Set(known.map((place) => place.slug))

    if (missing.length > 0) {
      const rows = missing.map(({ successor_codes, ...unit }) => ({ ...unit, slug: freeSlug(unit, slugs) }))
      await trx.insertInto("places").values(rows).execute()
    }
    const successions = await linkSuccessors(trx, units)
    if (missing.length + successions === 0) return { places: 0, successions: 0, territories: 0 }

    const counts = { places: missing.length, successions, territories: await rebuildTerritories(trx) }
    await recordChange(trx, { actor: "hoptac", via: "shell", ...placesLoaded, after: counts })
    return counts
  })
}

/** Writes place_territories anew. To be called in the transaction that changes places or successions. */
export function rebuildTerritories(db: Database) {
  return inTransaction(db, async (trx) => {
    const places = await trx
      .selectFrom("places")
      .select(["id", "code", "level", "parent_code", "parent_level", "valid_from", "valid_to"])
      .execute()
    const successions = await trx.selectFrom("place_successions").selectAll().execute()
    const rows = territories(places, successions)

    await trx.deleteFrom("place_territories").execute()
    await sql`
      insert into place_territories (territory_id, place_id, relation, valid_from, valid_to)
      select * from unnest(
        ${rows.map((row) => row.territory_id)}::bigint[], ${rows.map((row) => row.place_id)}::bigint[],
        ${rows.map((row) => row.relation)}::text[],
        ${rows.map((row) => row.valid_from)}::date[], ${rows.map((row) => row.valid_to)}::date[])`.execute(
      trx,
    )
    return rows.length
  })
}

type Unit = {
  code: string
  kind: string
  level: string
  name: string
  parent_code: string | null
  parent_level: string | null
  valid_from: string
  valid_to: string
  successor_codes: string[]
  legal_act: string | null
}

const nation: Unit = {
  code: "VN",
  kind: "nation",
  level: "nation",
  name: "Việt Nam",
  parent_code: null,
  parent_level: null,
  valid_from: "-infinity",
  valid_to: "infinity",
  successor_codes: [],
  legal_act: null,
}

const levels: Record<string, string> = {
  province: "province",
  municipality: "province",
  city: "district",
  town: "district",
  district: "district",
  ward: "commune",
  commune: "commune",
  township: "commune",
  special_zone: "commune",
}

type PublishedUnit = Omit<Unit, "level" | "parent_level" | "valid_from" | "valid_to"> & {
  valid_from: string | null
  valid_to: string | null
}

async function readUnits(): Promise<Unit[]> {
  const records: PublishedUnit[] = JSON.parse(await readFile(join(root, "db/seeds/places.json"), "utf8"))
  return records.map((record) => {
    const level = levels[record.kind]!
    return {
      ...record,
      level,
      parent_code: record.parent_code ?? nation.code,
      parent_level: parentLevel(level, record.parent_code),
      valid_from: record.valid_from ?? "-infinity",
      valid_to: record.valid_to ?? "infinity",
    }
  })
}

/** Codes of provinces have two digits, those of districts three; since 1/7/2025 communes stand under provinces. */
function parentLevel(level: string, parentCode: string | null) {
  if (level === "province") return "nation"
  return parentCode?.length === 3 ? "district" : "province"
}

function keyOf({ code, level, valid_from }: Pick<Unit, "code" | "level" | "valid_from">) {
  return `${code} ${level} ${valid_from}`
}

/** The file names successors by code: the unit that begins on the day after the last one. Returns how many are new. */
async function linkSuccessors(db: Database, units: Unit[]) {
  const places = await db.selectFrom("places").select(["id", "code", "level", "valid_from"]).execute()
  const byStart = new Map(places.map((place) => [`${place.code} ${place.valid_from}`, place.id]))
  const byKey = new Map(places.map((place) => [keyOf(place), place.id]))

  const links = units.flatMap((unit) =>
    unit.successor_codes.map((code) => {
      const successor = byStart.get(`${code} ${dayAfter(unit.valid_to)}`)
      if (!successor) throw new Problem(`db/seeds/places.json names no unit ${code} to succeed ${unit.code}.`)
      return { place_id: byKey.get(keyOf(unit))!, successor_id: successor }
    }),
  )
  const inserted = await db
    .insertInto("place_successions")
    .values(links)
    .onConflict((conflict) => conflict.doNothing())
    .returning("place_id")
    .execute()
  return inserted.length
}
