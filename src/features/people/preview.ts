import type { Database } from "../../database/connection.ts"
import { type Action, rights, rolesFor } from "../../rights/rights.ts"
import type { HeldRole, Person } from "../../rights/roles.ts"
import { organisationsSeenBy, peopleSeenBy } from "../../rights/seen.ts"

const examples = 5

type SeenKind = { kind: "organisations" | "accounts"; count: number; first: string[] }

/** What somebody may do, each action with the roles that let them: the table of rights asked for this person. */
export function actionsOf(person: Person): { action: Action; roles: readonly HeldRole[] }[] {
  return (Object.keys(rights) as Action[])
    .map((action) => ({ action, roles: rolesFor(person, action) }))
    .filter(({ roles }) => roles.length > 0)
}

/** How many records of each kind somebody would find on a day, and the first of them. */
export async function recordsSeenBy(db: Database, person: Person, day: string): Promise<SeenKind[]> {
  const organisations = organisationsSeenBy(db, person, day)
  const accounts = peopleSeenBy(db, person)
  const [organisationCount, firstOrganisations, accountCount, firstAccounts] = await Promise.all([
    organisations.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow(),
    organisations.select("organisation_states.name").orderBy("organisations.id").limit(examples).execute(),
    accounts.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow(),
    accounts.select("users.name").orderBy("users.name").limit(examples).execute(),
  ])
  return [
    { kind: "organisations", count: organisationCount.count, first: namesOf(firstOrganisations) },
    { kind: "accounts", count: accountCount.count, first: namesOf(firstAccounts) },
  ]
}

function namesOf(rows: { name: string }[]) {
  return rows.map(({ name }) => name)
}
