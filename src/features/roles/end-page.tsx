import { z } from "zod"
import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { DayField, TextArea } from "../../ui/field/text-field.tsx"
import type { Locale } from "../../ui/language.ts"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { requiredDay, requiredText } from "../../web/form-fields.ts"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { longestReason } from "../administration/reason-page.tsx"
import { texts as administrationTexts } from "../administration/texts.ts"
import { personTrail } from "../people/list-page.tsx"
import type { User } from "../people/queries.ts"
import type { RoleRecord } from "./queries.ts"
import { texts } from "./texts.ts"
import { scopeName, validityWords } from "./validity.ts"

export function endForm(locale: Locale) {
  return z.object({
    valid_to: requiredDay(locale),
    reason: requiredText(locale, longestReason, administrationTexts[locale].reasonNeeded),
    version: z.coerce.number().int().catch(0),
  })
}

type EndPageProps = { view: View; person: Person; user: User; role: RoleRecord; form: FormState }

export function EndPage({ view, person, user, role, form }: EndPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.endTitle}
      lead={t.endLead}
      trail={personTrail(view, user)}
      form={form}
      action={paths.roleEnd(user, role)}
      submit={t.end}
      back={paths.person(user)}
      before={
        <p class="notice">
          <strong>
            {user.name}: {roleName(role.role, locale)}, {scopeName(role, locale)}
          </strong>
          <br />
          {validityWords(role, locale)}
        </p>
      }
    >
      <input type="hidden" name="version" value={role.version} />
      <DayField form={form} name="valid_to" label={t.lastDay} />
      <TextArea
        form={form}
        name="reason"
        label={administrationTexts[locale].reason}
        hint={administrationTexts[locale].reasonHint}
        rows={3}
      />
      {user.id !== person.id && may(person, "manage_people") && (
        <p>
          <a href={paths.personDisabling(user)}>{t.urgent}</a>
        </p>
      )}
    </FormPage>
  )
}
