import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Select } from "../../ui/field/choices.tsx"
import { FileField } from "../../ui/field/file-field.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { formatDay, formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { LivePart } from "../../ui/live-part/live-part.tsx"
import { PickOne } from "../../ui/pick-one/pick-one.tsx"
import { Table } from "../../ui/table/table.tsx"
import { UploadProgress } from "../../ui/upload-progress/upload-progress.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { placeName } from "../places/names.ts"
import type { ReportValues } from "../report-forms/definition.ts"
import { Problems } from "../workbooks/problems.tsx"
import type { ReportCheck } from "./check-reports.ts"
import { deskTexts } from "./desk-texts.ts"
import type { OpenRound, ReportImport } from "./queries.ts"

type ImportsPageProps = {
  view: View
  person: Person
  form: FormState
  candidates?: readonly Candidate[] | undefined
  rounds: readonly OpenRound[]
  own: readonly { id: number; code: string; kind: string; name: string }[]
  imports: readonly ReportImport[]
}

/** Where workbooks of reports come from and go to: a form for each open round, a file to send, what was sent before. */
export function ReportImportsPage(props: ImportsPageProps) {
  const { view, person, form, candidates, rounds, own, imports } = props
  const { locale, paths } = view
  const t = deskTexts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title} hasErrors={hasErrors(form)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      {rounds.length === 0 && <p class="empty">{t.noRound}</p>}
      {rounds.length > 0 && own.length > 0 && (
        <section class="stack" aria-labelledby="bieu-mau">
          <h2 id="bieu-mau">{t.getTitle}</h2>
          <ul class="choices">
            {rounds.flatMap((round) =>
              own.map((place) => (
                <li>
                  <a href={paths.reportWorkbook(round, place)}>
                    {t.formOf(round.name, placeName(place, locale))}
                  </a>
                </li>
              )),
            )}
          </ul>
        </section>
      )}
      {rounds.length > 0 && (
        <section class="stack" aria-labelledby="gui-tep">
          <h2 id="gui-tep">{t.sendTitle}</h2>
          <UploadProgress locale={locale}>
            <Form action={paths.reportImports()} files>
              <FormSummary form={form} locale={locale} />
              <Select
                form={form}
                name="round"
                label={t.round}
                choices={rounds.map(({ slug, name, due_on }) => ({
                  value: slug,
                  label: `${name} (${formatDay(due_on, locale)})`,
                }))}
              />
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
      )}
      <section class="stack" aria-labelledby="da-gui">
        <h2 id="da-gui">{t.sent}</h2>
        {imports.length === 0 ? (
          <p class="empty">{t.nothingSent}</p>
        ) : (
          <Table caption={t.sent} quietCaption>
            <thead>
              <tr>
                <th scope="col">{t.file}</th>
                <th scope="col">{t.round}</th>
                <th scope="col">{t.place}</th>
                <th scope="col">{t.when}</th>
                <th scope="col">{t.by}</th>
                <th scope="col">{t.result}</th>
              </tr>
            </thead>
            <tbody>
              {imports.map((sent) => (
                <tr>
                  <th scope="row">
                    <a href={paths.reportImport(sent)}>{sent.file_name}</a>
                  </th>
                  <td lang="vi">{sent.round_name}</td>
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
      {imports.length > 0 && <Downloads locale={locale} path={paths.reportImports()} />}
    </DeskLayout>
  )
}

type ImportPageProps = {
  view: View
  person: Person
  sent: ReportImport
  /** What it would do now; nothing once it was written, or while it waits. */
  check: ReportCheck | undefined
  keeps: boolean
}

export function ReportImportPage({ view, person, sent, check, keeps }: ImportPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const title = t.importTitle(sent.file_name)
  const toSend = sent.counts.new + sent.counts.changed
  return (
    <DeskLayout
      view={view}
      person={person}
      title={title}
      trail={[{ name: t.title, path: paths.reportImports() }]}
    >
      <div class="page-heading">
        <p class="kicker" lang="vi">
          {sent.round_name}, {placeName({ kind: sent.place_kind, name: sent.place_name }, locale)}
        </p>
        <h1>{title}</h1>
        <p class="lead">{stateWords(sent, view)}</p>
      </div>
      {sent.state === "received" && (
        <LivePart locale={locale} path={paths.reportImport(sent)}>
          <p role="status">{t.receivedHint}</p>
        </LivePart>
      )}
      {sent.state === "refused" && <p class="notice notice--warning">{t.refusedLead}</p>}
      {sent.state === "checked" && <p class="notice">{toSend > 0 ? t.readyLead(toSend) : t.nothingLead}</p>}
      {sent.state === "withdrawn" && (
        <p class="notice">{t.withdrawnBy(sent.withdrawn_by ?? "", formatTime(sent.withdrawn_at!, locale))}</p>
      )}
      <div class="form__actions">
        {keeps && sent.state === "checked" && toSend > 0 && (
          <form method="post" action={paths.reportImportAct(sent, "gui")}>
            <Button>{t.apply}</Button>
          </form>
        )}
        {sent.problems.length > 0 && (
          <ButtonLink href={paths.reportImportFile(sent, "danh-dau.xlsx")}>{t.marked}</ButtonLink>
        )}
        <a href={paths.reportImportFile(sent, "tep-goc")}>{t.original}</a>
      </div>
      <Receipt view={view} sent={sent} />
      <Problems locale={locale} problems={sent.problems} />
      {check && <Rows view={view} check={check} />}
      <Reports view={view} sent={sent} />
      {keeps && sent.state === "applied" && (
        <section class="stack" aria-labelledby="rut-lai">
          <h2 id="rut-lai">{t.withdrawTitle}</h2>
          <p class="quiet">{t.withdrawHint}</p>
          <form method="post" action={paths.reportImportAct(sent, "rut-lai")}>
            <Button quiet>{t.withdraw}</Button>
          </form>
        </section>
      )}
    </DeskLayout>
  )
}

function stateWords(sent: ReportImport, { locale }: View) {
  const t = deskTexts[locale]
  return sent.state === "received" ? `${t.received}.` : `${t[sent.state]}. ${t.counts(sent.counts)}`
}

function Receipt({ view, sent }: { view: View; sent: ReportImport }) {
  const { locale } = view
  const t = deskTexts[locale]
  return (
    <section aria-labelledby="bien-nhan">
      <h2 id="bien-nhan">{t.receipt}</h2>
      <dl class="facts">
        <div>
          <dt>{t.receiptNumber}</dt>
          <dd>{sent.receipt}</dd>
        </div>
        <div>
          <dt>{t.receivedAt}</dt>
          <dd>{formatTime(sent.uploaded_at, locale)}</dd>
        </div>
        {sent.applied_at && (
          <div>
            <dt>{t.appliedAt}</dt>
            <dd>
              {formatTime(sent.applied_at, locale)}, {sent.applied_by}
            </dd>
          </div>
        )}
        <div>
          <dt>{t.hash}</dt>
          <dd class="checksum">{sent.file_hash}</dd>
        </div>
      </dl>
    </section>
  )
}

/** Of the reports that would be written; the workbook itself has all. */
const mostShown = 200

function Rows({ view, check }: { view: View; check: ReportCheck }) {
  const t = deskTexts[view.locale]
  const written = check.rows.filter(({ outcome }) => outcome === "new" || outcome === "changed")
  if (written.length === 0) return null
  return (
    <section class="stack" aria-labelledby="thay-doi">
      <h2 id="thay-doi">{t.rows}</h2>
      <Table caption={t.rows} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.row}</th>
            <th scope="col">{t.organisation}</th>
            <th scope="col">{t.changes}</th>
          </tr>
        </thead>
        <tbody>
          {written.slice(0, mostShown).map((row) => (
            <tr>
              <td>
                {row.sheet} {row.row}
              </td>
              <th scope="row" lang="vi">
                {row.name}
              </th>
              <td>{changesOf(row, view)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {written.length > mostShown && <p class="quiet">{t.more(written.length - mostShown)}</p>}
    </section>
  )
}

function changesOf({ outcome, changes, form }: ReportCheck["rows"][number], view: View) {
  const t = deskTexts[view.locale]
  if (outcome === "new") return t.isNew(changes.length)
  if (changes.length === 0) return t.isSame
  return changes.map(({ field, before, after }) => {
    const label = form.definition.fields.find(({ code }) => code === field)?.label[view.locale] ?? field
    return (
      <p>
        {label}: {valueWords(before, view)} → {valueWords(after, view)}
      </p>
    )
  })
}

function valueWords(value: ReportValues[string] | undefined, { locale }: View) {
  if (value === null || value === undefined || value === "") return deskTexts[locale].empty
  return typeof value === "number" ? formatNumber(value, locale, 2) : String(value)
}

function Reports({ view, sent }: { view: View; sent: ReportImport }) {
  const t = deskTexts[view.locale]
  if (sent.sent.length === 0) return null
  return (
    <section class="stack" aria-labelledby="bao-cao">
      <h2 id="bao-cao">{t.reports}</h2>
      <Table caption={t.reports} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.organisation}</th>
            <th scope="col">{t.reportReceipt}</th>
          </tr>
        </thead>
        <tbody>
          {sent.sent.map(({ name, receipt }) => (
            <tr>
              <th scope="row" lang="vi">
                {name}
              </th>
              <td>{receipt}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
