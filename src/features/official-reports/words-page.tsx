import type { Person } from "../../rights/roles.ts"
import { AutoSave, DraftNotice } from "../../ui/auto-save/auto-save.tsx"
import { Button } from "../../ui/button/button.tsx"
import { typedIn } from "../../ui/field/field.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextArea } from "../../ui/field/text-field.tsx"
import { formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { draftQuery, type OfferedDraft } from "../drafts/open-form.ts"
import { deskTexts } from "./desk-texts.ts"
import type { Section } from "./outline.ts"
import type { OfficialReport, OwnWords } from "./queries.ts"
import { reportTrail } from "./report-page.tsx"

/** The form's name among drafts. */
export const wordsForm = "bao-cao-bo"
export const textField = (section: string) => `loi-${section}`
export const markField = (section: string) => `dau-${section}`

type WordsPageProps = {
  view: View
  person: Person
  report: OfficialReport
  sections: readonly Section[]
  words: ReadonlyMap<string, OwnWords>
  /** None for who may only read. */
  form: FormState | undefined
  draft?: OfferedDraft | undefined
  /** What others wrote meanwhile where this person wrote too. */
  overtaken?: readonly OwnWords[]
}

/** The report as it reads: what the figures say, and boxes for what only the officer can. */
export function WordsPage(props: WordsPageProps) {
  const { view, person, report, sections, form, draft } = props
  const { locale, paths } = view
  const t = deskTexts[locale]
  const parts = sections.map((section) => <SectionPart {...props} section={section} />)
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.wordsTitle}
      trail={reportTrail(view, report)}
      hasErrors={form !== undefined && hasErrors(form)}
    >
      <div class="page-heading">
        <h1>{t.wordsTitle}</h1>
        {form && <p class="lead">{t.wordsLead}</p>}
      </div>
      {form ? (
        <>
          <DraftNotice
            view={view}
            form={wordsForm}
            record={String(report.id)}
            draft={draft}
            query={draftQuery}
          />
          <AutoSave view={view} form={wordsForm} record={String(report.id)}>
            <Form action={paths.officialReport(report, "loi")}>
              <FormSummary
                form={form}
                locale={locale}
                labels={Object.fromEntries(sections.map(({ key, heading }) => [textField(key), heading]))}
              />
              {parts}
              <FormActions>
                <Button>{t.save}</Button>
                <a href={paths.officialReport(report)}>{t.report}</a>
              </FormActions>
            </Form>
          </AutoSave>
        </>
      ) : (
        parts
      )}
    </DeskLayout>
  )
}

function SectionPart({ view, section, form, words, overtaken = [] }: WordsPageProps & { section: Section }) {
  const { locale } = view
  const t = deskTexts[locale]
  const { key, level, heading, sentences, takesWords } = section
  const own = words.get(key)
  const theirs = overtaken.find((each) => each.section === key)
  const [first, ...others] = heading.split("\n")
  const title = (
    <>
      {first}
      {others.map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
    </>
  )
  return (
    <section class="report-part">
      <div lang="vi">
        {level === 1 ? <h2>{title}</h2> : level === 2 ? <h3>{title}</h3> : <h4>{title}</h4>}
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
      {takesWords && form && (
        <>
          <input type="hidden" name={markField(key)} value={typedIn(form, markField(key))} />
          <TextArea
            form={form}
            name={textField(key)}
            label={t.ownWords(heading)}
            rows={3}
            lang="vi"
            hint={own ? t.savedBy(own.saved_by, formatTime(own.saved_at, locale)) : undefined}
          />
          {theirs && (
            <details open>
              <summary>{t.theirs}</summary>
              <p class="report-part__theirs" lang="vi">
                {theirs.text}
              </p>
            </details>
          )}
        </>
      )}
      {takesWords && !form && own?.text && (
        <p class="report-part__theirs" lang="vi">
          {own.text}
        </p>
      )}
    </section>
  )
}
