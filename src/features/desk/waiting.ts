import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { listMistakes } from "../mistakes/reports.ts"
import { listWaiting } from "../reorganisations/waiting.ts"
import { listEndedRoles } from "../roles/succession.ts"

/** Days after which something in review is overdue: whoever wrote it expects an answer by then. */
const reviewDays = 3

export const waitingKinds = ["overdue", "returned", "review", "scheduled", "draft"] as const
export type WaitingKind = (typeof waitingKinds)[number]

export type WaitingArticle = {
  kind: WaitingKind
  article_id: number
  locale: "vi" | "en"
  title: string
  /** Who wrote the version that waits. */
  author: string
  since: Date
}

/** How many of a kind are listed; the rest are a number and a way to the list. */
const most = 25

/**
 * Articles that wait for someone: what came back to its author, what they have not sent yet, and, for whoever may
 * publish, what others sent for review. What waits longest comes first.
 */
export async function listWaitingArticles(db: Database, person: Person) {
  if (!may(person, "see_articles")) return []
  const publishes = may(person, "publish_article")
  const writes = may(person, "write_article")
  const { rows } = await sql<WaitingArticle & { total: number }>`
    with waiting as (
      select edition.article_id, edition.locale, version.title, version.author, edition.since,
        case
          when edition.work = 'in_review' and edition.since < now() - make_interval(days => ${reviewDays})
            then 'overdue'
          when edition.work = 'in_review' then 'review'
          when edition.work = 'returned' then 'returned'
          when edition.publication = 'scheduled' then 'scheduled'
          else 'draft'
        end as kind
      from article_editions edition
      join article_versions version on version.article_id = edition.article_id
        and version.locale = edition.locale and version.number = edition.version
      where (edition.work in ('draft', 'returned') and ${writes} and version.user_id = ${person.id})
        or (edition.work = 'in_review' and ${publishes} and version.user_id is distinct from ${person.id})
        or (edition.publication = 'scheduled' and ${publishes})),
    counted as (
      select *, count(*) over (partition by kind) as total,
        row_number() over (partition by kind order by since, article_id) as position
      from waiting)
    select kind, article_id, locale, title, author, since, total from counted
    where position <= ${most} order by since, article_id`.execute(db)
  return rows
}

export type AdministrationCounts = {
  failed_jobs: number
  failed_mails: number
  ended_with_places: number
  unopened_invitations: number
}

/** What waits for an administrator, counted; nothing for anyone else. */
export async function countAdministration(
  db: Database,
  person: Person,
): Promise<AdministrationCounts | undefined> {
  if (!may(person, "administer")) return undefined
  const ended = listEndedRoles(db)
  const { rows } = await sql<Omit<AdministrationCounts, "ended_with_places">>`
    select
      (select count(*) from pgboss.job where state = 'failed' and not starts_with(name, '__')) as failed_jobs,
      (select count(*) from mails where state = 'failed') as failed_mails,
      (select count(*) from users where disabled_at is null
        and not exists (select from accounts where accounts.user_id = users.id)) as unopened_invitations`.execute(
    db,
  )
  return rows[0] && { ...rows[0], ended_with_places: (await ended).length }
}

/** What waits for whoever keeps the register, counted; nothing for anyone else. */
export type RegisterCounts = { mistakes: number; waiting_for_place: number }

export async function countRegister(db: Database, person: Person): Promise<RegisterCounts | undefined> {
  if (!may(person, "keep_organisation")) return undefined
  const [mistakes, waiting] = await Promise.all([
    listMistakes(db, person, { state: "new", limit: 1 }),
    listWaiting(db, person, { limit: 1 }),
  ])
  return { mistakes: mistakes.total, waiting_for_place: waiting.total }
}

/** Forms that were begun and never sent: how many, and when the last of them was typed in. */
export function countUnsent(db: Database, person: Person) {
  return db
    .selectFrom("drafts")
    .select((count) => [count.fn.countAll<number>().as("forms"), count.fn.max("saved_at").as("saved_at")])
    .where("user_id", "=", person.id)
    .executeTakeFirstOrThrow()
}

/** Says that someone has looked at what changed: the list of changes begins anew. */
export function markSeen(db: Database, person: Person) {
  return db.updateTable("users").set({ desk_seen_at: sql`now()` }).where("id", "=", person.id).execute()
}
