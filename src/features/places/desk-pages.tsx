import type { Child } from "hono/jsx"
import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { ButtonLink } from "../../ui/button/button.tsx"
import { DeskSearch } from "../../ui/desk-search/desk-search.tsx"
import { Conflict, VersionField } from "../../ui/difference/difference.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { formatDay, formatNumber } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { periodWords } from "../../ui/period.ts"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { FieldDifference } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import { texts as administrationTexts } from "../administration/texts.ts"
import { administrationTrail } from "../administration/trail.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { deskTexts } from "./desk-texts.ts"
import { placeName, placeNameInside, placeNameWithParent } from "./names.ts"
import type { listSuccessions, Place, PlaceWithParent } from "./queries.ts"

type PlacesDeskPageProps = {
  view: View
  person: Person
  home: Place
  units: PlaceWithParent[]
  text: string
  day: string
  unreadDay?: string | undefined
}

/** The units of the province on a day, or those of a name at all times. */
export function PlacesDeskPage({ view, person, home, units, text, day, unreadDay }: PlacesDeskPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const count = formatNumber(units.length, locale)
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.title}
      trail={administrationTrail(view)}
      hasErrors={unreadDay !== undefined}
    >
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      <DeskSearch action={paths.placesKept()} label={t.find} text={text} show={t.show}>
        <div>
          <label for="ngay">{t.asOf}</label>
          <input
            id="ngay"
            name="ngay"
            inputmode="numeric"
            autocomplete="off"
            value={unreadDay ?? formatDay(day, "vi")}
            aria-invalid={unreadDay === undefined ? undefined : "true"}
            aria-describedby={unreadDay === undefined ? undefined : "ngay-loi"}
          />
          {unreadDay !== undefined && (
            <p class="field__error" id="ngay-loi">
              {t.dayUnread}
            </p>
          )}
        </div>
      </DeskSearch>
      {units.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <Table caption={text ? t.found(count) : t.unitsOf(placeNameInside(home, locale), count)}>
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              <th scope="col">{t.code}</th>
              <th scope="col">{t.within}</th>
              <th scope="col">{t.period}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr>
                <th scope="row">
                  <a href={paths.placeKept(unit)}>{placeName(unit, locale)}</a>
                </th>
                <td>{unit.code}</td>
                <td>{parentName(unit, locale)}</td>
                <td>{periodWords(unit, locale)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {units.length > 0 && (
        <Downloads
          locale={locale}
          path={paths.placesKept()}
          query={{ tim: text, ngay: unreadDay ? undefined : day }}
        />
      )}
    </DeskLayout>
  )
}

type PlaceDeskPageProps = {
  view: View
  person: Person
  place: Place
  parents: Place[]
  successions: Awaited<ReturnType<typeof listSuccessions>>
  history: RecordHistory
}

export function PlaceDeskPage({ view, person, place, parents, successions, history }: PlaceDeskPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const [before, after] = (["before", "after"] as const).map((direction) =>
    successions.filter((unit) => unit.direction === direction),
  )
  return (
    <DeskLayout view={view} person={person} title={placeName(place, locale)} trail={placesTrail(view)}>
      <div class="page-heading">
        <h1>{placeName(place, locale)}</h1>
      </div>
      <dl class="facts">
        <Fact name={t.code}>{place.code}</Fact>
        {parents.length > 0 && (
          <Fact name={t.within}>
            {parents.toReversed().map((parent, index) => (
              <>
                {index > 0 && ", "}
                <a href={paths.placeKept(parent)}>{placeName(parent, locale)}</a>
              </>
            ))}
          </Fact>
        )}
        <Fact name={t.period}>{periodWords(place, locale)}</Fact>
        <Fact name={t.legalAct}>{place.legal_act ?? t.noLegalAct}</Fact>
      </dl>
      <div class="desk-actions">
        {may(person, "administer") && place.level !== "nation" && (
          <ButtonLink href={paths.placeCorrection(place)}>{t.correct}</ButtonLink>
        )}
        <a href={paths.place(place)}>{t.publicPage}</a>
      </div>
      <div class="columns">
        <Units view={view} title={t.before} units={before ?? []} />
        <Units view={view} title={t.after} units={after ?? []} />
      </div>
      <History view={view} history={history} />
    </DeskLayout>
  )
}

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Units({ view, title, units }: { view: View; title: string; units: PlaceWithParent[] }) {
  const { locale, paths } = view
  if (units.length === 0) return null
  return (
    <section class="stack">
      <div class="section-heading">
        <h2>{title}</h2>
      </div>
      <ul>
        {units.map((unit) => (
          <li>
            <a href={paths.placeKept(unit)}>{placeNameWithParent(unit, parentOf(unit), locale)}</a> (
            {periodWords(unit, locale)})
          </li>
        ))}
      </ul>
    </section>
  )
}

type CorrectionProps = { view: View; person: Person; place: Place; form: FormState }

export function PlaceCorrectionPage({
  view,
  person,
  place,
  form,
  version,
}: CorrectionProps & { version: number }) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const reason = administrationTexts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.correctTitle(placeName(place, locale))}
      lead={t.correctLead}
      trail={placesTrail(view, place)}
      form={form}
      action={paths.placeCorrection(place)}
      submit={t.save}
      back={paths.placeKept(place)}
    >
      <VersionField version={version} />
      <TextField form={form} name="name" label={t.name} hint={t.nameHint} width="medium" autocomplete="off" />
      <TextField
        form={form}
        name="legal_act"
        label={t.legalAct}
        hint={t.legalHint}
        optional={fieldTexts[locale].optional}
      />
      <TextArea form={form} name="reason" label={reason.reason} hint={reason.reasonHint} rows={3} />
    </FormPage>
  )
}

type ConflictProps = CorrectionProps & {
  current: { version: number; changed_by: string; changed_at: Date }
  differences: readonly FieldDifference[]
}

/** Somebody else corrected the place meanwhile. */
export function PlaceConflictPage({ view, person, place, form, current, differences }: ConflictProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const title = t.correctTitle(placeName(place, locale))
  return (
    <DeskLayout view={view} person={person} title={title} trail={placesTrail(view, place)} hasErrors>
      <div class="page-heading">
        <h1>{title}</h1>
      </div>
      <Conflict
        view={view}
        action={paths.placeCorrection(place)}
        form={form}
        current={current}
        differences={differences}
        labels={{ name: t.name, legal_act: t.legalAct }}
        back={paths.placeCorrection(place)}
      />
    </DeskLayout>
  )
}

function placesTrail(view: View, place?: Place) {
  const { locale, paths } = view
  const list = [...administrationTrail(view), { name: deskTexts[locale].title, path: paths.placesKept() }]
  return place ? [...list, { name: placeName(place, locale), path: paths.placeKept(place) }] : list
}

function parentOf({ parent_name, parent_kind }: PlaceWithParent) {
  return parent_name && parent_kind ? { name: parent_name, kind: parent_kind } : null
}

function parentName(unit: PlaceWithParent, locale: Locale) {
  const parent = parentOf(unit)
  return parent ? placeName(parent, locale) : "–"
}
