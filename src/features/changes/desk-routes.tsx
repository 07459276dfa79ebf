import { Hono } from "hono"
import { allowed, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { inVietnam } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { csvFile } from "../../web/csv.ts"
import { renderPage } from "../../web/page.ts"
import { readAsked } from "./asked.ts"
import { wordsOf } from "./deeds.ts"
import { EntryPage } from "./entry-page.tsx"
import { findEntry, listActors, listChanges, readAll } from "./log.ts"
import { LogPage } from "./log-page.tsx"
import { type Entry, findNames } from "./queries.ts"
import { findRecordPage } from "./record-page.ts"
import { sentenceOf } from "./sentences.ts"
import { logTexts } from "./texts.ts"

const address = "/ban-lam-viec/nhat-ky"

export const changeLog = new Hono<DeskEnv>()
  .use(address, signedIn, allowed("see_change_log"))
  .use(`${address}/*`, signedIn, allowed("see_change_log"))
  .use(`${address}.csv`, signedIn, allowed("see_change_log"))

  .get(address, async (c) => {
    const { db, person, view } = c.var
    const asked = readAsked(c)
    const [list, actors] = await Promise.all([listChanges(db, person, asked), listActors(db)])
    return renderPage(c, <LogPage view={view} person={person} asked={asked} list={list} actors={actors} />)
  })

  .get(`${address}.csv`, (c) => {
    const { db, person, view } = c.var
    const t = logTexts[view.locale]
    const heading = [t.id, t.when, t.who, t.role, t.via, t.sentence, t.kind, t.action, t.record]
    return csvFile(
      c,
      `nhat-ky-${view.today}.csv`,
      [...heading, t.reason, t.before, t.after, t.address, t.request],
      rowsOf(readAll(db, person, readAsked(c)), view.locale),
    )
  })

  .get(`${address}/:id{[1-9][0-9]{0,14}}`, async (c) => {
    const { db, person, view } = c.var
    const entry = await findEntry(db, person, Number(c.req.param("id")))
    if (!entry) return c.notFound()
    const [names, recordPage] = await Promise.all([
      findNames(db, [entry]),
      findRecordPage(db, entry, { person, paths: view.paths }),
    ])
    const shown = { entry, names, recordPage }
    return renderPage(c, <EntryPage view={view} person={person} {...shown} />)
  })

/** As it is kept, beside the sentence that people read. */
async function* rowsOf(entries: AsyncGenerator<Entry>, locale: Locale) {
  for await (const entry of entries) {
    const { day, hour } = inVietnam(entry.made_at)
    const { name } = wordsOf(entry.record_kind, entry.action)
    yield [
      entry.id,
      `${day} ${hour}:${String(entry.made_at.getUTCSeconds()).padStart(2, "0")}`,
      entry.actor,
      entry.role,
      entry.via,
      sentenceOf(entry, locale),
      name?.[locale === "vi" ? 0 : 1] ?? entry.record_kind,
      entry.action,
      entry.record_key ?? entry.record_id,
      entry.reason,
      entry.before === null ? null : JSON.stringify(entry.before),
      entry.after === null ? null : JSON.stringify(entry.after),
      entry.address,
      entry.request_id,
    ]
  }
}
