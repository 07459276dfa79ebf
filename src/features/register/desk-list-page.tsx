import { type Query, withQuery } from "../../paths.ts"
import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { ButtonLink } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay, formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { SortedHeading, Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { placeName, placeNameInside } from "../places/names.ts"
import { queryOf, sortWord } from "./asked.ts"
import { type DeskAsked, DeskFilters } from "./desk-filters.tsx"
import { type DeskScope, deskPerPage } from "./desk-queries.ts"
import { deskTexts } from "./desk-texts.ts"
import type { PlaceChoices } from "./filters.tsx"
import type { ListedOrganisation, ListPage, Sorting } from "./queries.ts"
import { StatusMark } from "./status-mark.tsx"
import {
  kindName,
  kindShort,
  type Status,
  sectorName,
  statuses,
  statusName,
  statusWord,
} from "./vocabulary.ts"

type DeskRegisterPageProps = {
  view: View
  person: Person
  asked: DeskAsked
  scope: DeskScope
  list: ListPage
  choices: PlaceChoices
  counts: ReadonlyMap<Status, number>
  /** Those of the page that open at the desk. */
  seen: ReadonlySet<number>
}

/** The organisations someone answers for: whose they are, how they stand, and one page of them. */
export function DeskRegisterPage(props: DeskRegisterPageProps) {
  const { view, person, asked, scope, list, choices } = props
  const { locale, paths } = view
  const t = deskTexts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <Scope view={view} scope={scope} />
        <p class="desk-actions">
          {may(person, "keep_organisation") && (
            <ButtonLink href={paths.deskNewOrganisation()}>{t.add}</ButtonLink>
          )}
          <ButtonLink quiet href={paths.flows()}>
            {t.flows}
          </ButtonLink>
          <ButtonLink quiet href={paths.shortOfLaw()}>
            {t.shortOfLaw}
          </ButtonLink>
          {may(person, "keep_organisation") && (
            <ButtonLink quiet href={paths.duplicates()}>
              {t.duplicates}
            </ButtonLink>
          )}
        </p>
      </div>
      <Statuses {...props} />
      <DeskFilters view={view} asked={asked} choices={choices} />
      {list.total === 0 ? <Nothing view={view} asked={asked} /> : <OrganisationList {...props} />}
    </DeskLayout>
  )
}

function Scope({ view, scope }: { view: View; scope: DeskScope }) {
  const { locale } = view
  const t = deskTexts[locale]
  if (scope.isWhole) return <p class="lead">{t.wholeScope}</p>
  const places = scope.places.map((place) => placeNameInside(place, locale)).join(", ")
  const organisations = scope.organisations.map(({ name }) => name).join(", ")
  return (
    <>
      {places && <p class="lead">{t.scope(places)}</p>}
      {organisations && <p class="lead">{t.represented(organisations)}</p>}
    </>
  )
}

/** Every status with how many there are: the quickest way to those that want attention. */
function Statuses({ view, asked, counts }: DeskRegisterPageProps) {
  const { locale } = view
  const t = deskTexts[locale]
  const held = statuses.filter((status) => counts.has(status))
  if (held.length < 2) return null
  const pathOf = (changed: Query) => deskListPath(view, asked, { ...changed, tim: undefined })
  return (
    <nav class="desk-statuses" aria-label={t.status}>
      <ul>
        {held.map((status) => (
          <li>
            <a
              href={pathOf({ "tinh-trang": statusWord(status), "qua-han": undefined })}
              aria-current={asked.status === status && !asked.isOverdue ? "true" : undefined}
            >
              {statusName(status, locale)}{" "}
              <span class="desk-count">{formatNumber(counts.get(status)!, locale)}</span>
            </a>
          </li>
        ))}
        {counts.has("suspended") && (
          <li>
            <a
              href={pathOf({ "tinh-trang": statusWord("suspended"), "qua-han": "1" })}
              aria-current={asked.isOverdue ? "true" : undefined}
            >
              {t.overdue}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

function OrganisationList({ view, asked, list, choices, seen }: DeskRegisterPageProps) {
  const { locale } = view
  const t = deskTexts[locale]
  const count = (list.isCapped ? t.countMore : t.count)(formatNumber(list.total, locale))
  const day = asked.day && formatDay(asked.day, locale)
  return (
    <div class="stack organisation-table">
      <Table caption={day ? t.countOn(count, day) : count}>
        <thead>
          <tr>
            <Heading view={view} asked={asked} by="name" name={t.name} />
            <th scope="col">{t.code}</th>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.sector}</th>
            {choices && <Heading view={view} asked={asked} by="place" name={t.place} />}
            <Heading view={view} asked={asked} by="founded" name={t.founded} />
            <th scope="col">{t.status}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <Row
              view={view}
              asked={asked}
              row={row}
              isSeen={seen.has(row.organisation_id)}
              inOnePlace={!choices}
            />
          ))}
        </tbody>
      </Table>
      <Downloads
        locale={locale}
        path={view.paths.deskOrganisations()}
        query={{ ...queryOf(asked), "qua-han": asked.isOverdue ? "1" : undefined }}
      />
      <Pager
        locale={locale}
        page={asked.page}
        perPage={deskPerPage}
        total={list.total}
        pathOf={(page) => deskListPath(view, asked, { trang: page > 1 ? page : undefined })}
      />
    </div>
  )
}

type HeadingProps = { view: View; asked: DeskAsked; by: Sorting; name: string }

function Heading({ view, asked, by, name }: HeadingProps) {
  const isSorted = asked.isSorted && asked.order.by === by
  const { descending } = asked.order
  return (
    <SortedHeading
      name={name}
      href={deskListPath(view, asked, {
        "sap-xep": sortWord(by),
        chieu: isSorted && !descending ? "giam" : undefined,
      })}
      sorted={isSorted ? (descending ? "descending" : "ascending") : undefined}
    />
  )
}

type RowProps = {
  view: View
  asked: DeskAsked
  row: ListedOrganisation
  isSeen: boolean
  inOnePlace: boolean
}

/** One that has moved away since the day asked for is another officer's: it opens where everybody sees it. */
function Row({ view, asked, row, isSeen, inOnePlace }: RowProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const day = { ngay: asked.day }
  return (
    <tr>
      <th scope="row" lang="vi">
        <a href={isSeen ? paths.deskOrganisation(row, day) : paths.organisation(row, day)}>{row.name}</a>
      </th>
      {row.code ? (
        <td class="figure" data-label={t.code}>
          {row.code}
        </td>
      ) : (
        <td class="quiet">–</td>
      )}
      <td>
        <abbr title={kindName(row.kind, locale)}>{kindShort(row.kind)}</abbr>
      </td>
      <td>{sectorName(row.sector, locale)}</td>
      {!inOnePlace && (
        <td class="organisation-table__place" lang="vi">
          {placeName({ kind: row.place_kind, name: row.place_name }, locale)}
        </td>
      )}
      <td data-label={t.founded}>
        <time datetime={row.founded_on}>{formatDay(row.founded_on, locale)}</time>
      </td>
      <td>
        <StatusMark status={row.status} locale={locale} />
      </td>
    </tr>
  )
}

function Nothing({ view, asked }: { view: View; asked: DeskAsked }) {
  const t = deskTexts[view.locale]
  return (
    <div class="empty">
      <p>{t.nothing}</p>
      {asked.status === undefined && (
        <p>
          <a href={deskListPath(view, asked, { "tinh-trang": "tat-ca" })}>{t.tryEnded}</a>
        </p>
      )}
    </div>
  )
}

/** What was asked for, as an address carries it; `changed` overrides parts of it. */
function deskListPath({ paths }: View, asked: DeskAsked, changed: Query) {
  const overdue = asked.isOverdue ? "1" : undefined
  return withQuery(paths.deskOrganisations(), queryOf(asked, { "qua-han": overdue, ...changed }))
}
