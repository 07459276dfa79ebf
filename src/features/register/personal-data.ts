import type { Database } from "../../database/connection.ts"

/** What an organisation's record holds of people who are named in it; its own name and code are nobody's. */
const personal = ["legal_representative", "phone", "email", "address"] as const
export type PersonalField = (typeof personal)[number]

/**
 * All that is kept about people in connection with an organisation, as they may see it and take it with them (Law
 * 91/2025/QH15): the facts of the register, and the accounts that stand for it.
 */
export async function collectPersonalData(db: Database, slug: string) {
  const organisation = await db
    .selectFrom("organisations")
    .select(["id", "slug", "name", ...personal])
    .where("slug", "=", slug)
    .executeTakeFirst()
  if (!organisation) return undefined

  const { id, slug: _, name, ...facts } = organisation
  const representatives = await db
    .selectFrom("roles")
    .innerJoin("users", "users.id", "roles.user_id")
    .select(["users.name", "users.email", "roles.valid_from", "roles.valid_to"])
    .where("roles.organisation_id", "=", id)
    .orderBy("roles.valid_from")
    .execute()
  return { organisation: { id, slug, name }, facts, representatives }
}
export type PersonalData = NonNullable<Awaited<ReturnType<typeof collectPersonalData>>>
