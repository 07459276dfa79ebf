import { z } from "zod"
import type { Person } from "../../rights/roles.ts"
import { Radios } from "../../ui/field/choices.tsx"
import { TextField } from "../../ui/field/text-field.tsx"
import type { Locale } from "../../ui/language.ts"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { oneOf, requiredEmail, requiredText } from "../../web/form-fields.ts"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { RoleFields } from "../roles/role-fields.tsx"
import { daysAreInOrder, roleFields, wrongOrder } from "../roles/role-form.ts"
import { peopleTrail } from "./list-page.tsx"
import { texts } from "./texts.ts"

export function inviteForm(locale: Locale) {
  return z
    .object({
      name: requiredText(locale, 200),
      email: requiredEmail(locale),
      locale: oneOf(locale, ["vi", "en"]),
      ...roleFields(locale),
    })
    .refine(daysAreInOrder, wrongOrder(locale))
}

type InvitePageProps = { view: View; person: Person; form: FormState; choices?: readonly Candidate[] }

export function InvitePage({ view, person, form, choices = [] }: InvitePageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.inviteTitle}
      lead={t.inviteLead}
      trail={peopleTrail(view)}
      form={form}
      action={paths.people()}
      submit={t.sendInvitation}
      back={paths.people()}
    >
      <TextField form={form} name="name" label={t.name} autocomplete="off" />
      <TextField form={form} name="email" type="email" label={t.email} autocomplete="off" />
      <Radios
        form={form}
        name="locale"
        label={t.language}
        choices={[
          { value: "vi", label: t.vietnamese },
          { value: "en", label: t.english },
        ]}
      />
      <RoleFields form={form} locale={locale} choices={choices} mayBeNone />
    </FormPage>
  )
}
