import { type SelectQueryBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { DB } from "../../database/tables.ts"
import type { Person, Role } from "../../rights/roles.ts"
import { peopleSeenBy } from "../../rights/seen.ts"
import { heldRoles } from "../accounts/session.ts"
import { searchWords } from "../register/search.ts"

/** In use, invited and not yet in, or ended. */
export const personStates = ["active", "invited", "disabled"] as const
export type PersonState = (typeof personStates)[number]

type PeopleFilter = {
  text?: string | undefined
  role?: Role | undefined
  state?: PersonState | undefined
  today: string
}

export const peoplePerPage = 50

/** Accounts by name, with the roles they hold today; and how many there are on all pages. */
export async function listPeople(
  db: Database,
  person: Person,
  { page, perPage = peoplePerPage, ...filter }: PeopleFilter & { page: number; perPage?: number },
) {
  const found = narrowed(peopleSeenBy(db, person), filter)
  const [rows, { total }] = await Promise.all([
    found
      .select([
        "users.id",
        "users.name",
        "users.email",
        "users.disabled_at",
        stateOf.as("state"),
        hasSecondFactor.as("has_second_factor"),
        lastSignIn.as("last_sign_in_at"),
        rolesOn(filter.today).as("roles"),
      ])
      .orderBy(sql`users.name collate "vi-x-icu"`)
      .orderBy("users.id")
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    found.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
  ])
  return { rows, total }
}
export type PersonRow = Awaited<ReturnType<typeof listPeople>>["rows"][number]

/** One account, if this person may see accounts at all. */
export async function findUserSeenBy(db: Database, person: Person, id: string) {
  return peopleSeenBy(db, person)
    .select([
      "users.id",
      "users.name",
      "users.email",
      "users.locale",
      "users.created_at",
      "users.disabled_at",
      stateOf.as("state"),
      hasSecondFactor.as("has_second_factor"),
      lastSignIn.as("last_sign_in_at"),
    ])
    .where("users.id", "=", id)
    .executeTakeFirst()
}
export type User = NonNullable<Awaited<ReturnType<typeof findUserSeenBy>>>

/**
 * Somebody as the rights would know them on a day, whether or not they are signed in: with the roles of that day, and
 * as if they had shown everything that these roles ask for.
 */
export async function findPersonOn(db: Database, id: string, day: string): Promise<Person | undefined> {
  const found = await db
    .selectFrom("users")
    .select(["users.id", "users.name", "users.email", "users.desk_seen_at", heldRoles(day).as("roles")])
    .where("users.id", "=", id)
    .executeTakeFirst()
  return found && { ...found, session_id: "", second_factor_at: new Date(0), has_second_factor: true }
}

/** Whoever has no way to sign in yet has not taken the invitation up. */
const stateOf = sql<PersonState>`case
  when users.disabled_at is not null then 'disabled'
  when exists (select from accounts where accounts.user_id = users.id)
    or exists (select from passkeys where passkeys.user_id = users.id)
    or exists (select from sign_ins where sign_ins.user_id = users.id and sign_ins.succeeded) then 'active'
  else 'invited' end`

const hasSecondFactor = sql<boolean>`(users.two_factor_enabled
  or exists (select from passkeys where passkeys.user_id = users.id))`

const lastSignIn = sql<Date | null>`(
  select max(happened_at) from sign_ins where sign_ins.user_id = users.id and sign_ins.succeeded)`

function rolesOn(today: string) {
  return sql<Role[]>`array(
    select distinct held.role from roles held
    left join places place on place.id = held.place_id
    left join agencies agency on agency.id = held.agency_id
    where held.user_id = users.id and ${today}::date between held.valid_from
      and least(held.valid_to, place.valid_to, agency.valid_to) order by held.role)`
}

function narrowed<Output>(
  people: SelectQueryBuilder<DB, "users", Output>,
  { text, role, state, today }: PeopleFilter,
) {
  let found = people
  for (const word of searchWords((text ?? "").slice(0, 100)))
    found = found.where(sql<boolean>`strpos(fold(users.name) || ' ' || users.email, ${word}) > 0`)
  if (role) found = found.where(sql<boolean>`${role} = any(${rolesOn(today)})`)
  if (state) found = found.where(sql<boolean>`${stateOf} = ${state}`)
  return found
}
