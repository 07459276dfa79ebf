import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { ButtonLink } from "../../ui/button/button.tsx"
import { isOpen } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { periodWords } from "../../ui/period.ts"
import type { View } from "../../web/view.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { placeOf } from "./agency-form.ts"
import { agencyTrail } from "./list-page.tsx"
import type { Agency } from "./queries.ts"
import { texts } from "./texts.ts"

type AgencyPageProps = {
  view: View
  person: Person
  agency: Agency
  officers: { id: string; name: string }[]
  history: RecordHistory
}

export function AgencyPage({ view, person, agency, officers, history }: AgencyPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const facts = [
    [t.kind, t[agency.kind]],
    [t.short_name, agency.short_name],
    [t.name_en, agency.name_en],
    [t.place, placeOf(agency, locale)?.label],
    [t.validity, periodWords(agency, locale)],
    [t.legal_act, agency.legal_act],
  ] as const
  return (
    <DeskLayout view={view} person={person} title={agency.name} trail={agencyTrail(view)}>
      <div class="page-heading">
        <h1>{agency.name}</h1>
      </div>
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {agency.predecessors.length > 0 && (
          <div>
            <dt>{t.predecessor}</dt>
            {agency.predecessors.map((predecessor) => (
              <dd>
                <a href={paths.agencyKept(predecessor)}>{predecessor.name}</a>
              </dd>
            ))}
          </div>
        )}
        {agency.successor_slug && (
          <div>
            <dt>{t.successor}</dt>
            <dd>
              <a href={paths.agencyKept({ slug: agency.successor_slug })}>{agency.successor_name}</a>
            </dd>
          </div>
        )}
      </dl>
      {may(person, "administer") && (
        <div class="desk-actions">
          {isOpen(agency.valid_to) && (
            <ButtonLink href={paths.newAgency({ "tiep-noi": agency.slug })}>{t.rename}</ButtonLink>
          )}
          <ButtonLink quiet href={paths.agencyCorrection(agency)}>
            {t.correct}
          </ButtonLink>
          {isOpen(agency.valid_to) && (
            <ButtonLink quiet href={paths.agencyEnd(agency)}>
              {t.end}
            </ButtonLink>
          )}
        </div>
      )}
      {may(person, "see_people") && (
        <section class="stack">
          <div class="section-heading">
            <h2>{t.officers}</h2>
          </div>
          {officers.length === 0 ? (
            <p>{t.noOfficers}</p>
          ) : (
            <ul>
              {officers.map((officer) => (
                <li>
                  <a href={paths.person(officer)}>{officer.name}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <History view={view} history={history} />
    </DeskLayout>
  )
}
