import { Button } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Radios } from "../../ui/field/choices.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { DayField, TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import type { FormState } from "../../web/forms.ts"
import { versionField } from "../../web/versions.ts"
import { ScoringForm } from "./fill-page.tsx"
import { officeOf, type SheetRecord } from "./read-sheet.ts"
import type { Score } from "./scoring.ts"
import { NotRatedNotice, type SheetGiven, SheetHeading, scoreWords, sheetTrail } from "./sheet-page.tsx"
import { SheetTable } from "./sheet-table.tsx"
import { sheetTexts as texts } from "./sheet-texts.ts"
import type { Revision } from "./sheets.ts"

type Given = SheetGiven & { form: FormState }

/** The version someone began with: a form that comes back keeps it. */
function Opened({ record: { sheet }, form }: { record: SheetRecord; form: FormState }) {
  return <VersionField version={Number(form.values[versionField]?.[0] ?? sheet?.version ?? 0)} />
}

/** What the forms about one sheet have in common. */
function about({ view, record }: SheetGiven) {
  return {
    view,
    trail: sheetTrail(view, record, true),
    back: view.paths.ratingSheet(record.rated, record.year),
  }
}

/** What the control board said, recorded by whoever files for the organisation. */
export function CheckPage(given: Given) {
  const { view, person, record, form } = given
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      {...about(given)}
      person={person}
      title={t.check}
      lead={t.checkLead}
      form={form}
      action={paths.ratingSheet(record.rated, record.year, "kiem-soat")}
      submit={t.record}
      before={<p>{scoreWords(record.sheet!, view)}</p>}
    >
      <Opened record={record} form={form} />
      <TextField form={form} name="done_by" label={t.done_by} hint={t.doneByHint} lang="vi" />
      <DayField form={form} name="happened_on" label={t.happened_on} />
      <Radios
        form={form}
        name="result"
        label={t.result}
        choices={[
          { value: "agrees", label: t.agrees },
          { value: "disagrees", label: t.disagrees },
        ]}
      />
      <TextArea form={form} name="note" label={t.remark} optional={fieldTexts[locale].optional} rows={3} />
    </FormPage>
  )
}

type AcceptProps = SheetGiven & {
  score: Score
  previous: Revision | undefined
  /** Of the two forms, the one that came back. */
  acceptForm: FormState
  returnForm: FormState
}

/** The registration body takes the sheet in, or returns it with a reason beside each criterion. */
export function AcceptPage({ view, person, record, score, previous, acceptForm, returnForm }: AcceptProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { rated, year, sheet, notRated } = record
  const office = officeOf(record)
  const typedByReader =
    record.revisions.find(({ number }) => number === sheet?.revision)?.typed_by === person.name
  return (
    <DeskLayout
      view={view}
      person={person}
      title={`${t.acceptTitle}: ${rated.name}`}
      trail={sheetTrail(view, record, true)}
      hasErrors={hasErrors(acceptForm) || hasErrors(returnForm)}
    >
      <SheetHeading view={view} record={record} />
      {typedByReader && <p class="notice notice--warning">{t.ownTyping}</p>}
      {notRated ? (
        <NotRatedNotice view={view} notRated={notRated} />
      ) : (
        <section class="stack" aria-labelledby="tiep-nhan">
          <h2 id="tiep-nhan">{t.accept}</h2>
          <Form action={paths.ratingSheet(rated, year, "tiep-nhan")}>
            <FormSummary form={acceptForm} locale={locale} />
            <Opened record={record} form={acceptForm} />
            {office && (
              <Radios
                form={acceptForm}
                name="counts"
                label={t.counts}
                choices={[
                  { value: "self", label: t.countsSelf(scoreWords(sheet!, view)) },
                  { value: "office", label: t.countsOffice(scoreWords(office, view)) },
                ]}
              />
            )}
            <TextArea
              form={acceptForm}
              name="note"
              label={t.acceptNote}
              optional={fieldTexts[locale].optional}
              rows={2}
            />
            <FormActions>
              <Button>{t.accept}</Button>
            </FormActions>
          </Form>
        </section>
      )}
      <section class="stack" aria-labelledby="tra-lai">
        <h2 id="tra-lai">{t.return}</h2>
        <p>{t.returnLead}</p>
        {previous && <p>{t.changedOnly}</p>}
        <form
          class="rating-return"
          method="post"
          action={paths.ratingSheet(rated, year, "tra-lai")}
          novalidate
        >
          <FormSummary form={returnForm} locale={locale} />
          <Opened record={record} form={returnForm} />
          <SheetTable view={view} record={record} score={score} previous={previous} reasons={returnForm} />
          <TextArea
            form={returnForm}
            name="note"
            label={t.wholeReason}
            optional={fieldTexts[locale].optional}
            rows={3}
          />
          <FormActions>
            <Button quiet>{t.return}</Button>
          </FormActions>
        </form>
      </section>
    </DeskLayout>
  )
}

/** The office scores the sheet itself, beside the self-score. */
export function ReviewPage({ view, person, record, form, score }: Given & { score: Score }) {
  const { locale, paths } = view
  const t = texts[locale]
  const { rated, year } = record
  return (
    <DeskLayout
      view={view}
      person={person}
      title={`${t.review}: ${rated.name}`}
      trail={sheetTrail(view, record, true)}
      hasErrors={hasErrors(form)}
    >
      <SheetHeading view={view} record={record} />
      <h2>{t.review}</h2>
      <p>{t.reviewLead}</p>
      <ScoringForm
        view={view}
        record={record}
        form={form}
        score={score}
        action={paths.ratingSheet(rated, year, "cham-lai")}
        submit={t.saveReview}
      />
    </DeskLayout>
  )
}

export function ObjectionPage(given: Given) {
  const { view, person, record, form } = given
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      {...about(given)}
      person={person}
      title={t.object}
      lead={t.objectLead}
      form={form}
      action={paths.ratingSheet(record.rated, record.year, "khieu-nai")}
      submit={t.object}
    >
      <Opened record={record} form={form} />
      <DayField form={form} name="happened_on" label={t.happened_on} />
      <TextArea form={form} name="note" label={t.objection} rows={6} />
    </FormPage>
  )
}

export function AnswerPage(given: Given) {
  const { view, person, record, form } = given
  const { locale, paths } = view
  const t = texts[locale]
  const objection = record.events.findLast(({ kind }) => kind === "objected")
  const office = officeOf(record)
  return (
    <FormPage
      {...about(given)}
      person={person}
      title={t.answerTitle}
      form={form}
      action={paths.ratingSheet(record.rated, record.year, "tra-loi")}
      submit={t.answerTitle}
      before={
        <>
          <blockquote class="reported">{objection?.note}</blockquote>
          <p>
            {t.countsSelf(scoreWords(record.sheet!, view))}
            {office && `. ${t.countsOffice(scoreWords(office, view))}`}
          </p>
        </>
      }
    >
      <Opened record={record} form={form} />
      <Radios
        form={form}
        name="outcome"
        label={t.outcome}
        choices={[
          { value: "dismissed", label: t.dismissed },
          { value: "corrected", label: t.corrected },
        ]}
      />
      <DayField form={form} name="happened_on" label={t.happened_on} />
      <TextArea form={form} name="note" label={t.answer} rows={6} />
    </FormPage>
  )
}
