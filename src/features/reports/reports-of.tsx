import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { formatDay } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
import { joinedInto } from "../duplicates/pairs.ts"
import type { FilingState } from "./filing-states.ts"
import { texts } from "./texts.ts"

type Organisation = { id: number; slug: string; kind: string; place_id: number }

/** The reports of an organisation, and those that are still asked of it, the latest first. */
export async function listReportsOf(db: Database, { id, kind, place_id }: Organisation, today: string) {
  const { rows } = await sql<{
    slug: string
    name: string
    due_on: string
    state: FilingState | null
    submitted_on: string | null
  }>`
    select round.slug, round.name, round.due_on, filing.state, filing.submitted_on
    from reporting_rounds round
    join places place on place.id = round.place_id
    left join report_filings filing on filing.round_id = round.id and filing.organisation_id = ${id}
    where filing.id is not null or (
      round.state = 'open' and round.opens_on <= ${today}::date
      and exists (select from reporting_round_forms form where form.round_id = round.id and form.kind = ${kind})
      and (place.level = 'nation' or exists (select from place_territories territory
        where territory.territory_id = round.place_id and territory.place_id = ${place_id}
          and ${today}::date between territory.valid_from and territory.valid_to)))
    order by round.year desc, round.due_on desc`.execute(db)
  return rows
}
export type ReportOf = Awaited<ReturnType<typeof listReportsOf>>[number]

/** Reports of records that were joined into the organisation, or of its own that gave way to one of those. */
export async function listSetAsideOf(db: Database, { id }: { id: number }) {
  const { rows } = await sql<{
    id: number
    slug: string
    round_name: string
    /** Of the record that went; none where the report was the organisation's own. */
    name: string | null
    state: FilingState
    submitted_on: string | null
  }>`
    select filing.id, round.slug, round.name as round_name, filing.state, filing.submitted_on,
      case when exists (select from organisation_joins joined
        where joined.undone_at is null and filing.id = any(joined.yielded_filing_ids)) then null
        else organisation.name end as name
    from report_filings filing
    join reporting_rounds round on round.id = filing.round_id
    join organisations organisation on organisation.id = filing.organisation_id
    where filing.organisation_id in (${joinedInto(id)})
    order by round.year desc, round.due_on desc, filing.id`.execute(db)
  return rows
}
export type SetAsideOf = Awaited<ReturnType<typeof listSetAsideOf>>[number]

type ReportsOfProps = {
  view: View
  organisation: { slug: string; kind: string }
  reports: readonly ReportOf[]
  setAside: readonly SetAsideOf[]
}

/** On the page of an organisation at the desk: where its reports are. */
export function ReportsOf({ view, organisation, reports, setAside }: ReportsOfProps) {
  const { locale, paths } = view
  const t = texts[locale]
  if (reports.length + setAside.length === 0) return null
  return (
    <section class="stack" aria-labelledby="bao-cao-cac-dot">
      <div class="section-heading">
        <h2 id="bao-cao-cac-dot">{t.title}</h2>
      </div>
      <ul class="desk-list">
        {reports.map(({ slug, name, due_on, state, submitted_on }) => (
          <li>
            <a href={paths.filing({ round: { slug }, reporter: organisation })} lang="vi">
              {name}
            </a>
            <span class="desk-list__facts">
              {t[state ?? "none"]} ·{" "}
              {submitted_on ? t.sentOn(formatDay(submitted_on, locale)) : t.dueOn(formatDay(due_on, locale))}
            </span>
          </li>
        ))}
        {setAside.map(({ id, slug, round_name, name, state, submitted_on }) => (
          <li>
            <a href={paths.filing({ round: { slug }, reporter: organisation }, `de-rieng/${id}`)}>
              <span lang="vi">{round_name}</span>, {name === null ? t.ofKept : t.ofJoined(name)}
            </a>
            <span class="desk-list__facts">
              {t[state]}
              {submitted_on && ` · ${t.sentOn(formatDay(submitted_on, locale))}`} · {t.setAsideShort}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
