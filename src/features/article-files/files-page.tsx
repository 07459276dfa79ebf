import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { FileField } from "../../ui/field/file-field.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { Upload } from "../../ui/rich-editor/uploads.ts"
import { UploadProgress } from "../../ui/upload-progress/upload-progress.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { texts } from "./texts.ts"

type FilesPageProps = { view: View; person: Person; uploads: Upload[]; form: FormState }

/** Without scripts this is where files come from: each with a line of HTML to copy into the text. */
export function FilesPage({ view, person, uploads, form }: FilesPageProps) {
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
      {may(person, "write_article") && (
        <UploadProgress locale={locale}>
          <Form action={paths.articleFiles()} files>
            <FileField form={form} locale={locale} name="tep" label={t.file} hint={t.fileHint} />
            <FormActions>
              <Button>{t.upload}</Button>
            </FormActions>
          </Form>
        </UploadProgress>
      )}
      {uploads.length > 0 && (
        <section class="stack" aria-labelledby="tep-cua-ban">
          <h2 id="tep-cua-ban">{t.yours}</h2>
          <p>{t.altHint}</p>
          <ul class="uploads">
            {uploads.map((upload, index) => (
              <li class="upload">
                {upload.kind === "image" && <img src={upload.address} alt="" loading="lazy" />}
                <div class="field">
                  <a href={upload.address}>{upload.words}</a>
                  <label class="visually-hidden" for={`html-${index}`}>
                    {t.snippet(upload.name)}
                  </label>
                  <textarea class="field__input" id={`html-${index}`} rows={3} readonly>
                    {snippet(upload, t.snippetAlt)}
                  </textarea>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DeskLayout>
  )
}

/** Names and words of files hold no quotes or brackets: they were cleaned when the file was kept. */
function snippet({ kind, address, srcset, width, height, words }: Upload, alt: string) {
  if (kind !== "image") return `<a href="${address}">${words}</a>`
  const sizes = srcset ? ` srcset="${srcset}"` : ""
  return `<img src="${address}" alt="${alt}" width="${width}" height="${height}"${sizes} />`
}
