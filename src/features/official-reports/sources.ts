import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { inVietnam } from "../../ui/format.ts"
import type { FrozenSource, Period } from "./facts.ts"

type Asked = { place_id: number; year: number; period: Period }

/** The frozen figures of a place for a year or half of it, the latest version first; none while its round is open. */
export async function listSources(
  db: Database,
  { place_id, year, period }: Asked,
  /** Only what was frozen by the time these figures were. */
  until: number | null = null,
): Promise<FrozenSource[]> {
  const { rows } = await sql<{ id: number; slug: string; name: string; version: number; taken_at: Date }>`
    select snapshot.id, round.slug, round.name, snapshot.version, snapshot.taken_at
    from snapshots snapshot join reporting_rounds round on round.id = snapshot.round_id
    where round.place_id = ${place_id} and round.year = ${year} and round.period = ${period}
      and round.asked = 'organisations'
      and (${until}::bigint is null
        or snapshot.taken_at <= (select taken_at from snapshots where id = ${until}::bigint))
    order by round.id desc, snapshot.version desc`.execute(db)
  return rows.map(({ taken_at, ...source }) => ({ ...source, taken_on: inVietnam(taken_at).day }))
}

/** "Báo cáo năm 2024, phiên bản 2": the first version needs no number. */
export function sourceName({ name, version }: Pick<FrozenSource, "name" | "version">) {
  return version > 1 ? `${name}, phiên bản ${version}` : name
}
