import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Radios } from "../../ui/field/choices.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextField } from "../../ui/field/text-field.tsx"
import { formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { deskTexts } from "./desk-texts.ts"
import type { ListedReport } from "./queries.ts"
import { reportName } from "./report-names.ts"

type ReportsPageProps = {
  view: View
  person: Person
  reports: readonly ListedReport[]
  form: FormState
  hasPlace: boolean
}

/** Every report that was begun, and where another is begun. */
export function ReportsPage({ view, person, reports, form, hasPlace }: ReportsPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={[]} hasErrors={hasErrors(form)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      {reports.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <>
          <Table caption={t.title} quietCaption>
            <thead>
              <tr>
                <th scope="col">{t.report}</th>
                <th scope="col">{t.place}</th>
                <th scope="col">{t.latest}</th>
              </tr>
            </thead>
            <tbody>
              {reports.map((report) => (
                <tr>
                  <th scope="row">
                    <a href={paths.officialReport(report)}>{reportName(report, locale)}</a>
                  </th>
                  <td>{placeName({ kind: report.place_kind, name: report.place_name }, locale)}</td>
                  <td>
                    {report.built_at
                      ? `${formatTime(report.built_at, locale)} (${report.built_from === null ? t.isDraft : t.isFinal})`
                      : t.neverBuilt}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          <Downloads locale={locale} path={paths.officialReports()} />
        </>
      )}
      {may(person, "write_official_report") && (
        <section class="stack" aria-labelledby="lap-bao-cao">
          <h2 id="lap-bao-cao">{t.begin}</h2>
          {hasPlace ? (
            <Form action={paths.officialReports()}>
              <FormSummary form={form} locale={locale} />
              <p class="quiet">{t.beginLead}</p>
              <TextField form={form} name="year" label={t.year} inputmode="numeric" width="short" />
              <Radios
                form={form}
                name="period"
                label={t.period}
                choices={[
                  { value: "year", label: t.full },
                  { value: "half", label: t.half },
                ]}
              />
              <FormActions>
                <Button>{t.begin}</Button>
              </FormActions>
            </Form>
          ) : (
            <p class="notice">{t.noPlace}</p>
          )}
        </section>
      )}
    </DeskLayout>
  )
}
