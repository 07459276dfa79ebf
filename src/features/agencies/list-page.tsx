import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay, formatNumber, isOpen } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import { placeName } from "../places/names.ts"
import type { Agency } from "./queries.ts"
import { texts } from "./texts.ts"

type AgenciesPageProps = {
  view: View
  person: Person
  agencies: Agency[]
  text: string
  withEnded: boolean
}

export function AgenciesPage({ view, person, agencies, text, withEnded }: AgenciesPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={administrationTrail(view)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {may(person, "administer") && (
          <p>
            <ButtonLink href={paths.newAgency()}>{t.add}</ButtonLink>
          </p>
        )}
      </div>
      <search>
        <form class="desk-filters" action={paths.agenciesKept()}>
          <div>
            <label for="tim">{t.find}</label>
            <input id="tim" name="tim" type="search" value={text} autocomplete="off" maxlength={200} />
          </div>
          <div class="choice">
            <input type="checkbox" id="da-cham-dut" name="da-cham-dut" value="1" checked={withEnded} />
            <label for="da-cham-dut">{t.withEnded}</label>
          </div>
          <div class="desk-filters__actions">
            <Button quiet>{t.show}</Button>
          </div>
        </form>
      </search>
      {agencies.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <Table caption={t.count(formatNumber(agencies.length, locale))}>
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.place}</th>
              <th scope="col">{t.validity}</th>
            </tr>
          </thead>
          <tbody>
            {agencies.map((agency) => (
              <tr>
                <th scope="row">
                  <a href={paths.agencyKept(agency)}>{agency.name}</a>
                </th>
                <td>{t[agency.kind]}</td>
                <td>
                  {agency.place_name && agency.place_kind
                    ? placeName({ name: agency.place_name, kind: agency.place_kind }, locale)
                    : "–"}
                </td>
                <td>{agencyDays(agency, locale)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {agencies.length > 0 && (
        <Downloads
          locale={locale}
          path={paths.agenciesKept()}
          query={{ tim: text, "da-cham-dut": withEnded ? "1" : undefined }}
        />
      )}
    </DeskLayout>
  )
}

export function agencyDays(
  { valid_from, valid_to }: Pick<Agency, "valid_from" | "valid_to">,
  locale: Locale,
) {
  const t = texts[locale]
  const from = valid_from === "-infinity" ? undefined : formatDay(valid_from, locale)
  const to = isOpen(valid_to) ? undefined : formatDay(valid_to, locale)
  if (from && to) return t.fromTo(from, to)
  if (from) return t.from(from)
  return to ? t.until(to) : t.always
}

export function agencyTrail(view: View, agency?: Agency) {
  const { locale, paths } = view
  const list = [...administrationTrail(view), { name: texts[locale].title, path: paths.agenciesKept() }]
  return agency ? [...list, { name: agency.name, path: paths.agencyKept(agency) }] : list
}
