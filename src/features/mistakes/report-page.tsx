import { Button } from "../../ui/button/button.tsx"
import { Select } from "../../ui/field/choices.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { mistakeSubjects } from "./reports.ts"
import { texts } from "./texts.ts"

type Organisation = { slug: string; name: string }

/** A box that people do not see, and that programs fill in. */
export const trapField = "trang-web"

/** Where a reader says what is wrong about an organisation. */
export function ReportPage({
  view,
  organisation,
  form,
}: {
  view: View
  organisation: Organisation
  form: FormState
}) {
  const { locale, paths } = view
  const t = texts[locale]
  const optional = fieldTexts[locale].optional
  const title = t.reportTitle(organisation.name)
  return (
    <DeskLayout view={view} title={title} hasErrors={hasErrors(form)}>
      <div class="page-heading">
        <h1>{title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      <Form action={paths.reportMistake(organisation)}>
        <FormSummary form={form} locale={locale} />
        <Select
          form={form}
          name="about"
          label={t.about}
          empty="–"
          choices={mistakeSubjects.map((value) => ({ value, label: t[value] }))}
        />
        <TextArea form={form} name="words" label={t.words} hint={t.wordsHint} rows={5} />
        <TextField form={form} name="email" label={t.email} optional={optional} type="email" width="medium" />
        <TextField form={form} name="phone" label={t.phone} optional={optional} type="tel" width="medium" />
        <p class="quiet">{t.privacy}</p>
        <p class="trap">
          <label for={trapField}>{t.trap}</label>
          <input id={trapField} name={trapField} tabindex={-1} autocomplete="off" />
        </p>
        <FormActions>
          <Button>{t.send}</Button>
          <a href={paths.organisation(organisation)}>{t.backToOrganisation}</a>
        </FormActions>
      </Form>
    </DeskLayout>
  )
}

export function ThanksPage({ view, organisation }: { view: View; organisation: Organisation }) {
  const t = texts[view.locale]
  return (
    <DeskLayout view={view} title={t.thanks}>
      <div class="page-heading">
        <h1>{t.thanks}</h1>
        <p class="lead">{t.thanksWords}</p>
      </div>
      <p>
        <a href={view.paths.organisation(organisation)}>{t.backToOrganisation}</a>
      </p>
    </DeskLayout>
  )
}
