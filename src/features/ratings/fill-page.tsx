import { AutoSave, DraftNotice } from "../../ui/auto-save/auto-save.tsx"
import { Button } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Form } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { UploadProgress } from "../../ui/upload-progress/upload-progress.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { draftQuery, type OfferedDraft } from "../drafts/open-form.ts"
import type { ReportStanding } from "./read-figures.ts"
import type { SheetRecord } from "./read-sheet.ts"
import { className, formatPoints } from "./scheme-words.ts"
import { classOf, type Score } from "./scoring.ts"
import { SheetFields } from "./sheet-fields.tsx"
import { Acts, Notes, type SheetGiven, SheetHeading, Steps, scoreFaults, sheetTrail } from "./sheet-page.tsx"
import { sheetTexts as texts } from "./sheet-texts.ts"

type FillProps = SheetGiven & {
  form: FormState
  /** Of what is kept. */
  score: Score
  draft: OfferedDraft | undefined
  history: RecordHistory
}

/** The organisation scores itself: what the reports hold stands there, the total follows as one types. */
export function FillPage({ view, person, record, form, score, draft, history }: FillProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { rated, year, sheet } = record
  const key = draftKey(record)
  const faults = sheet && sheet.revision > 0 ? scoreFaults(score, locale) : []
  const returned = lastReturn(record)
  return (
    <DeskLayout
      view={view}
      person={person}
      title={`${rated.name}, ${t.sheetTitle(year)}`}
      trail={sheetTrail(view, record)}
      hasErrors={hasErrors(form)}
    >
      <SheetHeading view={view} record={record} />
      {returned && (
        <section class="notice notice--warning" aria-labelledby="bi-tra-lai">
          <h2 id="bi-tra-lai">{t.returnedTitle}</h2>
          {returned.note && <p>{returned.note}</p>}
          <ul>
            {Object.entries(returned.reasons ?? {}).map(([code, reason]) => (
              <li>
                {code}: {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Notes view={view} record={record} />
      <p>{t.scoreLead("100")}</p>
      <Sources view={view} record={record} />
      <Acts view={view} person={person} record={record} score={score} />
      {faults.length > 0 && (
        <ul class="notice">
          {faults.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      )}
      <DraftNotice view={view} {...key} draft={draft} query={draftQuery} />
      <UploadProgress locale={locale}>
        <AutoSave view={view} {...key}>
          <ScoringForm
            view={view}
            record={record}
            form={form}
            score={score}
            action={paths.ratingSheet(rated, year)}
            submit={t.save}
            takesFiles
          />
        </AutoSave>
      </UploadProgress>
      <Steps view={view} record={record} />
      <History view={view} history={history} />
    </DeskLayout>
  )
}

/** One draft a sheet and person. */
export function draftKey({ rated, year, scheme }: Pick<SheetRecord, "rated" | "year" | "scheme">) {
  return { form: "phieu-danh-gia", record: `${rated.id}-${year}-${scheme.id}` }
}

/** Why it came back, until it is sent again. */
export function lastReturn({ events }: Pick<SheetRecord, "events">) {
  return events.findLast(({ kind }) => kind === "returned" || kind === "resubmitted" || kind === "submitted")
    ?.kind === "returned"
    ? events.findLast(({ kind }) => kind === "returned")
    : undefined
}

/** Which reports the figures come from. */
function Sources({ view: { locale }, record: { year, reported } }: { view: View; record: SheetRecord }) {
  const t = texts[locale]
  const words = (standing: ReportStanding, of: number) =>
    ({ accepted: t.acceptedReport, sent: t.sentReport, none: t.noReport })[standing](String(of))
  return (
    <ul class="rating-sources quiet">
      <li>{words(reported.year, year)}</li>
      <li>{words(reported.last, year - 1)}</li>
    </ul>
  )
}

type ScoringFormProps = {
  view: View
  record: SheetRecord
  form: FormState
  score: Score
  action: string
  submit: string
  takesFiles?: boolean
}

/** The fields of a sheet with the total at its foot, which follows as one types. */
export function ScoringForm({
  view,
  record,
  form,
  score,
  action,
  submit,
  takesFiles = false,
}: ScoringFormProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { rated, year, scheme, sheet, files, reported } = record
  const names = scheme.classes.map((bound) => [
    bound.lowest_points,
    className(bound.class, locale).toLowerCase(),
  ])
  return (
    <rating-total classes={JSON.stringify(names)} words={t.sumNow("{points}", "{class}")}>
      <Form action={action} files={takesFiles}>
        <FormSummary form={form} locale={locale} />
        <VersionField version={Number(form.values["phien-ban"]?.[0] ?? sheet?.version ?? 0)} />
        <SheetFields
          view={view}
          form={form}
          scheme={scheme}
          figures={reported.figures}
          answers={sheet?.answers ?? {}}
          files={files}
          fileAddress={(id) => paths.ratingFile(rated, year, id)}
          reasons={lastReturn(record)?.reasons ?? {}}
          takesFiles={takesFiles}
        />
        <div class="rating-sum">
          <p>
            <span class="rating-sum__label">{t.sum}</span>{" "}
            <output class="rating-sum__points">
              {t.sumNow(
                formatPoints(score.points, locale),
                className(classOf(Math.min(100, score.points), scheme.classes), locale).toLowerCase(),
              )}
            </output>
          </p>
          <Button>{submit}</Button>
        </div>
      </Form>
    </rating-total>
  )
}
