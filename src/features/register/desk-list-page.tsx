import { withQuery } from "../../paths.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { placeName, placeNameInside } from "../places/names.ts"
import { type DeskOrganisationList, type DeskScope, deskPerPage } from "./desk-queries.ts"
import { deskTexts } from "./desk-texts.ts"
import { StatusMark } from "./status-mark.tsx"
import {
  type Kind,
  kindName,
  kindShort,
  kinds,
  kindWord,
  type Status,
  statuses,
  statusName,
  statusWord,
} from "./vocabulary.ts"

type Asked = { text: string; kind: Kind | undefined; status: Status | undefined }

type DeskRegisterPageProps = {
  view: View
  person: Person
  asked: Asked
  scope: DeskScope
  list: DeskOrganisationList
}

/** The organisations someone answers for: whose they are, and one page of them. */
export function DeskRegisterPage({ view, person, asked, scope, list }: DeskRegisterPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const pathOf = (page: number) =>
    withQuery(paths.deskOrganisations(), {
      tim: asked.text,
      loai: asked.kind && kindWord(asked.kind),
      "tinh-trang": asked.status && statusWord(asked.status),
      trang: page > 1 ? page : undefined,
    })
  return (
    <DeskLayout view={view} person={person} title={t.title}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <Scope view={view} scope={scope} />
      </div>
      <Filters view={view} asked={asked} />
      {list.total === 0 ? (
        <p class="empty">{t.nothing}</p>
      ) : (
        <div class="stack organisation-table">
          <Table caption={t.count(formatNumber(list.total, locale))}>
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.code}</th>
                <th scope="col">{t.kind}</th>
                <th scope="col">{t.place}</th>
                <th scope="col">{t.status}</th>
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <tr>
                  <th scope="row" lang="vi">
                    <a href={paths.deskOrganisation(row)}>{row.name}</a>
                  </th>
                  {row.code ? (
                    <td class="figure" data-label={t.code}>
                      {row.code}
                    </td>
                  ) : (
                    <td class="quiet">–</td>
                  )}
                  <td>{kindShort(row.kind as Kind)}</td>
                  <td class="organisation-table__place" lang="vi">
                    {placeName({ kind: row.place_kind, name: row.place_name }, locale)}
                  </td>
                  <td>
                    <StatusMark status={row.status as Status} locale={locale} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          <Pager locale={locale} page={list.page} perPage={deskPerPage} total={list.total} pathOf={pathOf} />
        </div>
      )}
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

/** Asks by GET, so that every narrowed list has an address. */
function Filters({ view, asked }: { view: View; asked: Asked }) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  return (
    <search>
      <form class="desk-filters" action={paths.deskOrganisations()}>
        <div>
          <label for="tim">{t.find}</label>
          <input id="tim" name="tim" type="search" value={asked.text} autocomplete="off" maxlength={200} />
        </div>
        <div>
          <label for="loai">{t.kind}</label>
          <select id="loai" name="loai">
            <option value="">{t.anyKind}</option>
            {kinds.map((kind) => (
              <option value={kindWord(kind)} selected={kind === asked.kind}>
                {kindName(kind, locale)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for="tinh-trang">{t.status}</label>
          <select id="tinh-trang" name="tinh-trang">
            <option value="">{t.anyStatus}</option>
            {statuses.map((status) => (
              <option value={statusWord(status)} selected={status === asked.status}>
                {statusName(status, locale)}
              </option>
            ))}
          </select>
        </div>
        <div class="desk-filters__actions">
          <Button quiet>{t.show}</Button>
          {view.address !== view.path && <a href={paths.deskOrganisations()}>{t.clear}</a>}
        </div>
      </form>
    </search>
  )
}
