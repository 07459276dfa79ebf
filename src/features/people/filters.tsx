import type { Role } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { Button } from "../../ui/button/button.tsx"
import type { View } from "../../web/view.ts"
import type { AskedPeople } from "./list-page.tsx"
import { personStates } from "./queries.ts"
import { texts } from "./texts.ts"

type PeopleFiltersProps = { view: View; asked: AskedPeople; roles: readonly Role[] }

/** Asks by GET, so that every narrowed list has an address. */
export function PeopleFilters({ view, asked, roles }: PeopleFiltersProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <search>
      <form class="desk-filters" action={paths.people()}>
        <div>
          <label for="tim">{t.find}</label>
          <input id="tim" name="tim" type="search" value={asked.text} autocomplete="off" maxlength={100} />
        </div>
        <div>
          <label for="vai-tro">{t.role}</label>
          <select id="vai-tro" name="vai-tro">
            <option value="">{t.anyRole}</option>
            {roles.map((role) => (
              <option value={role} selected={role === asked.role}>
                {roleName(role, locale)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for="tai-khoan">{t.state}</label>
          <select id="tai-khoan" name="tai-khoan">
            <option value="">{t.anyState}</option>
            {personStates.map((state) => (
              <option value={state} selected={state === asked.state}>
                {t[state]}
              </option>
            ))}
          </select>
        </div>
        <div class="desk-filters__actions">
          <Button quiet>{t.show}</Button>
          {view.address !== view.path && <a href={paths.people()}>{t.clear}</a>}
        </div>
      </form>
    </search>
  )
}
