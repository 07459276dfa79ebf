import type { Query } from "../../paths.ts"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay, formatNumber } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { placeName, placeNameInside } from "../places/names.ts"
import type { Place } from "../places/queries.ts"
import { type Asked, queryOf } from "./asked.ts"
import { type Count, type RegisterCounts, shades, sumBy, total, type Unit } from "./counts.ts"
import { Filters, type PlaceChoices } from "./filters.tsx"
import { texts } from "./texts.ts"
import { sectorName, sectors, sectorWord, statuses, statusName, statusWord } from "./vocabulary.ts"

type CountsPageProps = {
  view: View
  asked: Asked
  choices: PlaceChoices
  /** What the numbers are of. */
  place: Place
  found: RegisterCounts
}

const steps = 5

/** How many there are where, of what and in which state: tiles and the same numbers as tables, each a way to its list. */
export function CountsPage({ view, asked, choices, place, found }: CountsPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const day = asked.day ?? view.today
  const pathOf = (query: Query) => paths.organisations(queryOf(asked, query))
  return (
    <Layout
      view={view}
      title={t.countsTitle}
      description={t.countsLead(placeNameInside(place, locale), formatDay(day, locale))}
      unlisted={view.path !== view.address}
      trail={[{ name: t.register, path: paths.organisations() }]}
    >
      <div class="page-heading">
        <h1>{t.countsTitle}</h1>
        <p class="lead">{t.countsLead(placeNameInside(place, locale), formatDay(day, locale))}</p>
      </div>
      <Filters view={view} asked={asked} choices={choices} action={paths.registerCounts()} />
      <p>
        {asked.known && `${t.knownOnDay(formatDay(day, locale), formatDay(asked.known, locale))}. `}
        <a href={pathOf({})}>{t.asList}</a>
      </p>
      {found.counts.length === 0 ? (
        <p class="empty">{t.nothing}</p>
      ) : (
        <>
          <Downloads locale={locale} path={paths.registerCounts()} query={queryOf(asked)} />
          <Tiles view={view} found={found} pathOf={pathOf} />
          <ByUnit view={view} found={found} pathOf={pathOf} whole={asked.place} />
          <ByStatus view={view} counts={found.counts} pathOf={pathOf} />
        </>
      )}
    </Layout>
  )
}

type PartProps = { view: View; pathOf: (query: Query) => string }

function Tiles({ view, found, pathOf }: PartProps & { found: RegisterCounts }) {
  const { locale } = view
  const t = texts[locale]
  const sums = sumBy(found.counts, ({ unit_id }) => unit_id)
  const numbers = found.units.map(({ id }) => sums.get(id) ?? 0)
  const shadeOf = shades(numbers, steps)
  if (found.units.length < 2) return null
  return (
    <section class="stack" aria-labelledby="o-dia-ban">
      <h2 id="o-dia-ban">{found.level === "province" ? t.byProvince : t.byCommune}</h2>
      <ul class="tiles">
        {found.units.map((unit, index) => (
          <li class={`tile tile--${shadeOf[index]}`}>
            <TileLink view={view} unit={unit} count={numbers[index]!} pathOf={pathOf} />
          </li>
        ))}
      </ul>
      <Legend view={view} numbers={numbers} shadeOf={shadeOf} />
    </section>
  )
}

function TileLink({ view, unit, count, pathOf }: PartProps & { unit: Unit; count: number }) {
  const name = <span lang="vi">{placeName(unit, view.locale)}</span>
  const number = <strong>{formatNumber(count, view.locale)}</strong>
  if (count === 0) {
    return (
      <span>
        {number} {name}
      </span>
    )
  }
  return (
    <a href={pathOf({ "dia-ban": unit.slug })}>
      {number} {name}
    </a>
  )
}

/** What each shade stands for: the numbers from the least to the largest that have it. */
function Legend({
  view,
  numbers,
  shadeOf,
}: {
  view: View
  numbers: readonly number[]
  shadeOf: readonly number[]
}) {
  const { locale } = view
  const ranges = Array.from({ length: steps + 1 }, (_, shade) =>
    numbers.filter((_, index) => shadeOf[index] === shade),
  )
  return (
    <ul class="tile-legend" aria-hidden="true">
      {ranges.map((range, shade) => {
        if (range.length === 0) return null
        const [least, most] = [Math.min(...range), Math.max(...range)]
        const words =
          least === most
            ? formatNumber(least, locale)
            : `${formatNumber(least, locale)}–${formatNumber(most, locale)}`
        return (
          <li>
            <span class={`tile tile--${shade}`} /> {words}
          </li>
        )
      })}
    </ul>
  )
}

function ByUnit({
  view,
  found,
  pathOf,
  whole,
}: PartProps & { found: RegisterCounts; whole: Place | undefined }) {
  const { locale } = view
  const t = texts[locale]
  const { units, counts } = found
  const cells = sumBy(counts, ({ unit_id, sector }) => `${unit_id} ${sector}`)
  const rows = sumBy(counts, ({ unit_id }) => unit_id)
  const columns = sumBy(counts, ({ sector }) => sector)
  const shown = sectors.filter((sector) => columns.has(sector))
  const unplaced = rows.get(null) ?? 0
  return (
    <section class="stack" aria-labelledby="theo-linh-vuc">
      <h2 id="theo-linh-vuc">{t.unitsBySector}</h2>
      <Table caption={t.unitsBySector} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.place}</th>
            {shown.map((sector) => (
              <th scope="col" class="table__number">
                {sectorName(sector, locale)}
              </th>
            ))}
            <th scope="col" class="table__number">
              {t.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr>
              <th scope="row" lang="vi">
                <a href={view.paths.place(unit)}>{placeName(unit, locale)}</a>
              </th>
              {shown.map((sector) => (
                <Cell
                  view={view}
                  count={cells.get(`${unit.id} ${sector}`)}
                  path={pathOf({ "dia-ban": unit.slug, "linh-vuc": sectorWord(sector) })}
                />
              ))}
              <Cell view={view} count={rows.get(unit.id)} path={pathOf({ "dia-ban": unit.slug })} />
            </tr>
          ))}
          {unplaced > 0 && (
            <tr>
              <th scope="row">{t.unplaced}</th>
              {shown.map((sector) => (
                <td class="table__number">{formatNumber(cells.get(`null ${sector}`) ?? 0, locale)}</td>
              ))}
              <td class="table__number">{formatNumber(unplaced, locale)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            {shown.map((sector) => (
              <Cell
                view={view}
                count={columns.get(sector)}
                path={pathOf({ "dia-ban": whole?.slug, "linh-vuc": sectorWord(sector) })}
              />
            ))}
            <Cell view={view} count={total(counts)} path={pathOf({})} />
          </tr>
        </tfoot>
      </Table>
    </section>
  )
}

function ByStatus({ view, counts, pathOf }: PartProps & { counts: readonly Count[] }) {
  const { locale } = view
  const t = texts[locale]
  const cells = sumBy(counts, ({ sector, status }) => `${sector} ${status}`)
  const rows = sumBy(counts, ({ sector }) => sector)
  const columns = sumBy(counts, ({ status }) => status)
  const shown = statuses.filter((status) => columns.has(status))
  return (
    <section class="stack" aria-labelledby="theo-tinh-trang">
      <h2 id="theo-tinh-trang">{t.sectorsByStatus}</h2>
      <Table caption={t.sectorsByStatus} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.sector}</th>
            {shown.map((status) => (
              <th scope="col" class="table__number">
                {statusName(status, locale)}
              </th>
            ))}
            <th scope="col" class="table__number">
              {t.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {sectors
            .filter((sector) => rows.has(sector))
            .map((sector) => (
              <tr>
                <th scope="row">{sectorName(sector, locale)}</th>
                {shown.map((status) => (
                  <Cell
                    view={view}
                    count={cells.get(`${sector} ${status}`)}
                    path={pathOf({ "linh-vuc": sectorWord(sector), "tinh-trang": statusWord(status) })}
                  />
                ))}
                <Cell
                  view={view}
                  count={rows.get(sector)}
                  path={pathOf({ "linh-vuc": sectorWord(sector) })}
                />
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            {shown.map((status) => (
              <Cell
                view={view}
                count={columns.get(status)}
                path={pathOf({ "tinh-trang": statusWord(status) })}
              />
            ))}
            <Cell view={view} count={total(counts)} path={pathOf({})} />
          </tr>
        </tfoot>
      </Table>
    </section>
  )
}

/** A nought has no records to open. */
function Cell({ view, count = 0, path }: { view: View; count: number | undefined; path: string }) {
  return (
    <td class="table__number">
      {count === 0 ? <span class="quiet">0</span> : <a href={path}>{formatNumber(count, view.locale)}</a>}
    </td>
  )
}
