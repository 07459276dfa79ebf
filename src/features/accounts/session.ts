import type { Context } from "hono"
import { getSignedCookie } from "hono/cookie"
import { createMiddleware } from "hono/factory"
import { sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import type { HeldRole, Person } from "../../rights/roles.ts"
import type { Settings } from "../../settings.ts"
import type { Env } from "../../web/view.ts"

/** A session lasts a working day, counted from signing in. */
export const sessionHours = 12

/** Minutes between two notes that a session is still in use. */
const noteMinutes = 10

/** Browsers keep a name that begins so to this host and to HTTPS; plain http is for trying things out on one machine. */
export function sessionCookie({ baseUrl }: Settings) {
  return baseUrl.startsWith("https:") ? "__Host-phien" : "phien"
}

/** Finds out who is signed in, where the request carries a session at all; one query, however many roles they hold. */
export function withPerson(secret: string) {
  return createMiddleware<Env>(async (c, next) => {
    const address = addressOf(c)
    if (address) c.set("requestAddress", address)
    const name = sessionCookie(c.var.settings)
    if (c.req.header("cookie")?.includes(`${name}=`)) {
      const token = await getSignedCookie(c, secret, name)
      const person = token ? await findPerson(c.var.db, token, c.var.view.today) : undefined
      if (person) c.set("person", person)
    }
    await next()
  })
}

/** Whoever holds this session, with the roles they hold on the day; nobody when it is over or they were disabled. */
export async function findPerson(db: Database, token: string, today: string): Promise<Person | undefined> {
  const found = await db
    .selectFrom("sessions")
    .modifyFront(keptPlan)
    .innerJoin("users", "users.id", "sessions.user_id")
    .select([
      "users.id",
      "users.name",
      "users.email",
      "users.desk_seen_at",
      "sessions.id as session_id",
      "sessions.second_factor_at",
      sql<boolean>`users.two_factor_enabled
        or exists (select from passkeys where passkeys.user_id = users.id)`.as("has_second_factor"),
      sql<boolean>`sessions.updated_at < now() - make_interval(mins => ${noteMinutes})`.as("note_is_due"),
      heldRoles(today).as("roles"),
    ])
    .where("sessions.token", "=", token)
    .where("sessions.expires_at", ">", sql<Date>`now()`)
    .where("users.disabled_at", "is", null)
    .executeTakeFirst()
  if (!found) return undefined

  const { note_is_due, ...person } = found
  if (note_is_due) await noteUse(db, person.session_id)
  return person
}

/**
 * The roles of `users.id` in force on a day, the place's own last day included: when a place ends by
 * reorganisation, the roles held for it end with it.
 */
export function heldRoles(today: string) {
  return sql<HeldRole[]>`(
    select coalesce(json_agg(json_build_object(
      'id', held.id, 'role', held.role, 'place_id', held.place_id, 'agency_id', held.agency_id,
      'organisation_id', held.organisation_id,
      'place_ids', case when held.place_id is null then '[]'::json else (
        select json_agg(distinct inside.id) from (
          select held.place_id as id
          union all
          select territory.place_id from place_territories territory
          where territory.territory_id = held.place_id and territory.relation = 'within'
            and ${today}::date between territory.valid_from and territory.valid_to) inside) end)
      order by held.id), '[]'::json)
    from roles held
    left join places place on place.id = held.place_id
    left join agencies agency on agency.id = held.agency_id
    where held.user_id = users.id
      and ${today}::date between held.valid_from
        and least(held.valid_to, coalesce(place.valid_to, 'infinity'), coalesce(agency.valid_to, 'infinity')))`
}

async function noteUse(db: Database, sessionId: string) {
  await db.updateTable("sessions").set({ updated_at: sql`now()` }).where("id", "=", sessionId).execute()
}

/**
 * Where a request came from. A proxy on this machine says so in a header; anyone else could write whatever they
 * like into it.
 */
export function addressOf(c: Context) {
  const peer: string | undefined = c.env?.incoming?.socket?.remoteAddress?.replace(/^::ffff:/, "")
  const behindProxy = peer === undefined || peer === "::1" || peer.startsWith("127.")
  const forwarded = behindProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined
  return forwarded && /^[\da-f.:]{2,45}$/i.test(forwarded) ? forwarded : peer
}
