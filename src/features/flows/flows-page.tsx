import type { Query } from "../../paths.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay, formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import type { PlaceGroup } from "../places/choices.ts"
import { placeName, placeNameInside } from "../places/names.ts"
import type { Place } from "../places/queries.ts"
import { deskTexts } from "../register/desk-texts.ts"
import {
  type Kind,
  kindShort,
  kinds,
  kindWord,
  type Sector,
  sectorName,
  sectors,
  sectorWord,
} from "../register/vocabulary.ts"
import { type FlowLine, type FlowRecord, type Flows, flowLines, inflows } from "./flows.ts"
import { texts } from "./texts.ts"

export type AskedFlows = {
  place: Place | undefined
  sector: Sector | undefined
  from: string
  to: string
  line: FlowLine | undefined
  kind: Kind | undefined
  isUnread: boolean
}

type FlowsPageProps = {
  view: View
  person: Person
  asked: AskedFlows
  choices: PlaceGroup[] | undefined
  flows: Flows
  /** Behind the figure that was opened, at most `mostShown`. */
  records: readonly FlowRecord[]
}

export const mostShown = 500

/** What came into a place, a sector and a period and what left, kind by kind. */
export function FlowsPage({ view, person, asked, choices, flows, records }: FlowsPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const place = asked.place ? placeName(asked.place, locale) : t.everywhere
  const [from, to] = [formatDay(asked.from, locale), formatDay(asked.to, locale)]
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.title}
      trail={[{ name: deskTexts[locale].title, path: paths.deskOrganisations() }]}
    >
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      {asked.isUnread && <p class="notice notice--warning">{t.unread}</p>}
      <FlowFilters view={view} asked={asked} choices={choices} />
      <Table caption={t.period(place, from, to)}>
        <thead>
          <tr>
            <th scope="col">{t.line}</th>
            {kinds.map((kind) => (
              <th scope="col" class="figure">
                {kindShort(kind)}
              </th>
            ))}
            <th scope="col" class="figure">
              {t.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {shownLines(flows).map((line) => (
            <FlowRow view={view} asked={asked} line={line} counts={flows[line]} />
          ))}
        </tbody>
      </Table>
      <Downloads
        locale={locale}
        path={paths.flows()}
        query={flowQuery({ ...asked, line: undefined, kind: undefined })}
      />
      {asked.line && <Behind view={view} asked={asked} line={asked.line} records={records} />}
    </DeskLayout>
  )
}

/** A line in which nothing happened says nothing; the ends always do. */
function shownLines(flows: Flows) {
  return flowLines.filter(
    (line) => line === "opening" || line === "closing" || Object.values(flows[line]).some(Boolean),
  )
}

type FlowRowProps = { view: View; asked: AskedFlows; line: FlowLine; counts: Flows[FlowLine] }

function FlowRow({ view, asked, line, counts }: FlowRowProps) {
  const { locale } = view
  const t = texts[locale]
  const isEnd = line === "opening" || line === "closing"
  const sign = isEnd ? "" : (inflows as readonly string[]).includes(line) ? "+" : "−"
  const total = kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)
  const figure = (count: number, kind?: Kind) =>
    count === 0 ? (
      "0"
    ) : (
      <a href={view.paths.flows(flowQuery({ ...asked, line, kind }))}>{formatNumber(count, locale)}</a>
    )
  return (
    <tr>
      <th scope="row">
        {sign && <span aria-hidden="true">{sign} </span>}
        {t[line]}
      </th>
      {kinds.map((kind) => (
        <td class="figure">{figure(counts[kind] ?? 0, kind)}</td>
      ))}
      <td class="figure">{figure(total)}</td>
    </tr>
  )
}

function Behind({
  view,
  asked,
  line,
  records,
}: Pick<FlowsPageProps, "view" | "asked" | "records"> & { line: FlowLine }) {
  const { locale, paths } = view
  const t = texts[locale]
  const title = t.behind(t[line], formatNumber(records.length, locale))
  return (
    <section class="stack" aria-labelledby="dang-sau">
      <h2 id="dang-sau">
        {asked.kind ? `${kindShort(asked.kind)}. ` : ""}
        {title}
      </h2>
      <Downloads locale={locale} path={paths.flows()} query={flowQuery(asked)} />
      {records.length >= mostShown && <p class="quiet">{t.firstOnly(formatNumber(mostShown, locale))}</p>}
      <Table caption={title} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.place}</th>
            <th scope="col">{t.day}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr>
              <th scope="row" lang="vi">
                <a href={paths.organisation(record)}>{record.name}</a>
              </th>
              <td lang="vi">
                {placeNameInside({ kind: record.place_kind, name: record.place_name }, locale)}
              </td>
              <td>{formatDay(record.day, locale)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function FlowFilters({ view, asked, choices }: Pick<FlowsPageProps, "view" | "asked" | "choices">) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <search>
      <form class="desk-register-filters" action={paths.flows()}>
        <div class="desk-register-filters__more">
          {choices && (
            <div>
              <label for="dia-ban">{t.place}</label>
              <select id="dia-ban" name="dia-ban" lang="vi">
                {choices.map(({ place, parts }) => (
                  <optgroup label={placeName(place, locale)}>
                    {[place, ...parts].map((each) => (
                      <option value={each.slug} selected={each.slug === asked.place?.slug}>
                        {placeName(each, locale)}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            </div>
          )}
          <div>
            <label for="linh-vuc">{t.sector}</label>
            <select id="linh-vuc" name="linh-vuc">
              <option value="">{t.anySector}</option>
              {sectors.map((sector) => (
                <option value={sectorWord(sector)} selected={sector === asked.sector}>
                  {sectorName(sector, locale)}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label for="tu">{t.from}</label>
            <input
              id="tu"
              name="tu"
              inputmode="numeric"
              value={formatDay(asked.from, "vi")}
              autocomplete="off"
            />
          </div>
          <div>
            <label for="den">{t.to}</label>
            <input
              id="den"
              name="den"
              inputmode="numeric"
              value={formatDay(asked.to, "vi")}
              autocomplete="off"
            />
          </div>
        </div>
        <p>
          <Button>{t.show}</Button>
        </p>
      </form>
    </search>
  )
}

function flowQuery({ place, sector, from, to, line, kind }: Omit<AskedFlows, "isUnread">): Query {
  return {
    "dia-ban": place?.slug,
    "linh-vuc": sector && sectorWord(sector),
    tu: formatDay(from, "vi"),
    den: formatDay(to, "vi"),
    dong: line,
    loai: kind && kindWord(kind),
  }
}
