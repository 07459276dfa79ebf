import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"

/** Everyone with an account, with the names of the roles they hold today. */
export function listPeopleBriefly(db: Database) {
  return db
    .selectFrom("users")
    .select([
      "email",
      "name",
      "disabled_at",
      sql<string | null>`(
        select string_agg(distinct role, ', ') from roles
        where user_id = users.id and current_date between valid_from and valid_to)`.as("roles"),
    ])
    .orderBy("name")
    .execute()
}

/** The sessions of a person that are not over, the one in use last first. */
export function listSessions(db: Database, userId: string) {
  return db
    .selectFrom("sessions")
    .select(["id", "created_at", "updated_at", "expires_at", "ip_address", "user_agent", "second_factor_at"])
    .where("user_id", "=", userId)
    .where("expires_at", ">", sql<Date>`now()`)
    .orderBy("updated_at", "desc")
    .execute()
}

export function listSignIns(db: Database, userId: string, limit = 20) {
  return db
    .selectFrom("sign_ins")
    .select(["id", "happened_at", "method", "succeeded", "address", "user_agent"])
    .where("user_id", "=", userId)
    .orderBy("happened_at", "desc")
    .limit(limit)
    .execute()
}

export function listPasskeys(db: Database, userId: string) {
  return db
    .selectFrom("passkeys")
    .select(["id", "name", "created_at", "aaguid"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute()
}

/** Whether a password opens the account, and whether an authenticator is set up and proved. */
export async function findFactors(db: Database, userId: string) {
  return db
    .selectFrom("users")
    .leftJoin("two_factors", "two_factors.user_id", "users.id")
    .select([
      "users.two_factor_enabled",
      sql<boolean>`coalesce(two_factors.verified, false)`.as("authenticator_verified"),
      sql<boolean>`exists (select from accounts where accounts.user_id = users.id
        and accounts.provider_id = 'credential' and accounts.password is not null)`.as("has_password"),
    ])
    .where("users.id", "=", userId)
    .executeTakeFirstOrThrow()
}
