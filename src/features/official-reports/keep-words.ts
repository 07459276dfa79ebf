import { createHash } from "node:crypto"
import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { listWords, type OfficialReport, type OwnWords } from "./queries.ts"

/** What a form knew of a section when it was opened: which version, and, as a hash, what it said. */
export function markOf({ version, text }: Pick<OwnWords, "version" | "text">) {
  return `${version}.${hashOf(text)}`
}

export const noWords = { version: 0, text: "" }

export type TypedWords = { section: string; heading: string; text: string; mark: string }

/**
 * Keeps what was typed, section by section: where nothing was typed the section stays as it is by now. Where somebody
 * else was quicker in one that was typed in, nothing is kept, and the answer is what stands there by now.
 */
export function saveWords(
  db: Database,
  author: Author,
  report: Pick<OfficialReport, "id">,
  typed: readonly TypedWords[],
): Promise<OwnWords[]> {
  return inTransaction(db, async (trx) => {
    await trx.selectFrom("official_reports").select("id").where("id", "=", report.id).forUpdate().execute()
    const words = new Map((await listWords(trx, report.id)).map((each) => [each.section, each]))
    const changed = typed.filter(
      ({ section, text, mark }) =>
        mark.split(".")[1] !== hashOf(text) && text !== (words.get(section) ?? noWords).text,
    )
    const overtaken = changed.flatMap(({ section, mark }) => {
      const now = words.get(section)
      return now && mark !== markOf(now) ? [now] : []
    })
    if (overtaken.length > 0) return overtaken

    for (const { section, heading, text } of changed) {
      const kept = { text, saved_by: author.actor, user_id: author.user_id ?? null }
      await trx
        .insertInto("official_report_words")
        .values({ report_id: report.id, section, ...kept })
        .onConflict((conflict) =>
          conflict.columns(["report_id", "section"]).doUpdateSet({
            ...kept,
            version: sql<number>`official_report_words.version + 1`,
            saved_at: sql<Date>`now()`,
          }),
        )
        .execute()
      await recordChange(trx, {
        ...author,
        record_kind: "official_report",
        record_id: report.id,
        action: "write",
        before: { section: heading, words: words.get(section)?.text ?? null },
        after: { section: heading, words: text },
      })
    }
    return []
  })
}

function hashOf(text: string) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16)
}
