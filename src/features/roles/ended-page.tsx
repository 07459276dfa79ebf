import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import type { EndedRole } from "./succession.ts"
import { texts } from "./texts.ts"
import { scopeName, successorName } from "./validity.ts"

type EndedRolesPageProps = {
  view: View
  person: Person
  roles: EndedRole[]
  /** The role whose form was sent without a choice. */
  unchosen?: number
}

export function EndedRolesPage({ view, person, roles, unchosen }: EndedRolesPageProps) {
  const t = texts[view.locale]
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.successionTitle}
      trail={administrationTrail(view)}
      hasErrors={unchosen !== undefined}
    >
      <div class="page-heading">
        <h1>{t.successionTitle}</h1>
        <p class="lead">{t.successionLead}</p>
      </div>
      {roles.length === 0 ? (
        <p class="empty">{t.successionEmpty}</p>
      ) : (
        <ul class="ended-roles">
          {roles.map((role) => (
            <li class="card" id={`vai-tro-${role.id}`}>
              <Ended view={view} role={role} />
              {may(person, "give_roles") && (
                <Succession view={view} role={role} unchosen={role.id === unchosen} />
              )}
            </li>
          ))}
        </ul>
      )}
      {roles.length > 0 && <Downloads locale={view.locale} path={view.paths.endedRoles()} />}
    </DeskLayout>
  )
}

function Ended({ view, role }: { view: View; role: EndedRole }) {
  const { locale, paths, today } = view
  const t = texts[locale]
  const day = formatDay(role.ends_on, locale)
  return (
    <>
      <h2 class="ended-roles__name">
        <a href={paths.person({ id: role.user_id })}>{role.user_name}</a>
      </h2>
      <p>
        {roleName(role.role, locale)}, {scopeName(role, locale)}
      </p>
      <p class="ended-roles__day">{role.ends_on < today ? t.endedOn(day) : t.endsOn(day)}</p>
    </>
  )
}

/** With one successor it takes one click; of several, those that are ticked. */
function Succession({ view, role, unchosen }: { view: View; role: EndedRole; unchosen: boolean }) {
  const { locale, paths } = view
  const t = texts[locale]
  const [only, ...more] = role.successors
  const names = role.successors.map((successor) => ({
    id: successor.id,
    label: t.giveOn(successorName(successor, locale), formatDay(successor.valid_from, locale)),
  }))
  return (
    <div class="desk-actions">
      {only ? (
        <form class="stack" method="post" action={paths.roleSuccession(role)}>
          {more.length === 0 ? (
            <>
              <input type="hidden" name="successor" value={only.id} />
              <Button>{names[0]?.label}</Button>
            </>
          ) : (
            <fieldset class={unchosen ? "field field--wrong" : "field"}>
              <legend class="field__label">{t.successors}</legend>
              {unchosen && <p class="field__error">{t.chooseSuccessor}</p>}
              {names.map(({ id, label }) => (
                <div class="choice">
                  <input type="checkbox" id={`${role.id}-${id}`} name="successor" value={id} />
                  <label for={`${role.id}-${id}`}>{label}</label>
                </div>
              ))}
              <Button>{t.giveOnChosen}</Button>
            </fieldset>
          )}
        </form>
      ) : (
        <p>{t.noSuccessor}</p>
      )}
      <a href={paths.roleDismissal(role)}>{t.dismiss}</a>
    </div>
  )
}
