import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Checkbox, Radios } from "../../ui/field/choices.tsx"
import { FormActions } from "../../ui/field/form.tsx"
import { NumberField, TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import { versionField } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import { ReasonPage } from "../administration/reason-page.tsx"
import { administrationTrail } from "../administration/trail.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { daysOf, gapsIn, type KeptWindow } from "./calendar.ts"
import { type Effects, EffectsOf } from "./effects.tsx"
import type { UndoableChange } from "./keep-windows.ts"
import { texts } from "./texts.ts"
import { dataWords, dueWords, stretchWords, yearDaysWords, yearsWords } from "./words.ts"

type Given = { view: View; person: Person }

type WindowsPageProps = Given & {
  windows: readonly KeptWindow[]
  undoable: UndoableChange | undefined
  history: RecordHistory
}

/** When yearly reports are due, circular by circular. */
export function WindowsPage({ view, person, windows, undoable, history }: WindowsPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const keeps = may(person, "administer")
  const year = Number(view.today.slice(0, 4))
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={administrationTrail(view)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p>
          {t.next} {year}: {yearDaysWords(daysOf(windows, year), locale)}.
        </p>
      </div>
      {keeps && (
        <p>
          <a class="button" href={paths.newReportingWindow()}>
            {t.add}
          </a>
        </p>
      )}
      <div class="organisation-table">
        <WindowsTable view={view} caption={t.title} windows={windows} keeps={keeps} />
      </div>
      <Downloads locale={locale} path={paths.reportingWindows()} />
      {keeps && undoable && (
        <p>
          <a href={paths.reportingWindowUndo(undoable)}>{t.undoLast}</a>
        </p>
      )}
      <History view={view} history={history} />
    </DeskLayout>
  )
}

type WindowsTableProps = { view: View; caption: string; windows: readonly KeptWindow[]; keeps?: boolean }

function WindowsTable({ view: { locale, paths }, caption, windows, keeps = false }: WindowsTableProps) {
  const t = texts[locale]
  return (
    <>
      <Table caption={caption} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.years}</th>
            <th scope="col">{t.due}</th>
            <th scope="col">{t.data}</th>
            <th scope="col">{t.legal_basis}</th>
          </tr>
        </thead>
        <tbody>
          {windows.toReversed().map((window) => (
            <tr>
              <th scope="row">
                {keeps ? (
                  <a href={paths.reportingWindow(window.first_year)}>{yearsWords(window, locale)}</a>
                ) : (
                  yearsWords(window, locale)
                )}
              </th>
              <td data-label={t.due}>{dueWords(window, locale)}</td>
              <td data-label={t.data}>{dataWords(window, locale)}</td>
              <td data-label={t.legal_basis}>
                <span lang="vi">{window.legal_basis}</span>, {window.is_checked ? t.checked : t.unchecked}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {gapsIn(windows).map((gap) => (
        <p class="quiet">{t.gap(stretchWords(gap, locale))}</p>
      ))}
    </>
  )
}

type FormProps = Given & { form: FormState; version: number }

/** A window that holds from a year on. */
export function NewWindowPage({ view, person, form, version }: FormProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.add}
      lead={t.addLead}
      trail={windowsTrail(view)}
      form={form}
      action={paths.newReportingWindow()}
      submit={t.continue}
      back={paths.reportingWindows()}
    >
      <VersionField version={seenVersion(form, version)} />
      <WindowFields view={view} form={form} />
    </FormPage>
  )
}

/** One window, to be corrected; one that still holds can be ended too. */
export function WindowPage({ view, person, window, form, version }: FormProps & { window: KeptWindow }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.correct(yearsWords(window, locale))}
      lead={t.correctLead}
      trail={windowsTrail(view)}
      form={form}
      action={paths.reportingWindow(window.first_year)}
      submit={t.continue}
      back={paths.reportingWindows()}
      before={
        window.last_year === null && (
          <p>
            <a href={paths.reportingWindowEnd(window.first_year)}>{t.end(yearsWords(window, locale))}</a>
          </p>
        )
      }
    >
      <VersionField version={seenVersion(form, version)} />
      <WindowFields view={view} form={form} />
    </FormPage>
  )
}

export function EndWindowPage({ view, person, window, form, version }: FormProps & { window: KeptWindow }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.end(yearsWords(window, locale))}
      lead={t.endLead}
      trail={windowsTrail(view)}
      form={form}
      action={paths.reportingWindowEnd(window.first_year)}
      submit={t.continue}
      back={paths.reportingWindows()}
    >
      <VersionField version={seenVersion(form, version)} />
      <NumberField form={form} name="last_year" label={t.last_year} />
      <ReasonField view={view} form={form} />
    </FormPage>
  )
}

function WindowFields({ view, form }: { view: View; form: FormState }) {
  const t = texts[view.locale]
  const { optional } = fieldTexts[view.locale]
  return (
    <>
      <NumberField form={form} name="first_year" label={t.first_year} />
      <NumberField form={form} name="last_year" label={t.last_year} hint={t.openHint} optional={optional} />
      <Checkbox form={form} name="leaves_gap" label={t.leaves_gap} />
      <TextField form={form} name="due_on" label={t.due_on} hint={t.dueHint} width="short" />
      <Radios
        form={form}
        name="due_year"
        label={t.due_year}
        choices={[
          { value: "0", label: t.thatYear },
          { value: "1", label: t.yearAfter },
        ]}
      />
      <TextField
        form={form}
        name="data_end"
        label={t.data_end}
        hint={t.dataHint}
        optional={optional}
        width="short"
      />
      <TextField form={form} name="legal_basis" label={t.legal_basis} hint={t.legalBasisHint} lang="vi" />
      <Checkbox form={form} name="is_checked" label={t.is_checked} />
      <ReasonField view={view} form={form} />
    </>
  )
}

function ReasonField({ view, form }: { view: View; form: FormState }) {
  const t = texts[view.locale]
  return <TextArea form={form} name="reason" label={t.reason} hint={t.reasonHint} rows={3} />
}

type PreviewProps = Given & {
  form: FormState
  action: string
  effects: Effects
}

/** What follows, before anything is saved; what was typed goes along, to be saved or to be changed. */
export function PreviewPage({ view, person, form, action, effects }: PreviewProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.preview} trail={windowsTrail(view)}>
      <div class="page-heading">
        <h1>{t.preview}</h1>
        <p class="lead">{t.previewLead}</p>
      </div>
      <section class="stack" aria-labelledby="sau-khi-luu">
        <h2 id="sau-khi-luu">{t.calendarAfter}</h2>
        <div class="organisation-table">
          <WindowsTable view={view} caption={t.calendarAfter} windows={effects.windows} />
        </div>
      </section>
      <EffectsOf view={view} effects={effects} />
      <form method="post" action={action}>
        {Object.entries(form.values).flatMap(([name, values]) =>
          values.map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <FormActions>
          <Button name={stepField} value="luu">
            {t.save}
          </Button>
          <Button quiet name={stepField} value="sua">
            {t.backToForm}
          </Button>
          <a href={paths.reportingWindows()}>{t.cancel}</a>
        </FormActions>
      </form>
    </DeskLayout>
  )
}

/** Which button of the preview was pressed; none on the way there. */
export const stepField = "buoc"

type UndoProps = Given & { change: UndoableChange; form: FormState; effects: Effects }

export function UndoPage({ view, person, change, form, effects }: UndoProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <ReasonPage
      view={view}
      person={person}
      title={t.undoTitle}
      lead={t.undoLead(change.made_by, formatTime(change.made_at, locale), change.reason)}
      trail={windowsTrail(view)}
      form={form}
      action={paths.reportingWindowUndo(change)}
      submit={t.undo}
      back={paths.reportingWindows()}
      before={<EffectsOf view={view} effects={effects} />}
    />
  )
}

/** The version the person saw, also when the form comes back. */
function seenVersion(form: FormState, version: number) {
  return Number(form.values[versionField]?.[0] ?? version)
}

function windowsTrail(view: View) {
  const { title } = texts[view.locale]
  return [...administrationTrail(view), { name: title, path: view.paths.reportingWindows() }]
}
