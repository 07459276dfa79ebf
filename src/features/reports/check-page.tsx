import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextArea } from "../../ui/field/text-field.tsx"
import { formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { findEmpty } from "../report-forms/check-values.ts"
import type { ReportValues } from "../report-forms/definition.ts"
import type { AskedFiling, Filing } from "./asked-filing.ts"
import { asksForAnswer, type Finding } from "./findings.ts"
import { FilingHeading, filingTrail, ReturnedNotice, TypedBy } from "./form-page.tsx"
import type { Returned } from "./read-events.ts"
import { texts } from "./texts.ts"
import { ValuesTable } from "./values-table.tsx"

/** Under which an answer is sent. */
export const answerField = (rule: string) => `tra-loi.${rule}`

type CheckPageProps = {
  view: View
  person: Person
  asked: AskedFiling & { filing: Filing }
  form: FormState
  last: { year: number; values: ReportValues | null }
  findings: readonly Finding[]
  returned: Returned | undefined
}

/** Everything that will be sent, on one page: figures beside last year's, what is missing, what is asked. */
export function CheckPage(props: CheckPageProps) {
  const { view, person, asked, form, last, findings, returned } = props
  const { locale, paths } = view
  const t = texts[locale]
  const { definition } = asked.form
  const { filing, round } = asked
  const required = findEmpty(definition, filing.values)
  const blocking = findings.filter(({ severity }) => severity === "blocking")
  const questions = findings.filter(asksForAnswer)
  const isReady = required.length + blocking.length === 0
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.checkTitle}
      trail={filingTrail(view, asked)}
      hasErrors={hasErrors(form)}
    >
      <FilingHeading view={view} asked={asked} title={t.checkTitle} />
      <p class="lead">{t.checkLead}</p>
      <TypedBy view={view} {...filing} />
      {!isReady && <NotReady {...props} />}
      {returned && <ReturnedNotice view={view} returned={returned} definition={definition} />}
      <ValuesTable
        view={view}
        definition={definition}
        // What is optional and was never reported is named below the table.
        fields={definition.fields.filter(
          ({ code, is_required }) =>
            is_required || isSaid(filing.values[code]) || isSaid(last.values?.[code]),
        )}
        caption={t.values}
        now={{ heading: t.thisYear(String(round.year)), values: filing.values }}
        before={{ heading: t.lastYearShort(String(last.year)), values: last.values }}
        pathOf={({ code }) => `${paths.filing(asked, "dien")}#${code}`}
      />
      <EmptyFields {...props} />
      <form class="form report-check" method="post" action={paths.filing(asked, "gui")} novalidate>
        <FormSummary form={form} locale={locale} />
        <input type="hidden" name="ban" value={String(filing.revision)} />
        {questions.length > 0 && <Questions {...props} questions={questions} />}
        {returned && filing.state === "returned" && (
          <TextArea form={form} name="note" label={t.noteToOfficer} hint={t.noteToOfficerHint} rows={3} />
        )}
        <FormActions>
          {isReady && <Button>{filing.state === "returned" ? t.sendAgain : t.send}</Button>}
          {questions.length > 0 && (
            <Button quiet name="chi-luu" value="1">
              {t.saveAnswers}
            </Button>
          )}
          <a href={paths.filing(asked, "dien")}>{t.backToForm}</a>
        </FormActions>
      </form>
    </DeskLayout>
  )
}

function NotReady({ view, asked, findings }: CheckPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { definition } = asked.form
  const at = (code: string) => `${paths.filing(asked, "dien")}#${code}`
  return (
    <section class="form-summary" aria-labelledby="chua-gui-duoc">
      <h2 class="form-summary__title" id="chua-gui-duoc">
        {t.cannotSend}
      </h2>
      <ul>
        {findEmpty(definition, asked.filing.values).map(({ code, label }) => (
          <li>
            <a href={at(code)}>{t.emptyRequired(label[locale])}</a>
          </li>
        ))}
        {findings
          .filter(({ severity }) => severity === "blocking")
          .map(({ fields, words }) => (
            <li>
              <a href={at(fields[0]!)}>{words}</a>
            </li>
          ))}
      </ul>
    </section>
  )
}

function EmptyFields({ view, asked }: CheckPageProps) {
  const { locale } = view
  const empty = asked.form.definition.fields.filter(
    ({ code, is_required }) => !is_required && !isSaid(asked.filing.values[code]),
  )
  if (empty.length === 0) return null
  return (
    <details>
      <summary>{texts[locale].emptyFields(formatNumber(empty.length, locale))}</summary>
      <p>{empty.map(({ label }) => label[locale]).join(" · ")}</p>
    </details>
  )
}

function isSaid(value: ReportValues[string] | undefined) {
  return value !== null && value !== undefined
}

function Questions({ view, asked, form, questions }: CheckPageProps & { questions: readonly Finding[] }) {
  const { locale } = view
  const t = texts[locale]
  const labelOf = (code: string) =>
    asked.form.definition.fields.find((field) => field.code === code)?.label[locale] ?? code
  return (
    <section class="stack" aria-labelledby="cau-hoi">
      <h2 id="cau-hoi">{t.questions}</h2>
      <p class="quiet">{t.questionsLead}</p>
      {questions.map(({ rule, words, fields, answer, severity }) => (
        <div class={`report-question report-question--${severity}`}>
          <p>{words}</p>
          <TextArea form={form} name={answerField(rule)} label={t.answerOf(labelOf(fields[0]!))} rows={2} />
          {answer && (
            <p class="quiet">{t.answeredBy(answer.answered_by, formatTime(answer.answered_at, locale))}</p>
          )}
        </div>
      ))}
    </section>
  )
}
