import { formatDay } from "../../ui/format.ts"
import { SortedHeading, Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { placeNameWithParent } from "../places/names.ts"
import { type Asked, queryOf, sortWord } from "./asked.ts"
import type { ListedOrganisation, Sorting } from "./queries.ts"
import { StatusMark } from "./status-mark.tsx"
import { texts } from "./texts.ts"
import { kindName, kindShort, sectorName } from "./vocabulary.ts"

type OrganisationTableProps = {
  view: View
  rows: ListedOrganisation[]
  /** With it the columns sort. */
  asked?: Asked
  /** The day whose pages the links lead to. */
  day?: string
  /** All of them are in one place. */
  inOnePlace?: boolean
}

/** Organisations as rows; on a narrow screen each row reads as a card (register.css). */
export function OrganisationTable({
  view,
  rows,
  asked,
  day = asked?.day,
  inOnePlace,
}: OrganisationTableProps) {
  const { locale, paths } = view
  const t = texts[locale]

  function heading(by: Sorting, name: string) {
    if (!asked) return <th scope="col">{name}</th>
    const isSorted = asked.isSorted && asked.order.by === by
    const { descending } = asked.order
    const query = queryOf(asked, {
      "sap-xep": sortWord(by),
      chieu: isSorted && !descending ? "giam" : undefined,
    })
    return (
      <SortedHeading
        name={name}
        href={paths.organisations(query)}
        sorted={isSorted ? (descending ? "descending" : "ascending") : undefined}
      />
    )
  }

  return (
    <div class="organisation-table">
      <Table caption={t.register} quietCaption>
        <thead>
          <tr>
            {heading("name", t.name)}
            <th scope="col">{t.code}</th>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.sector}</th>
            {!inOnePlace && heading("place", t.place)}
            {heading("founded", t.founded)}
            <th scope="col">{t.status}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row" lang="vi">
                <a href={paths.organisation(row, { ngay: day, "biet-den": asked?.known })}>{row.name}</a>
              </th>
              {row.code ? (
                <td class="figure" data-label={t.code}>
                  {row.code}
                </td>
              ) : (
                <td class="quiet">{t.noCode}</td>
              )}
              <td>
                <abbr title={kindName(row.kind, locale)}>{kindShort(row.kind)}</abbr>
              </td>
              <td>{sectorName(row.sector, locale)}</td>
              {!inOnePlace && (
                <td class="organisation-table__place" lang="vi">
                  <a href={paths.place({ slug: row.place_slug }, { ngay: day })}>{placeOf(row, view)}</a>
                </td>
              )}
              <td data-label={t.founded}>
                <time datetime={row.founded_on}>{formatDay(row.founded_on, locale)}</time>
              </td>
              <td>
                <StatusMark status={row.status} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function placeOf(row: ListedOrganisation, { locale }: View) {
  const parent = row.parent_kind && row.parent_name ? { kind: row.parent_kind, name: row.parent_name } : null
  return placeNameWithParent({ kind: row.place_kind, name: row.place_name }, parent, locale)
}
