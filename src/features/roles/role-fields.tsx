import { roles } from "../../rights/roles.ts"
import { roleName, roleSentences } from "../../rights/words.ts"
import { Radios } from "../../ui/field/choices.tsx"
import { DayField, TextField } from "../../ui/field/text-field.tsx"
import type { Locale } from "../../ui/language.ts"
import type { FormState } from "../../web/forms.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { texts } from "./texts.ts"

type RoleFieldsProps = {
  form: FormState
  locale: Locale
  /** What the words typed for the scope could mean, once they were found to mean several things. */
  choices: readonly Candidate[]
  /** Whether no role at all is an answer too. */
  mayBeNone?: boolean
}

export function RoleFields({ form, locale, choices, mayBeNone }: RoleFieldsProps) {
  const t = texts[locale]
  const none = { value: "", label: t.noRole, hint: t.noRoleWords }
  return (
    <>
      <Radios
        form={form}
        name="role"
        label={t.role}
        choices={[
          ...(mayBeNone ? [none] : []),
          ...roles.map((role) => ({
            value: role,
            label: roleName(role, locale),
            hint: roleSentences[locale][role],
          })),
        ]}
      />
      <TextField form={form} name="scope" label={t.scope} hint={t.scopeHint} autocomplete="off" />
      {choices.length > 0 && (
        <Radios
          form={form}
          name="scope_id"
          label={t.chosenScope}
          choices={choices.map(({ id, label }) => ({ value: String(id), label }))}
        />
      )}
      <DayField form={form} name="valid_from" label={t.from} />
      <DayField form={form} name="valid_to" label={t.to} hint={t.toHint} optional={t.optional} />
    </>
  )
}
