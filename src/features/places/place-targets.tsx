import type { Child } from "hono/jsx"
import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { formatDay } from "../../ui/format.ts"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { getMeasure, type MeasureCode } from "../measures/catalogue.ts"
import type { Figure } from "../measures/figures.ts"
import { formatFigure } from "../measures/format.ts"
import { countKept } from "../measures/kept-figures.ts"
import { findCurrentPlan, type Plan } from "../plans/queries.ts"
import { texts as planTexts } from "../plans/texts.ts"
import type { Target } from "../targets/queries.ts"
import { lastDayShown, periodOf, scopeOf } from "../targets/scoreboard.ts"
import type { Place } from "./queries.ts"
import { texts } from "./texts.ts"

/**
 * The place's part of each target of the current plan, beside the whole, as it stands on a day. Nothing for a place
 * outside the plan's, or larger than it.
 */
export async function placeTargets(db: Database, view: View, place: Place, day: string): Promise<Child> {
  const plan = await findCurrentPlan(db)
  if (!plan || place.id === plan.place_id) return null

  const on = lastDayShown(plan, day)
  if (!(await liesWithin(db, place, plan, on))) return null

  const targets = plan.targets.filter(({ measure }) => measure)
  const requests = targets.map((target) => ({
    measure: target.measure as MeasureCode,
    scope: scopeOf(target, plan, lastDayShown(periodOf(target, plan), day)),
  }))
  const series = await countKept(db, [
    ...requests.map((request) => ({ ...request, scope: { ...request.scope, placeId: place.id } })),
    ...requests,
  ])
  const rows = targets.map((target, index) => ({
    target,
    part: series[index]![0]!,
    whole: series[targets.length + index]![0]!,
  }))
  return rows.length > 0 ? <PlaceTargets view={view} plan={plan} place={place} on={on} rows={rows} /> : null
}

type Row = { target: Target; part: Figure; whole: Figure }
type PlaceTargetsProps = { view: View; plan: Plan; place: Place; on: string; rows: Row[] }

function PlaceTargets({ view, plan, place, on, rows }: PlaceTargetsProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <section class="stack" aria-labelledby="phan-chi-tieu">
      <div class="section-heading">
        <h2 id="phan-chi-tieu">{t.targets}</h2>
        <p>
          <a href={paths.plan(plan)}>
            {planTexts[locale].plan} {plan.number}
          </a>
        </p>
      </div>
      <p>{planTexts[locale].through(formatDay(on, locale))}</p>
      <Table caption={t.targets} quietCaption>
        <thead>
          <tr>
            <th scope="col">{planTexts[locale].target}</th>
            <th scope="col" class="table__number">
              {t.here}
            </th>
            <th scope="col" class="table__number">
              {t.wholePlace(plan.place_name)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ target, part, whole }) => {
            const { unit } = getMeasure(target.measure as MeasureCode)
            return (
              <tr>
                <th scope="row" lang="vi">
                  {target.quote}
                </th>
                <td class="table__number">
                  <a href={`${paths.target(plan, target, { ngay: on, "dia-ban": place.slug })}#ho-so`}>
                    {formatFigure(part.value, unit, locale)}
                  </a>
                </td>
                <td class="table__number">
                  <a href={`${paths.target(plan, target, { ngay: on })}#ho-so`}>
                    {formatFigure(whole.value, unit, locale)}
                  </a>
                </td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </section>
  )
}

/** Whether all the land of the place on the day is land of the plan's place. */
async function liesWithin(db: Database, place: Place, plan: Plan, day: string) {
  const communesOf = (territory: number): RawBuilder<unknown> => sql`
    select place_id from place_territories
    where territory_id = ${territory} and ${day}::date between valid_from and valid_to`
  const { rows } = await sql<{ within: boolean }>`
    select exists (${communesOf(place.id)})
      and not exists (${communesOf(place.id)} except ${communesOf(plan.place_id)}) as within`.execute(db)
  return rows[0]!.within
}
