import type { Database } from "../../database/connection.ts"
import { listPasskeys, listSessions, listSignIns } from "./queries.ts"

/** All that is kept about someone with an account, as they may take it with them (Law 91/2025/QH15). */
export async function collectOwnData(db: Database, userId: string) {
  const [account, roles, sessions, signIns, passkeys, changes] = await Promise.all([
    db
      .selectFrom("users")
      .select([
        "name",
        "email",
        "email_verified",
        "locale",
        "created_at",
        "two_factor_enabled",
        "desk_seen_at",
      ])
      .where("id", "=", userId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom("roles")
      .leftJoin("places", "places.id", "roles.place_id")
      .leftJoin("agencies", "agencies.id", "roles.agency_id")
      .leftJoin("organisations", "organisations.id", "roles.organisation_id")
      .select([
        "roles.role",
        "places.name as place",
        "agencies.name as agency",
        "organisations.name as organisation",
        "roles.valid_from",
        "roles.valid_to",
        "roles.given_by",
        "roles.given_at",
      ])
      .where("roles.user_id", "=", userId)
      .orderBy("roles.valid_from")
      .execute(),
    listSessions(db, userId),
    listSignIns(db, userId, 10_000),
    listPasskeys(db, userId),
    db
      .selectFrom("changes")
      .select(["made_at", "action", "record_kind", "record_id", "record_key", "address"])
      .where("user_id", "=", userId)
      .orderBy("made_at", "desc")
      .limit(10_000)
      .execute(),
  ])
  return { account, roles, sessions, sign_ins: signIns, passkeys, changes }
}
export type OwnData = Awaited<ReturnType<typeof collectOwnData>>
