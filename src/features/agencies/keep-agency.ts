import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { isOpen } from "../../ui/format.ts"
import { slugify } from "../../ui/slug.ts"
import type { ActionOn } from "../changes/deeds.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { dayBefore } from "../places/days.ts"
import { type Agency, findAgency } from "./queries.ts"

/** What is said of an agency for as long as it is there; another name is another agency that follows it. */
export type AgencyFacts = Pick<Agency, "kind" | "name" | "name_en" | "short_name" | "legal_act" | "place_id">

type NewAgency = AgencyFacts & { valid_from: string }

/**
 * Adds an agency; one that follows another ends that on the day before. Nothing when the name is taken then, or the
 * other was ended meanwhile.
 */
export function addAgency(db: Database, agency: NewAgency, followed: Agency | undefined, author: Author) {
  return inTransaction(db, async (trx) => {
    // Two who add the same one at once: the second waits, and then finds it there.
    await sql`lock table agencies in share row exclusive mode`.execute(trx)
    const predecessor = followed && (await findAgency(trx, followed.slug))
    if (predecessor && !isOpen(predecessor.valid_to)) return undefined
    const taken = await trx
      .selectFrom("agencies")
      .select("id")
      .where("name", "=", agency.name)
      .where("valid_to", ">=", agency.valid_from)
      .where("id", "<>", predecessor?.id ?? 0)
      .executeTakeFirst()
    if (taken) return undefined

    const slug = await freeSlug(trx, agency)
    const added = await trx
      .insertInto("agencies")
      .values({ ...agency, slug })
      .returning(["id", "slug"])
      .executeTakeFirstOrThrow()
    await recordChange(trx, {
      ...author,
      action: "add",
      record_kind: "agency",
      record_id: added.id,
      after: agency,
    })
    if (predecessor) {
      const ending = { valid_to: dayBefore(agency.valid_from), successor_id: added.id }
      await change(trx, predecessor, ending, author, { action: "end" })
    }
    return added
  })
}

/** Puts right what was wrong from the beginning. The caller has locked the agency and compared versions. */
export function correctAgency(
  trx: Database,
  agency: Agency,
  facts: AgencyFacts,
  author: Author,
  reason: string,
) {
  return change(trx, agency, facts, author, { action: "correct", reason })
}

/** Ends an agency after a day; false when somebody else ended or changed it first. */
export function endAgency(
  db: Database,
  agency: Agency,
  ending: { valid_to: string; successor_id: number | null },
  author: Author,
  reason: string,
) {
  return inTransaction(db, (trx) => change(trx, agency, ending, author, { action: "end", reason }))
}

async function change(
  trx: Database,
  agency: Agency,
  changed: Partial<AgencyFacts> & { valid_to?: string; successor_id?: number | null },
  author: Author,
  act: { action: ActionOn<"agency">; reason?: string },
) {
  const { numUpdatedRows } = await trx
    .updateTable("agencies")
    .set({ ...changed, version: agency.version + 1 })
    .where("id", "=", agency.id)
    .where("version", "=", agency.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const before = Object.fromEntries(Object.keys(changed).map((name) => [name, agency[name as keyof Agency]]))
  await recordChange(trx, {
    ...author,
    ...act,
    record_kind: "agency",
    record_id: agency.id,
    before,
    after: changed,
  })
  return true
}

/** "so-tai-chinh"; an agency of a name that was there before adds its year. */
async function freeSlug(trx: Database, { name, valid_from }: NewAgency) {
  const base = slugify(name)
  const candidates = [base, `${base}-tu-${valid_from.slice(0, 4)}`, `${base}-tu-${valid_from}`]
  const taken = await trx.selectFrom("agencies").select("slug").where("slug", "in", candidates).execute()
  const free = candidates.find((candidate) => !taken.some(({ slug }) => slug === candidate))
  return free ?? `${base}-${crypto.randomUUID().slice(0, 8)}`
}
