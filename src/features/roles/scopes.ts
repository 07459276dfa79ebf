import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Reach } from "../../rights/roles.ts"
import type { Locale } from "../../ui/language.ts"
import { fold } from "../../ui/slug.ts"
import { type Candidate, findCandidates, mostCandidates } from "../choosing/candidates.ts"

type AskedScope = { reach: Reach; text: string; day: string; locale: Locale }

/** What could be meant by the words typed for a scope, among what is in force on the day. */
export async function findScopes(
  db: Database,
  { reach, ...asked }: AskedScope,
): Promise<readonly Candidate[]> {
  if (reach === "province") return []
  if (reach === "agency") return findAgencies(db, asked)
  const kind = reach === "place" ? "commune" : "organisation"
  const { exact, list } = await findCandidates(db, { kind, ...asked })
  return exact.length > 0 ? exact : list
}

async function findAgencies(db: Database, { text, day }: Omit<AskedScope, "reach">) {
  const words = fold(text.trim().slice(0, 200))
  const found = await db
    .selectFrom("agencies")
    .select(["id", "name as label"])
    .where(sql<boolean>`strpos(search_name, ${words}) > 0`)
    .where(sql<boolean>`${day}::date between valid_from and valid_to`)
    .orderBy("name")
    .limit(mostCandidates)
    .execute()
  const exact = found.filter(({ label }) => fold(label) === words)
  return exact.length > 0 ? exact : found
}
