import type { Query } from "../../paths.ts"
import { formatDay, formatMoney, formatNumber } from "../../ui/format.ts"
import { SortedHeading, Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { placeNameWithParent } from "../places/names.ts"
import { kindName, sectorName } from "../register/vocabulary.ts"
import { type Asked, orderWords, queryOf } from "./asked.ts"
import type { Measure, Shown } from "./catalogue.ts"
import { classNames, shownNames } from "./labels.ts"
import { texts } from "./page-texts.ts"
import type { ListedRecord, RecordOrder } from "./record-list.ts"

/** What of a measure decides how its records are shown. */
export type ShownMeasure = Pick<Measure, "kind" | "of" | "shows" | "dividesBy">

type RecordTableProps = {
  view: View
  measure: ShownMeasure
  asked: Asked
  pathOf: (query: Query) => string
  records: ListedRecord[]
}

/** One page of the records behind a figure, sorted by any of its columns. */
export function RecordTable({ view, measure, asked, pathOf, records }: RecordTableProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const isShare = measure.kind === "share" && !measure.dividesBy
  const ofCommunes = measure.of === "communes"
  const sortedByDay = measure.shows === "founded_on" || measure.shows === "happened_on"

  function heading(order: RecordOrder, name: string, number = false) {
    const sorted = asked.order === order
    const descends = sorted && asked.direction === "asc"
    const query = queryOf(asked, { "sap-xep": orderWords[order], chieu: descends ? "giam" : undefined })
    return (
      <SortedHeading
        name={name}
        href={`${pathOf(query)}#ho-so`}
        sorted={sorted ? (asked.direction === "asc" ? "ascending" : "descending") : undefined}
        number={number}
      />
    )
  }

  return (
    <div class="organisation-table">
      <Table caption={t.records} quietCaption>
        <thead>
          <tr>
            {heading("name", ofCommunes ? t.commune : t.organisation)}
            {!ofCommunes && <th scope="col">{t.kindOfOrganisation}</th>}
            {!ofCommunes && heading("place", t.commune)}
            {!ofCommunes && heading("sector", t.sector)}
            {heading(sortedByDay ? "day" : "amount", shownNames[measure.shows][locale], true)}
            {isShare && <th scope="col">{t.counted}</th>}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr>
              <th scope="row" lang="vi">
                {record.organisation ? (
                  <a href={paths.organisation(record.organisation)}>{record.organisation.name}</a>
                ) : (
                  <a href={paths.place(record.place)}>
                    {placeNameWithParent(record.place, record.place.parent, locale)}
                  </a>
                )}
              </th>
              {record.organisation && (
                <td data-label={t.kindOfOrganisation}>{kindName(record.organisation.kind, locale)}</td>
              )}
              {record.organisation && (
                <td data-label={t.commune}>
                  <a href={paths.place(record.place)}>
                    {placeNameWithParent(record.place, record.place.parent, locale)}
                  </a>
                </td>
              )}
              {!ofCommunes && (
                <td data-label={t.sector}>{record.sector ? sectorName(record.sector, locale) : "–"}</td>
              )}
              <td class="table__number" data-label={shownNames[measure.shows][locale]}>
                {formatShown(measure, record, view)}
              </td>
              {isShare && (
                <td data-label={t.counted}>
                  {record.is_measured ? (record.numerator > 0 ? `✓ ${t.yes}` : t.no) : t.unknown}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

/** What the column beside the record says: its day, its profit, its points and class. */
export function formatShown({ shows }: Pick<Measure, "shows">, record: ListedRecord, { locale }: View) {
  if (shows === "founded_on" || shows === "happened_on")
    return record.happened_on ? formatDay(record.happened_on, locale) : "–"
  if (record.amount === null) return "–"
  if (shows === "points") {
    const points = formatNumber(record.amount, locale, 2)
    return record.class ? `${points} · ${classNames[record.class][locale]}` : points
  }
  if (moneyShown.has(shows)) return formatMoney(record.amount, locale)
  if (shows === "yes_or_no") return record.amount > 0 ? texts[locale].yes : texts[locale].no
  return formatNumber(record.amount, locale, shows === "hectares" ? 2 : 0)
}

const moneyShown: ReadonlySet<Shown> = new Set<Shown>(["profit", "revenue", "wages", "money"])
