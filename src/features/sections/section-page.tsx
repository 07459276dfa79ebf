import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextField } from "../../ui/field/text-field.tsx"
import { formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import type { SectionRecord } from "./queries.ts"
import { texts } from "./texts.ts"

type SectionPageProps = {
  view: View
  person: Person
  section: SectionRecord
  form: FormState
  history: RecordHistory
}

/** Its names, and what else can be done with it. */
export function SectionPage({ view, person, section, form, history }: SectionPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.renameOne(section.name)}
      trail={[{ name: t.title, path: paths.deskSections() }]}
      hasErrors={hasErrors(form)}
    >
      <header class="page-heading">
        <h1>{t.renameOne(section.name)}</h1>
      </header>
      <FormSummary form={form} locale={locale} />
      <Form action={paths.deskSection(section)}>
        <input type="hidden" name="phien-ban" value={section.version} />
        <TextField form={form} name="ten" label={t.name} hint={t.renameHint} autocomplete="off" />
        <TextField form={form} name="ten-tieng-anh" label={t.nameEn} autocomplete="off" />
        <FormActions>
          <Button>{t.save}</Button>
        </FormActions>
      </Form>
      <End view={view} section={section} />
      <History view={view} history={history} />
    </DeskLayout>
  )
}

function End({ view, section }: { view: View; section: SectionRecord }) {
  const { locale, paths } = view
  const t = texts[locale]
  if (section.retired_at)
    return <Deed action={paths.deskSectionRestoration(section)} name={t.restore} words={t.restoreWords} />
  if (section.is_used) {
    const words = t.retireWords(formatNumber(section.articles, locale))
    return <Deed action={paths.deskSectionRetirement(section)} name={t.retire} words={words} />
  }
  return <Deed action={paths.deskSectionDeletion(section)} name={t.delete} words={t.deleteWords} />
}

function Deed({ action, name, words }: { action: string; name: string; words: string }) {
  return (
    <form class="card" method="post" action={action}>
      <p>{words}</p>
      <FormActions>
        <Button quiet>{name}</Button>
      </FormActions>
    </form>
  )
}
