import { withQuery } from "../../paths.ts"
import { may } from "../../rights/rights.ts"
import { needsSecondFactor, type Person, type Role, roles } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { ButtonLink } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import { PeopleFilters } from "./filters.tsx"
import { type PersonRow, type PersonState, peoplePerPage } from "./queries.ts"
import { texts } from "./texts.ts"

/** What the list is narrowed to, as the address carries it. */
export type AskedPeople = {
  text: string
  role: Role | undefined
  state: PersonState | undefined
  page: number
}

type PeoplePageProps = { view: View; person: Person; asked: AskedPeople; rows: PersonRow[]; total: number }

export function PeoplePage({ view, person, asked, rows, total }: PeoplePageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const query = { tim: asked.text, "vai-tro": asked.role, "tai-khoan": asked.state }
  const pathOf = (page: number) => withQuery(paths.people(), { ...query, trang: page > 1 ? page : undefined })
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={administrationTrail(view)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {may(person, "manage_people") && (
          <p>
            <ButtonLink href={paths.newPerson()}>{t.invite}</ButtonLink>
          </p>
        )}
      </div>
      <PeopleFilters view={view} asked={asked} roles={roles} />
      {total === 0 ? (
        <p class="empty">{t.nobody}</p>
      ) : (
        <div class="stack">
          <Table caption={t.count(formatNumber(total, locale))}>
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.rolesToday}</th>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.secondFactor}</th>
                <th scope="col">{t.lastSignIn}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <PersonLine view={view} row={row} />
              ))}
            </tbody>
          </Table>
          <Downloads locale={locale} path={paths.people()} query={query} />
          <Pager locale={locale} page={asked.page} perPage={peoplePerPage} total={total} pathOf={pathOf} />
        </div>
      )}
    </DeskLayout>
  )
}

function PersonLine({ view, row }: { view: View; row: PersonRow }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <tr>
      <th scope="row">
        <a href={paths.person(row)}>{row.name}</a>
        <span class="people__email">{row.email}</span>
      </th>
      <td>{row.roles.length > 0 ? row.roles.map((role) => roleName(role, locale)).join(", ") : t.noRoles}</td>
      <td>{t[row.state]}</td>
      <td>{row.has_second_factor ? t.yes : row.roles.some(needsSecondFactor) ? t.missing : "–"}</td>
      <td>{row.last_sign_in_at ? formatTime(row.last_sign_in_at, locale) : t.never}</td>
    </tr>
  )
}

/** The way to a page about people. */
export function peopleTrail(view: View) {
  return [...administrationTrail(view), { name: texts[view.locale].title, path: view.paths.people() }]
}

export function personTrail(view: View, user: { id: string; name: string }) {
  return [...peopleTrail(view), { name: user.name, path: view.paths.person(user) }]
}
