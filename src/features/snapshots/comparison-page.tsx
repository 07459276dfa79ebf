import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatNumber } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { formatFigure } from "../measures/format.ts"
import type { DifferingFigure, DifferingRecord } from "./compare.ts"
import { roundTrail } from "./pages.tsx"
import type { ClosedRound } from "./queries.ts"
import type { Snapshot } from "./read-snapshot.ts"
import { texts } from "./texts.ts"

type CompareProps = {
  view: View
  round: ClosedRound
  versions: readonly Snapshot[]
  from: Snapshot
  to: Snapshot
  figures: readonly DifferingFigure[]
  records: readonly DifferingRecord[]
  total: number
}

/** What a later version changed: the figures of the whole place, and every record behind them. */
export function ComparisonPage({ view, round, versions, from, to, figures, records, total }: CompareProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const title = t.compared(String(from.version), String(to.version))
  const names = new Map(figures.map(({ measure }) => [measure.code as string, measure.words.name[locale]]))
  return (
    <Layout view={view} title={`${title}: ${round.name}`} trail={roundTrail(view, round)}>
      <header class="page-heading">
        <h1>{title}</h1>
        <p class="lead" lang="vi">
          {round.name}
        </p>
        {to.reason && (
          <p>
            {t.reason}: <span lang="vi">{to.reason}</span>
          </p>
        )}
      </header>
      {versions.length > 2 && (
        <VersionChooser view={view} round={round} versions={versions} from={from} to={to} />
      )}
      <section class="stack" aria-labelledby="con-so">
        <h2 id="con-so">{t.differences}</h2>
        {figures.length === 0 ? (
          <p class="empty">{t.noDifferences}</p>
        ) : (
          <Table caption={t.differences} quietCaption>
            <thead>
              <tr>
                <th scope="col">{t.measure}</th>
                <th scope="col" class="table__number">
                  {t.versionNumber(String(from.version))}
                </th>
                <th scope="col" class="table__number">
                  {t.versionNumber(String(to.version))}
                </th>
              </tr>
            </thead>
            <tbody>
              {figures.map(({ measure, before, after }) => (
                <tr>
                  <th scope="row">{measure.words.name[locale]}</th>
                  {[
                    { figure: before, version: from.version },
                    { figure: after, version: to.version },
                  ].map(({ figure, version }) => (
                    <td class="table__number">
                      {figure ? (
                        <a href={paths.frozenMeasure(round, measure.code, { "phien-ban": version })}>
                          {formatFigure(figure.value, measure.unit, locale)}
                        </a>
                      ) : (
                        t.added
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </section>
      <section class="stack" aria-labelledby="ho-so-khac">
        <h2 id="ho-so-khac">{t.differingRecords}</h2>
        {records.length === 0 ? (
          <p class="empty">{t.noDifferingRecords}</p>
        ) : (
          <>
            {records.length < total && (
              <p>{t.shownOf(formatNumber(records.length, locale), formatNumber(total, locale))}</p>
            )}
            <Table caption={t.differingRecords} quietCaption>
              <thead>
                <tr>
                  <th scope="col">{t.organisation}</th>
                  <th scope="col">{t.measure}</th>
                  <th scope="col" class="table__number">
                    {t.before}
                  </th>
                  <th scope="col" class="table__number">
                    {t.after}
                  </th>
                </tr>
              </thead>
              <tbody>
                {records.map((record) => (
                  <tr>
                    <th scope="row" lang="vi">
                      {record.slug ? (
                        <a href={paths.organisation({ slug: record.slug })}>{record.name}</a>
                      ) : (
                        record.name
                      )}
                    </th>
                    <td>{names.get(record.code) ?? record.code}</td>
                    <td class="table__number">{amount(record.before, locale)}</td>
                    <td class="table__number">{amount(record.after, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </>
        )}
        <Downloads
          locale={locale}
          path={paths.roundVersions(round)}
          query={{ tu: from.version, den: to.version }}
        />
      </section>
    </Layout>
  )
}

function amount(value: number | null, locale: Locale) {
  return value === null ? texts[locale].added : formatNumber(value, locale, 2)
}

function VersionChooser({
  view: { locale, paths },
  round,
  versions,
  from,
  to,
}: Pick<CompareProps, "view" | "round" | "versions" | "from" | "to">) {
  const t = texts[locale]
  const choice = (name: string, label: string, chosen: Snapshot) => (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {versions.map(({ version }) => (
          <option value={String(version)} selected={version === chosen.version}>
            {t.versionNumber(String(version))}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form class="round-narrowing" action={paths.roundVersions(round)}>
      {choice("tu", t.from, from)}
      {choice("den", t.to, to)}
      <Button quiet>{t.show}</Button>
    </form>
  )
}
