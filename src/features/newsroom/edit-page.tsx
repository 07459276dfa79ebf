import { raw } from "hono/html"
import type { Child } from "hono/jsx"
import type { Person } from "../../rights/roles.ts"
import { AutoSave, DraftNotice } from "../../ui/auto-save/auto-save.tsx"
import { Button } from "../../ui/button/button.tsx"
import { Conflict, VersionField } from "../../ui/difference/difference.tsx"
import { Select } from "../../ui/field/choices.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import type { Locale } from "../../ui/language.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { RichEditor } from "../../ui/rich-editor/rich-editor.tsx"
import type { FormState } from "../../web/forms.ts"
import type { FieldDifference } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import { draftQuery, type OfferedDraft } from "../drafts/open-form.ts"
import { textOfHtml } from "../news/body-html.ts"
import { sectionName } from "../news/headlines.tsx"
import { originalField } from "./forms.ts"
import type { DeskEdition, SectionChoice } from "./queries.ts"
import { texts } from "./texts.ts"

/** The name under which drafts of the form are kept. */
export const draftForm = "tin-bai"

type EditPageProps = {
  view: View
  person: Person
  /** In which language the article is written, whatever the language of the desk. */
  language: Locale
  /** Without one, it begins here. */
  edition?: DeskEdition | undefined
  /** The Vietnamese one beside a translation. */
  original?: DeskEdition | undefined
  sections: SectionChoice[]
  form: FormState
  draft?: OfferedDraft | undefined
  record: string
  children?: Child
}

/** Where an article is written; the textarea named `body` does it all without scripts. */
export function EditPage(props: EditPageProps) {
  const { view, language, edition, original, sections, form, draft, record } = props
  const { locale } = view
  const t = texts[locale]
  const optional = fieldTexts[locale].optional
  return (
    <Frame {...props} hasErrors={hasErrors(form)}>
      <FormSummary form={form} locale={locale} labels={labelsIn(locale)} />
      <DraftNotice view={view} form={draftForm} record={record} draft={draft} query={draftQuery} />
      {original && <Original view={view} original={original} />}
      <AutoSave view={view} form={draftForm} record={record}>
        <Form action={view.path}>
          {edition && <VersionField version={edition.version} />}
          {original && <input type="hidden" name={originalField} value={String(original.version)} />}
          <TextField
            form={form}
            name="tieu-de"
            label={t.title}
            hint={t.titleHint}
            lang={language}
            autocomplete="off"
          />
          {language === "vi" && (
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
          )}
          <RichEditor
            form={form}
            name="body"
            label={t.body}
            hint={t.bodyHint}
            lang={language}
            uploads={view.paths.articleFiles()}
          />
          <p class="without-scripts">
            <a href={view.paths.articleFiles()}>{t.files}</a>
          </p>
          <TextField
            form={form}
            name="tac-gia"
            label={t.byline}
            optional={optional}
            width="medium"
            autocomplete="off"
          />
          {edition && (
            <TextField
              form={form}
              name="ghi-chu"
              label={t.note}
              hint={t.noteHint}
              optional={optional}
              autocomplete="off"
            />
          )}
          <FormActions>
            <Button>{t.save}</Button>
            <a href={edition ? view.paths.deskArticle(edition) : view.paths.deskArticles()}>
              {edition ? t.back : t.articles}
            </a>
          </FormActions>
        </Form>
      </AutoSave>
    </Frame>
  )
}

type ConflictPageProps = Omit<EditPageProps, "draft" | "record"> & {
  edition: DeskEdition
  differences: FieldDifference[]
}

/** Somebody saved another version while this one was written: both are shown, and a choice is made for each field. */
export function ConflictPage(props: ConflictPageProps) {
  const { view, edition, sections, form, differences } = props
  const { author, made_at, version } = edition
  const shown = (name: string, value: string) => {
    if (name === "body") return textOfHtml(value.replaceAll("</p>", "</p>\n"))
    const section = name === "chuyen-muc" && sections.find(({ id }) => String(id) === value)
    return section ? sectionName(section, view.locale) : value
  }
  return (
    <Frame {...props} hasErrors>
      <Conflict
        view={view}
        action={view.path}
        form={form}
        current={{ version, changed_by: author, changed_at: made_at }}
        differences={differences}
        labels={labelsIn(view.locale)}
        show={shown}
        back={view.path}
      />
    </Frame>
  )
}

type FrameProps = Pick<EditPageProps, "view" | "person" | "language" | "edition" | "original"> & {
  hasErrors: boolean
  children?: Child
}

function Frame({ view, person, language, edition, original, hasErrors, children }: FrameProps) {
  const t = texts[view.locale]
  const known = edition ?? original
  const title = edition
    ? t.editTitle(edition.title)
    : language === "en" && original
      ? t.translateTitle(original.title)
      : t.newArticle
  return (
    <DeskLayout
      view={view}
      person={person}
      title={title}
      hasErrors={hasErrors}
      trail={[
        { name: t.articles, path: view.paths.deskArticles() },
        ...(known ? [{ name: known.title, path: view.paths.deskArticle(known) }] : []),
      ]}
    >
      <div class="desk-heading">
        <h1>{title}</h1>
      </div>
      <div class="writing">{children}</div>
    </DeskLayout>
  )
}

function Original({ view, original }: { view: View; original: DeskEdition }) {
  const t = texts[view.locale]
  return (
    <details class="original">
      <summary>{t.original}</summary>
      <div lang="vi">
        <p class="original__title">{original.title}</p>
        <div class="article__body">{raw(original.body_html)}</div>
      </div>
    </details>
  )
}

export function labelsIn(locale: Locale) {
  const t = texts[locale]
  return {
    "tieu-de": t.title,
    "chuyen-muc": t.section,
    body: t.body,
    "tac-gia": t.byline,
    "ghi-chu": t.note,
  }
}
