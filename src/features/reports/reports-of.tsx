import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { formatDay } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
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

type ReportsOfProps = {
  view: View
  organisation: { slug: string; kind: string }
  reports: readonly ReportOf[]
}

/** On the page of an organisation at the desk: where its reports are. */
export function ReportsOf({ view, organisation, reports }: ReportsOfProps) {
  const { locale, paths } = view
  const t = texts[locale]
  if (reports.length === 0) return null
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
      </ul>
    </section>
  )
}
