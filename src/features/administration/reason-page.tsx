import type { Child } from "hono/jsx"
import { z } from "zod"
import type { Person } from "../../rights/roles.ts"
import { TextArea } from "../../ui/field/text-field.tsx"
import type { Locale } from "../../ui/language.ts"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { requiredText } from "../../web/form-fields.ts"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { texts } from "./texts.ts"

export const longestReason = 500

export function reasonForm(locale: Locale) {
  return z.object({ reason: requiredText(locale, longestReason, texts[locale].reasonNeeded) })
}

type ReasonPageProps = {
  view: View
  person: Person
  title: string
  lead: string
  trail: { name: string; path: string }[]
  form: FormState
  action: string
  submit: string
  back: string
  /** What stands between heading and form. */
  before?: Child
}

/** Before something that weighs on others is done: what it means, and why. */
export function ReasonPage(props: ReasonPageProps) {
  const t = texts[props.view.locale]
  return (
    <FormPage {...props}>
      <TextArea form={props.form} name="reason" label={t.reason} hint={t.reasonHint} rows={3} />
    </FormPage>
  )
}
