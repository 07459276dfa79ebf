import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { slugify } from "../../ui/slug.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { findRoundById, type Round, type RoundForm } from "./queries.ts"

/** Everything that is said of a round; what it asks whom for stands in `forms`. */
export type RoundFacts = Pick<
  Round,
  | "name"
  | "year"
  | "period"
  | "asked"
  | "place_id"
  | "legal_basis"
  | "data_from"
  | "data_to"
  | "opens_on"
  | "due_on"
  | "closes_on"
> & { forms: Pick<RoundForm, "kind" | "form_version_id">[] }

type Kept = { ok: true; slug: string } | { ok: false; why: "twice" | "moved on" | "begun" }

/** Opens a round; refused where one asks the same place for the same time already. */
export function openRound(db: Database, author: Author, facts: RoundFacts): Promise<Kept> {
  return inTransaction(db, async (trx) => {
    await lockRounds(trx)
    if (await isAskedAlready(trx, facts, 0)) return { ok: false, why: "twice" }
    const { forms, ...round } = facts
    const slug = await freeSlug(trx, facts.name)
    const { id } = await trx
      .insertInto("reporting_rounds")
      .values({ ...round, slug })
      .returning("id")
      .executeTakeFirstOrThrow()
    await insertForms(trx, id, forms)
    await recordChange(trx, {
      ...author,
      action: "open",
      record_kind: "reporting_round",
      record_id: id,
      after: await wordsOf(trx, facts),
    })
    return { ok: true, slug }
  })
}

/** Changes a round that nobody has begun to answer; its address stays. */
export function changeRound(
  db: Database,
  author: Author,
  opened: Pick<Round, "id" | "version">,
  facts: RoundFacts,
): Promise<Kept> {
  return inTransaction(db, async (trx) => {
    await lockRounds(trx)
    const before = (await findRoundById(trx, opened.id))!
    if (before.version !== opened.version) return { ok: false, why: "moved on" }
    if (!(await isUntouched(trx, before))) return { ok: false, why: "begun" }
    if (await isAskedAlready(trx, facts, before.id)) return { ok: false, why: "twice" }
    const { forms, ...round } = facts
    await trx
      .updateTable("reporting_rounds")
      .set({ ...round, version: before.version + 1 })
      .where("id", "=", before.id)
      .execute()
    await trx.deleteFrom("reporting_round_forms").where("round_id", "=", before.id).execute()
    await insertForms(trx, before.id, forms)
    await recordChange(trx, {
      ...author,
      action: "change",
      record_kind: "reporting_round",
      record_id: before.id,
      before: await wordsOf(trx, before),
      after: await wordsOf(trx, facts),
    })
    return { ok: true, slug: before.slug }
  })
}

/** Whether nobody has begun a report in it, so that what it asks for may still change. */
export async function isUntouched(db: Database, round: Pick<Round, "id" | "state">) {
  if (round.state !== "open") return false
  const begun = await db
    .selectFrom("report_filings")
    .select("id")
    .where("round_id", "=", round.id)
    .limit(1)
    .executeTakeFirst()
  return !begun
}

/** What the change log keeps of a round: forms by their names, as they were called then. */
async function wordsOf(trx: Database, round: RoundFacts) {
  const { name, year, period, asked, place_id, legal_basis, forms } = round
  const { data_from, data_to, opens_on, due_on, closes_on } = round
  const named = await trx
    .selectFrom("report_form_versions")
    .select("name")
    .where(
      "id",
      "in",
      forms.map(({ form_version_id }) => form_version_id),
    )
    .orderBy("id")
    .execute()
  return {
    name,
    year: String(year),
    period,
    asked,
    place_id,
    legal_basis,
    data_from,
    data_to,
    opens_on,
    due_on,
    closes_on,
    forms: named.map((form) => form.name),
  }
}

function lockRounds(trx: Database) {
  return sql`lock table reporting_rounds in share row exclusive mode`.execute(trx)
}

async function insertForms(trx: Database, round_id: number, forms: RoundFacts["forms"]) {
  await trx
    .insertInto("reporting_round_forms")
    .values(forms.map((form) => ({ round_id, ...form })))
    .execute()
}

/** Asked twice for one time, an organisation would not know which report counts. */
async function isAskedAlready(trx: Database, { year, period, asked, place_id }: RoundFacts, but: number) {
  const other = await trx
    .selectFrom("reporting_rounds")
    .select("id")
    .where("year", "=", year)
    .where("period", "=", period)
    .where("asked", "=", asked)
    .where("place_id", "=", place_id)
    .where("id", "<>", but)
    .executeTakeFirst()
  return other !== undefined
}

async function freeSlug(trx: Database, name: string) {
  const wanted = slugify(name, 80) || "dot-bao-cao"
  const rows = await trx.selectFrom("reporting_rounds").select("slug").execute()
  // "moi" is the address of the form.
  const taken = new Set(["moi", ...rows.map(({ slug }) => slug)])
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}
