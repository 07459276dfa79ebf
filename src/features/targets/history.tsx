import { type ChartUnit, YearChart, type YearChartInput } from "../../ui/chart/chart.tsx"
import { keptHtml } from "../../ui/kept-html.ts"
import type { Locale } from "../../ui/language.ts"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import type { Unit } from "../measures/catalogue.ts"
import { texts } from "../plans/texts.ts"
import type { ScoreboardRow } from "./scoreboard.ts"
import { describeDay, formatTargetFigure } from "./words.ts"

type HistoryProps = { view: View; plan: { slug: string; starts_on: string }; row: ScoreboardRow }

/** A target year by year: the chart, and the table it draws. */
export function TargetHistory(props: HistoryProps) {
  const { view, plan, row } = props
  if (row.history.length === 0) return null
  return keptHtml(`years ${keyOfRow(view, plan, row)}`, () => <Years {...props} />)
}

/** All that the years and the card of a target are made from, but for what is chosen on the page. */
export function keyOfRow({ locale }: View, plan: HistoryProps["plan"], row: ScoreboardRow) {
  const { target, measure, value, evidence, history, verdict } = row
  const years = history.map((point) => `${point.day}=${point.value}`).join()
  const { standing, rule, expected, neededPerYear, ended } = verdict
  return [
    [locale, plan.slug, plan.starts_on, target.slug, target.quote, target.of_target_id, target.unit],
    [target.bound, target.aim, target.aim_max, measure?.code, value, evidence, years],
    [standing, rule, expected, neededPerYear, ended],
  ].join()
}

function Years({ view, plan, row }: HistoryProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <div class="target-history">
      <YearChart {...chartOf(row, locale)} />
      <Table caption={t.history}>
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col" class="table__number">
              {t.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {row.history.map(({ day, value }) => (
            <tr>
              <th scope="row">{describeDay(day, plan, locale)}</th>
              <td class="table__number">
                {row.measure && day >= plan.starts_on ? (
                  <a href={`${paths.target(plan, row.target, { ngay: day })}#ho-so`}>
                    {formatTargetFigure(row, value, locale)}
                  </a>
                ) : (
                  formatTargetFigure(row, value, locale)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

/** One bar a year; the day before the period stands for the year before it. */
function chartOf(row: ScoreboardRow, locale: Locale): YearChartInput {
  const t = texts[locale]
  const { aim } = row.target
  return {
    series: [
      {
        name: t.value,
        values: row.history.map(({ day, value }) => ({ year: Number(day.slice(0, 4)), value })),
      },
    ],
    aims: aim === null ? [] : [{ name: t.aim, value: aim }],
    unit: chartUnits[row.measure?.unit ?? "organisation"],
    locale,
    title: row.target.quote,
  }
}

const chartUnits: Record<Unit, ChartUnit> = {
  organisation: "count",
  commune: "count",
  person: "count",
  support: "count",
  percent: "percent",
  hectare: "hectare",
  vnd: "money",
  vnd_per_year: "money",
  vnd_per_person_year: "money",
}
