import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { FormActions } from "../../ui/field/form.tsx"
import { formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { texts } from "./texts.ts"
import type { Waiting } from "./waiting.ts"

type WaitingPageProps = {
  view: View
  person: Person
  rows: readonly Waiting[]
  total: number
  /** How many were placed just now. */
  placed: number | undefined
  isEmptyHanded: boolean
}

/** The name of the field that says where an organisation is. */
export function choiceField(organisationId: number) {
  return `noi-${organisationId}`
}

/** Organisations whose commune was divided, each with the communes it may be in. */
export function WaitingPage({ view, person, rows, total, placed, isEmptyHanded }: WaitingPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.waitingTitle} trail={[]} hasErrors={isEmptyHanded}>
      <div class="page-heading">
        <h1>{t.waitingTitle}</h1>
        <p class="lead">{t.waitingLead}</p>
      </div>
      {placed !== undefined && <output class="notice">{t.placed(formatNumber(placed, locale))}</output>}
      {isEmptyHanded && (
        <p class="notice notice--warning" role="alert">
          {t.nothingChosen}
        </p>
      )}
      {rows.length === 0 ? (
        <p class="empty">{t.waitingNone}</p>
      ) : (
        <form method="post" action={paths.waitingForPlace()}>
          <Table caption={t.waitingCount(formatNumber(total, locale))}>
            <thead>
              <tr>
                <th scope="col">{t.organisation}</th>
                <th scope="col">{t.formerPlace}</th>
                <th scope="col">{t.newPlace}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  <th scope="row" lang="vi">
                    <a href={paths.deskOrganisation(row)}>{row.name}</a>
                    <p class="quiet" lang={row.address ? "vi" : undefined}>
                      {row.address ?? t.addressUnknown}
                    </p>
                  </th>
                  <td lang="vi">
                    <a href={paths.place({ slug: row.place_slug })}>
                      {placeName({ kind: row.place_kind, name: row.place_name }, "vi")}
                    </a>
                  </td>
                  <td>
                    <select
                      class="field__input"
                      name={choiceField(row.organisation_id)}
                      aria-label={t.placeOf(row.name)}
                    >
                      <option value="">{t.notKnown}</option>
                      {row.heirs.map((heir) => (
                        <option value={heir.id} lang="vi">
                          {placeName(heir, "vi")}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          {rows.length < total && (
            <p class="quiet">{t.more(formatNumber(rows.length, locale), formatNumber(total, locale))}</p>
          )}
          <Downloads locale={locale} path={paths.waitingForPlace()} />
          <FormActions>
            <Button>{t.place}</Button>
          </FormActions>
        </form>
      )}
    </DeskLayout>
  )
}
