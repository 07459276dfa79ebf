import type { Child } from "hono/jsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import type { FormDefinition, FormField, ReportValues } from "../report-forms/definition.ts"
import { changeWords, exactWords } from "./field-words.ts"
import { texts } from "./texts.ts"

type ValuesTableProps = {
  view: View
  definition: Pick<FormDefinition, "sections">
  /** The fields shown, in the order of the form. */
  fields: readonly FormField[]
  /** What the last column but one holds, and what it is compared with. */
  now: { heading: string; values: ReportValues }
  before: { heading: string; values: ReportValues | null }
  caption: string
  /** Leads from a field to where it can be mended. */
  pathOf?: (field: FormField) => string
  /** What else is to be said of a field, beneath its figures. */
  noteOf?: (field: FormField) => Child
}

/** The values of a report beside those they are compared with, part by part; on a phone each field is a card. */
export function ValuesTable(props: ValuesTableProps) {
  const { view, definition, fields, now, before, caption } = props
  const t = texts[view.locale]
  return (
    <div class="report-values">
      <Table caption={caption}>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col" class="table__number">
              {before.heading}
            </th>
            <th scope="col" class="table__number">
              {now.heading}
            </th>
            <th scope="col" class="table__number">
              {t.difference}
            </th>
          </tr>
        </thead>
        {definition.sections.map(({ code, label }) => {
          const own = fields.filter(({ section }) => section === code)
          if (own.length === 0) return null
          return (
            <tbody>
              <tr class="report-values__section">
                <th scope="rowgroup" colspan={4}>
                  {label[view.locale]}
                </th>
              </tr>
              {own.map((field) => (
                <Row {...props} field={field} />
              ))}
            </tbody>
          )
        })}
      </Table>
    </div>
  )
}

function Row({ view, field, now, before, pathOf, noteOf }: ValuesTableProps & { field: FormField }) {
  const { locale } = view
  const t = texts[locale]
  const { code, label } = field
  const value = exactWords(field, now.values[code], locale)
  const was = exactWords(field, before.values?.[code], locale)
  const change =
    changeWords(now.values[code], before.values?.[code], locale) ||
    (value && was && value !== was ? t.changed : "")
  const note = noteOf?.(field)
  return (
    <>
      <tr id={`dong-${code}`} class={note ? "report-values__noted" : undefined}>
        <th scope="row">{pathOf ? <a href={pathOf(field)}>{label[locale]}</a> : label[locale]}</th>
        <td class={was ? "table__number" : "table__number report-values__none"} data-label={before.heading}>
          {was || "–"}
        </td>
        <td class="table__number report-values__now" data-label={now.heading}>
          {value || <span class="quiet">{t.empty}</span>}
        </td>
        <td class={change ? "table__number" : "table__number report-values__none"} data-label={t.difference}>
          {change || "–"}
        </td>
      </tr>
      {note && (
        <tr class="report-values__note">
          <td colspan={4}>{note}</td>
        </tr>
      )}
    </>
  )
}
