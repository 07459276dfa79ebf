import { Button } from "../../ui/button/button.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { workbookColumns } from "../register/workbook-columns.ts"
import { lettersOf } from "../workbooks/letters.ts"
import type { FoundColumns } from "./check-import.ts"
import type { SentImport } from "./desk-queries.ts"
import { deskTexts } from "./desk-texts.ts"
import { columnField, type MappingFault } from "./mappings.ts"

type MappingFormProps = {
  view: View
  sent: SentImport
  columns: FoundColumns
  /** What was chosen a moment ago and cannot be: by the column. */
  mapping: Record<string, string> | undefined
  fault: MappingFault | undefined
}

/** Asks once what the columns of an office's own sheet are; afterwards it can be looked at and changed. */
export function MappingForm(props: MappingFormProps) {
  const { view, sent } = props
  const t = deskTexts[view.locale]
  if (!sent.is_mapped || props.fault) {
    return (
      <section class="stack" aria-labelledby="cac-cot">
        <h2 id="cac-cot">{t.columnsTitle}</h2>
        <p>{t.columnsLead}</p>
        <Fields {...props} />
      </section>
    )
  }
  return (
    <details>
      <summary>{t.columnsKnown}</summary>
      <Fields {...props} />
    </details>
  )
}

function Fields({ view, sent, columns, mapping, fault }: MappingFormProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const byColumn =
    mapping ?? Object.fromEntries(Object.entries(columns.mapping).map(([key, at]) => [at, key]))
  return (
    <form class="stack" method="post" action={paths.registerImportAct(sent, "cot")}>
      {fault && (
        <p class="notice notice--warning" role="alert">
          {fault.fault === "no_name" ? t.columnsNoName : t.columnsTwice(fault.heading)}
        </p>
      )}
      <Table caption={t.columnsTitle} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.columnOfSheet}</th>
            <th scope="col">{t.columnOfRegister}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(columns.headings).map(([column, heading]) => (
            <tr>
              <th scope="row" lang="vi">
                {lettersOf(Number(column))}: {heading}
              </th>
              <td>
                <select class="field__input" name={columnField(column)} aria-label={t.columnIs(heading)}>
                  <option value="">{t.columnIgnored}</option>
                  {workbookColumns.map(({ key, heading: ours }) => (
                    <option value={key} selected={byColumn[column] === key} lang="vi">
                      {ours}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div class="form__actions">
        <Button name="act" value="keep">
          {t.columnsKeep}
        </Button>
        {sent.is_mapped && (
          <Button quiet name="act" value="forget">
            {t.columnsForget}
          </Button>
        )}
      </div>
    </form>
  )
}
