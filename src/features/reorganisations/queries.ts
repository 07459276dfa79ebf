import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Reorganisation } from "./reorganisation.ts"
import type { ReorganisationCounts } from "./reorganise.ts"

export type KeptReorganisation = Reorganisation & {
  id: number
  file_name: string
  sent_at: Date
  sent_by: string
  applied_at: Date | null
  applied_by: string | null
  taken_back_at: Date | null
  taken_back_by: string | null
  /** What it came to when it was applied. */
  counts: ReorganisationCounts | null
  /** Organisations that have followed it by now. */
  followed: number
}

function reorganisations(db: Database) {
  return db.selectFrom("reorganisations as sent").select([
    "sent.id",
    "sent.happened_on as day",
    "sent.legal_act",
    "sent.file_name",
    "sent.sent_at",
    "sent.sent_by",
    "sent.applied_at",
    "sent.applied_by",
    "sent.taken_back_at",
    "sent.taken_back_by",
    sql<Reorganisation["units"]>`sent.units`.as("units"),
    sql<Reorganisation["ended"]>`sent.ended`.as("ended"),
    sql<ReorganisationCounts | null>`sent.counts`.as("counts"),
    sql<number>`(select count(distinct event.organisation_id) from standing_events event
        where event.reorganisation_id = sent.id)::integer`.as("followed"),
  ])
}

export async function findReorganisation(db: Database, id: number): Promise<KeptReorganisation | undefined> {
  return await reorganisations(db).where("sent.id", "=", id).executeTakeFirst()
}

export async function listReorganisations(db: Database): Promise<KeptReorganisation[]> {
  return await reorganisations(db).orderBy("sent.happened_on", "desc").orderBy("sent.id", "desc").execute()
}
