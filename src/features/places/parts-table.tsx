import { formatNumber } from "../../ui/format.ts"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { sectorName, sectorWord } from "../register/vocabulary.ts"
import { type BySector, type Column, type Counts, columns, type PartRow, type Parts } from "./figures.ts"
import { placeName } from "./names.ts"
import { texts } from "./texts.ts"

type Named = { slug: string; name: string; kind: string }
/** The day asked for, as addresses carry it; none: today. */
type Shown = { view: View; day: string | undefined }

/** The units of a place with their numbers; every number opens to its records. */
export function PartsTable({
  view,
  day,
  place,
  parts,
  caption,
}: Shown & { place: Named; parts: Parts; caption: string }) {
  const t = texts[view.locale]
  const hasGroups = parts.rows.some((row) => row.parts.length > 0)
  return (
    <div class="counts-table">
      <Table caption={caption} quietCaption>
        <Head view={view} first={t.unit} />
        {hasGroups ? (
          parts.rows.map((row) => (
            <tbody>
              <Row view={view} day={day} row={row} isGroup />
              {row.parts.map((part) => (
                <Row view={view} day={day} row={part} isPart />
              ))}
            </tbody>
          ))
        ) : (
          <tbody>
            {parts.rows.map((row) => (
              <Row view={view} day={day} row={row} />
            ))}
          </tbody>
        )}
        <tfoot>
          {parts.unplaced && (
            <tr>
              <th scope="row">{t.unplaced}</th>
              {columns.map((column) => (
                <td class="table__number">{formatNumber(parts.unplaced![column], view.locale)}</td>
              ))}
            </tr>
          )}
          <tr>
            <th scope="row">{t.total}</th>
            <Numbers view={view} day={day} counts={parts.total} place={place} />
          </tr>
        </tfoot>
      </Table>
      <Divided view={view} day={day} divided={parts.divided} />
    </div>
  )
}

/** Why some organisations belong to no single unit of the table, and where they may be. */
function Divided({ view, day, divided }: Shown & { divided: Parts["divided"] }) {
  const { locale, paths } = view
  const t = texts[locale]
  if (divided.length === 0) return null
  return (
    <div class="notice">
      <p>{t.dividedLead}</p>
      <ul>
        {divided.map((commune) => (
          <li>
            <a href={paths.organisations({ "dia-ban": commune.slug, ngay: day })} lang="vi">
              {placeName(commune, "vi")}
            </a>{" "}
            {t.dividedWords(
              formatNumber(commune.organisations, locale),
              commune.shares.map((share) => placeName(share, "vi")).join(", "),
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

type RowProps = Shown & { row: PartRow; isGroup?: boolean; isPart?: boolean }

function Row({ view, day, row, isGroup, isPart }: RowProps) {
  const { locale, paths } = view
  return (
    <tr class={isGroup ? "counts-table__group" : isPart ? "counts-table__part" : undefined}>
      <th scope="row" lang="vi">
        <a href={paths.place(row.place, { ngay: day })}>{placeName(row.place, locale)}</a>
      </th>
      <Numbers view={view} day={day} counts={row.counts} place={row.place} />
    </tr>
  )
}

/** The organisations of a place by kind and sector. */
export function SectorTable({ view, day, place, bySector }: Shown & { place: Named; bySector: BySector }) {
  const { locale } = view
  const t = texts[locale]
  const shown = bySector.rows.filter(({ counts }) => columns.some((column) => counts[column] > 0))
  return (
    <div class="counts-table">
      <Table caption={t.figures} quietCaption>
        <Head view={view} first={t.sector} />
        <tbody>
          {shown.map(({ sector, counts }) => (
            <tr>
              <th scope="row">{sectorName(sector, locale)}</th>
              <Numbers view={view} day={day} counts={counts} place={place} sector={sectorWord(sector)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            <Numbers view={view} day={day} counts={bySector.total} place={place} />
          </tr>
        </tfoot>
      </Table>
    </div>
  )
}

const columnNames: Record<Column, "cooperatives" | "ofThemFunds" | "groups" | "unions"> = {
  cooperatives: "cooperatives",
  credit_funds: "ofThemFunds",
  cooperative_groups: "groups",
  cooperative_unions: "unions",
}

function Head({ view, first }: { view: View; first: string }) {
  const t = texts[view.locale]
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {columns.map((column) => (
          <th scope="col" class="table__number">
            {t[columnNames[column]]}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type NumbersProps = Shown & { counts: Counts; place: Named; sector?: string }

/** A nought has no records to open. */
function Numbers({ view, day, counts, place, sector }: NumbersProps) {
  const { locale, paths } = view
  return (
    <>
      {columns.map((column) => (
        <td class="table__number">
          {counts[column] === 0 ? (
            <span class="counts-table__nought">0</span>
          ) : (
            <a href={paths.measure(column, { "dia-ban": place.slug, "linh-vuc": sector, ngay: day })}>
              {formatNumber(counts[column], locale)}
            </a>
          )}
        </td>
      ))}
    </>
  )
}
