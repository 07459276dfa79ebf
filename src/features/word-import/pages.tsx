import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { Select } from "../../ui/field/choices.tsx"
import { FileField } from "../../ui/field/file-field.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { UploadProgress } from "../../ui/upload-progress/upload-progress.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { sectionName } from "../news/headlines.tsx"
import type { SectionChoice } from "../newsroom/queries.ts"
import { texts } from "./texts.ts"

type UploadPageProps = { view: View; person: Person; sections: SectionChoice[]; form: FormState }

export function WordUploadPage({ view, person, sections, form }: UploadPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.title}
      trail={[{ name: t.articles, path: paths.deskArticles() }]}
      hasErrors={hasErrors(form)}
    >
      <header class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      <FormSummary form={form} locale={locale} />
      <UploadProgress locale={locale}>
        <Form action={paths.wordArticle()} files>
          <FileField form={form} locale={locale} name="tep" label={t.file} hint={t.fileHint} accept=".docx" />
          <Select
            form={form}
            name="chuyen-muc"
            label={t.section}
            empty={t.sectionEmpty}
            choices={sections.map((section) => ({
              value: String(section.id),
              label: sectionName(section, locale),
            }))}
          />
          <FormActions>
            <Button>{t.make}</Button>
          </FormActions>
        </Form>
      </UploadProgress>
    </DeskLayout>
  )
}

type ReportPageProps = {
  view: View
  person: Person
  article: { article_id: number; title: string; note: string | null }
}

/** What came of a file: told once here, and kept as the note of the first version. */
export function WordReportPage({ view, person, article }: ReportPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const [origin, ...lines] = article.note?.split("\n") ?? []
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.made}
      trail={[{ name: t.articles, path: paths.deskArticles() }]}
    >
      <header class="page-heading">
        <h1>{t.made}</h1>
        <p class="lead" lang={locale === "vi" ? undefined : "vi"}>
          {article.title}
        </p>
        <p>{origin}</p>
      </header>
      {lines.length === 0 ? (
        <p class="notice">{t.whole}</p>
      ) : (
        <section class="notice stack" aria-labelledby="xem-lai">
          <h2 id="xem-lai">{t.check}</h2>
          <ul>
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <ButtonLink href={paths.deskArticle({ article_id: article.article_id, locale: "vi" }, "sua")}>
          {t.open}
        </ButtonLink>
      </p>
    </DeskLayout>
  )
}
