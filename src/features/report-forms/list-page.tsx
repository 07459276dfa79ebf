import type { Person } from "../../rights/roles.ts"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import type { Locale } from "../../ui/language.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import { type Kind, kindName } from "../register/vocabulary.ts"
import type { FormVersion } from "./queries.ts"
import { texts } from "./texts.ts"

/** A version as lists show it: with what follows from the other versions and from rounds. */
export type ListedVersion = FormVersion & {
  /** The version that takes its place, where a later year has one. */
  replaced_by: { number: number; first_year: number } | undefined
  is_asked: boolean
}

/** All versions of all forms. */
export function FormsPage({
  view,
  person,
  versions,
}: {
  view: View
  person: Person
  versions: readonly ListedVersion[]
}) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={administrationTrail(view)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      <Table caption={t.title} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.form}</th>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.officialNumber}</th>
            <th scope="col">{t.kinds}</th>
            <th scope="col">{t.validity}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.fromMemory}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr>
              <th scope="row">
                <a href={paths.reportForm(version)} lang="vi">
                  {version.name}
                </a>
              </th>
              <td class="table__number">{version.number}</td>
              <td>{version.official_number}</td>
              <td>{kindsWords(version, locale)}</td>
              <td>{yearsWords(version, locale)}</td>
              <td>{stateWords(version, locale)}</td>
              <td>{memoryWords(version, locale)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Downloads locale={locale} path={paths.reportForms()} />
    </DeskLayout>
  )
}

export function kindsWords({ kinds }: Pick<FormVersion, "kinds">, locale: Locale) {
  return kinds
    .map((kind) => (kind === "commune" ? texts[locale].commune : kindName(kind as Kind, locale)))
    .join(", ")
}

/** The years it is used for: those it says, and until when another one stands in its place. */
export function yearsWords(
  { first_year, last_year, replaced_by }: Pick<ListedVersion, "first_year" | "last_year" | "replaced_by">,
  locale: Locale,
) {
  const t = texts[locale]
  const years = last_year === null ? t.from(first_year) : t.until(first_year, last_year)
  return replaced_by ? `${years}; ${t.replaced(replaced_by.first_year, replaced_by.number)}` : years
}

export function stateWords({ published_at, is_asked }: ListedVersion, locale: Locale) {
  const t = texts[locale]
  if (!published_at) return t.draft
  return is_asked ? t.asked : t.published
}

export function memoryWords({ definition: { fields } }: FormVersion, locale: Locale) {
  const some = fields.filter(({ is_from_memory }) => is_from_memory).length
  return texts[locale].fromMemoryCount(some, fields.length)
}
