import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { FileField } from "../../ui/field/file-field.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { formatMoney, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { LivePart } from "../../ui/live-part/live-part.tsx"
import { PickOne } from "../../ui/pick-one/pick-one.tsx"
import { Table } from "../../ui/table/table.tsx"
import { UploadProgress } from "../../ui/upload-progress/upload-progress.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { placeName } from "../places/names.ts"
import { type Status, statusName } from "../register/vocabulary.ts"
import { workbookColumns } from "../register/workbook-columns.ts"
import { Problems } from "../workbooks/problems.tsx"
import type { ListedImport, SentImport } from "./desk-queries.ts"
import { deskTexts } from "./desk-texts.ts"
import { mostShown } from "./kept-plans.ts"
import { MappingForm } from "./mapping-form.tsx"
import type { MappingFault } from "./mappings.ts"
import type { Counts, FieldChange, PlannedRow } from "./plan-rows.ts"

type ImportsPageProps = {
  view: View
  person: Person
  form: FormState
  candidates?: readonly Candidate[] | undefined
  own: readonly { code: string; kind: string; name: string }[]
  imports: readonly ListedImport[]
}

/** Where workbooks come from and go to: the form of each own place, a file to send, and what was sent before. */
export function ImportsPage({ view, person, form, candidates, own, imports }: ImportsPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title} hasErrors={hasErrors(form)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      <section class="stack" aria-labelledby="bieu-mau">
        <h2 id="bieu-mau">{t.form}</h2>
        {own.length === 0 && <p class="quiet">{t.formElsewhere}</p>}
        <ul class="choices">
          {own.map((place) => (
            <li>
              <a href={paths.registerForm(place)}>{t.formOf(placeName(place, locale))}</a>
            </li>
          ))}
        </ul>
      </section>
      <section class="stack" aria-labelledby="gui-tep">
        <h2 id="gui-tep">{t.send}</h2>
        <UploadProgress locale={locale}>
          <Form action={paths.registerImports()} files>
            <FormSummary form={form} locale={locale} />
            <PickOne
              view={view}
              form={form}
              name="place"
              kind="place"
              label={t.place}
              candidates={candidates}
            />
            <FileField
              form={form}
              locale={locale}
              name="file"
              label={t.file}
              hint={t.fileHint}
              accept=".xlsx,.xls,.ods,.csv"
            />
            <p class="quiet">{t.checkHint}</p>
            <FormActions>
              <Button name="act" value="check">
                {t.check}
              </Button>
              <Button quiet name="act" value="form">
                {t.getForm}
              </Button>
            </FormActions>
          </Form>
        </UploadProgress>
      </section>
      <section class="stack" aria-labelledby="da-gui">
        <h2 id="da-gui">{t.sent}</h2>
        {imports.length === 0 ? (
          <p class="empty">{t.nothingSent}</p>
        ) : (
          <Table caption={t.sent} quietCaption>
            <thead>
              <tr>
                <th scope="col">{t.file}</th>
                <th scope="col">{t.place}</th>
                <th scope="col">{t.when}</th>
                <th scope="col">{t.by}</th>
                <th scope="col">{t.state}</th>
              </tr>
            </thead>
            <tbody>
              {imports.map((sent) => (
                <tr>
                  <th scope="row">
                    <a href={paths.registerImport(sent)}>{sent.file_name}</a>
                  </th>
                  <td lang="vi">{placeName({ kind: sent.place_kind, name: sent.place_name }, locale)}</td>
                  <td>{formatTime(sent.uploaded_at, locale)}</td>
                  <td>{sent.uploaded_by}</td>
                  <td>{stateWords(sent, view)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </section>
      {imports.length > 0 && <Downloads locale={locale} path={paths.registerImports()} />}
    </DeskLayout>
  )
}

type ImportPageProps = {
  view: View
  person: Person
  sent: SentImport
  /** What it would do now; nothing once it was written. */
  rows: readonly PlannedRow[]
  /** Who touched its records later. */
  touched: { name: string; recorded_by: string; recorded_at: Date } | undefined
  keeps: boolean
  mapping: Record<string, string> | undefined
  mappingFault: MappingFault | undefined
}

export function ImportPage(props: ImportPageProps) {
  const { view, person, sent, rows, touched, keeps, mapping, mappingFault } = props
  const { locale, paths } = view
  const t = deskTexts[locale]
  const title = t.importTitle(sent.file_name)
  const isOpen = (sent.state === "checked" || sent.state === "refused") && !sent.is_at_work
  const writes = sent.counts.new + sent.counts.changed > 0
  return (
    <DeskLayout
      view={view}
      person={person}
      title={title}
      trail={[{ name: t.title, path: paths.registerImports() }]}
    >
      <div class="page-heading">
        <p class="kicker" lang="vi">
          {placeName({ kind: sent.place_kind, name: sent.place_name }, locale)}
        </p>
        <h1>{title}</h1>
        <p class="lead">{stateWords(sent, view)}</p>
      </div>
      <Working view={view} sent={sent} keeps={keeps} />
      {isOpen && sent.work_fault === "moved_on" && <p class="notice notice--warning">{t.movedOn}</p>}
      {sent.state === "refused" && <p class="notice notice--warning">{t.refusedLead}</p>}
      {isOpen && sent.state === "checked" && sent.is_mapped && (
        <p class="notice">{writes ? t.readyLead : t.nothingLead}</p>
      )}
      {sent.state === "undone" && (
        <p class="notice">{t.undoneBy(sent.undone_by ?? "", formatTime(sent.undone_at!, locale))}</p>
      )}
      <div class="form__actions">
        {keeps && isOpen && sent.state === "checked" && writes && sent.is_mapped && (
          <form method="post" action={paths.registerImportAct(sent, "ghi-so")}>
            <Button>{t.apply}</Button>
          </form>
        )}
        {sent.problems.length > 0 && (
          <ButtonLink href={paths.registerImportFile(sent, "danh-dau.xlsx")}>{t.marked}</ButtonLink>
        )}
        <a href={paths.registerImportFile(sent, "tep-goc")}>{t.original}</a>
      </div>
      {keeps && isOpen && sent.columns && (
        <MappingForm view={view} sent={sent} columns={sent.columns} mapping={mapping} fault={mappingFault} />
      )}
      <Receipt view={view} sent={sent} />
      <Problems locale={locale} problems={sent.problems} />
      <Rows view={view} sent={sent} rows={rows} />
      {keeps && sent.state === "applied" && <Undo view={view} sent={sent} touched={touched} />}
    </DeskLayout>
  )
}

/** How far the work at it has come, or that it was lost on the way, and what that left. */
function Working({ view, sent, keeps }: Pick<ImportPageProps, "view" | "sent" | "keeps">) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  if (sent.is_at_work) {
    return (
      <LivePart locale={locale} path={paths.registerImport(sent)}>
        <p id="dang-lam" role="status">
          {stepWords(sent, view)}
        </p>
        <progress
          aria-labelledby="dang-lam"
          max={sent.work_total || undefined}
          value={sent.work_total && sent.work_step === "writing" ? sent.work_done : undefined}
        />
        <p class="quiet">{t.workHint}</p>
      </LivePart>
    )
  }
  if (sent.state === "received") {
    return (
      <form method="post" class="stack" action={paths.registerImportAct(sent, "kiem-tra")}>
        <p class="notice notice--warning">{t.checkLost}</p>
        {keeps && (
          <p>
            <Button>{t.checkAgain}</Button>
          </p>
        )}
      </form>
    )
  }
  const isLost = sent.state === "checked" && (sent.work === "write" || sent.work_fault === "failed")
  return isLost && <p class="notice notice--warning">{t.writeLost}</p>
}

function stateWords(sent: ListedImport, view: View) {
  const t = deskTexts[view.locale]
  if (sent.is_at_work) return sent.work === "write" ? t.beingWritten : t.beingChecked
  return sent.state === "received" ? `${t.received}.` : `${t[sent.state]}. ${countWords(sent.counts, view)}`
}

function stepWords({ work_step, work_done, work_total }: SentImport, { locale }: View) {
  const t = deskTexts[locale]
  if (work_step === "writing") return t.stepWriting(work_done, work_total)
  return work_step === "checking" ? t.stepChecking(work_total) : t.stepReading
}

function Receipt({ view, sent }: { view: View; sent: SentImport }) {
  const { locale } = view
  const t = deskTexts[locale]
  if (!sent.applied_at) return null
  return (
    <section aria-labelledby="bien-nhan">
      <h2 id="bien-nhan">{t.receipt}</h2>
      <dl class="facts">
        <div>
          <dt>{t.receiptNumber}</dt>
          <dd>{sent.id}</dd>
        </div>
        <div>
          <dt>{t.appliedAt}</dt>
          <dd>{formatTime(sent.applied_at, locale)}</dd>
        </div>
        <div>
          <dt>{t.appliedBy}</dt>
          <dd>{sent.applied_by}</dd>
        </div>
        <div>
          <dt>{t.hash}</dt>
          <dd class="checksum">{sent.file_hash}</dd>
        </div>
      </dl>
    </section>
  )
}

function Rows({ view, sent, rows }: Pick<ImportPageProps, "view" | "sent" | "rows">) {
  const t = deskTexts[view.locale]
  const written = rows.filter(({ outcome }) => outcome === "new" || outcome === "changed")
  if (written.length === 0) return null
  const toWrite = sent.counts.new + sent.counts.changed
  const title = sent.state === "checked" ? t.rows : t.rowsDone
  return (
    <section class="stack" aria-labelledby="thay-doi">
      <h2 id="thay-doi">{title}</h2>
      <Table caption={title} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.row}</th>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.changes}</th>
          </tr>
        </thead>
        <tbody>
          {written.slice(0, mostShown).map(({ row, name, outcome, changes }) => (
            <tr>
              <td>{row}</td>
              <th scope="row" lang="vi">
                {name}
              </th>
              <td>
                {outcome === "new" ? t.isNew : changes.map((change) => <p>{changeWords(change, view)}</p>)}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {toWrite > mostShown && <p class="quiet">{t.more(toWrite - mostShown)}</p>}
    </section>
  )
}

function Undo({ view, sent, touched }: Pick<ImportPageProps, "view" | "sent" | "touched">) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  if (touched) {
    const { name, recorded_by, recorded_at } = touched
    return <p class="quiet">{t.touched(name, recorded_by, formatTime(recorded_at, locale))}</p>
  }
  return (
    <form class="stack" method="post" action={paths.registerImportAct(sent, "hoan-tac")}>
      <p class="quiet">{t.undoHint}</p>
      <p>
        <Button quiet>{t.undo}</Button>
      </p>
    </form>
  )
}

function countWords(counts: Counts, { locale }: View) {
  return deskTexts[locale].counts(counts.new, counts.changed, counts.unchanged, counts.refused)
}

function changeWords({ field, before, after }: FieldChange, view: View) {
  const t = deskTexts[view.locale]
  const heading = workbookColumns.find(({ key }) => key === field)?.heading ?? field
  return t.from(
    heading,
    valueWords(field, before, view) ?? t.none,
    valueWords(field, after, view) ?? t.cleared,
  )
}

function valueWords(field: string, value: unknown, { locale }: View) {
  if (value === null || value === undefined || value === "") return undefined
  if (Array.isArray(value)) return value.length > 0 ? value.join("; ") : undefined
  if (field === "status") return statusName(value as Status, locale)
  return typeof value === "number" ? formatMoney(value, locale) : String(value)
}
