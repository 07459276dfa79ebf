import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Select } from "../../ui/field/choices.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { DayField, NumberField, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { periodWords } from "../../ui/period.ts"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { checkScheme } from "./check-scheme.ts"
import { isSplit, itemsOf, type RatingGroup, type RatingItem, ratingClasses } from "./definition.ts"
import { figureName, unitOf } from "./figures.ts"
import { schemeTexts as texts } from "./scheme-texts.ts"
import { className, faultWords, formatPoints, gapWords, mostWords, scoringWords } from "./scheme-words.ts"
import type { KeptScheme, RatingYear, SchemeName, SchemeRow } from "./schemes.ts"

export type Given = { view: View; person: Person }

/** "Đánh giá, xếp loại hợp tác xã, phiên bản 1". */
export function versionName({ name, number }: Pick<SchemeName, "name" | "number">, view: View) {
  return `${name}, ${texts[view.locale].numbered(number)}`
}

type SchemesProps = Given & {
  schemes: readonly SchemeRow[]
  years: readonly RatingYear[]
  form: FormState
}

/** Every version of every scheme, and which one each year is rated by. */
export function SchemesPage({ view, person, schemes, years, form }: SchemesProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const administers = may(person, "administer")
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.title}
      trail={administrationTrail(view)}
      hasErrors={hasErrors(form)}
    >
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {administers && (
          <p class="desk-actions">
            <ButtonLink href={paths.newRatingScheme()}>{t.add}</ButtonLink>
          </p>
        )}
      </div>
      <FormSummary form={form} locale={locale} />
      <Table caption={t.title} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.scheme}</th>
            <th scope="col">{t.versionNumber}</th>
            <th scope="col">{t.legal_basis}</th>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.state}</th>
            <th scope="col" class="table__number">
              {t.ratings}
            </th>
          </tr>
        </thead>
        <tbody>
          {schemes.map((scheme) => (
            <tr>
              <th scope="row" lang="vi">
                <a href={paths.ratingScheme(scheme)}>{scheme.name}</a>
              </th>
              <td>{scheme.number}</td>
              <td lang="vi">{scheme.legal_basis}</td>
              <td>{periodWords(scheme, locale)}</td>
              <td>{scheme.published_at ? t.inUse : t.isDraft}</td>
              <td class="table__number">{formatNumber(scheme.ratings, locale)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Downloads locale={locale} path={paths.ratingSchemes()} />
      <Years view={view} person={person} schemes={schemes} years={years} form={form} />
    </DeskLayout>
  )
}

function Years({ view, person, schemes, years, form }: SchemesProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const published = schemes.filter(({ published_at }) => published_at)
  return (
    <section class="stack" aria-labelledby="theo-nam">
      <h2 id="theo-nam">{t.years}</h2>
      <p>{t.yearsLead}</p>
      <Table caption={t.years} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.year}</th>
            <th scope="col">{t.scheme}</th>
            <th scope="col" class="table__number">
              {t.ratings}
            </th>
            <th scope="col" class="table__number">
              {t.others}
            </th>
            <th scope="col">{t.reason}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr>
              <th scope="row">{year.year}</th>
              <td lang="vi">
                <a href={paths.ratingScheme(year)}>{versionName(year, view)}</a>
              </td>
              <td class="table__number">{formatNumber(year.ratings, locale)}</td>
              <td class="table__number">{formatNumber(year.others, locale)}</td>
              <td>{year.reason ?? t.byValidity}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {may(person, "administer") && published.length > 1 && (
        <details class="filters" open={hasErrors(form)}>
          <summary>{t.chooseTitle}</summary>
          <Form action={paths.ratingSchemeYears()}>
            <Select
              form={form}
              name="year"
              label={t.year}
              choices={years.map(({ year }) => ({ value: String(year), label: String(year) }))}
            />
            <Select
              form={form}
              name="scheme"
              label={t.scheme}
              choices={published.map((scheme) => ({
                value: String(scheme.id),
                label: `${versionName(scheme, view)} (${scheme.legal_basis})`,
              }))}
            />
            <TextField form={form} name="reason" label={t.reason} />
            <FormActions>
              <Button>{t.choose}</Button>
            </FormActions>
          </Form>
        </details>
      )}
    </section>
  )
}

type NewProps = Given & { form: FormState; schemes: readonly SchemeRow[] }

export function NewSchemePage({ view, person, form, schemes }: NewProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.add}
      lead={t.addLead}
      trail={schemesTrail(view)}
      form={form}
      action={paths.ratingSchemes()}
      submit={t.add}
      back={paths.ratingSchemes()}
    >
      <TextField form={form} name="code" label={t.code} hint={t.codeHint} width="medium" />
      <TextField form={form} name="name" label={t.name} lang="vi" />
      <TextField form={form} name="legal_basis" label={t.legal_basis} lang="vi" />
      <DayField form={form} name="valid_from" label={t.valid_from} hint={t.validHint} />
      <Select
        form={form}
        name="from"
        label={t.from}
        choices={schemes.map((scheme) => ({ value: String(scheme.id), label: versionName(scheme, view) }))}
      />
    </FormPage>
  )
}

export function schemesTrail(view: View) {
  return [...administrationTrail(view), { name: texts[view.locale].title, path: view.paths.ratingSchemes() }]
}

type SchemeProps = Given & {
  scheme: KeptScheme
  from: SchemeName | undefined
  form: FormState
  history: RecordHistory
}

/** One version: what it says, what is not known of it, what is wrong with it, and what can be done. */
export function SchemePage({ view, person, scheme, from, form, history }: SchemeProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const edits = may(person, "administer") && !scheme.published_at
  const { faults, gaps } = checkScheme(scheme)
  return (
    <DeskLayout
      view={view}
      person={person}
      title={versionName(scheme, view)}
      trail={schemesTrail(view)}
      hasErrors={hasErrors(form)}
    >
      <div class="page-heading">
        <p class="kicker">{scheme.published_at ? t.inUse : t.isDraft}</p>
        <h1 lang="vi">{versionName(scheme, view)}</h1>
        <p class="lead">
          <span lang="vi">{scheme.legal_basis}</span>, {periodWords(scheme, locale)}.
          {from && ` ${t.made(versionName(from, view))}`}
        </p>
        <p class="quiet">{t.validHint}</p>
      </div>
      <FormSummary form={form} locale={locale} />
      <p>
        <a href={paths.ratingSchemePart(scheme, "chay-thu")}>{t.trial}</a>
      </p>
      {may(person, "administer") && <Acts view={view} scheme={scheme} isSound={faults.length === 0} />}
      {faults.length > 0 ? (
        <section class="notice notice--warning" aria-labelledby="phai-sua">
          <h2 id="phai-sua">{t.faults}</h2>
          <ul>
            {faults.map((fault) => (
              <li>{faultWords(fault, locale, unitIn(scheme, fault))}</li>
            ))}
          </ul>
        </section>
      ) : (
        <p class="notice">{t.sound}</p>
      )}
      {gaps.length > 0 && (
        <section class="notice notice--warning" aria-labelledby="chua-co">
          <h2 id="chua-co">{t.gaps}</h2>
          {gaps.map((gap) => (
            <p>{gapWords(gap, locale)}</p>
          ))}
        </section>
      )}
      <section class="stack" aria-labelledby="cac-loai">
        <h2 id="cac-loai">{t.classes}</h2>
        <ClassList view={view} scheme={scheme} />
        {edits && (
          <p>
            <a href={paths.ratingSchemePart(scheme, "loai")}>{t.editClasses}</a>
          </p>
        )}
      </section>
      <Criteria view={view} scheme={scheme} edits={edits} />
      <Downloads locale={locale} path={paths.ratingSchemePart(scheme, "tieu-chi")} />
      <History view={view} history={history} />
    </DeskLayout>
  )
}

function unitIn(scheme: KeptScheme, fault: object) {
  const code = "item" in fault ? fault.item : undefined
  const figure = itemsOf(scheme.definition).find((item) => item.code === code)?.scored_by
  return figure ? unitOf(figure) : undefined
}

function Acts({ view, scheme, isSound }: { view: View; scheme: KeptScheme; isSound: boolean }) {
  const { locale, paths } = view
  const t = texts[locale]
  if (scheme.published_at) {
    return (
      <form method="post" action={paths.ratingSchemePart(scheme, "phien-ban-moi")}>
        <Button quiet>{t.newVersion}</Button>
      </form>
    )
  }
  return (
    <>
      <ul class="choices">
        <li>
          <a href={paths.ratingSchemePart(scheme, "sua")}>{t.editFacts}</a>
        </li>
        <li>
          <a href={paths.ratingSchemePart(scheme, "nhom/moi")}>{t.addGroup}</a>
        </li>
      </ul>
      {isSound && (
        <form class="form__actions" method="post" action={paths.ratingSchemePart(scheme, "ap-dung")}>
          <VersionField version={scheme.version} />
          <Button>{t.publish}</Button>
          <span class="quiet">{t.publishLead}</span>
        </form>
      )}
    </>
  )
}

/** Every class with the points it holds. */
export function ClassList({ view: { locale }, scheme }: { view: View; scheme: Pick<KeptScheme, "classes"> }) {
  const t = texts[locale]
  const points = (value: number) => formatPoints(value, locale)
  return (
    <ul class="rating-classes">
      {scheme.classes.map((bound, index) => {
        const above = scheme.classes[index - 1]
        return (
          <li>
            <strong>{className(bound.class, locale)}</strong>:{" "}
            {above
              ? t.classRange(points(bound.lowest_points), points(above.lowest_points))
              : t.classTop(points(bound.lowest_points))}
          </li>
        )
      })}
    </ul>
  )
}

function Criteria({ view, scheme, edits }: { view: View; scheme: KeptScheme; edits: boolean }) {
  const { locale } = view
  const t = texts[locale]
  return (
    <section class="stack" aria-labelledby="tieu-chi">
      <h2 id="tieu-chi">{t.criteria}</h2>
      <Table caption={t.criteria} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.criterion}</th>
            <th scope="col" class="table__number">
              {t.most}
            </th>
            <th scope="col">{t.scoring}</th>
            {edits && <th scope="col">{t.edit}</th>}
          </tr>
        </thead>
        {scheme.definition.groups.map((group) => (
          <GroupRows view={view} scheme={scheme} group={group} edits={edits} />
        ))}
      </Table>
    </section>
  )
}

type GroupRowsProps = { view: View; scheme: KeptScheme; group: RatingGroup; edits: boolean }

function GroupRows({ view, scheme, group, edits }: GroupRowsProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <tbody>
      <tr class="rating-group">
        <th scope="rowgroup">{group.code}</th>
        <th scope="rowgroup">{group.label[locale]}</th>
        <td class="table__number">{formatPoints(group.most, locale)}</td>
        <td />
        {edits && (
          <td>
            <a href={paths.ratingSchemePart(scheme, `nhom/${group.code}`)}>{t.editGroup(group.code)}</a>
          </td>
        )}
      </tr>
      {group.criteria.map((criterion) => (
        <>
          <tr>
            <td>{criterion.code}</td>
            <th scope="row">{criterion.label[locale]}</th>
            <td class="table__number">{mostWords(criterion.most, locale)}</td>
            <td>{!isSplit(criterion) && <Scoring view={view} item={criterion.items[0]!} />}</td>
            {edits && (
              <td>
                <a href={paths.ratingSchemePart(scheme, `tieu-chi/${criterion.code}`)}>
                  {t.editParts(criterion.code)}
                </a>
                {!isSplit(criterion) && (
                  <p>
                    <a href={paths.ratingSchemePart(scheme, `muc/${criterion.code}`)}>
                      {t.editScale(criterion.code)}
                    </a>
                  </p>
                )}
              </td>
            )}
          </tr>
          {isSplit(criterion) &&
            criterion.items.map((item) => (
              <tr>
                <td>{item.code}</td>
                <td class="rating-part">{item.label[locale]}</td>
                <td class="table__number">{mostWords(item.most, locale)}</td>
                <td>
                  <Scoring view={view} item={item} />
                </td>
                {edits && (
                  <td>
                    <a href={paths.ratingSchemePart(scheme, `muc/${item.code}`)}>{t.editScale(item.code)}</a>
                  </td>
                )}
              </tr>
            ))}
        </>
      ))}
    </tbody>
  )
}

function Scoring({ view: { locale }, item }: { view: View; item: RatingItem }) {
  const t = texts[locale]
  return (
    <>
      {item.input === "scale" && item.scored_by && <p>{figureName(item.scored_by, locale)}</p>}
      {scoringWords(item, locale).map((words) => (
        <p>{words}</p>
      ))}
      {item.awaits_scale && <p class="quiet">{t.awaited}</p>}
    </>
  )
}

type EditProps = Given & { scheme: KeptScheme; form: FormState }

export function FactsPage({ view, person, scheme, form }: EditProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      {...editing(view, scheme)}
      person={person}
      title={t.editFacts}
      form={form}
      action={paths.ratingSchemePart(scheme, "sua")}
    >
      <VersionField version={versionOf(scheme, form)} />
      <TextField form={form} name="name" label={t.name} lang="vi" />
      <TextField form={form} name="legal_basis" label={t.legal_basis} lang="vi" />
      <DayField form={form} name="valid_from" label={t.valid_from} hint={t.validHint} />
      <DayField
        form={form}
        name="valid_to"
        label={t.valid_to}
        hint={t.openHint}
        optional={fieldTexts[locale].optional}
      />
    </FormPage>
  )
}

export function ClassesPage({ view, person, scheme, form }: EditProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      {...editing(view, scheme)}
      person={person}
      title={t.editClasses}
      lead={t.classesLead}
      form={form}
      action={paths.ratingSchemePart(scheme, "loai")}
    >
      <VersionField version={versionOf(scheme, form)} />
      {ratingClasses.map((name) => (
        <NumberField form={form} name={name} label={className(name, locale)} />
      ))}
    </FormPage>
  )
}

/** What every page that changes a scheme has in common. */
export function editing(view: View, scheme: KeptScheme) {
  const t = texts[view.locale]
  const path = view.paths.ratingScheme(scheme)
  return {
    view,
    trail: [...schemesTrail(view), { name: versionName(scheme, view), path }],
    submit: t.save,
    back: path,
  }
}

/** The version someone began to change: a form that comes back keeps it. */
export function versionOf(scheme: KeptScheme, form: FormState) {
  return Number(form.values["phien-ban"]?.[0] ?? scheme.version)
}
