import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { DeskSearch } from "../../ui/desk-search/desk-search.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Checkbox } from "../../ui/field/choices.tsx"
import { FileField } from "../../ui/field/file-field.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { DayField, TextField } from "../../ui/field/text-field.tsx"
import { formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { periodWords } from "../../ui/period.ts"
import { Table } from "../../ui/table/table.tsx"
import { UploadProgress } from "../../ui/upload-progress/upload-progress.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import type { CountedList, KeptLine, LineList } from "./keep-lines.ts"
import { texts } from "./texts.ts"

type Given = { view: View; person: Person }

/** The versions of the list, and the form that takes in another. */
export function LineListsPage({
  view,
  person,
  lists,
  form,
}: Given & { lists: readonly CountedList[]; form: FormState }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.title}
      trail={administrationTrail(view)}
      hasErrors={hasErrors(form)}
    >
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      <Table caption={t.title} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.list}</th>
            <th scope="col">{t.basis}</th>
            <th scope="col">{t.period}</th>
            <th scope="col" class="number">
              {t.lines}
            </th>
            <th scope="col" class="number">
              {t.checkedOf}
            </th>
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <tr>
              <th scope="row">
                <a href={paths.lineList(list)}>{list.code}</a>
              </th>
              <td lang="vi">{list.legal_basis}</td>
              <td>{periodWords(list, locale)}</td>
              <td class="number">{formatNumber(list.lines, locale)}</td>
              <td class="number">{formatNumber(list.checked, locale)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Downloads locale={locale} path={paths.lineLists()} />
      {may(person, "administer") && (
        <section class="stack" aria-labelledby="nhap">
          <h2 id="nhap">{t.take}</h2>
          <p>{t.takeLead}</p>
          <UploadProgress locale={locale}>
            <Form action={paths.lineLists()} files>
              <FormSummary form={form} locale={locale} />
              <TextField form={form} name="code" label={t.code} hint={t.codeHint} />
              <TextField form={form} name="legal_basis" label={t.basis} hint={t.basisHint} />
              <DayField form={form} name="valid_from" label={t.from} />
              <FileField
                form={form}
                locale={locale}
                name="file"
                label={t.file}
                accept=".xlsx,.xls,.ods,.csv"
              />
              <FormActions>
                <Button>{t.send}</Button>
              </FormActions>
            </Form>
          </UploadProgress>
        </section>
      )}
    </DeskLayout>
  )
}

type ListPageProps = Given & {
  list: LineList
  lines: readonly KeptLine[]
  text: string
  /** What was just taken in, in words. */
  taken: string | undefined
  history: RecordHistory
}

/** One version with its lines, to be searched and put right. */
export function LineListPage({ view, person, list, lines, text, taken, history }: ListPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const keeps = may(person, "administer")
  return (
    <DeskLayout view={view} person={person} title={list.code} trail={linesTrail(view)}>
      <div class="page-heading">
        <h1>{list.code}</h1>
        <p class="lead">
          <span lang="vi">{list.legal_basis}</span>, {periodWords(list, locale)}
        </p>
      </div>
      {taken && (
        <p class="notice" role="status">
          {taken}
        </p>
      )}
      <DeskSearch action={paths.lineList(list)} label={t.find} text={text} show={t.show} />
      {lines.length === 0 ? (
        <p class="empty">{t.nothing}</p>
      ) : (
        <Table caption={t.found(formatNumber(lines.length, locale))}>
          <thead>
            <tr>
              <th scope="col">{t.lineCode}</th>
              <th scope="col">{t.lineName}</th>
              <th scope="col">{t.checkedOf}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ code, name, is_checked }) => (
              <tr>
                <th scope="row">{keeps ? <a href={paths.businessLine(list, code)}>{code}</a> : code}</th>
                <td lang="vi">{name}</td>
                <td>{is_checked ? t.checked : t.unchecked}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {lines.length > 0 && <Downloads locale={locale} path={paths.linesFile(list)} query={{ tim: text }} />}
      <History view={view} history={history} />
    </DeskLayout>
  )
}

export function LinePage({
  view,
  person,
  list,
  code,
  form,
}: Given & { list: LineList; code: string; form: FormState }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.correct(code)}
      lead={list.legal_basis}
      trail={[...linesTrail(view), { name: list.code, path: paths.lineList(list) }]}
      form={form}
      action={paths.businessLine(list, code)}
      submit={t.save}
      back={paths.lineList(list)}
    >
      <TextField form={form} name="name" label={t.lineName} />
      <Checkbox form={form} name="is_checked" label={t.is_checked} />
    </FormPage>
  )
}

function linesTrail(view: View) {
  return [...administrationTrail(view), { name: texts[view.locale].title, path: view.paths.lineLists() }]
}
