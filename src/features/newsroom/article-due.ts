import { sql } from "kysely"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { defineJob } from "../jobs/define-job.ts"
import { recordAct } from "./record-act.ts"
import type { Work } from "./states.ts"

/**
 * Notes that a scheduled article was published, and has kept pages made anew. The article itself appears by its
 * moment alone, also when this is late. An hour that was changed or taken back meanwhile leaves nothing to do.
 */
export const articleDue = defineJob({
  kind: "article-due",
  payload: z.object({ article_id: z.number() }),
  async run({ db, author }, { article_id }) {
    await inTransaction(db, async (trx) => {
      const edition = await trx
        .selectFrom("article_editions as edition")
        .innerJoin("articles", "articles.id", "edition.article_id")
        .where("edition.article_id", "=", article_id)
        .where("edition.locale", "=", "vi")
        .where("edition.publication", "=", "scheduled")
        .where("articles.published_at", "<=", sql<Date>`now()`)
        .select(["edition.version", "edition.work", "edition.public_version"])
        .forUpdate("edition")
        .executeTakeFirst()
      if (!edition) return

      await recordAct(
        trx,
        {
          ...edition,
          work: edition.work as Work,
          article_id,
          locale: "vi",
          publication: "scheduled",
        },
        "publish",
        author,
        { version: edition.public_version! },
      )
      await sql`insert into fact_changes (topic) values ('news') on conflict do nothing`.execute(trx)
      await sql`select pg_notify('facts', 'news')`.execute(trx)
    })
  },
})
