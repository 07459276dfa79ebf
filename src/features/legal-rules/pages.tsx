import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { ButtonLink } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Checkbox, Select } from "../../ui/field/choices.tsx"
import { DayField, NumberField, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { formatDay, formatNumber, formatPercent } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { periodWords } from "../../ui/period.ts"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { placeName } from "../places/names.ts"
import { deskTexts } from "../register/desk-texts.ts"
import { kindName, kinds } from "../register/vocabulary.ts"
import type { KeptRule } from "./keep-rules.ts"
import type { Short } from "./read-warnings.ts"
import { texts } from "./texts.ts"
import { warningWords } from "./warning-words.ts"
import { legalRules, type RuleName } from "./warnings.ts"

type Given = { view: View; person: Person }

/** Every rule of every time. */
export function RulesPage({ view, person, rules }: Given & { rules: readonly KeptRule[] }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={administrationTrail(view)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {may(person, "administer") && (
          <p class="desk-actions">
            <ButtonLink href={paths.newLegalRule()}>{t.add}</ButtonLink>
          </p>
        )}
      </div>
      <Table caption={t.title} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.rule}</th>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.article}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr>
              <th scope="row">
                <a href={paths.legalRule(rule)}>{t[rule.rule]}</a>
              </th>
              <td>{kindName(rule.kind, locale)}</td>
              <td>{limitWords(rule, locale)}</td>
              <td>{periodWords(rule, locale)}</td>
              <td>
                <span lang="vi">{rule.article}</span>. {rule.is_checked ? t.checked : t.unchecked}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Downloads locale={locale} path={paths.legalRules()} />
    </DeskLayout>
  )
}

/** The number or the day that a rule asks for, with its unit. */
export function limitWords(
  { rule, value, due_on }: Pick<KeptRule, "rule" | "value" | "due_on">,
  locale: Locale,
) {
  const t = texts[locale]
  if (rule === "transition") return formatDay(due_on!, locale)
  if (rule === "fewest_members") return t.members(formatNumber(value!, locale))
  if (rule === "longest_suspension") return t.months(formatNumber(value!, locale))
  return formatPercent(value!, locale)
}

export function NewRulePage({ view, person, form }: Given & { form: FormState }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.add}
      lead={t.addLead}
      trail={rulesTrail(view)}
      form={form}
      action={paths.legalRules()}
      submit={t.save}
      back={paths.legalRules()}
    >
      <Select
        form={form}
        name="rule"
        label={t.rule}
        choices={legalRules.map((rule) => ({ value: rule, label: t[rule] }))}
      />
      <Select
        form={form}
        name="kind"
        label={t.kind}
        choices={kinds.map((kind) => ({ value: kind, label: kindName(kind, locale) }))}
      />
      <Facts view={view} form={form} />
    </FormPage>
  )
}

/** One rule: what it says, who changed it, and the form to change it. */
export function RulePage({
  view,
  person,
  rule,
  form,
  version,
  history,
}: Given & { rule: KeptRule; form: FormState; version: number; history: RecordHistory }) {
  const { locale, paths } = view
  const t = texts[locale]
  const title = `${t[rule.rule]}: ${kindName(rule.kind, locale)}`
  if (!may(person, "administer")) {
    return (
      <DeskLayout view={view} person={person} title={title} trail={rulesTrail(view)}>
        <div class="page-heading">
          <h1>{title}</h1>
          <p class="lead">
            {limitWords(rule, locale)}, {periodWords(rule, locale)}. <span lang="vi">{rule.article}</span>.{" "}
            {rule.is_checked ? t.checked : t.unchecked}.
          </p>
        </div>
        <History view={view} history={history} />
      </DeskLayout>
    )
  }
  return (
    <FormPage
      view={view}
      person={person}
      title={title}
      lead={t.editLead}
      trail={rulesTrail(view)}
      form={form}
      action={paths.legalRule(rule)}
      submit={t.save}
      back={paths.legalRules()}
      after={<History view={view} history={history} />}
    >
      <VersionField version={version} />
      <Facts view={view} form={form} rule={rule.rule} />
    </FormPage>
  )
}

function rulesTrail(view: View) {
  return [...administrationTrail(view), { name: texts[view.locale].title, path: view.paths.legalRules() }]
}

function Facts({ view: { locale }, form, rule }: { view: View; form: FormState; rule?: RuleName }) {
  const t = texts[locale]
  const { optional } = fieldTexts[locale]
  return (
    <>
      {rule !== "transition" && (
        <NumberField
          form={form}
          name="value"
          label={t.value}
          {...(!rule && { hint: t.valueHint, optional })}
        />
      )}
      {(!rule || rule === "transition") && (
        <DayField form={form} name="due_on" label={t.due_on} {...(!rule && { hint: t.dueHint, optional })} />
      )}
      <TextField form={form} name="article" label={t.article} />
      <Checkbox form={form} name="is_checked" label={t.is_checked} />
      <DayField form={form} name="valid_from" label={t.valid_from} />
      <DayField form={form} name="valid_to" label={t.valid_to} hint={t.openHint} optional={optional} />
    </>
  )
}

export const shortPerPage = 100

type ShortPageProps = Given & {
  rule: RuleName | undefined
  /** By rule, how many are short of it. */
  counts: ReadonlyMap<RuleName, number>
  found: readonly Short[]
  page: number
}

/** Organisations that are short of the law, with what each is short of. */
export function ShortPage({ view, person, rule, counts, found, page }: ShortPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const pathOf = (asked: RuleName | undefined, number?: number) =>
    paths.shortOfLaw({ "quy-dinh": asked, trang: number && number > 1 ? number : undefined })
  const met = legalRules.filter((each) => counts.has(each))
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.shortTitle}
      trail={[{ name: deskTexts[locale].title, path: paths.deskOrganisations() }]}
    >
      <div class="page-heading">
        <h1>{t.shortTitle}</h1>
        <p class="lead">{t.shortLead}</p>
      </div>
      {(met.length > 1 || rule) && (
        <nav class="desk-statuses" aria-label={t.rule}>
          <ul>
            {[undefined, ...met].map((each) => (
              <li>
                <a href={pathOf(each)} aria-current={each === rule ? "true" : undefined}>
                  {each ? t[each] : t.everyRule}
                  {each && <span class="desk-count"> {formatNumber(counts.get(each)!, locale)}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {found.length === 0 ? (
        <p class="empty">{t.nothingShort}</p>
      ) : (
        <ShortTable view={view} found={found} page={page} />
      )}
      {found.length > 0 && (
        <>
          <Pager
            locale={locale}
            page={page}
            perPage={shortPerPage}
            total={found.length}
            pathOf={(number) => pathOf(rule, number)}
          />
          <Downloads locale={locale} path={paths.shortOfLaw()} query={{ "quy-dinh": rule }} />
        </>
      )}
    </DeskLayout>
  )
}

function ShortTable({ view, found, page }: Pick<ShortPageProps, "view" | "found" | "page">) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <Table caption={t.shortFound(formatNumber(found.length, locale))}>
      <thead>
        <tr>
          <th scope="col">{t.organisation}</th>
          <th scope="col">{t.place}</th>
          <th scope="col">{t.warnings}</th>
        </tr>
      </thead>
      <tbody>
        {found.slice((page - 1) * shortPerPage, page * shortPerPage).map((short) => (
          <tr>
            <th scope="row" lang="vi">
              <a href={paths.deskOrganisation(short)}>{short.name}</a>
            </th>
            <td lang="vi">{placeName({ kind: short.place_kind, name: short.place_name }, locale)}</td>
            <td>
              {short.warnings.map((warning) => (
                <p>{warningWords(warning, locale)}</p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
