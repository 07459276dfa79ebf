import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Radios } from "../../ui/field/choices.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextArea } from "../../ui/field/text-field.tsx"
import { formatDay, formatMoney, formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { placeName, placeNameInside } from "../places/names.ts"
import { deskTexts } from "../register/desk-texts.ts"
import { type Sector, type Status, sectorName, statusName } from "../register/vocabulary.ts"
import type { Compared } from "./compared.ts"
import type { JoinRow, Pair, PairReason, VerdictRow } from "./pairs.ts"
import { texts } from "./texts.ts"

type ListProps = {
  view: View
  person: Person
  pairs: readonly Pair[]
  total: number
  verdicts: readonly VerdictRow[]
  joins: readonly JoinRow[]
}

export function PairsPage({ view, person, pairs, total, verdicts, joins }: ListProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={trail(view)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      {pairs.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <Table caption={t.pairs(formatNumber(total, locale))}>
          <thead>
            <tr>
              <th scope="col">{t.one}</th>
              <th scope="col">{t.other}</th>
              <th scope="col">{t.why}</th>
              <th scope="col">{t.open}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ one, other, reasons }) => (
              <tr>
                <th scope="row" lang="vi">
                  <SideName view={view} side={one} />
                </th>
                <td lang="vi">
                  <SideName view={view} side={other} />
                </td>
                <td>{reasonWords(reasons, view)}</td>
                <td>
                  <a href={paths.duplicatePair(one, other)} aria-label={t.compareTitle(one.name, other.name)}>
                    {t.open}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {pairs.length < total && (
        <p class="quiet">{t.more(formatNumber(pairs.length, locale), formatNumber(total, locale))}</p>
      )}
      {pairs.length > 0 && <Downloads locale={locale} path={paths.duplicates()} />}
      <Joins view={view} joins={joins} title={t.joinsTitle} />
      {verdicts.length > 0 && (
        <section class="stack" aria-labelledby="khong-phai-mot">
          <h2 id="khong-phai-mot">{t.apartTitle}</h2>
          <ul class="desk-list">
            {verdicts.map((verdict) => (
              <li>
                <span lang="vi">
                  {verdict.one_name} · {verdict.other_name}
                </span>
                <span class="desk-list__facts">
                  {verdict.reason} ({t.by(verdict.decided_by, formatTime(verdict.decided_at, locale))})
                </span>
                <form method="post" action={paths.duplicateVerdict(verdict)}>
                  <Button quiet>
                    {t.takeBack}
                    <span class="visually-hidden">
                      : {verdict.one_name}, {verdict.other_name}
                    </span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DeskLayout>
  )
}

function SideName({ view, side }: { view: View; side: Pair["one"] }) {
  return (
    <>
      <a href={view.paths.deskOrganisation(side)}>{side.name}</a>
      <p class="quiet">{placeNameInside({ kind: side.place_kind, name: side.place_name }, "vi")}</p>
    </>
  )
}

/** Records that were joined, each with the way back as long as there is one. */
export function Joins({ view, joins, title }: { view: View; joins: readonly JoinRow[]; title: string }) {
  const { locale, paths } = view
  const t = texts[locale]
  if (joins.length === 0) return null
  return (
    <section class="stack" aria-labelledby="da-gop">
      <h2 id="da-gop">{title}</h2>
      <ul class="desk-list">
        {joins.map((joined) => (
          <li>
            <a
              href={paths.deskOrganisation({ slug: joined.into_slug })}
              lang={locale === "vi" ? undefined : "en"}
            >
              {t.joinedInto(joined.name, joined.into_name)}
            </a>
            <span class="desk-list__facts">
              {joined.reason} ({t.by(joined.joined_by, formatTime(joined.joined_at, locale))})
            </span>
            {joined.is_touched ? (
              <span class="quiet">{t.touched}</span>
            ) : (
              <form method="post" action={paths.duplicateJoin(joined)}>
                <Button quiet>
                  {t.undo}
                  <span class="visually-hidden">: {joined.name}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type CompareProps = {
  view: View
  person: Person
  one: Compared
  other: Compared
  reasons: readonly PairReason[]
  form: FormState
}

export function ComparePairPage({ view, person, one, other, reasons, form }: CompareProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const title = t.compareTitle(one.name, other.name)
  return (
    <DeskLayout
      view={view}
      person={person}
      title={title}
      trail={[...trail(view), { name: t.title, path: paths.duplicates() }]}
      hasErrors={hasErrors(form)}
    >
      <div class="page-heading">
        <h1>{title}</h1>
        <p class="lead">{reasons.length > 0 ? `${t.why} ${reasonWords(reasons, view)}.` : t.notAlike}</p>
      </div>
      <Table caption={title} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col" lang="vi">
              <a href={paths.deskOrganisation(one)}>{one.name}</a>
            </th>
            <th scope="col" lang="vi">
              <a href={paths.deskOrganisation(other)}>{other.name}</a>
            </th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(one, view).map(([name, value], index) => {
            const others = rowsOf(other, view)[index]![1]
            return (
              <tr>
                <th scope="row">
                  {name}
                  {value !== others && <span class="quiet"> ({t.differs})</span>}
                </th>
                <td>{value}</td>
                <td>{others}</td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <section class="stack" aria-labelledby="quyet-dinh">
        <h2 id="quyet-dinh">{t.decide}</h2>
        <p>{t.joinMeans}</p>
        <Form action={paths.duplicatePair(one, other)}>
          <FormSummary form={form} locale={locale} />
          <Radios
            form={form}
            name="act"
            label={t.act}
            choices={[
              { value: "apart", label: t.apart },
              { value: "one", label: t.keepOne(one.name) },
              { value: "other", label: t.keepOne(other.name) },
            ]}
          />
          <TextArea form={form} name="reason" label={t.reason} hint={t.reasonHint} rows={3} />
          <FormActions>
            <Button>{t.save}</Button>
            <a href={paths.duplicates()}>{t.title}</a>
          </FormActions>
        </Form>
      </section>
    </DeskLayout>
  )
}

function rowsOf(record: Compared, { locale }: View): [string, string][] {
  const t = texts[locale]
  const shown: [string, string | null][] = [
    [t.name, record.name],
    [t.codeField, record.code],
    [t.place, placeName({ kind: record.place_kind, name: record.place_name }, locale)],
    [t.sector, sectorName(record.sector as Sector, locale)],
    [t.status, statusName(record.status as Status, locale)],
    [t.founded, formatDay(record.founded_on, locale)],
    [t.representative, record.legal_representative],
    [t.phone, record.phone],
    [t.address, record.address],
    [t.capital, record.charter_capital === null ? null : formatMoney(record.charter_capital, locale)],
    [t.events, formatNumber(record.events, locale)],
    [t.years, record.years.join(", ")],
  ]
  return shown.map(([name, value]) => [name, value || "–"])
}

function reasonWords(reasons: readonly PairReason[], { locale }: View) {
  return reasons.map((reason) => texts[locale][reason]).join("; ")
}

function trail({ locale, paths }: View) {
  return [{ name: deskTexts[locale].title, path: paths.deskOrganisations() }]
}
