import type { Child } from "hono/jsx"
import type { Person } from "../../rights/roles.ts"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { AutoSave } from "../auto-save/auto-save.tsx"
import { Button } from "../button/button.tsx"
import { Form, FormActions } from "../field/form.tsx"
import { FormSummary, hasErrors } from "../field/form-summary.tsx"
import { UploadProgress } from "../upload-progress/upload-progress.tsx"
import { DeskLayout } from "./desk-layout.tsx"
import { deskTexts } from "./desk-texts.ts"

type FormPageProps = {
  view: View
  person: Person
  title: string
  lead?: string | undefined
  trail: { name: string; path: string }[]
  form: FormState
  action: string
  /** What the button does. */
  submit: string
  /** Where to without sending it. */
  back: string
  /** What stands between heading and form. */
  before?: Child
  /** What stands below the form. */
  after?: Child
  /** True when files are sent along. */
  files?: boolean
  /** The draft that keeps what is typed until it is sent. */
  draft?: { form: string; record: string }
  children: Child
}

/** A page of the desk that is one form: heading, what is wrong, the fields, one button, and the way back. */
export function FormPage({
  view,
  person,
  title,
  lead,
  trail,
  form,
  action,
  submit,
  back,
  before,
  after,
  files = false,
  draft,
  children,
}: FormPageProps) {
  const t = deskTexts[view.locale]
  const sent = (
    <Form action={action} files={files}>
      <FormSummary form={form} locale={view.locale} />
      {children}
      <FormActions>
        <Button>{submit}</Button>
        <a href={back}>{t.back}</a>
      </FormActions>
    </Form>
  )
  const saved = draft ? (
    <AutoSave view={view} {...draft}>
      {sent}
    </AutoSave>
  ) : (
    sent
  )
  return (
    <DeskLayout view={view} person={person} title={title} trail={trail} hasErrors={hasErrors(form)}>
      <div class="page-heading">
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {before}
      {files ? <UploadProgress locale={view.locale}>{saved}</UploadProgress> : saved}
      {after}
    </DeskLayout>
  )
}
