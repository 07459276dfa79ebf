import type { Child } from "hono/jsx"
import type { Person } from "../../rights/roles.ts"
import { formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import { Differences } from "./differences.tsx"
import type { Names } from "./fields.ts"
import type { SealedEntry } from "./log.ts"
import { sentenceOf, who } from "./sentences.ts"
import { historyTexts, logTexts } from "./texts.ts"

type EntryPageProps = {
  view: View
  person: Person
  entry: SealedEntry
  names: Names
  /** The page of the record, where it has one. */
  recordPage: string | undefined
}

/** All that an entry holds, and the seal it is held by. */
export function EntryPage({ view, person, entry, names, recordPage }: EntryPageProps) {
  const { locale, paths } = view
  const t = logTexts[locale]
  const title = t.entry(formatNumber(entry.id, locale))
  return (
    <DeskLayout
      view={view}
      person={person}
      title={title}
      trail={[{ name: t.title, path: paths.changeLog() }]}
    >
      <header class="page-heading">
        <h1>{title}</h1>
        <p class="lead">{sentenceOf(entry, locale)}</p>
      </header>
      <dl class="facts">
        <Fact name={t.when}>{formatTime(entry.made_at, locale)}</Fact>
        <Fact name={t.who}>{who(entry, locale)}</Fact>
        <Fact name={t.via}>{historyTexts[locale][entry.via as "shell" | "web" | "job"]}</Fact>
        {entry.reason && <Fact name={t.reason}>{entry.reason}</Fact>}
        {entry.address && (
          <Fact name={t.address}>
            <a href={paths.changeLog({ "dia-chi": entry.address })}>{entry.address}</a>
          </Fact>
        )}
        {entry.request_id && (
          <Fact name={t.request}>
            <code>{entry.request_id}</code>
          </Fact>
        )}
        {recordPage && (
          <Fact name={t.record}>
            <a href={recordPage}>{t.recordPage}</a>
          </Fact>
        )}
        <Fact name={t.sealNumber}>{formatNumber(entry.seal_number, locale)}</Fact>
        <Fact name={t.seal}>
          <code class="changes__seal">{entry.seal}</code>
        </Fact>
      </dl>
      {(entry.before !== null || entry.after !== null) && (
        <section class="stack">
          <div class="section-heading">
            <h2>{t.differences}</h2>
          </div>
          <Differences view={view} change={entry} names={names} caption={t.differences} />
        </section>
      )}
    </DeskLayout>
  )
}

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
