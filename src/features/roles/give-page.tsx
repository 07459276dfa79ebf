import { z } from "zod"
import type { Person } from "../../rights/roles.ts"
import { TextArea } from "../../ui/field/text-field.tsx"
import type { Locale } from "../../ui/language.ts"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { requiredText } from "../../web/form-fields.ts"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { longestReason } from "../administration/reason-page.tsx"
import { texts as administrationTexts } from "../administration/texts.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { personTrail } from "../people/list-page.tsx"
import type { User } from "../people/queries.ts"
import { RoleFields } from "./role-fields.tsx"
import { daysAreInOrder, roleFields, wrongOrder } from "./role-form.ts"
import { texts } from "./texts.ts"

export function giveForm(locale: Locale) {
  return z
    .object({
      ...roleFields(locale),
      reason: requiredText(locale, longestReason, administrationTexts[locale].reasonNeeded),
    })
    .refine(daysAreInOrder, wrongOrder(locale))
}

type GivePageProps = {
  view: View
  person: Person
  user: User
  form: FormState
  choices?: readonly Candidate[]
}

export function GivePage({ view, person, user, form, choices = [] }: GivePageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.giveTitle(user.name)}
      trail={personTrail(view, user)}
      form={form}
      action={paths.roles(user)}
      submit={t.give}
      back={paths.person(user)}
    >
      <RoleFields form={form} locale={locale} choices={choices} />
      <TextArea
        form={form}
        name="reason"
        label={administrationTexts[locale].reason}
        hint={t.giveReasonHint}
        rows={3}
      />
    </FormPage>
  )
}
