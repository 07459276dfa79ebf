import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { ButtonLink } from "../../ui/button/button.tsx"
import { DeskSearch } from "../../ui/desk-search/desk-search.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { periodWords } from "../../ui/period.ts"
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
      <DeskSearch action={paths.agenciesKept()} label={t.find} text={text} show={t.show}>
        <div class="choice">
          <input type="checkbox" id="da-cham-dut" name="da-cham-dut" value="1" checked={withEnded} />
          <label for="da-cham-dut">{t.withEnded}</label>
        </div>
      </DeskSearch>
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
                <td>{periodWords(agency, locale)}</td>
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

export function agencyTrail(view: View, agency?: Agency) {
  const { locale, paths } = view
  const list = [...administrationTrail(view), { name: texts[locale].title, path: paths.agenciesKept() }]
  return agency ? [...list, { name: agency.name, path: paths.agencyKept(agency) }] : list
}
