import { YearChart } from "../../ui/chart/chart.tsx"
import { formatMoney, formatNumber } from "../../ui/format.ts"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import type { OrganisationRecord, OrganisationYear } from "./find-organisation.ts"
import { organisationTexts } from "./organisation-texts.ts"

/** What was reported year by year, with the chart of revenue and profit beside it. */
export function YearlyFigures({
  view,
  organisation,
  years,
}: { view: View } & Pick<OrganisationRecord, "organisation" | "years">) {
  const { locale } = view
  const t = organisationTexts[locale]
  const hasLargeField = years.some((year) => year.large_field_area !== null && year.large_field_area > 0)
  const isKnown = years.some(
    ({ revenue, profit_before_tax }) => revenue !== null || profit_before_tax !== null,
  )
  const bases = [...new Set(years.map(({ legal_basis }) => legal_basis).filter((basis) => basis !== null))]
  return (
    <section class="yearly-figures">
      <h2 id="so-lieu-nam">{t.years}</h2>
      {years.length === 0 ? (
        <p class="quiet">{t.noYears}</p>
      ) : (
        <>
          <p class="quiet">
            {t.yearsSource}
            {bases.length > 0 && ` ${t.ratedBy(bases.join("; "))}`}
          </p>
          <Table caption={t.years} quietCaption>
            <thead>
              <tr>
                <th scope="col">{t.year}</th>
                {[t.members, t.workers, t.revenue, t.profit, t.income].map((name) => (
                  <th scope="col" class="table__number">
                    {name}
                  </th>
                ))}
                {hasLargeField && (
                  <th scope="col" class="table__number">
                    {t.largeField}
                  </th>
                )}
                <th scope="col">{t.rating}</th>
              </tr>
            </thead>
            <tbody>
              {years.map((year) => (
                <tr>
                  <th scope="row">{year.year}</th>
                  <td class="table__number">{number(year.members, view)}</td>
                  <td class="table__number">{number(year.workers, view)}</td>
                  <td class="table__number">{money(year.revenue, view)}</td>
                  <td class="table__number">{money(year.profit_before_tax, view)}</td>
                  <td class="table__number">{money(incomeOf(year), view)}</td>
                  {hasLargeField && <td class="table__number">{number(year.large_field_area, view, 2)}</td>}
                  <td class="yearly-figures__rating">{ratingOf(year, view)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          {isKnown && years.length > 1 && (
            <YearChart
              series={[
                { name: t.revenue, values: years.map(({ year, revenue }) => ({ year, value: revenue })) },
                {
                  name: t.profit,
                  values: years.map(({ year, profit_before_tax }) => ({ year, value: profit_before_tax })),
                },
              ]}
              unit="money"
              locale={locale}
              title={t.chartTitle(organisation.name)}
            />
          )}
        </>
      )}
    </section>
  )
}

/** All that was paid to regular workers, over their number; never stored. */
function incomeOf({ wages, workers }: OrganisationYear) {
  return wages !== null && workers ? Math.round(wages / workers) : null
}

function ratingOf({ class: rated, points, not_rated_reason, rank }: OrganisationYear, { locale }: View) {
  const t = organisationTexts[locale]
  if (rank) return t.rank(rank)
  if (!rated) return not_rated_reason ? t.notRated : "–"
  return points === null ? t[rated] : `${t[rated]} (${t.points(formatNumber(points, locale, 2))})`
}

function number(value: number | null, { locale }: View, decimals = 0) {
  return value === null ? "–" : formatNumber(value, locale, decimals)
}

function money(value: number | null, { locale }: View) {
  return value === null ? "–" : formatMoney(value, locale)
}
