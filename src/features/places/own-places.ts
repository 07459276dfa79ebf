import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { type Action, rolesFor } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"

/** The communes in which someone does something by a role of their own: those whose form is one click away. */
export async function listOwnPlaces(db: Database, person: Person, action: Action) {
  const ids = rolesFor(person, action)
    .map(({ place_id }) => place_id)
    .filter((id) => id !== null)
  return await db
    .selectFrom("places")
    .select(["id", "code", "kind", "name"])
    .where(sql<boolean>`id = any(${ids}::bigint[])`)
    .orderBy("name")
    .execute()
}
