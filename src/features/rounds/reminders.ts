import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import type { Locale } from "../../ui/language.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import type { Round } from "./queries.ts"
import { respondents } from "./respondents.ts"

export type Reminder = { id: number; days_from_due: number; sent_at: Date | null; mails: number | null }

/** In the order of their days, those before the due day first. */
export async function listReminders(db: Database, { id }: Pick<Round, "id">): Promise<Reminder[]> {
  return await db
    .selectFrom("report_reminders")
    .select(["id", "days_from_due", "sent_at", "mails"])
    .where("round_id", "=", id)
    .orderBy("days_from_due")
    .execute()
}

/** Plans one more; nothing where that day has one. */
export function planReminder(db: Database, author: Author, round: Pick<Round, "id" | "name">, days: number) {
  return inTransaction(db, async (trx) => {
    const planned = await trx
      .insertInto("report_reminders")
      .values({ round_id: round.id, days_from_due: days })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst()
    if (!planned) return false
    await recordChange(trx, {
      ...author,
      action: "plan_reminder",
      record_kind: "reporting_round",
      record_id: round.id,
      after: { name: round.name, days_from_due: days },
    })
    return true
  })
}

/** Drops one that was not sent yet. */
export function dropReminder(db: Database, author: Author, round: Pick<Round, "id" | "name">, id: number) {
  return inTransaction(db, async (trx) => {
    const dropped = await trx
      .deleteFrom("report_reminders")
      .where("id", "=", id)
      .where("round_id", "=", round.id)
      .where("sent_at", "is", null)
      .returning("days_from_due")
      .executeTakeFirst()
    if (!dropped) return
    await recordChange(trx, {
      ...author,
      action: "drop_reminder",
      record_kind: "reporting_round",
      record_id: round.id,
      before: { name: round.name, days_from_due: dropped.days_from_due },
    })
  })
}

/** A reminder whose day has come. */
export type DueReminder = { id: number; round_id: number; days_from_due: number }

/**
 * Reminders whose day has come and that were not sent, of rounds that are open on the day. Of several that are due at
 * once, as after a stop, only the latest is worth a mail; the others are noted as sent to nobody.
 */
export async function listDueReminders(db: Database, today: string): Promise<DueReminder[]> {
  const { rows } = await sql<DueReminder>`
    select reminder.id, reminder.round_id, reminder.days_from_due
    from report_reminders reminder join reporting_rounds round on round.id = reminder.round_id
    where reminder.sent_at is null and round.state = 'open' and round.opens_on <= ${today}::date
      and round.due_on + reminder.days_from_due <= ${today}::date
    order by reminder.round_id, reminder.days_from_due desc`.execute(db)
  return rows
}

/** Someone to be written to, with what of theirs has not come. */
export type Reminded = {
  email: string
  name: string
  locale: Locale
  role: "organisation_representative" | "commune_officer"
  waiting: number
  /** The name of the organisation, or of one of several. */
  example: string
  due_on: string
}

/** Representatives of those who have not reported, and the officers of their communes, once each. */
export async function listReminded(db: Database, round: Round, today: string): Promise<Reminded[]> {
  const held = sql`users.disabled_at is null and ${today}::date between roles.valid_from and roles.valid_to`
  const { rows } = await sql<Reminded>`
    with waiting as materialized (
      select * from (${respondents(round, today)}) respondent
      where respondent.standing in ('silent', 'draft', 'returned')),
    reached as (
      select users.email, users.name, users.locale, roles.role, waiting.name as example, waiting.due_on
      from waiting join roles on roles.role = 'organisation_representative'
        and roles.organisation_id = waiting.organisation_id
      join users on users.id = roles.user_id where ${held}
      union all
      select users.email, users.name, users.locale, roles.role, waiting.name, waiting.due_on
      from waiting join places unit on unit.id = waiting.commune_id
      join place_territories territory on territory.place_id = unit.id
        and greatest(unit.valid_from, least(${today}::date, unit.valid_to)) between territory.valid_from and territory.valid_to
      join roles on roles.role = 'commune_officer' and roles.place_id = territory.territory_id
      join users on users.id = roles.user_id where ${held})
    select email, name, locale, min(role) as role, count(*)::integer as waiting, min(example) as example,
      min(due_on) as due_on
    from reached group by email, name, locale order by email`.execute(db)
  return rows
}
