import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { Radios } from "../../ui/field/choices.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { DayField, TextField } from "../../ui/field/text-field.tsx"
import { formatMoment } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import type { FoundArticle } from "./desk-queries.ts"
import { deskTexts } from "./texts.ts"

type HighlightPageProps = {
  view: View
  person: Person
  form: FormState
  /** The one that is changed; without it a new one is written. */
  highlight?: { id: number; version: number } | undefined
  /** Articles that what was typed may mean. */
  offered?: FoundArticle[]
  history?: RecordHistory | undefined
}

export function HighlightPage({ view, person, form, highlight, offered = [], history }: HighlightPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const title = highlight ? t.editTitle : t.add
  return (
    <DeskLayout
      view={view}
      person={person}
      title={title}
      trail={[{ name: t.title, path: paths.deskHighlights() }]}
      hasErrors={hasErrors(form)}
    >
      <header class="page-heading">
        <h1>{title}</h1>
      </header>
      <FormSummary form={form} locale={locale} />
      <Form action={highlight ? paths.deskHighlight(highlight) : paths.deskHighlights()}>
        {highlight && <input type="hidden" name="phien-ban" value={highlight.version} />}
        <TextField
          form={form}
          name="bai-viet"
          label={t.article}
          hint={t.articleHint}
          optional={t.optional}
          autocomplete="off"
        />
        {offered.length > 0 && (
          <Radios
            form={form}
            name="ma-bai"
            label={t.whichArticle}
            choices={offered.map((article) => ({
              value: String(article.id),
              label: article.title,
              hint: isPublished(article) ? formatMoment(article.published_at, true, locale) : undefined,
            }))}
          />
        )}
        <TextField
          form={form}
          name="tieu-de"
          label={t.headline}
          hint={t.headlineHint}
          optional={t.optional}
          autocomplete="off"
        />
        <DayField form={form} name="tu-ngay" label={t.from} hint={t.dayHint} />
        <DayField form={form} name="den-ngay" label={t.until} hint={t.untilHint} optional={t.optional} />
        <FormActions>
          <Button>{highlight ? t.save : t.add}</Button>
          <ButtonLink href={paths.deskHighlights()} quiet>
            {t.back}
          </ButtonLink>
        </FormActions>
      </Form>
      {history && <History view={view} history={history} />}
    </DeskLayout>
  )
}

/** What was never published stands at the end of time. */
function isPublished({ published_at }: FoundArticle) {
  return Number.isFinite(published_at.valueOf())
}
