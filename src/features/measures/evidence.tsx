import type { Query } from "../../paths.ts"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay, formatNumber } from "../../ui/format.ts"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { UnitsPicker } from "../places/units-picker.tsx"
import { kindName, sectorName, sectorWord } from "../register/vocabulary.ts"
import { type Asked, orderWords, queryOf } from "./asked.ts"
import type { BreakdownBy, Measure } from "./catalogue.ts"
import type { BreakdownRow, Figure } from "./figures.ts"
import { formatFigure } from "./format.ts"
import { addingUp, denominatorNames, measureKindNames, unitNames, unplaced } from "./labels.ts"
import { texts } from "./page-texts.ts"
import type { RecordList } from "./record-list.ts"
import { RecordTable } from "./record-table.tsx"
import type { Denominator, Scope } from "./scope.ts"

export type EvidenceProps = {
  view: View
  measure: Measure
  scope: Scope
  figure: Figure
  /** How many organisations the denominator leaves out: not rated, not reported or not operating. */
  leftOut: number
  /** Whether some of the place's land was shared out so that nobody can tell whose an organisation is. */
  isUncertain: boolean
  /** Of those whose reports it is made of, how many have reported; nothing where it is made of none. */
  coverage?: { reported: number; expected: number } | undefined
  asked: Asked
  /** The page's own address with another question in it. */
  pathOf: (query: Query) => string
  /** The address of the same rows as a file, without its format. */
  filePath: string
  breakdowns: { by: BreakdownBy; rows: BreakdownRow[] }[]
  records: RecordList
}

export const recordsPerPage = 50

/** What a figure counts, how, of what it is made up, and every record behind it. */
export function Evidence(props: EvidenceProps) {
  return (
    <>
      <Meaning {...props} />
      <Breakdowns {...props} />
      <Records {...props} />
    </>
  )
}

function Meaning(props: EvidenceProps) {
  const { view, measure, scope, figure, leftOut, isUncertain, coverage, asked, pathOf } = props
  const { locale } = view
  const t = texts[locale]
  const { words, kind } = measure
  const denominator = scope.denominator ?? measure.denominators[0]
  return (
    <>
      <dl class="meaning">
        <div>
          <dt>{t.counts}</dt>
          <dd>{words.counts[locale]}</dd>
        </div>
        <div>
          <dt>{t.formula}</dt>
          <dd>{words.formula[locale]}</dd>
        </div>
        <div>
          <dt>{t.source}</dt>
          <dd>{words.source[locale]}</dd>
        </div>
        <div>
          <dt>{t.kind}</dt>
          <dd>
            {measureKindNames[kind][locale]}. {addingUp[kind][locale]}
          </dd>
        </div>
        <div>
          <dt>{t.unitOfFigure}</dt>
          <dd>{unitNames[measure.unit][locale]}</dd>
        </div>
        <div>
          <dt>{t.period}</dt>
          <dd>
            {kind === "flow"
              ? t.fromTo(formatDay(scope.from, locale), formatDay(scope.to, locale))
              : t.through(formatDay(scope.to, locale))}
            {figure.year !== null && `, ${t.reportYear(String(figure.year))}`}
          </dd>
        </div>
        {denominator && (
          <div>
            <dt>{t.denominator}</dt>
            <dd>
              {t.denominatorWords(
                (measure.dividesBy ?? denominatorNames[denominator])[locale],
                formatNumber(figure.denominator, locale),
              )}
              {leftOut > 0 && ` · ${t.leftOut(formatNumber(leftOut, locale))}`}
              <OtherDenominators
                view={view}
                others={measure.denominators.filter((each) => each !== denominator)}
                pathTo={(other) => pathOf(queryOf({ ...asked, denominator: other }))}
              />
            </dd>
          </div>
        )}
        <CreditFunds view={view} measure={measure} asked={asked} pathOf={pathOf} />
        {coverage && coverage.expected > 0 && (
          <div>
            <dt>{t.coverage}</dt>
            <dd>
              {t.coverageWords(
                formatNumber(coverage.reported, locale),
                formatNumber(coverage.expected, locale),
              )}
            </dd>
          </div>
        )}
      </dl>
      {isUncertain && <p class="notice">{t.uncertain}</p>}
    </>
  )
}

type OtherDenominatorsProps = {
  view: View
  others: readonly Denominator[]
  pathTo: (denominator: Denominator) => string
}

function OtherDenominators({ view: { locale }, others, pathTo }: OtherDenominatorsProps) {
  if (others.length === 0) return null
  return (
    <>
      . {texts[locale].otherDenominators}{" "}
      {others.map((other, index) => (
        <>
          {index > 0 && ", "}
          <a href={pathTo(other)}>{denominatorNames[other][locale]}</a>
        </>
      ))}
    </>
  )
}

/** Whether credit funds are counted, where they can be both counted in and left out. */
function CreditFunds({
  view,
  measure,
  asked,
  pathOf,
}: Pick<EvidenceProps, "view" | "measure" | "asked" | "pathOf">) {
  const { kinds, mayAddCreditFunds } = measure
  const usuallyIn = kinds.includes("credit_fund")
  if (!mayAddCreditFunds && !(usuallyIn && kinds.length > 1)) return null
  const t = texts[view.locale]
  const areIn = mayAddCreditFunds ? asked.creditFunds === "in" : asked.creditFunds !== "out"
  const changed = areIn ? (usuallyIn ? "out" : null) : usuallyIn ? null : "in"
  return (
    <div>
      <dt>{t.creditFunds}</dt>
      <dd>
        {areIn ? t.fundsIn : t.fundsOut}.{" "}
        <a href={pathOf(queryOf({ ...asked, creditFunds: changed }))}>
          {areIn ? t.leaveFundsOut : t.countFundsIn}
        </a>
      </dd>
    </div>
  )
}

const headings: Record<BreakdownBy, "byProvince" | "byDistrict" | "byCommune" | "bySector" | "byKind"> = {
  province: "byProvince",
  district: "byDistrict",
  commune: "byCommune",
  sector: "bySector",
  kind: "byKind",
}

function Breakdowns({ view, measure, scope, asked, pathOf, breakdowns }: EvidenceProps) {
  const t = texts[view.locale]
  const shown = breakdowns.filter(({ rows }) => rows.length > 0)
  if (shown.length === 0) return null
  return (
    <section class="stack" aria-labelledby="phan-theo">
      <div class="section-heading">
        <h2 id="phan-theo">{t.breakdown}</h2>
      </div>
      {shown.some(({ rows }) => rows.some(({ place }) => place)) && (
        <UnitsPicker
          view={view}
          pathOf={(query) => pathOf(queryOf(asked, query))}
          kept={queryOf(asked, { "don-vi": undefined })}
          shownOn={scope.to}
          unitsOn={asked.unitsOn}
          unitsUnread={asked.unitsUnread}
        />
      )}
      <div class="columns">
        {shown.map(({ by, rows }) => (
          <details class="breakdown" open={rows.length <= 20}>
            <summary>
              {t[headings[by]]} ({formatNumber(rows.length, view.locale)})
            </summary>
            <BreakdownTable
              view={view}
              measure={measure}
              rows={rows}
              by={by}
              pathOf={(query) => pathOf(queryOf(asked, query))}
            />
          </details>
        ))}
      </div>
    </section>
  )
}

type BreakdownTableProps = {
  view: View
  measure: Measure
  rows: BreakdownRow[]
  by: BreakdownBy
  pathOf: (query: Query) => string
}

function BreakdownTable({ view, measure, rows, by, pathOf }: BreakdownTableProps) {
  const { locale } = view
  const t = texts[locale]
  const isRatio = measure.kind === "share" || measure.kind === "average"
  return (
    <Table caption={t[headings[by]]} quietCaption>
      <thead>
        <tr>
          <th scope="col">{by === "sector" ? t.sector : by === "kind" ? t.kindOfOrganisation : t.unit}</th>
          <th scope="col" class="table__number">
            {t.figure}
          </th>
          {measure.kind === "share" && (
            <th scope="col" class="table__number">
              {t.share}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const query = narrowingOf(row)
          const empty = row.records === 0
          const shown = isRatio && empty ? "–" : formatFigure(row.value, measure.unit, locale)
          return (
            <tr>
              <th scope="row">{rowName(row, view)}</th>
              <td class="table__number">
                {query && !empty ? <a href={`${pathOf(query)}#ho-so`}>{shown}</a> : shown}
              </td>
              {measure.kind === "share" && (
                <td class="table__number">
                  {formatNumber(row.numerator, locale)} / {formatNumber(row.denominator, locale)}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function narrowingOf({ place, sector }: BreakdownRow): Query | undefined {
  if (place) return { "dia-ban": place.slug }
  return sector ? { "linh-vuc": sectorWord(sector) } : undefined
}

function rowName({ place, sector, kind }: BreakdownRow, { locale, paths }: View) {
  if (place) return <a href={paths.place(place)}>{placeName(place, locale)}</a>
  if (sector) return sectorName(sector, locale)
  return kind ? kindName(kind, locale) : unplaced[locale]
}

function Records({ view, measure, asked, pathOf, filePath, records }: EvidenceProps) {
  const { locale } = view
  const t = texts[locale]
  const outOfReach = records.records.length === 0 && records.total > 0
  return (
    <section class="stack" aria-labelledby="ho-so">
      <div class="section-heading">
        <h2 id="ho-so">{t.records}</h2>
        <p>{t.recordCount(formatNumber(records.total, locale))}</p>
      </div>
      {records.total === 0 ? (
        <p class="empty">{t.noRecords}</p>
      ) : outOfReach ? (
        <p class="empty">
          <a href={`${pathOf(queryOf(asked))}#ho-so`}>{t.back}</a>
        </p>
      ) : (
        <>
          <Downloads locale={locale} path={filePath} query={listQuery(asked, {})} />
          <RecordTable
            view={view}
            measure={measure}
            asked={asked}
            pathOf={pathOf}
            records={records.records}
          />
          <Pager
            locale={locale}
            page={asked.page}
            perPage={recordsPerPage}
            total={records.total}
            pathOf={(page) => `${pathOf(listQuery(asked, { trang: page }))}#ho-so`}
          />
        </>
      )}
    </section>
  )
}

/** The question of the page together with the order of its list. */
export function listQuery(asked: Asked, changed: Query): Query {
  return queryOf(asked, orderQuery(asked, changed))
}

function orderQuery({ order, direction }: Asked, changed: Query): Query {
  const isUsual = order === "name" && direction === "asc"
  return {
    ...(isUsual ? {} : { "sap-xep": orderWords[order], chieu: direction === "desc" ? "giam" : undefined }),
    ...changed,
  }
}
