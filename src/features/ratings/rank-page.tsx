import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { DayField, TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { formatDay } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { placeName } from "../places/names.ts"
import type { Rank } from "./ranks.ts"
import { sheetTrail } from "./sheet-page.tsx"
import { sheetTexts as texts } from "./sheet-texts.ts"
import type { Rated } from "./sheets.ts"

type RankPageProps = {
  view: View
  person: Person
  rated: Rated
  year: number
  ranks: readonly Rank[]
  form: FormState
  version: number
  history: RecordHistory
}

/** A people's credit fund: the State Bank's rank, written down and never worked out. */
export function RankPage({ view, person, rated, year, ranks, form, version, history }: RankPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { optional } = fieldTexts[locale]
  const rank = ranks.find((each) => each.year === year)
  return (
    <DeskLayout
      view={view}
      person={person}
      title={`${rated.name}, ${t.rankTitle(year)}`}
      trail={sheetTrail(view, { rated, year })}
      hasErrors={hasErrors(form)}
    >
      <div class="page-heading">
        <p class="kicker">{t.rankTitle(year)}</p>
        <h1 lang="vi">{rated.name}</h1>
        <p class="lead">{placeName({ kind: rated.place_kind, name: rated.place_name }, locale)}</p>
        <p>{t.rankLead}</p>
        <p>
          <strong>{rank ? t.rankBy(rank.rank) : t.noRank}</strong>
        </p>
      </div>
      {may(person, "check_report", rated.standing) && (
        <Form action={paths.ratingSheet(rated, year, "xep-hang")}>
          <FormSummary form={form} locale={locale} />
          <VersionField version={version} />
          <TextField form={form} name="rank" label={t.rank} width="short" lang="vi" />
          <TextField
            form={form}
            name="document_number"
            label={t.document_number}
            optional={optional}
            lang="vi"
          />
          <DayField form={form} name="document_on" label={t.document_on} optional={optional} />
          <TextArea form={form} name="note" label={t.note} optional={optional} rows={2} />
          <FormActions>
            <Button>{t.saveRank}</Button>
          </FormActions>
        </Form>
      )}
      {ranks.length > 0 && (
        <Table caption={t.years}>
          <thead>
            <tr>
              <th scope="col">{t.year}</th>
              <th scope="col">{t.rank}</th>
              <th scope="col">{t.document_number}</th>
              <th scope="col">{t.note}</th>
            </tr>
          </thead>
          <tbody>
            {ranks.map((each) => (
              <tr>
                <th scope="row">
                  <a href={paths.ratingSheet(rated, each.year)}>{each.year}</a>
                </th>
                <td>{each.rank}</td>
                <td>
                  {[each.document_number, each.document_on && formatDay(each.document_on, locale)]
                    .filter(Boolean)
                    .join(", ") || "–"}
                </td>
                <td>{each.note ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <History view={view} history={history} />
    </DeskLayout>
  )
}
