import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Radios } from "../../ui/field/choices.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextArea } from "../../ui/field/text-field.tsx"
import { formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { placeNameInside } from "../places/names.ts"
import type { MistakeRow } from "./reports.ts"
import { texts } from "./texts.ts"

type ListProps = { view: View; person: Person; rows: readonly MistakeRow[]; total: number }

export function MistakesPage({ view, person, rows, total }: ListProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.deskTitle} trail={[]}>
      <div class="page-heading">
        <h1>{t.deskTitle}</h1>
        <p class="lead">{t.deskLead}</p>
      </div>
      {rows.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <>
          <Table caption={t.count(formatNumber(total, locale))}>
            <thead>
              <tr>
                <th scope="col">{t.organisation}</th>
                <th scope="col">{t.about}</th>
                <th scope="col">{t.sent}</th>
                <th scope="col">{t.state}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((report) => (
                <tr>
                  <th scope="row">
                    <a href={paths.mistake(report)} lang="vi">
                      {report.name}
                    </a>
                    <p class="quiet" lang="vi">
                      {placeNameInside({ kind: report.place_kind, name: report.place_name }, "vi")}
                    </p>
                  </th>
                  <td>{t[report.about]}</td>
                  <td>{formatTime(report.sent_at, locale)}</td>
                  <td>{t[report.state]}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          <Downloads locale={locale} path={paths.mistakes()} />
        </>
      )}
    </DeskLayout>
  )
}

type PageProps = { view: View; person: Person; report: MistakeRow; form: FormState }

/** One report: what was written, by whom, and what came of it. */
export function MistakePage({ view, person, report, form }: PageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const title = t.oneTitle(report.name)
  const sender = [report.sender_email, report.sender_phone].filter(Boolean).join(", ")
  return (
    <DeskLayout
      view={view}
      person={person}
      title={title}
      trail={[{ name: t.deskTitle, path: paths.mistakes() }]}
      hasErrors={hasErrors(form)}
    >
      <div class="page-heading">
        <h1>{title}</h1>
        <p class="lead">
          {t[report.about]} · {formatTime(report.sent_at, locale)}
        </p>
      </div>
      <blockquote class="reported">{report.words}</blockquote>
      <dl class="facts">
        <div>
          <dt>{t.sender}</dt>
          <dd>{sender || (report.forgotten_at ? t.forgotten : t.noSender)}</dd>
        </div>
        <div>
          <dt>{t.organisation}</dt>
          <dd>
            <a href={paths.deskOrganisation(report)}>{t.openOrganisation}</a>
          </dd>
        </div>
        {report.closed_at && (
          <>
            <div>
              <dt>{t.outcome}</dt>
              <dd>
                {t[report.state]} ({t.closedBy(report.closed_by ?? "", formatTime(report.closed_at, locale))})
              </dd>
            </div>
            <div>
              <dt>{t.answer}</dt>
              <dd>{report.answer}</dd>
            </div>
          </>
        )}
      </dl>
      {report.state === "new" && (
        <Form action={paths.mistake(report)}>
          <FormSummary form={form} locale={locale} />
          <Radios
            form={form}
            name="state"
            label={t.outcome}
            choices={[
              { value: "mended", label: t.mended },
              { value: "dismissed", label: t.dismissed },
            ]}
          />
          <TextArea form={form} name="answer" label={t.answer} hint={t.answerHint} rows={4} />
          <FormActions>
            <Button>{t.close}</Button>
          </FormActions>
        </Form>
      )}
    </DeskLayout>
  )
}
