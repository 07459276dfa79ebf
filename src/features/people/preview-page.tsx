import type { HeldRole, Person } from "../../rights/roles.ts"
import { actionName, roleName } from "../../rights/words.ts"
import { Button } from "../../ui/button/button.tsx"
import { formatDay, formatNumber } from "../../ui/format.ts"
import { DeskLayout, deskLinks } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { openChapters } from "../administration/index-page.tsx"
import type { RoleRecord } from "../roles/queries.ts"
import { scopeName, validityWords } from "../roles/validity.ts"
import { personTrail } from "./list-page.tsx"
import { actionsOf, type recordsSeenBy } from "./preview.ts"
import type { User } from "./queries.ts"
import { texts } from "./texts.ts"

type PreviewPageProps = {
  view: View
  person: Person
  user: User
  /** The same account as the rights know it on the day. */
  seenAs: Person
  /** All its roles, for their words. */
  roles: RoleRecord[]
  records: Awaited<ReturnType<typeof recordsSeenBy>>
  day: string
  /** What was typed for the day, when it is none. */
  unreadDay?: string | undefined
}

export function PreviewPage(props: PreviewPageProps) {
  const { view, person, user, seenAs, roles, records, day, unreadDay } = props
  const { locale } = view
  const t = texts[locale]
  const held = roles.filter((role) => seenAs.roles.some(({ id }) => id === role.id))
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.previewTitle(user.name)}
      trail={personTrail(view, user)}
      hasErrors={unreadDay !== undefined}
    >
      <div class="page-heading">
        <h1>{t.previewTitle(user.name)}</h1>
        <p class="lead">{t.previewLead}</p>
        {user.disabled_at && <p class="notice">{t.seesNothing}</p>}
      </div>
      <DayChoice view={view} user={user} day={day} unreadDay={unreadDay} />
      <section class="stack">
        <h2>{t.rolesThatDay}</h2>
        {held.length === 0 ? (
          <p>{t.noRolesThatDay}</p>
        ) : (
          <ul>
            {held.map((role) => (
              <li>
                <strong>{roleName(role.role, locale)}</strong>, {scopeName(role, locale)}.{" "}
                {validityWords(role, locale)}.
              </li>
            ))}
          </ul>
        )}
      </section>
      <Navigation view={view} seenAs={seenAs} />
      <Actions view={view} seenAs={seenAs} roles={roles} />
      <section class="stack">
        <h2>{t.records}</h2>
        <Table caption={t.records} quietCaption>
          <thead>
            <tr>
              <th scope="col">{t.kind}</th>
              <th scope="col" class="table__number">
                {t.number}
              </th>
              <th scope="col">{t.first}</th>
            </tr>
          </thead>
          <tbody>
            {records.map(({ kind, count, first }) => (
              <tr>
                <th scope="row">{t[kind]}</th>
                <td class="table__number">{formatNumber(count, locale)}</td>
                <td>{first.join("; ") || "–"}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
    </DeskLayout>
  )
}

type DayChoiceProps = Pick<PreviewPageProps, "view" | "user" | "day" | "unreadDay">

function DayChoice({ view, user, day, unreadDay }: DayChoiceProps) {
  const t = texts[view.locale]
  return (
    <form class="desk-filters" action={view.paths.personPreview(user)}>
      <div>
        <label for="ngay">{t.onDay}</label>
        <input
          id="ngay"
          name="ngay"
          inputmode="numeric"
          autocomplete="off"
          value={unreadDay ?? formatDay(day, "vi")}
          aria-invalid={unreadDay === undefined ? undefined : "true"}
          aria-describedby={unreadDay === undefined ? undefined : "ngay-loi"}
        />
        {unreadDay !== undefined && (
          <p class="field__error" id="ngay-loi">
            {t.dayUnread}
          </p>
        )}
      </div>
      <div class="desk-filters__actions">
        <Button quiet>{t.lookUp}</Button>
      </div>
    </form>
  )
}

/** Names without links: whoever looks has a navigation of their own. */
function Navigation({ view, seenAs }: { view: View; seenAs: Person }) {
  const t = texts[view.locale]
  const names = [...deskLinks(view, seenAs), ...openChapters(view, seenAs)].map(({ name }) => name)
  return (
    <section class="stack">
      <h2>{t.navigation}</h2>
      {seenAs.roles.length === 0 ? <p>{t.emptyDesk}</p> : <p>{names.join(" · ")}</p>}
    </section>
  )
}

function Actions({ view, seenAs, roles }: { view: View; seenAs: Person; roles: RoleRecord[] }) {
  const { locale } = view
  const t = texts[locale]
  const actions = actionsOf(seenAs)
  const words = ({ id }: HeldRole) => {
    const role = roles.find((each) => each.id === id)
    return role ? `${roleName(role.role, locale)} (${scopeName(role, locale)})` : ""
  }
  if (actions.length === 0) return null
  return (
    <section class="stack">
      <h2>{t.mayDo}</h2>
      <Table caption={t.mayDo} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.action}</th>
            <th scope="col">{t.inRole}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map(({ action, roles: reaching }) => (
            <tr>
              <th scope="row">{actionName(action, locale)}</th>
              <td>{reaching.map(words).join("; ")}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
