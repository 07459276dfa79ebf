import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { recordChange } from "../changes/record-change.ts"
import { loadPlaces } from "../places/load-places.ts"
import { loadAgencies } from "./agencies.ts"
import { loadPortal } from "./portal.ts"
import { loadRegister } from "./register.ts"
import { clearRounds, loadRounds } from "./rounds.ts"
import { settleIn, settleOut } from "./site.ts"

export type SampleCounts = {
  organisations: number
  reports: number
  ratings: number
  articles: number
  plans: number
}

const nothing: SampleCounts = { organisations: 0, reports: 0, ratings: 0, articles: 0, plans: 0 }

/** The fictional province: the same rows every time. Where it is already loaded, nothing changes. */
export function loadSample(db: Database): Promise<SampleCounts> {
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('sample province'))`.execute(trx)
    if (await sampleIsLoaded(trx)) return nothing

    await loadPlaces(trx)
    await loadAgencies(trx)
    await settleIn(trx)
    const counts = { ...(await loadRegister(trx)), ...(await loadPortal(trx)) }
    await loadRounds(trx)
    await recordChange(trx, { ...byShell, action: "load", after: counts })
    return counts
  })
}

/** Takes every fictional record away again; what is real stays as it is, the places and agencies too. */
export function clearSample(db: Database): Promise<SampleCounts> {
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('sample province'))`.execute(trx)
    if (!(await sampleIsLoaded(trx))) return nothing

    const counts = await countSample(trx)
    await clearRounds(trx)
    for (const table of ["highlights", "plans", "articles", "organisations", "agencies"] as const) {
      await trx.deleteFrom(table).where("is_sample", "=", true).execute()
    }
    await settleOut(trx)
    await recordChange(trx, { ...byShell, action: "clear", before: counts })
    return counts
  })
}

export async function sampleIsLoaded(db: Database) {
  const { rows } = await sql<{ loaded: boolean }>`
    select exists (select from organisations where is_sample) or exists (select from articles where is_sample)
      or exists (select from plans where is_sample) or exists (select from highlights where is_sample) as loaded
  `.execute(db)
  return rows[0]!.loaded
}

const byShell = { actor: "hoptac", via: "shell", record_kind: "sample" } as const

async function countSample(db: Database) {
  const { rows } = await sql<SampleCounts>`
    select (select count(*) from organisations where is_sample) as organisations,
      (select count(*) from yearly_reports join organisations o on o.id = organisation_id where o.is_sample) as reports,
      (select count(*) from ratings join organisations o on o.id = organisation_id where o.is_sample) as ratings,
      (select count(*) from articles where is_sample) as articles,
      (select count(*) from plans where is_sample) as plans`.execute(db)
  return rows[0]!
}
