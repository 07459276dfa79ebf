import type { Child } from "hono/jsx"
import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextArea } from "../../ui/field/text-field.tsx"
import { formatDay, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import type { FormField, ReportValues } from "../report-forms/definition.ts"
import { type AskedFiling, type Filing, isTypedIn } from "./asked-filing.ts"
import { type FilingAct, isOpenFor, stateAfter } from "./filing-states.ts"
import type { Finding } from "./findings.ts"
import { FilingHeading, filingTrail, ReturnedNotice, TypedBy } from "./form-page.tsx"
import type { FilingEvent, Returned, Revision } from "./read-events.ts"
import { eventTexts, texts } from "./texts.ts"
import { ValuesTable } from "./values-table.tsx"

/** Under which the reason for a field is sent. */
export const reasonField = (code: string) => `ly-do.${code}`

type ReportPageProps = {
  view: View
  person: Person
  asked: AskedFiling
  form: FormState
  last: { year: number; values: ReportValues | null }
  findings: readonly Finding[]
  events: readonly FilingEvent[]
  returned: Returned | undefined
  /** What was looked at when it was returned: once it has come again only what changed since is shown. */
  since: Revision | undefined
  showsAll: boolean
}

/** One report: what it says, what is to be said of it, what happened to it, and what can be done now. */
export function ReportPage(props: ReportPageProps) {
  const { view, person, asked, form, events, returned } = props
  const { filing, reporter } = asked
  const isBack = filing?.state === "returned" && returned !== undefined
  return (
    <DeskLayout
      view={view}
      person={person}
      title={reporter.name}
      trail={filingTrail(view, asked, false)}
      hasErrors={hasErrors(form)}
    >
      <FilingHeading view={view} asked={asked} title={reporter.name} />
      <FormSummary form={form} locale={view.locale} />
      {isBack && <ReturnedNotice view={view} returned={returned} definition={asked.form.definition} />}
      <Acts {...props} />
      {filing && filing.revision > 0 ? (
        <Values {...props} asked={{ ...asked, filing }} />
      ) : (
        <p class="empty">{texts[view.locale].nothingSaved}</p>
      )}
      <Events view={view} asked={asked} events={events} />
    </DeskLayout>
  )
}

/** What the person may do to it now: the sender's acts, then the offices'. */
function Acts(props: ReportPageProps) {
  const { view, person, asked } = props
  const { locale, paths, today } = view
  const t = texts[locale]
  const { standing, filing, round } = asked
  const files = may(person, "file_report", standing)
  const can = (act: FilingAct) => isPossible(asked, act, today)
  if (!isOpenFor(round, filing, today)) return <NotOpen {...props} />
  return (
    <div class="desk-actions no-print">
      {files && isTypedIn(asked, today) && (
        <ButtonLink href={paths.filing(asked, "dien")}>{fillWords(asked, locale)}</ButtonLink>
      )}
      {files && isTypedIn(asked, today) && filing && filing.revision > 0 && (
        <ButtonLink quiet href={paths.filing(asked, "kiem-tra")}>
          {t.saveAndCheck}
        </ButtonLink>
      )}
      {may(person, "check_report", standing) && can("accepted") && (
        <ActForm {...props} part="tiep-nhan" words={t.accept} />
      )}
      {may(person, "accept_report", standing) && can("accepted_by_province") && (
        <ActForm {...props} part="duyet" words={t.acceptForProvince} />
      )}
      {/* Who checks it returns it, with a reason. */}
      {files && !may(person, "check_report", standing) && can("withdrawn") && (
        <ActForm {...props} part="rut-lai" words={t.withdraw} isQuiet />
      )}
      {can("acceptance_withdrawn") && may(person, withdrawalRight(filing), standing) && (
        <ActForm {...props} part="rut-tiep-nhan" words={t.withdrawAcceptance} isQuiet />
      )}
    </div>
  )
}

/** Before the round opens there is nothing to do; after it was closed the province may open one report again. */
function NotOpen({ view, person, asked, form }: ReportPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { round, standing } = asked
  if (round.state === "open") return <p class="notice">{t.notOpen(formatDay(round.opens_on, locale))}</p>
  if (!may(person, "accept_report", standing)) return <p class="notice">{t.closed}</p>
  return (
    <details class="no-print">
      <summary>{t.reopenTitle}</summary>
      <form class="form" method="post" action={paths.filing(asked, "mo-lai")} novalidate>
        <p>{t.reopenLead}</p>
        <TextArea form={form} name="ly-do" label={t.reopenReason} rows={3} />
        <FormActions>
          <Button>{t.reopenAct}</Button>
        </FormActions>
      </form>
    </details>
  )
}

/** Whether the filing is where an act may happen to it. */
export function isPossible({ filing, round }: AskedFiling, act: FilingAct, today: string) {
  return (
    filing !== undefined && stateAfter(filing.state, act) !== undefined && isOpenFor(round, filing, today)
  )
}

/** Who takes an acceptance back: whoever gave it. */
export function withdrawalRight(filing: Filing | undefined) {
  return filing?.state === "accepted_by_province" ? "accept_report" : "check_report"
}

/** Who returns it: the commune what waits for it, the province what the commune accepted. */
export function returnRight(filing: Filing | undefined) {
  return filing?.state === "accepted" ? "accept_report" : "check_report"
}

function fillWords({ filing }: AskedFiling, locale: View["locale"]) {
  const t = texts[locale]
  if (filing?.state === "returned") return t.mend
  return filing && filing.revision > 0 ? t.goOn : t.fillIn
}

type ActFormProps = ReportPageProps & {
  part: "tiep-nhan" | "duyet" | "rut-lai" | "rut-tiep-nhan"
  words: string
  isQuiet?: boolean
}

function ActForm({ view, asked, part, words, isQuiet = false }: ActFormProps) {
  return (
    <form method="post" action={view.paths.filing(asked, part)}>
      <input type="hidden" name="ban" value={String(asked.filing?.revision ?? 0)} />
      <Button quiet={isQuiet}>{words}</Button>
    </form>
  )
}

type ValuesProps = ReportPageProps & { asked: AskedFiling & { filing: Filing } }

/** All values, or what changed since it was returned; for whoever may return it, with a box at every field. */
function Values(props: ValuesProps) {
  const { view, person, asked, last, since, showsAll, form, returned } = props
  const { locale, paths, today } = view
  const t = texts[locale]
  const { filing, round, standing, form: version } = asked
  const { definition } = version
  const isAgain = since !== undefined
  const changed = definition.fields.filter(
    ({ code }) =>
      isAgain &&
      (returned?.reasons[code] !== undefined ||
        (since.values[code] ?? null) !== (filing.values[code] ?? null)),
  )
  const onlyChanged = isAgain && !showsAll
  const returns = may(person, returnRight(filing), standing) && isPossible(asked, "returned", today)
  const table = (
    <ValuesTable
      view={view}
      definition={definition}
      fields={onlyChanged ? changed : definition.fields}
      caption={onlyChanged ? t.changedSince(formatTime(returned!.happened_at, locale)) : t.values}
      now={{ heading: onlyChanged ? t.now : t.thisYear(String(round.year)), values: filing.values }}
      before={
        onlyChanged
          ? { heading: t.whenReturned, values: since.values }
          : { heading: t.lastYearShort(String(last.year)), values: last.values }
      }
      noteOf={(field) => notesOf(field, props, returns)}
    />
  )
  return (
    <section class="stack" aria-labelledby="so-lieu">
      <h2 id="so-lieu">{onlyChanged ? t.whatChanged : t.values}</h2>
      <TypedBy view={view} {...filing} />
      {isAgain && (
        <p>
          {onlyChanged && changed.length === 0 && `${t.nothingChanged} `}
          <a href={paths.filing(asked, undefined, showsAll ? {} : { xem: "tat-ca" })}>
            {showsAll ? t.onlyChanged : t.showAll}
          </a>
        </p>
      )}
      <ResubmissionNote {...props} />
      {returns ? (
        <form class="report-return" method="post" action={paths.filing(asked, "tra-lai")} novalidate>
          <input type="hidden" name="ban" value={String(filing.revision)} />
          {(!onlyChanged || changed.length > 0) && table}
          <section class="report-return__whole no-print" aria-labelledby="tra-lai">
            <h3 id="tra-lai">{t.returnTitle}</h3>
            <p class="quiet">{t.returnLead}</p>
            <TextArea form={form} name="note" label={t.returnNote} hint={t.returnNoteHint} rows={3} />
            <FormActions>
              <Button quiet>{t.returnAct}</Button>
            </FormActions>
          </section>
        </form>
      ) : (
        (!onlyChanged || changed.length > 0) && table
      )}
    </section>
  )
}

/** What the sender wrote when sending it again. */
function ResubmissionNote({ view, asked, events }: ReportPageProps) {
  const event = events.findLast(({ kind }) => kind === "resubmitted")
  if (!event?.note || asked.filing?.state === "returned") return null
  return (
    <div class="notice">
      <p class="quiet">{texts[view.locale].noteFrom(event.actor)}</p>
      <p class="report-said">{event.note}</p>
    </div>
  )
}

/** What is to be said of a field: nothing for most. */
function notesOf(
  field: FormField,
  { view, form, findings, returned, asked }: ReportPageProps,
  returns: boolean,
): Child {
  const { locale } = view
  const t = texts[locale]
  const own = findings.filter(({ fields }) => fields[0] === field.code)
  const reason = returned?.reasons[field.code]
  const said: Child[] = own.map(({ words, severity, answer }) => (
    <div class={`report-finding report-finding--${severity}`}>
      <p>{words}</p>
      {severity !== "blocking" && (
        <p class="report-said">
          {answer
            ? t.answered(answer.answered_by, formatTime(answer.answered_at, locale), answer.answer)
            : t.notAnswered}
        </p>
      )}
    </div>
  ))
  const name = reasonField(field.code)
  const box = returns && (
    <details class="report-return__field no-print" open={Boolean(form.values[name]?.[0])}>
      <summary>
        {t.returnField} <span class="visually-hidden">: {field.label[locale]}</span>
      </summary>
      <TextArea form={form} name={name} label={t.reasonFor(field.label[locale])} rows={2} />
    </details>
  )
  const earlier = reason && asked.filing?.state !== "accepted" && (
    <p class="report-field__returned">{t.returnedReason(reason)}</p>
  )
  if (said.length === 0 && !box && !earlier) return null
  return (
    <>
      {earlier}
      {said}
      {box}
    </>
  )
}

function Events({ view, asked, events }: Pick<ReportPageProps, "view" | "asked" | "events">) {
  const { locale, paths } = view
  const t = texts[locale]
  if (events.length === 0) return null
  return (
    <section class="stack" aria-labelledby="dien-bien">
      <h2 id="dien-bien">{t.whatHappened}</h2>
      <ol class="report-events">
        {events.toReversed().map((event) => (
          <li>
            <p>
              <time datetime={event.happened_at.toISOString()}>{formatTime(event.happened_at, locale)}</time>{" "}
              {event.actor} {eventTexts[locale][event.kind]}
              {event.receipt && (
                <>
                  {" · "}
                  <a href={paths.filing(asked, `bien-nhan/${event.receipt}`)}>{event.receipt}</a>
                </>
              )}
            </p>
            {event.note && <p class="report-said">{event.note}</p>}
          </li>
        ))}
      </ol>
      <p class="no-print">
        <a href={paths.filing(asked, "lich-su")}>{t.allRevisions}</a>
      </p>
    </section>
  )
}
