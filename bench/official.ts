import { buildFiles } from "../src/features/official-reports/build-files.ts"
import { beginReport, buildReport, readEdition } from "../src/features/official-reports/keep-report.ts"
import { readFacts } from "../src/features/official-reports/read-facts.ts"
import type { Place } from "../src/features/places/queries.ts"
import { type Line, time } from "./lines.ts"
import { openNational } from "./national.ts"

/** Milliseconds in which a province's report for a year is counted, written and kept. */
const limit = 2000
const today = "2026-03-02"
const year = 2025

/** The report of a province to the ministry: both files, in a country's register. */
export async function official(): Promise<Line[]> {
  const { db } = await openNational()
  const place = await db
    .selectFrom("places")
    .select(["id", "slug", "code", "level", "kind", "name", "valid_from", "valid_to", "legal_act"])
    .where("level", "=", "province")
    .where("valid_to", "=", "infinity")
    .orderBy("id")
    .$castTo<Place>()
    .executeTakeFirstOrThrow()
  const author = { actor: "bench", via: "shell" } as const
  const report = await beginReport(db, author, { place_id: place.id, year, period: "year" })
  const now = { today, checkAddress: "https://ktth.example.vn/xac-minh" }
  const edition = await readEdition(db, report, now)
  const { total } = await db
    .selectFrom("organisation_states as state")
    .innerJoin("place_territories as territory", "territory.place_id", "state.place_id")
    .select(({ fn }) => fn.count<number>("state.organisation_id").distinct().as("total"))
    .where("territory.territory_id", "=", place.id)
    .where("state.valid_to", "=", "infinity")
    .executeTakeFirstOrThrow()
  console.log(`  a province of ${total} organisations, its report for ${year}`)

  const { whole, facts, files } = await time({
    whole: async () => buildReport(db, author, report, await readEdition(db, report, now)),
    facts: () => readFacts(db, { place, year, period: "year", snapshotId: null, today }),
    files: () => buildFiles(edition),
  })
  return [
    {
      what: "counted, both files written and kept",
      value: whole.median,
      spread: whole.spread,
      unit: "ms",
      limit,
    },
    { what: "  its figures alone", value: facts.median, spread: facts.spread, unit: "ms", limit },
    { what: "  its two files alone", value: files.median, spread: files.spread, unit: "ms", limit },
  ]
}
