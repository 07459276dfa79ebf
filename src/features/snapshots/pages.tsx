import type { Child } from "hono/jsx"
import type { Query } from "../../paths.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay, formatNumber, inVietnam } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { denominatorWords } from "../measures/asked.ts"
import { measureSections } from "../measures/catalogue.ts"
import { listQuery, recordsPerPage } from "../measures/evidence.tsx"
import type { Figure } from "../measures/figures.ts"
import { formatFigure } from "../measures/format.ts"
import { denominatorNames, measureKindNames, sectionNames, unitNames, unplaced } from "../measures/labels.ts"
import type { ListedRecord } from "../measures/record-list.ts"
import { RecordTable } from "../measures/record-table.tsx"
import { placeName, placeNameWithParent } from "../places/names.ts"
import { sectorName, sectors, sectorWord } from "../register/vocabulary.ts"
import { type AskedFigures, type AskedMeasure, figuresQuery } from "./asked-figures.ts"
import type { ClosedRound } from "./queries.ts"
import type { FrozenMeasure, FrozenPart, FrozenUnit, Snapshot } from "./read-snapshot.ts"
import { texts } from "./texts.ts"

export function ClosedRoundsPage({ view, rounds }: { view: View; rounds: readonly ClosedRound[] }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <Layout view={view} title={t.rounds} description={t.roundsLead} trail={measuresTrail(view)}>
      <header class="page-heading">
        <h1>{t.rounds}</h1>
        <p class="lead">{t.roundsLead}</p>
      </header>
      {rounds.length === 0 ? (
        <p class="empty">{t.noRounds}</p>
      ) : (
        <>
          <Table caption={t.rounds} quietCaption>
            <thead>
              <tr>
                <th scope="col">{t.round}</th>
                <th scope="col">{t.data}</th>
                <th scope="col">{t.takenOn}</th>
                <th scope="col">{t.version}</th>
              </tr>
            </thead>
            <tbody>
              {rounds.map((round) => (
                <tr>
                  <th scope="row" lang="vi">
                    <a href={paths.closedRound(round)}>{round.name}</a>
                  </th>
                  <td>
                    {formatDay(round.data_from, locale)} – {formatDay(round.data_to, locale)}
                  </td>
                  <td>{formatDay(inVietnam(round.taken_at).day, locale)}</td>
                  <td>{round.version}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          <Downloads locale={locale} path={paths.closedRounds()} />
        </>
      )}
    </Layout>
  )
}

function measuresTrail({ locale, paths }: View) {
  return [{ name: locale === "vi" ? "Số liệu" : "Figures", path: paths.measures() }]
}

export function roundTrail(view: View, round?: ClosedRound) {
  const rounds = { name: texts[view.locale].rounds, path: view.paths.closedRounds() }
  const own = round && { name: round.name, path: view.paths.closedRound(round) }
  return [...measuresTrail(view), rounds, ...(own ? [own] : [])]
}

type FiguresProps = {
  view: View
  figures: AskedFigures
  rows: readonly { measure: FrozenMeasure; figure: Figure }[]
  coverage: Figure | undefined
}

/** Every figure of a closed round as it was frozen; each opens to its records. */
export function FrozenFiguresPage({ view, figures, rows, coverage }: FiguresProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { round, snapshot, sector, unit } = figures
  const query = figuresQuery(figures)
  return (
    <Layout
      view={view}
      title={snapshot.about.name}
      description={t.roundsLead}
      canonical={paths.closedRound(round, query)}
      trail={roundTrail(view)}
    >
      <header class="page-heading">
        <h1 lang="vi">{snapshot.about.name}</h1>
        <FrozenWords view={view} figures={figures} />
        <p>
          {unitName(unit, locale)}
          {sector && ` · ${sectorName(sector, locale)}`}
        </p>
        {coverage && coverage.denominator > 0 && (
          <p class="big-figure">
            {t.coverage(formatNumber(coverage.numerator, locale), formatNumber(coverage.denominator, locale))}
          </p>
        )}
      </header>
      <Narrowing view={view} figures={figures} />
      <Downloads locale={locale} path={paths.frozenFigures(round)} query={query} />
      {measureSections.map((section) => {
        const ofSection = rows.filter(({ measure }) => measure.section === section)
        return (
          ofSection.length > 0 && (
            <section class="stack" aria-labelledby={section}>
              <h2 id={section}>{sectionNames[section][locale]}</h2>
              <FiguresTable
                view={view}
                caption={sectionNames[section][locale]}
                rows={ofSection}
                pathOf={(code) => paths.frozenMeasure(round, code, query)}
              />
            </section>
          )
        )
      })}
      <Versions view={view} figures={figures} />
      <Rules view={view} snapshot={snapshot} />
    </Layout>
  )
}

function FrozenWords({ view, figures }: { view: View; figures: AskedFigures }) {
  const { locale, paths } = view
  const t = texts[locale]
  const { round, snapshot, versions } = figures
  const { data_from, data_to } = snapshot.about
  const latest = versions[0]!
  return (
    <>
      <p class="lead">
        {t.data}: {formatDay(data_from, locale)} – {formatDay(data_to, locale)}.{" "}
        {t.frozen(formatDay(inVietnam(snapshot.taken_at).day, locale), String(snapshot.version))}
      </p>
      {latest.version !== snapshot.version && (
        <p class="notice">
          <a href={paths.closedRound(round)}>{t.newer(String(latest.version))}</a>
        </p>
      )}
    </>
  )
}

/** A list to choose from stays readable up to here. */
const mostUnits = 500

function Narrowing({ view, figures }: { view: View; figures: AskedFigures }) {
  const { locale, paths } = view
  const t = texts[locale]
  const { round, snapshot, versions, units, unit, sector } = figures
  const offered =
    units.length > mostUnits
      ? units.filter(({ level }) => level !== "commune" || unit.level === level)
      : units
  return (
    <search>
      <form class="round-narrowing" action={paths.closedRound(round)}>
        {snapshot.version !== versions[0]!.version && (
          <input type="hidden" name="phien-ban" value={String(snapshot.version)} />
        )}
        <div>
          <label for="dia-ban">{t.place}</label>
          <select id="dia-ban" name="dia-ban" lang="vi">
            {offered.map((each) => (
              <option value={each.number === 0 ? "" : each.slug} selected={each.number === unit.number}>
                {each.number === 0 ? t.wholePlace(unitName(each, locale)) : unitName(each, locale)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for="linh-vuc">{t.sector}</label>
          <select id="linh-vuc" name="linh-vuc">
            <option value="">{t.everySector}</option>
            {sectors.map((each) => (
              <option value={sectorWord(each)} selected={each === sector}>
                {sectorName(each, locale)}
              </option>
            ))}
          </select>
        </div>
        <Button quiet>{t.show}</Button>
      </form>
    </search>
  )
}

function unitName(unit: FrozenUnit, locale: Locale) {
  const parent =
    unit.level === "commune" && unit.parent_name && unit.parent_kind
      ? { name: unit.parent_name, kind: unit.parent_kind }
      : null
  return placeNameWithParent(unit, parent, locale)
}

type TableProps = {
  view: View
  caption: string
  rows: FiguresProps["rows"]
  pathOf: (code: string) => string
}

function FiguresTable({ view: { locale }, caption, rows, pathOf }: TableProps) {
  const t = texts[locale]
  return (
    <div class="organisation-table">
      <Table caption={caption} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.measure}</th>
            <th scope="col">{t.unit}</th>
            <th scope="col" class="table__number">
              {t.figure}
            </th>
            <th scope="col" class="table__number">
              {t.recordCount}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ measure, figure }) => (
            <tr>
              <th scope="row">
                <a href={pathOf(measure.code)}>{measure.words.name[locale]}</a>
              </th>
              <td data-label={t.unit}>{unitNames[measure.unit][locale]}</td>
              <td class="table__number" data-label={t.figure}>
                {formatFigure(figure.value, measure.unit, locale)}
              </td>
              <td class="table__number" data-label={t.recordCount}>
                {formatNumber(figure.records, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function Versions({ view, figures }: { view: View; figures: AskedFigures }) {
  const { locale, paths } = view
  const t = texts[locale]
  const { round, versions } = figures
  if (versions.length < 2) return null
  return (
    <section class="stack" aria-labelledby="phien-ban">
      <h2 id="phien-ban">{t.versions}</h2>
      <ul class="marked">
        {versions.map(({ version, reason, taken_at }) => (
          <li>
            <a href={paths.closedRound(round, { "phien-ban": version })}>
              {t.versionNumber(String(version))}
            </a>
            {", "}
            {formatDay(inVietnam(taken_at).day, locale)}: <span lang="vi">{reason ?? t.first}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.roundVersions(round)}>{t.compare}</a>
      </p>
    </section>
  )
}

function Rules({ view: { locale }, snapshot }: { view: View; snapshot: Snapshot }) {
  const t = texts[locale]
  const { forms, rating_scheme, window, legal_rules } = snapshot.rules
  const named = [...new Map(forms.map((form) => [`${form.code} ${form.number}`, form])).values()]
  return (
    <section class="stack" aria-labelledby="quy-dinh">
      <h2 id="quy-dinh">{t.rules}</h2>
      <dl class="meaning">
        {named.map(({ name, number, official_number, legal_basis }) => (
          <div>
            <dt>{t.form}</dt>
            <dd lang="vi">
              {t.formVersion(name, String(number))}
              {official_number && ` (${official_number})`}. {legal_basis}
            </dd>
          </div>
        ))}
        {rating_scheme && (
          <div>
            <dt>{t.ratingScheme}</dt>
            <dd lang="vi">
              {t.formVersion(rating_scheme.name, String(rating_scheme.number))}. {rating_scheme.legal_basis}
            </dd>
          </div>
        )}
        {window && (
          <div>
            <dt>{t.window}</dt>
            <dd lang="vi">
              {window.due_day}/{window.due_month}. {window.legal_basis}
            </dd>
          </div>
        )}
        <div>
          <dt>{t.legalRules}</dt>
          <dd>{t.legalRulesCount(formatNumber(legal_rules.length, locale))}</dd>
        </div>
        <div>
          <dt>{t.hash}</dt>
          <dd class="round-hash">{snapshot.hash}</dd>
        </div>
      </dl>
    </section>
  )
}

type MeasureProps = {
  view: View
  found: AskedMeasure
  figure: Figure
  parts: { title: string; rows: readonly FrozenPart[] }[]
  records: readonly ListedRecord[]
}

/** One frozen figure: what it counts, of what it is made up, and every record behind it. */
export function FrozenMeasurePage({ view, found, figure, parts, records }: MeasureProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { round, measure, unit, sector, asked } = found
  const pathOf = (query: Query) => paths.frozenMeasure(round, measure.code, { ...versionOf(found), ...query })
  return (
    <Layout
      view={view}
      title={`${measure.words.name[locale]}: ${found.snapshot.about.name}`}
      description={measure.words.counts[locale]}
      canonical={pathOf({})}
      trail={roundTrail(view, round)}
    >
      <header class="page-heading">
        <h1>{measure.words.name[locale]}</h1>
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
        <p>
          <a href={paths.closedRound(round, figuresQuery(found))} lang="vi">
            {found.snapshot.about.name}
          </a>
          {` · ${unitName(unit, locale)}`}
          {sector && ` · ${sectorName(sector, locale)}`}
        </p>
        <FrozenWords view={view} figures={found} />
      </header>
      <Meaning view={view} found={found} figure={figure} />
      <Parts view={view} found={found} parts={parts} />
      <section class="stack" aria-labelledby="ho-so">
        <div class="section-heading">
          <h2 id="ho-so">{t.records}</h2>
          <p>{t.recordsFound(formatNumber(figure.records, locale))}</p>
        </div>
        {records.length === 0 ? (
          <p class="empty">
            <a href={paths.frozenMeasure(round, measure.code)}>{t.noRecords}</a>
          </p>
        ) : (
          <>
            <Downloads
              locale={locale}
              path={paths.frozenMeasure(round, measure.code)}
              query={{ ...versionOf(found), ...listQuery(asked, {}) }}
            />
            <RecordTable view={view} measure={measure} asked={asked} pathOf={pathOf} records={[...records]} />
            <Pager
              locale={locale}
              page={asked.page}
              perPage={recordsPerPage}
              total={figure.records}
              pathOf={(page) => `${pathOf(listQuery(asked, { trang: page }))}#ho-so`}
            />
          </>
        )}
      </section>
    </Layout>
  )
}

function versionOf(figures: AskedFigures): Query {
  return { "phien-ban": figuresQuery(figures)["phien-ban"] }
}

function Meaning({ view, found, figure }: Pick<MeasureProps, "view" | "found" | "figure">) {
  const { locale, paths } = view
  const t = texts[locale]
  const { round, measure, measures } = found
  const variants = measures.filter(({ code }) => code === measure.code)
  return (
    <dl class="meaning">
      <div>
        <dt>{t.counts}</dt>
        <dd>{measure.words.counts[locale]}</dd>
      </div>
      <div>
        <dt>{t.formula}</dt>
        <dd>{measure.words.formula[locale]}</dd>
      </div>
      <div>
        <dt>{t.source}</dt>
        <dd>{measure.words.source[locale]}</dd>
      </div>
      <div>
        <dt>{t.kind}</dt>
        <dd>
          {measureKindNames[measure.kind][locale]}
          {figure.year !== null && `, ${t.reportYear(String(figure.year))}`}
        </dd>
      </div>
      {measure.denominator && (
        <div>
          <dt>{t.among}</dt>
          <dd>
            {variants.map((variant, index) => {
              const name = denominatorNames[variant.denominator!][locale]
              const query = {
                ...figuresQuery(found),
                "mau-so": variant.is_usual ? undefined : denominatorWords[variant.denominator!],
              }
              return (
                <>
                  {index > 0 && " · "}
                  {variant.number === measure.number ? (
                    <strong>{name}</strong>
                  ) : (
                    <a href={paths.frozenMeasure(round, measure.code, query)}>{name}</a>
                  )}
                </>
              )
            })}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Parts({ view, found, parts }: Pick<MeasureProps, "view" | "found" | "parts">) {
  const { locale } = view
  const t = texts[locale]
  const shown = parts.filter(({ rows }) => rows.length > 0)
  if (shown.length === 0) return null
  return (
    <section class="stack" aria-labelledby="phan-theo">
      <h2 id="phan-theo">{t.breakdown}</h2>
      <div class="columns">
        {shown.map(({ title, rows }) => (
          <details class="breakdown" open={rows.length <= 20}>
            <summary>
              {title} ({formatNumber(rows.length, locale)})
            </summary>
            <Table caption={title} quietCaption>
              <thead>
                <tr>
                  <th scope="col">{rows[0]!.sector ? t.sector : t.place}</th>
                  <th scope="col" class="table__number">
                    {t.figure}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr>
                    <th scope="row">{partName(row, locale)}</th>
                    <td class="table__number">
                      <PartFigure view={view} found={found} row={row} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </details>
        ))}
      </div>
    </section>
  )
}

function PartFigure({ view, found, row }: { view: View; found: AskedMeasure; row: FrozenPart }): Child {
  const { locale, paths } = view
  const { round, measure } = found
  if (row.records === 0) return "–"
  const shown = formatFigure(row.value, measure.unit, locale)
  if (!row.unit && !row.sector) return shown
  const narrowed = { ...found, unit: row.unit ?? found.unit, sector: row.sector ?? found.sector }
  const query = {
    ...figuresQuery(narrowed),
    "mau-so": measure.is_usual ? undefined : denominatorWords[measure.denominator!],
  }
  return <a href={`${paths.frozenMeasure(round, measure.code, query)}#ho-so`}>{shown}</a>
}

function partName({ unit, sector }: FrozenPart, locale: Locale) {
  if (unit) return placeName(unit, locale)
  return sector ? sectorName(sector, locale) : unplaced[locale]
}
