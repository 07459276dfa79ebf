import type { Query } from "../../paths.ts"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay, formatNumber } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { placeName, placeNameInside } from "../places/names.ts"
import { DayPicker } from "../plans/day-picker.tsx"
import { sectorName } from "../register/vocabulary.ts"
import { type AskedPlace, queryOf } from "./asked.ts"
import { type Measure, measureSections } from "./catalogue.ts"
import { Evidence, type EvidenceProps } from "./evidence.tsx"
import type { Figure } from "./figures.ts"
import { formatFigure } from "./format.ts"
import { sectionNames, unitNames } from "./labels.ts"
import { texts } from "./page-texts.ts"

type MeasurePageProps = Omit<EvidenceProps, "pathOf" | "filePath"> & { home: AskedPlace }

/** One measure of the catalogue: its figure, and everything behind it. */
export function MeasurePage({ home, ...evidence }: MeasurePageProps) {
  const { view, measure, figure, asked, scope } = evidence
  const { locale, paths } = view
  const t = texts[locale]
  const pathOf = (query: Query) => paths.measure(measure.code, query)
  return (
    <Layout
      view={view}
      title={measure.words.name[locale]}
      description={measure.words.counts[locale]}
      canonical={pathOf({})}
      trail={[{ name: t.measures, path: paths.measures() }]}
    >
      <header class="page-heading">
        <h1>{measure.words.name[locale]}</h1>
        <FigureLine measure={measure} figure={figure} view={view} />
        <Narrowed view={view} asked={asked} home={home} whole={pathOf(queryOf(asked, narrowings))} />
        <DayPicker
          view={view}
          path={pathOf({})}
          kept={queryOf(asked, { ngay: undefined }) as Record<string, string | undefined>}
          day={asked.day}
          shownOn={scope.to}
          unread={asked.unread}
        />
      </header>
      <Evidence {...evidence} pathOf={pathOf} filePath={pathOf({})} />
    </Layout>
  )
}

const narrowings = { "dia-ban": undefined, "linh-vuc": undefined }

/** The figure, large; a share with what it is a share of. */
export function FigureLine({ measure, figure, view }: { measure: Measure; figure: Figure; view: View }) {
  const { locale } = view
  const t = texts[locale]
  return (
    <p class="big-figure">
      <a class="figure" href="#ho-so">
        {formatFigure(figure.value, measure.unit, locale)}
      </a>
      {measure.kind === "share" && figure.value !== null && (
        <span>
          {" "}
          {t.fraction(formatNumber(figure.numerator, locale), formatNumber(figure.denominator, locale))}
        </span>
      )}
    </p>
  )
}

type NarrowedProps = { view: View; asked: EvidenceProps["asked"]; home: AskedPlace; whole: string }

/** Says of which place and sector the figure is, with the way back to the whole. */
export function Narrowed({ view, asked, home, whole }: NarrowedProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const place = asked.place ?? home
  return (
    <p>
      <a href={paths.place(place)}>{placeName(place, locale)}</a>
      {asked.sector && ` · ${sectorName(asked.sector, locale)}`}
      {(asked.place || asked.sector) && (
        <>
          {" "}
          (<a href={whole}>{t.widen}</a>)
        </>
      )}
    </p>
  )
}

type MeasureListProps = {
  view: View
  home: AskedPlace
  day: string
  figures: CountedMeasure[]
}

/** A measure with its figure, and the first day that a flow is counted from. */
export type CountedMeasure = { measure: Measure; figure: Figure; from: string }

export function MeasureListPage({ view, home, day, figures }: MeasureListProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const lead = t.measuresLead(placeNameInside(home, locale), formatDay(day, locale))
  return (
    <Layout view={view} title={t.measures} description={lead}>
      <header class="page-heading">
        <h1>{t.measures}</h1>
        <p class="lead">{lead}</p>
        <p>
          <a href={paths.closedRounds()}>{t.frozenFigures}</a>
        </p>
      </header>
      <Downloads locale={locale} path={paths.measures()} />
      {measureSections.map((section) => {
        const all = figures.filter(({ measure }) => measure.section === section)
        const details = all.filter(({ measure }) => measure.isDetail)
        const rows = all.filter(({ measure }) => !measure.isDetail)
        const name = sectionNames[section][locale]
        return (
          <section class="stack" aria-labelledby={section}>
            <h2 id={section}>{name}</h2>
            <MeasureTable view={view} day={day} caption={name} rows={rows} />
            {details.length > 0 && (
              <details class="breakdown">
                <summary>{t.byContent(formatNumber(details.length, locale))}</summary>
                <MeasureTable view={view} day={day} caption={name} rows={details} />
              </details>
            )}
          </section>
        )
      })}
    </Layout>
  )
}

type MeasureTableProps = { view: View; day: string; caption: string; rows: CountedMeasure[] }

function MeasureTable({ view, day, caption, rows }: MeasureTableProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <div class="organisation-table">
      <Table caption={caption} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.unitOfFigure}</th>
            <th scope="col" class="table__number">
              {t.figure}
            </th>
            <th scope="col">{t.period}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ measure, from, figure }) => (
            <tr>
              <th scope="row">
                <a href={paths.measure(measure.code)}>{measure.words.name[locale]}</a>
              </th>
              <td data-label={t.unitOfFigure}>{unitNames[measure.unit][locale]}</td>
              <td class="table__number" data-label={t.figure}>
                <a href={`${paths.measure(measure.code)}#ho-so`}>
                  {formatFigure(figure.value, measure.unit, locale)}
                </a>
              </td>
              <td data-label={t.period}>
                {measure.kind === "flow"
                  ? t.fromTo(formatDay(from, locale), formatDay(day, locale))
                  : t.through(formatDay(day, locale))}
                {figure.year !== null && `, ${t.reportYear(String(figure.year))}`}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
