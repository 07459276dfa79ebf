import type { Database } from "../../database/connection.ts"
import type { Author } from "../changes/record-change.ts"
import { note, type Rated } from "./sheets.ts"

export type RankFacts = {
  rank: string
  document_number: string | null
  document_on: string | null
  note: string | null
}
export type Rank = RankFacts & { year: number; version: number }

/** The State Bank's ranks of a credit fund, the latest year first. */
export async function listRanks(db: Database, organisationId: number): Promise<Rank[]> {
  return await db
    .selectFrom("credit_fund_ranks")
    .select(["year", "rank", "document_number", "document_on", "note", "version"])
    .where("organisation_id", "=", organisationId)
    .orderBy("year", "desc")
    .execute()
}

/** Writes down the rank of a year, unless somebody did since the page was opened. */
export async function keepRank(
  trx: Database,
  author: Author,
  rated: Rated,
  { year, version, ...facts }: Rank,
): Promise<boolean> {
  const before = (await listRanks(trx, rated.id)).find((rank) => rank.year === year)
  if ((before?.version ?? 0) !== version) return false
  const values = { ...facts, recorded_by: author.actor, version: version + 1 }
  await trx
    .insertInto("credit_fund_ranks")
    .values({ ...values, organisation_id: rated.id, year })
    .onConflict((conflict) => conflict.columns(["organisation_id", "year"]).doUpdateSet(values))
    .execute()
  await note(trx, author, rated, year, "rank", {
    ...(before && {
      before: {
        rank: before.rank,
        document_number: before.document_number,
        document_on: before.document_on,
        note: before.note,
      },
    }),
    after: facts,
  })
  return true
}
