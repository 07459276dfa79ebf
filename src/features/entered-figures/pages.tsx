import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Radios, Select } from "../../ui/field/choices.tsx"
import { NumberField, TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { formatPercent, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { getMeasure, listMeasures, measureSections } from "../measures/catalogue.ts"
import type { Figure } from "../measures/figures.ts"
import { formatFigure } from "../measures/format.ts"
import { sectionNames } from "../measures/labels.ts"
import { sectors } from "../measures/scope.ts"
import { completion } from "../official-reports/compared.ts"
import { placeName } from "../places/names.ts"
import type { Place } from "../places/queries.ts"
import { sectorName } from "../register/vocabulary.ts"
import { entryUnit } from "./entry-unit.ts"
import { type EnteredFigure, enteredKinds, type Subject } from "./figures.ts"
import { completionOf, type FigureRow } from "./table.ts"
import { texts } from "./texts.ts"

type Given = { view: View; person: Person }

type FiguresPageProps = Given & {
  place: Place
  places: readonly Place[]
  year: number
  rows: readonly FigureRow[]
}

/** What was put down for a place and a year: plan, estimate and outcome beside each other. */
export function FiguresPage({ view, person, place, places, year, rows }: FiguresPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const query = { nam: String(year), "dia-ban": place.slug }
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={[]}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {may(person, "write_official_report") && (
          <p class="desk-actions">
            <ButtonLink href={paths.newEnteredFigure(query)}>{t.add}</ButtonLink>
          </p>
        )}
      </div>
      <search>
        <form class="desk-filters" action={paths.enteredFigures()}>
          <div>
            <label for="nam">{t.year}</label>
            <input
              id="nam"
              name="nam"
              value={String(year)}
              inputmode="numeric"
              maxlength={4}
              autocomplete="off"
            />
          </div>
          <div>
            <label for="dia-ban">{t.place}</label>
            <select id="dia-ban" name="dia-ban">
              {places.map((each) => (
                <option value={each.slug} selected={each.id === place.id}>
                  {placeName(each, locale)}
                </option>
              ))}
            </select>
          </div>
          <div class="desk-filters__actions">
            <Button quiet>{t.show}</Button>
          </div>
        </form>
      </search>
      {rows.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <>
          <FiguresTable view={view} caption={`${placeName(place, locale)}, ${year}`} rows={rows} />
          <Downloads locale={locale} path={paths.enteredFigures()} query={query} />
        </>
      )}
    </DeskLayout>
  )
}

function FiguresTable({ view, caption, rows }: { view: View; caption: string; rows: readonly FigureRow[] }) {
  const { locale } = view
  const t = texts[locale]
  return (
    <div class="organisation-table">
      <Table caption={caption}>
        <thead>
          <tr>
            <th scope="col">{t.measure}</th>
            <th scope="col" class="table__number">
              {t.plan}
            </th>
            <th scope="col" class="table__number">
              {t.estimate}
            </th>
            <th scope="col" class="table__number">
              {t.outcome}
            </th>
            <th scope="col" class="table__number">
              {t.ofPlan}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { subject, entered, outcome } = row
            const { unit } = getMeasure(subject.measure)
            const rate = completionOf(row)
            return (
              <tr>
                <th scope="row">{subjectWords(subject, view)}</th>
                <td class="table__number" data-label={t.plan}>
                  <EnteredValue view={view} figure={entered.plan} />
                </td>
                <td class="table__number" data-label={t.estimate}>
                  <EnteredValue view={view} figure={entered.estimate} />
                </td>
                <td class="table__number" data-label={t.outcome}>
                  {outcome ? formatFigure(outcome.value, unit, locale) : t.notYet}
                </td>
                <td class="table__number" data-label={t.ofPlan}>
                  {rate === undefined ? "–" : formatPercent(rate, locale)}
                  {rate !== undefined && !outcome && <span class="entered-flag"> {t.flags}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </div>
  )
}

/** A figure with the flag that says it was put down by somebody, and the way to who and why. */
function EnteredValue({ view, figure }: { view: View; figure: EnteredFigure | undefined }) {
  if (!figure) return "–"
  const { locale, paths } = view
  return (
    <>
      <a href={paths.enteredFigure(figure)}>
        {formatFigure(figure.value, getMeasure(figure.measure).unit, locale)}
      </a>
      {figure.kind === "estimate" && <span class="entered-flag"> {texts[locale].flags}</span>}
    </>
  )
}

/** "Tổng số hợp tác xã, nông nghiệp, 6 tháng đầu năm". */
function subjectWords({ measure, sector, period }: Omit<Subject, "kind">, { locale }: View) {
  return [
    getMeasure(measure).words.name[locale],
    sector && sectorName(sector, locale),
    period === "half" && texts[locale].half,
  ]
    .filter(Boolean)
    .join(", ")
}

type NewFigureProps = Given & { form: FormState; places: readonly Place[] }

export function NewFigurePage({ view, person, form, places }: NewFigureProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { optional } = fieldTexts[locale]
  const measures = measureSections.flatMap((section) =>
    listMeasures()
      .filter((measure) => measure.section === section)
      .map(({ code, words, unit }) => ({
        value: code,
        label: `${sectionNames[section][locale].split(".")[0]} · ${words.name[locale]} (${entryUnit(unit, locale)})`,
      })),
  )
  return (
    <FormPage
      view={view}
      person={person}
      title={t.add}
      lead={t.addLead}
      trail={trail(view)}
      form={form}
      action={paths.enteredFigures()}
      submit={t.save}
      back={paths.enteredFigures()}
    >
      <Radios
        form={form}
        name="kind"
        label={t.kind}
        choices={enteredKinds.map((kind) => ({ value: kind, label: t[kind] }))}
      />
      <Select form={form} name="measure" label={t.measure} choices={measures} empty="–" />
      <NumberField form={form} name="value" label={t.value} hint={t.valueHint} />
      <NumberField form={form} name="year" label={t.year} />
      <Select
        form={form}
        name="period"
        label={t.period}
        choices={[
          { value: "year", label: t.wholeYear },
          { value: "half", label: t.half },
        ]}
      />
      <Select
        form={form}
        name="place"
        label={t.place}
        choices={places.map((place) => ({ value: place.slug, label: placeName(place, locale) }))}
      />
      <Select
        form={form}
        name="sector"
        label={t.sector}
        choices={sectors.map((sector) => ({ value: sector, label: sectorName(sector, locale) }))}
        empty={t.everySector}
      />
      <TextArea form={form} name="basis" label={t.basis} hint={t.basisHint} rows={3} />
      <TextField form={form} name="document_number" label={t.document} optional={optional} />
    </FormPage>
  )
}

type FigurePageProps = Given & {
  figure: EnteredFigure
  place: Place
  /** All that was ever put down for the same, the latest first. */
  versions: readonly EnteredFigure[]
  outcome: Figure | undefined
  form: FormState
  history: RecordHistory
}

/** One figure: what it rests on, what came of it, what stood before, and the form that replaces it. */
export function FigurePage({
  view,
  person,
  figure,
  place,
  versions,
  outcome,
  form,
  history,
}: FigurePageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { unit } = getMeasure(figure.measure)
  const title = `${t[figure.kind]}: ${subjectWords(figure, view)}`
  const standing = versions[0]!
  const about = (
    <>
      <p class="big-figure">
        {formatFigure(figure.value, unit, locale)} {figure.value === null && `(${t.takenBack})`}
      </p>
      <p>
        {placeName(place, locale)}, {figure.year}.{" "}
        {outcome ? (
          <>
            {t.outcome}: {formatFigure(outcome.value, unit, locale)}
            <Rate view={view} figure={figure} outcome={outcome} />
          </>
        ) : (
          `${t.outcome}: ${t.notYet}.`
        )}
      </p>
      {standing.id !== figure.id && (
        <p class="notice">
          {t.replaced} <a href={paths.enteredFigure(standing)}>{t.toStanding}</a>
        </p>
      )}
      <Versions view={view} versions={versions} />
    </>
  )
  if (!may(person, "write_official_report") || standing.id !== figure.id) {
    return (
      <DeskLayout view={view} person={person} title={title} trail={trail(view)}>
        <div class="page-heading">
          <h1>{title}</h1>
        </div>
        {about}
        <History view={view} history={history} />
      </DeskLayout>
    )
  }
  return (
    <FormPage
      view={view}
      person={person}
      title={title}
      trail={trail(view)}
      form={form}
      action={paths.enteredFigure(figure)}
      submit={t.replace}
      back={paths.enteredFigures({ nam: String(figure.year), "dia-ban": place.slug })}
      before={about}
      after={<History view={view} history={history} />}
    >
      <NumberField
        form={form}
        name="value"
        label={t.valueIn(entryUnit(unit, locale))}
        hint={t.takeBackHint}
      />
      <TextArea form={form} name="basis" label={t.basis} hint={t.basisHint} rows={3} />
      <TextField
        form={form}
        name="document_number"
        label={t.document}
        optional={fieldTexts[locale].optional}
      />
    </FormPage>
  )
}

function Rate({ view, figure, outcome }: { view: View; figure: EnteredFigure; outcome: Figure }) {
  const t = texts[view.locale]
  const rate = completion(outcome.value ?? undefined, figure.value ?? undefined)
  if (rate === undefined) return "."
  const label = figure.kind === "plan" ? t.ofPlan : t.ofEstimate
  return ` (${label.toLowerCase()}: ${formatPercent(rate, view.locale)}).`
}

function Versions({ view, versions }: { view: View; versions: readonly EnteredFigure[] }) {
  const { locale } = view
  const t = texts[locale]
  return (
    <div class="organisation-table">
      <Table caption={t.history}>
        <thead>
          <tr>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.basis}</th>
            <th scope="col">{t.by}</th>
            <th scope="col">{t.at}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr>
              <th scope="row">
                {version.value === null
                  ? t.takenBack
                  : formatFigure(version.value, getMeasure(version.measure).unit, locale)}{" "}
                {version.value !== null && `(${version.superseded_at ? t.old : t.standing})`}
              </th>
              <td data-label={t.basis} lang="vi">
                {version.basis}
                {version.document_number && ` · ${version.document_number}`}
              </td>
              <td data-label={t.by}>{version.recorded_by}</td>
              <td data-label={t.at}>{formatTime(version.recorded_at, locale)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function trail({ locale, paths }: View) {
  return [{ name: texts[locale].title, path: paths.enteredFigures() }]
}
