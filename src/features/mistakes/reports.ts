import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { rolesFor } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { reachedBy } from "../../rights/seen.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import type { Place } from "../places/queries.ts"

/** What a report may be about. */
export const mistakeSubjects = [
  "name",
  "status",
  "place",
  "representative",
  "contact",
  "activity",
  "figures",
  "other",
] as const
export type MistakeSubject = (typeof mistakeSubjects)[number]
export type MistakeState = "new" | "mended" | "dismissed"

/** Days after closing, or after sending where nobody closed it, that a sender's address is kept. */
export const daysKept = { closed: 30, open: 365 }

export type NewMistake = {
  organisation_id: number
  about: MistakeSubject
  words: string
  sender_email: string | null
  sender_phone: string | null
  locale: "vi" | "en"
}

/** Keeps what a reader wrote; the log holds that something came, and nothing of who wrote it. */
export async function keepMistake(trx: Database, report: NewMistake) {
  const { id } = await trx
    .insertInto("mistake_reports")
    .values(report)
    .returning("id")
    .executeTakeFirstOrThrow()
  await recordChange(trx, {
    actor: "public",
    via: "web",
    record_kind: "mistake",
    record_id: id,
    action: "report",
    after: { organisation_id: report.organisation_id, about: report.about },
  })
  return id
}

/** Whom to write to: those who keep the commune today, or the province where nobody does. */
export async function findKeepers(db: Database, place: Pick<Place, "id">, today: string) {
  const held = (role: string, isHere: ReturnType<typeof sql>) => sql<Keeper>`
    select distinct users.email, users.name, users.locale from users join roles on roles.user_id = users.id
    where roles.role = ${role} and users.disabled_at is null
      and ${today}::date between roles.valid_from and roles.valid_to and ${isHere}
    order by users.email limit 20`
  const here = sql`(roles.place_id = ${place.id} or exists (
    select from place_territories territory where territory.territory_id = roles.place_id
      and territory.place_id = ${place.id} and ${today}::date between territory.valid_from and territory.valid_to))`
  const { rows } = await held("commune_officer", here).execute(db)
  return rows.length > 0 ? rows : (await held("province_officer", sql`true`).execute(db)).rows
}
type Keeper = { email: string; name: string; locale: "vi" | "en" }

export type MistakeRow = {
  id: number
  organisation_id: number
  slug: string
  name: string
  place_id: number
  place_name: string
  place_kind: string
  about: MistakeSubject
  words: string
  sender_email: string | null
  sender_phone: string | null
  locale: "vi" | "en"
  sent_at: Date
  state: MistakeState
  answer: string | null
  closed_at: Date | null
  closed_by: string | null
  forgotten_at: Date | null
}

type Asked = { state?: "new" | undefined; id?: number | undefined; limit: number }

/** Reports about organisations that a person keeps, those that wait first, the oldest of them first. */
export async function listMistakes(db: Database, person: Person, { state, id, limit }: Asked) {
  const held = rolesFor(person, "keep_organisation")
  const { rows } = await sql<MistakeRow & { total: number }>`
    select report.*, organisation.slug, state.name, state.place_id, place.name as place_name,
      place.kind as place_kind, count(*) over ()::integer as total
    from mistake_reports report
    join organisations organisation on organisation.id = report.organisation_id
    join lateral (
      select state.name, state.place_id from organisation_states state
      where state.organisation_id = coalesce(organisation.joined_into_id, organisation.id)
      order by state.valid_from desc limit 1) state on true
    join places place on place.id = state.place_id
    where ${reachedBy(held, { place_id: "state.place_id" })} and ${held.length > 0}
      and ${state ? sql`report.state = ${state}` : sql`true`}
      and ${id === undefined ? sql`true` : sql`report.id = ${id}`}
    order by report.state <> 'new', case when report.state = 'new' then report.sent_at end, report.sent_at desc
    limit ${limit}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** Closes a report with an answer. Nothing where somebody closed it meanwhile. */
export async function closeMistake(
  trx: Database,
  author: Author,
  { id, organisation_id }: Pick<MistakeRow, "id" | "organisation_id">,
  { state, answer }: { state: "mended" | "dismissed"; answer: string },
) {
  const { numUpdatedRows } = await trx
    .updateTable("mistake_reports")
    .set({ state, answer, closed_at: sql<Date>`now()`, closed_by: author.actor })
    .where("id", "=", id)
    .where("state", "=", "new")
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await recordChange(trx, {
    ...author,
    record_kind: "mistake",
    record_id: id,
    action: state === "mended" ? "mend" : "dismiss",
    after: { organisation_id, answer },
  })
  return true
}

/** Removes the addresses of those who wrote, once they are of no use any more. Returns of how many. */
export async function forgetSenders(trx: Database) {
  const { numUpdatedRows } = await trx
    .updateTable("mistake_reports")
    .set({ sender_email: null, sender_phone: null, forgotten_at: sql<Date>`now()` })
    .where("forgotten_at", "is", null)
    .where(
      sql<boolean>`coalesce(closed_at + make_interval(days => ${daysKept.closed}),
        sent_at + make_interval(days => ${daysKept.open})) < now()`,
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
