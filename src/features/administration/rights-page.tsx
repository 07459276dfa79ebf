import { type Action, rights } from "../../rights/rights.ts"
import { needsSecondFactor, type Person, type Role, reachOf, roles } from "../../rights/roles.ts"
import { actionName, reachWords, roleName, roleSentences } from "../../rights/words.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { texts } from "./texts.ts"

/** The table that the program itself asks, in words. */
export function RightsPage({ view, person }: { view: View; person: Person }) {
  const t = texts[view.locale]
  const held = [...new Set(person.roles.map(({ role }) => roleName(role, view.locale)))]
  return (
    <DeskLayout view={view} person={person} title={t.rights}>
      <div class="page-heading">
        <h1>{t.rights}</h1>
        <p class="lead">{t.rightsLead}</p>
        <p>{held.length > 0 ? `${t.yourRoles}: ${held.join(", ")}.` : t.noRoles}</p>
      </div>
      <Table caption={t.rolesTitle}>
        <thead>
          <tr>
            <th scope="col">{t.role}</th>
            <th scope="col">{t.task}</th>
            <th scope="col">{t.reach}</th>
            <th scope="col">{t.secondFactor}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <tr>
              <th scope="row">{roleName(role, view.locale)}</th>
              <td>{roleSentences[view.locale][role]}</td>
              <td>{reachWords[view.locale][reachOf(role)]}</td>
              <td>{needsSecondFactor(role) ? t.required : t.optional}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Table caption={t.rights}>
        <thead>
          <tr>
            <th scope="col">{t.action}</th>
            {roles.map((role) => (
              <th scope="col" class="rights__role">
                {roleName(role, view.locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(Object.keys(rights) as Action[]).map((action) => (
            <tr>
              <th scope="row">{actionName(action, view.locale)}</th>
              {roles.map((role) => (
                <Mark yes={isRightOf(action, role)} view={view} />
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </DeskLayout>
  )
}

function Mark({ yes, view }: { yes: boolean; view: View }) {
  const t = texts[view.locale]
  return (
    <td class="rights__mark">
      {yes && <span aria-hidden="true">✓</span>}
      <span class="visually-hidden">{yes ? t.may : t.mayNot}</span>
    </td>
  )
}

function isRightOf(action: Action, role: Role) {
  return (rights[action] as readonly Role[]).includes(role)
}
