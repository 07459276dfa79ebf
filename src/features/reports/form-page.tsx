import { isRole, type Person } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { AutoSave, DraftNotice } from "../../ui/auto-save/auto-save.tsx"
import { Button } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { formatDay, formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { draftQuery, type OfferedDraft } from "../drafts/open-form.ts"
import type { FormDefinition, ReportValues } from "../report-forms/definition.ts"
import { type AskedFiling, isLate } from "./asked-filing.ts"
import type { Finding } from "./findings.ts"
import type { Returned } from "./read-events.ts"
import { filledWords, ReportField } from "./report-field.tsx"
import { texts } from "./texts.ts"

type FormPageProps = {
  view: View
  person: Person
  asked: AskedFiling
  form: FormState
  last: { year: number; values: ReportValues | null }
  /** Fields that hold what the register knows, and nobody has saved yet. */
  prefilled: ReadonlySet<string>
  findings: readonly Finding[]
  returned: Returned | undefined
  draft?: OfferedDraft | undefined
  isSaved?: boolean
}

/** The form of a report, part by part, on one page: on a phone one field below the other. */
export function FormPage(props: FormPageProps) {
  const { view, person, asked, form, draft, isSaved, returned } = props
  const { locale, paths } = view
  const t = texts[locale]
  const { reporter, form: version, filing } = asked
  const { definition } = version
  const action = paths.filing(asked, "dien")
  const labels = Object.fromEntries(definition.fields.map(({ code, label }) => [code, label[locale]]))
  return (
    <DeskLayout
      view={view}
      person={person}
      title={reporter.name}
      trail={filingTrail(view, asked)}
      hasErrors={hasErrors(form)}
    >
      <FilingHeading view={view} asked={asked} title={reporter.name} />
      {isSaved && filing && (
        <p class="notice notice--success" role="status">
          {t.saved(formatNumber(filing.revision, locale))}
        </p>
      )}
      <TypedFor view={view} person={person} asked={asked} />
      {returned && <ReturnedNotice view={view} returned={returned} definition={definition} />}
      <DraftNotice view={view} {...draftOf(asked)} draft={draft} query={draftQuery} />
      <Sections {...props} />
      <AutoSave view={view} {...draftOf(asked)} keptHereFor={person.id}>
        <report-figures locale={locale} unchanged={t.unchanged}>
          <form class="form report-form" method="post" action={action} novalidate>
            <FormSummary form={form} locale={locale} labels={labels} />
            <VersionField version={filing?.revision ?? 0} />
            {definition.sections.map((section) => (
              <FormSection {...props} section={section} />
            ))}
            <FormActions>
              <Button name="roi" value="kiem-tra">
                {t.saveAndCheck}
              </Button>
              <Button quiet name="roi" value="dien">
                {t.save}
              </Button>
            </FormActions>
          </form>
        </report-figures>
      </AutoSave>
    </DeskLayout>
  )
}

/** The draft of whoever types; each has their own. */
export function draftOf({ round, reporter }: Pick<AskedFiling, "round" | "reporter">) {
  const { organisation_id, place_id } = reporter
  return {
    form: "bao-cao",
    record: `${round.id}-${organisation_id !== null ? "tc" : "dp"}${organisation_id ?? place_id}`,
  }
}

export function filingTrail({ locale, paths }: View, { round, reporter }: AskedFiling, deeper = true) {
  const list = [
    { name: texts[locale].title, path: paths.reports() },
    { name: round.name, path: paths.filings(round) },
  ]
  return deeper ? [...list, { name: reporter.name, path: paths.filing({ round, reporter }) }] : list
}

/** Whose report it is, in which round and form, how far it is, and until when. */
export function FilingHeading({ view, asked, title }: { view: View; asked: AskedFiling; title: string }) {
  const { locale, today } = view
  const t = texts[locale]
  const { round, form, filing, due_on } = asked
  return (
    <div class="page-heading">
      <p class="kicker">
        <span lang="vi">{t.about(round.name, form.name)}</span>
      </p>
      <h1 lang="vi">{title}</h1>
      <p>
        <span class={`report-state report-state--${filing?.state ?? "none"}`}>
          {t[filing?.state ?? "none"]}
        </span>{" "}
        · {t.dueOn(formatDay(due_on, locale))}
        {isLate(asked, today) && (
          <>
            {" · "}
            <strong class="report-late">{filing?.submitted_on ? t.lateSent : t.late}</strong>
          </>
        )}
      </p>
    </div>
  )
}

/** Who typed what is there, and for whom someone types now. */
function TypedFor({ view, person, asked }: Pick<FormPageProps, "view" | "person" | "asked">) {
  const { locale } = view
  const t = texts[locale]
  const { reporter, filing, round } = asked
  const isOwn = person.roles.some(
    ({ role, organisation_id }) =>
      role === "organisation_representative" && organisation_id === reporter.organisation_id,
  )
  return (
    <div class="stack report-about">
      <p class="quiet">{t.data(formatDay(round.data_from, locale), formatDay(round.data_to, locale))}</p>
      {!isOwn && reporter.organisation_id !== null && <p class="notice">{t.typingFor(reporter.name)}</p>}
      {filing?.typed_by && filing.saved_at && <TypedBy view={view} {...filing} />}
    </div>
  )
}

export function TypedBy({
  view,
  typed_by,
  typed_role,
  saved_at,
}: {
  view: View
  typed_by: string | null
  typed_role: string | null
  saved_at: Date | null
}) {
  const { locale } = view
  const role = isRole(typed_role) ? roleName(typed_role, locale) : ""
  if (!typed_by || !saved_at) return null
  return <p class="quiet">{texts[locale].typedBy(typed_by, role, formatTime(saved_at, locale))}</p>
}

type ReturnedNoticeProps = { view: View; returned: Returned; definition: FormDefinition }

/** Why it came back; each reason leads to its field. */
export function ReturnedNotice({ view, returned, definition }: ReturnedNoticeProps) {
  const { locale } = view
  const t = texts[locale]
  const reasons = definition.fields.filter(({ code }) => returned.reasons[code])
  return (
    <section class="notice notice--warning" aria-labelledby="bi-tra-lai">
      <h2 id="bi-tra-lai">{t.returnedTitle}</h2>
      <p>
        {t.returnedBy(returned.actor, formatTime(returned.happened_at, locale))} {t.returnedLead}
      </p>
      {returned.note && <p class="report-said">{returned.note}</p>}
      {reasons.length > 0 && (
        <ul>
          {reasons.map(({ code, label }) => (
            <li>
              <a href={`#${code}`}>{label[locale]}</a>: {returned.reasons[code]}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Sections({ view, asked, form }: FormPageProps) {
  const { locale } = view
  const { definition } = asked.form
  if (definition.sections.length < 2) return null
  return (
    <nav class="report-sections" aria-label={texts[locale].sections}>
      <ol>
        {definition.sections.map(({ code, label }) => {
          const own = definition.fields.filter(({ section }) => section === code)
          return (
            <li>
              <a href={`#phan-${code}`}>{label[locale]}</a>{" "}
              <span class="quiet">{filledWords(own, form, locale)}</span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function FormSection({
  view,
  asked,
  form,
  last,
  prefilled,
  findings,
  returned,
  section,
}: FormPageProps & { section: FormDefinition["sections"][number] }) {
  const { locale } = view
  return (
    <section class="report-section" aria-labelledby={`phan-${section.code}`}>
      <h2 id={`phan-${section.code}`}>{section.label[locale]}</h2>
      {section.help && <p class="quiet">{section.help[locale]}</p>}
      {asked.form.definition.fields
        .filter((field) => field.section === section.code)
        .map((field) => (
          <ReportField
            view={view}
            field={field}
            form={form}
            last={last}
            total={asked.filing?.values[field.code]}
            isPrefilled={prefilled.has(field.code)}
            findings={findings.filter(({ fields }) => fields[0] === field.code)}
            returned={returned?.reasons[field.code]}
          />
        ))}
    </section>
  )
}
