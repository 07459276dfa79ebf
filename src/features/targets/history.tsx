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
  return keptHtml(keyOf(view, plan, row), () => <Years {...props} />)
}

function keyOf(
  { locale }: View,
  { slug, starts_on }: HistoryProps["plan"],
  { target, measure, history }: ScoreboardRow,
) {
  const years = history.map(({ day, value }) => `${day}=${value}`).join()
  return `years ${locale} ${slug} ${starts_on} ${target.slug} ${target.quote} ${target.aim} ${target.unit} ${measure?.code} ${years}`
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
  person: "count",
  percent: "percent",
  hectare: "hectare",
  vnd_per_year: "money",
}
