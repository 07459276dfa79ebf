import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Person } from "../../rights/roles.ts"
import { changesSeenBy } from "../../rights/seen.ts"
import { withSubject } from "../changes/queries.ts"

const most = 20

/**
 * What other people did since someone last said they had seen it all, among what they may see; for a newcomer, since
 * they have an account. What jobs do is no news: what of it needs anyone is counted beside what waits.
 */
export function listChangedSince(db: Database, person: Person) {
  return withSubject(changesSeenBy(db, person))
    .where("changes.via", "<>", "job")
    .where(sql<boolean>`changes.user_id is distinct from ${person.id}`)
    .where(
      sql<boolean>`changes.made_at > coalesce(${person.desk_seen_at}::timestamptz,
        (select created_at from users where users.id = ${person.id}))`,
    )
    .orderBy("changes.made_at", "desc")
    .orderBy("changes.id", "desc")
    .limit(most)
    .execute()
}
