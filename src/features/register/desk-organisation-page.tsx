import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import { deskTexts } from "./desk-texts.ts"
import type { OrganisationRecord } from "./find-organisation.ts"
import { OrganisationFacts } from "./organisation-page.tsx"
import { StatusMark } from "./status-mark.tsx"
import { kindName } from "./vocabulary.ts"

type DeskOrganisationPageProps = { view: View; person: Person; record: OrganisationRecord }

/** One organisation as its officers and representatives look it up: the public record, and the way to the rest. */
export function DeskOrganisationPage({ view, person, record }: DeskOrganisationPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const { organisation } = record
  const seesPersonalData = may(person, "see_personal_data", { organisation_id: organisation.id })
  return (
    <DeskLayout
      view={view}
      person={person}
      title={organisation.name}
      trail={[{ name: t.title, path: paths.deskOrganisations() }]}
    >
      <article class="organisation">
        <div class="page-heading">
          <p class="kicker">{kindName(organisation.kind, locale)}</p>
          <h1 lang="vi">{organisation.name}</h1>
          <p>
            <StatusMark status={organisation.status} locale={locale} />
          </p>
          <ul class="choices">
            <li>
              <a href={paths.organisation(organisation)}>{t.publicPage}</a>
            </li>
            {seesPersonalData && (
              <li>
                <a href={paths.personalData(organisation)}>{t.personalData}</a>
              </li>
            )}
          </ul>
          <p class="quiet">{t.personalNote}</p>
        </div>
        <OrganisationFacts view={view} record={record} shownOn={view.today} />
      </article>
    </DeskLayout>
  )
}
