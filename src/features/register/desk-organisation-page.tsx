import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { formatDay } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { Joins } from "../duplicates/pages.tsx"
import type { JoinRow } from "../duplicates/pairs.ts"
import { texts as duplicateTexts } from "../duplicates/texts.ts"
import { warningWords } from "../legal-rules/warning-words.ts"
import type { Warning } from "../legal-rules/warnings.ts"
import { EventOffers } from "../lives/event-offers.tsx"
import { LifeLine } from "../lives/life-line.tsx"
import { lifeTexts } from "../lives/life-texts.ts"
import type { Kept } from "../lives/queries.ts"
import { type Life, suspensionOn } from "../lives/read-life.ts"
import { type AskedReading, readingOf, readingQuery } from "../lives/reading.ts"
import { ReadingForm, ReadingNotice } from "../lives/reading-form.tsx"
import { latestRatingYear } from "../ratings/latest-year.ts"
import type { listAllRecords } from "../records/keep-records.ts"
import { Records } from "../records/pages.tsx"
import { type ReportOf, ReportsOf, type SetAsideOf } from "../reports/reports-of.tsx"
import { deskTexts } from "./desk-texts.ts"
import type { OrganisationRecord } from "./find-organisation.ts"
import { OrganisationFacts } from "./organisation-page.tsx"
import { organisationTexts } from "./organisation-texts.ts"
import { StatusMark } from "./status-mark.tsx"
import { kindName } from "./vocabulary.ts"

type DeskOrganisationPageProps = {
  /** Records of it that were joined into this one. */
  joins: readonly JoinRow[]
  view: View
  person: Person
  asked: AskedReading
  kept: Kept
  life: Life
  /** Today, by what is known now: what can be done follows from it. */
  now: OrganisationRecord
  /** As it was asked for; none where nothing was known of it by then. */
  record: OrganisationRecord | undefined
  history: RecordHistory
  records: Awaited<ReturnType<typeof listAllRecords>>
  /** Where it is short of the law. */
  warnings: readonly Warning[]
  /** Of the rounds that asked it. */
  reports: readonly ReportOf[]
  /** Of records that were joined into this one. */
  setAside: readonly SetAsideOf[]
}

/** One organisation as its officers and representatives look it up: what it is, what can be done, and its whole life. */
export function DeskOrganisationPage({
  view,
  person,
  asked,
  kept,
  life,
  now,
  record,
  history,
  records,
  warnings,
  joins,
  reports,
  setAside,
}: DeskOrganisationPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const { organisation } = record ?? now
  const seesPersonalData = may(person, "see_personal_data", { organisation_id: organisation.id })
  const reading = readingOf(asked, view.today)
  return (
    <DeskLayout
      view={view}
      person={person}
      title={organisation.name}
      trail={[{ name: t.title, path: paths.deskOrganisations() }]}
    >
      <article class="organisation">
        <div class="page-heading">
          <p class="kicker">{kindName(organisation.kind, locale)}</p>
          <h1 lang="vi">{organisation.name}</h1>
          {record && <Standing view={view} life={life} record={record} asked={asked} />}
          <ul class="choices">
            <li>
              <a href={paths.organisation(organisation)}>{t.publicPage}</a>
            </li>
            {organisation.kind !== "cooperative_group" && may(person, "see_reports", kept.standing) && (
              <li>
                <a href={paths.ratingSheet(organisation, latestRatingYear(view.today))}>{t.rating}</a>
              </li>
            )}
            {seesPersonalData && (
              <li>
                <a href={paths.personalData(organisation)}>{t.personalData}</a>
              </li>
            )}
          </ul>
          <p class="quiet">{t.personalNote}</p>
        </div>
        <EventOffers view={view} person={person} kept={kept} />
        <Warnings view={view} life={life} now={now} warnings={warnings} />
        <ReadingForm view={view} path={view.path} asked={asked} />
        {record ? (
          // The life line of the desk says more than the public one.
          <OrganisationFacts view={view} record={{ ...record, events: [] }} shownOn={reading.day} />
        ) : (
          <p class="empty">{lifeTexts[locale].nothingKnown(formatDay(asked.known ?? view.today, locale))}</p>
        )}
        <ReportsOf view={view} organisation={kept} reports={reports} setAside={setAside} />
        <Records
          view={view}
          organisation={organisation}
          records={records}
          day={reading.day}
          keeps={may(person, "keep_organisation", kept.standing)}
          file={{ path: view.paths.deskRecordsOf(organisation), query: readingQuery(asked) }}
        />
        <LifeLine
          view={view}
          life={life}
          knownAt={reading.knownAt}
          keeps={may(person, "keep_organisation", kept.standing)}
        />
        <Joins view={view} joins={joins} title={duplicateTexts[locale].joinedHere} />
        <History view={view} history={history} />
      </article>
    </DeskLayout>
  )
}

type StandingProps = Pick<DeskOrganisationPageProps, "view" | "life" | "asked"> & {
  record: OrganisationRecord
}

function Standing({ view, life, record, asked }: StandingProps) {
  const { locale } = view
  const t = organisationTexts[locale]
  const { organisation, statusSince } = record
  const reading = readingOf(asked, view.today)
  const until = organisation.status === "suspended" && suspensionOn(life.records, reading)?.until_on
  return (
    <>
      <p>
        <StatusMark status={organisation.status} locale={locale} />{" "}
        <span class="quiet">
          {t.since(formatDay(statusSince, locale))}
          {until && `, ${lifeTexts[locale].suspendedUntil(formatDay(until, locale))}`}
        </span>
      </p>
      <ReadingNotice view={view} asked={asked} />
      {organisation.is_before && <p class="notice">{t.before(formatDay(reading.day, locale))}</p>}
    </>
  )
}

type WarningsProps = Pick<DeskOrganisationPageProps, "view" | "life" | "now" | "warnings">

/** What the officer should look at again, whatever day the page is read for. */
function Warnings({ view, life, now, warnings }: WarningsProps) {
  const { locale } = view
  const words = [
    ...suspensionWords({ view, life, now }),
    ...warnings.map((warning) => warningWords(warning, locale)),
  ]
  if (words.length === 0) return null
  return (
    <section class="notice notice--warning" aria-labelledby="can-xem-lai">
      <h2 id="can-xem-lai">{lifeTexts[locale].warnings}</h2>
      {words.map((each) => (
        <p>{each}</p>
      ))}
    </section>
  )
}

function suspensionWords({ view, life, now }: Omit<WarningsProps, "warnings">) {
  const { locale, today } = view
  const t = lifeTexts[locale]
  if (now.organisation.status !== "suspended") return []
  const suspension = suspensionOn(life.records, { day: today })
  if (!suspension || (suspension.until_on && suspension.until_on >= today)) return []
  const { until_on, happened_on } = suspension
  return [
    until_on ? t.pastNotice(formatDay(until_on, locale)) : t.noEndOfNotice(formatDay(happened_on, locale)),
  ]
}
