import { type Action, may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import { texts } from "./texts.ts"

type Chapter = { name: string; words: string; path: string; right: Action }

/** What there is to administer, as a list of doors; each person finds those they may open. */
export function AdministrationPage({ view, person }: { view: View; person: Person }) {
  const t = texts[view.locale]
  return (
    <DeskLayout view={view} person={person} title={t.title}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      <ul class="doors">
        {openChapters(view, person).map(({ name, words, path }) => (
          <li class="door">
            <a href={path}>{name}</a>
            <p>{words}</p>
          </li>
        ))}
      </ul>
    </DeskLayout>
  )
}

/** What there is for someone to administer or look up; nothing for whoever may not see administration at all. */
export function openChapters(view: View, person: Person) {
  if (!may(person, "see_administration")) return []
  return chapters(view).filter(({ right }) => may(person, right))
}

/** Every page of administration stands here, with the right to see it. */
function chapters({ locale, paths }: View): Chapter[] {
  const t = texts[locale]
  return [
    { name: t.people, words: t.peopleWords, path: paths.people(), right: "see_people" },
    { name: t.endedRoles, words: t.endedRolesWords, path: paths.endedRoles(), right: "see_people" },
    { name: t.agencies, words: t.agenciesWords, path: paths.agenciesKept(), right: "see_administration" },
    { name: t.places, words: t.placesWords, path: paths.placesKept(), right: "see_administration" },
    {
      name: t.reorganisations,
      words: t.reorganisationsWords,
      path: paths.reorganisations(),
      right: "see_administration",
    },
    { name: t.legalRules, words: t.legalRulesWords, path: paths.legalRules(), right: "see_administration" },
    {
      name: t.ratingSchemes,
      words: t.ratingSchemesWords,
      path: paths.ratingSchemes(),
      right: "see_administration",
    },
    {
      name: t.reportForms,
      words: t.reportFormsWords,
      path: paths.reportForms(),
      right: "see_administration",
    },
    {
      name: t.reportingWindows,
      words: t.reportingWindowsWords,
      path: paths.reportingWindows(),
      right: "see_administration",
    },
    { name: t.sizeRules, words: t.sizeRulesWords, path: paths.sizeRules(), right: "see_administration" },
    { name: t.lines, words: t.linesWords, path: paths.lineLists(), right: "see_administration" },
    { name: t.site, words: t.siteWords, path: paths.siteSettings(), right: "administer" },
    { name: t.rights, words: t.rightsWords, path: paths.rights(), right: "use_desk" },
    { name: t.health, words: t.healthWords, path: paths.health(), right: "see_administration" },
    { name: t.jobs, words: t.jobsWords, path: paths.jobs(), right: "see_administration" },
    { name: t.mails, words: t.mailsWords, path: paths.mails(), right: "see_administration" },
  ]
}
