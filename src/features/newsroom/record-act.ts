import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Locale } from "../../ui/language.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { type EventfulAct, eventOf } from "./rules.ts"
import { type EditionState, stateAfter } from "./states.ts"

export type EditionKey = { article_id: number; locale: Locale }

type Details = {
  /** The version it is about; without one, the latest. */
  version?: number
  reason?: string | undefined
  bypassReason?: string | undefined
  dueAt?: Date
  /** What the change log keeps beside the state. */
  before?: object
  after?: object
}

/** Notes what was done to an edition, moves it to where it stands now, and leaves an entry in the change log. */
export async function recordAct(
  trx: Database,
  edition: EditionKey & EditionState,
  act: EventfulAct,
  author: Author,
  { version = edition.version, reason, bypassReason, dueAt, before, after }: Details = {},
) {
  const { article_id, locale, work, publication, public_version } = edition
  const stood = { version: edition.version, work, publication, public_version }
  const state = stateAfter(stood, { kind: eventOf[act], version })
  await trx
    .insertInto("article_events")
    .values({
      article_id,
      locale,
      kind: eventOf[act],
      version,
      reason: reason ?? null,
      bypass_reason: bypassReason ?? null,
      due_at: dueAt ?? null,
      user_id: author.user_id ?? null,
      actor: author.actor,
    })
    .execute()
  await trx
    .updateTable("article_editions")
    .set({ ...state, since: sql<Date>`now()` })
    .where("article_id", "=", article_id)
    .where("locale", "=", locale)
    .execute()
  await recordChange(trx, {
    ...author,
    action: act,
    record_kind: "article",
    record_id: article_id,
    before: { locale, ...stood, ...before },
    after: {
      locale,
      ...state,
      ...(dueAt && { due_at: dueAt }),
      ...(bypassReason && { bypass: true }),
      ...after,
    },
    ...((reason ?? bypassReason) && { reason: [reason, bypassReason].filter(Boolean).join(" / ") }),
  })
}
