import { isRole, type Person } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import type { AskedFiling } from "./asked-filing.ts"
import { FilingHeading, filingTrail } from "./form-page.tsx"
import type { FilingEvent, Revision } from "./read-events.ts"
import { eventTexts, texts } from "./texts.ts"
import { ValuesTable } from "./values-table.tsx"

type HistoryPageProps = {
  view: View
  person: Person
  asked: AskedFiling
  revisions: readonly Revision[]
  events: readonly FilingEvent[]
  /** Of a filing that another one of the same organisation stands for. */
  isSetAside?: boolean
}

/** Every revision with what it changed, and what happened in between, the latest first. */
export function HistoryPage(props: HistoryPageProps) {
  const { view, person, asked, revisions, events, isSetAside = false } = props
  const t = texts[view.locale]
  const title = isSetAside ? t.setAside : t.allRevisions
  return (
    <DeskLayout view={view} person={person} title={title} trail={filingTrail(view, asked)}>
      <FilingHeading view={view} asked={asked} title={title} />
      {isSetAside && <p class="notice">{t.setAsideNote}</p>}
      {revisions.length === 0 && <p class="empty">{t.nothingSaved}</p>}
      {revisions.toReversed().map((revision) => (
        <RevisionSection
          view={view}
          asked={asked}
          revision={revision}
          before={revisions.find(({ number }) => number === revision.number - 1)}
          events={events.filter((event) => event.revision === revision.number)}
        />
      ))}
    </DeskLayout>
  )
}

type RevisionProps = Pick<HistoryPageProps, "view" | "asked" | "events"> & {
  revision: Revision
  before: Revision | undefined
}

function RevisionSection({ view, asked, revision, before, events }: RevisionProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { definition } = asked.form
  const number = formatNumber(revision.number, locale)
  const role = isRole(revision.role) ? roleName(revision.role, locale) : ""
  const changed = definition.fields.filter(
    ({ code }) => (revision.values[code] ?? null) !== (before?.values[code] ?? null),
  )
  return (
    <section class="stack" aria-labelledby={`ban-${revision.number}`}>
      <h2 id={`ban-${revision.number}`}>{t.revisionNumber(number)}</h2>
      <p class="quiet">
        {t.typedByVia(
          revision.typed_by,
          role,
          formatTime(revision.saved_at, locale),
          viaWords(revision.via, locale),
        )}
      </p>
      {events.length > 0 && (
        <ul>
          {events.map(({ actor, kind, happened_at, note, receipt }) => (
            <li>
              {actor} {eventTexts[locale][kind]}, {formatTime(happened_at, locale)}
              {note && `: ${note}`}
              {receipt && (
                <>
                  {" · "}
                  <a href={paths.filing(asked, `bien-nhan/${receipt}`)}>
                    {t.receipt} {receipt}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <ValuesTable
        view={view}
        definition={definition}
        fields={changed}
        caption={before ? t.changedFrom(formatNumber(before.number, locale)) : t.values}
        now={{ heading: t.revisionNumber(number), values: revision.values }}
        before={{
          heading: before ? t.revisionNumber(formatNumber(before.number, locale)) : t.before,
          values: before?.values ?? null,
        }}
      />
    </section>
  )
}

function viaWords(via: string, locale: View["locale"]) {
  const t = texts[locale]
  return via === "workbook" ? t.viaWorkbook : via === "web" ? t.viaWeb : t.viaSystem
}
