import type { Child } from "hono/jsx"
import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { ConfirmedAct } from "../../ui/confirmation/confirmation.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { MoveButtons } from "../../ui/move-buttons/move-buttons.tsx"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import type { PastRound } from "./count-hits.ts"
import type { FormDefinition, FormField, FormRule } from "./definition.ts"
import { faultWords } from "./fault-words.ts"
import { kindsWords, type ListedVersion, stateWords, yearsWords } from "./list-page.tsx"
import { partWords } from "./part-words.ts"
import { testWords } from "./test-words.ts"
import { kindTexts, registerTexts, severityTexts, texts } from "./texts.ts"
import type { FormFault } from "./validate-definition.ts"

/** How many reports of a past round fail each rule. */
export type HitsOfRound = { round: PastRound; hits: ReadonlyMap<string, number> }

type VersionPageProps = {
  view: View
  person: Person
  version: ListedVersion
  /** Other versions of the same form. */
  others: readonly ListedVersion[]
  hits: readonly HitsOfRound[]
  history: RecordHistory
  /** Why it can't be put into use, where that was tried. */
  faults?: readonly FormFault[] | undefined
  problem?: string | undefined
  lost: readonly FormField[]
}

/** One version of a form, to be read by people: its sections with their fields, its rules and what they catch. */
export function VersionPage(props: VersionPageProps) {
  const { view, person, version, others, hits, history, faults = [], problem, lost } = props
  const { locale, paths } = view
  const t = texts[locale]
  const { definition } = version
  const fromMemory = definition.fields.filter(({ is_from_memory }) => is_from_memory).length
  const isEditable = may(person, "administer") && !version.published_at
  return (
    <DeskLayout view={view} person={person} title={versionTitle(view, version)} trail={formsTrail(view)}>
      <div class="page-heading">
        <h1 lang="vi">{version.name}</h1>
        <p class="lead">{versionTitle(view, version)}</p>
      </div>
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      {faults.length > 0 && (
        <section class="notice report-form__faults" role="alert" aria-labelledby="chua-dung-duoc">
          <h2 id="chua-dung-duoc">{t.faultsTitle}</h2>
          <p>{t.faultsLead}</p>
          <ul>
            {faults.map((fault) => (
              <li>
                <a href={paths.reportFormPart(version, partWords[fault.part], fault)}>
                  {faultWords(fault, locale)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <dl class="facts">
        <Fact name={t.officialNumber}>{version.official_number}</Fact>
        <Fact name={t.legalBasis}>
          <span lang="vi">{version.legal_basis}</span>
        </Fact>
        <Fact name={t.kinds}>{kindsWords(version, locale)}</Fact>
        <Fact name={t.validity}>{yearsWords(version, locale)}</Fact>
        <Fact name={t.state}>{stateWords(version, locale)}</Fact>
      </dl>
      <nav aria-label={t.contents}>
        <ul class="report-form__contents">
          <li>
            <a href="#chi-tieu">{t.fieldsTitle}</a> ({definition.fields.length})
          </li>
          <li>
            <a href="#quy-tac">{t.rulesTitle}</a> ({definition.rules.length})
          </li>
          {others.length > 0 && (
            <li>
              <a href="#so-sanh">{t.compare}</a>
            </li>
          )}
        </ul>
      </nav>
      {fromMemory > 0 && (
        <p class="notice">
          {(version.published_at ? t.memoryNotice : t.memoryInDraft)(fromMemory, definition.fields.length)}
        </p>
      )}
      {may(person, "administer") && <Acts view={view} version={version} lost={lost} />}
      <Fields view={view} version={version} isEditable={isEditable} />
      <Rules view={view} version={version} hits={hits} isEditable={isEditable} />
      {others.length > 0 && <Comparison view={view} version={version} others={others} />}
      <History view={view} history={history} />
    </DeskLayout>
  )
}

/** "htx-nam, phiên bản 2". */
export function versionTitle({ locale }: View, { code, number }: Pick<ListedVersion, "code" | "number">) {
  return texts[locale].versionName(code, number)
}

export function formsTrail(view: View) {
  return [...administrationTrail(view), { name: texts[view.locale].title, path: view.paths.reportForms() }]
}

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What may be done with it: a draft is changed and put into use, a version in use is followed by another. */
function Acts({
  view: { locale, paths },
  version,
  lost,
}: {
  view: View
  version: ListedVersion
  lost: readonly FormField[]
}) {
  const t = texts[locale]
  if (version.published_at) {
    return (
      <div class="report-form__acts">
        <ButtonLink href={paths.newReportFormVersion(version)}>{t.begin}</ButtonLink>
        <ButtonLink quiet href={paths.newReportForm(version)}>
          {t.beginForm}
        </ButtonLink>
        {!version.is_asked && (
          <form method="post" action={paths.reportFormWithdrawal(version)}>
            <p>{t.withdrawLead}</p>
            <Button quiet>{t.withdraw}</Button>
          </form>
        )}
      </div>
    )
  }
  return (
    <div class="report-form__acts">
      {lost.length > 0 && (
        <div class="notice">
          <p>
            <strong>{t.lostTitle}:</strong> {lost.map(({ label }) => label[locale]).join(", ")}.
          </p>
          <p>{t.lostLead}</p>
        </div>
      )}
      <form method="post" action={paths.reportFormPublication(version)}>
        <VersionField version={version.version} />
        <p>{t.publishLead}</p>
        <Button>{t.publish}</Button>
      </form>
      <ButtonLink quiet href={paths.reportFormHead(version)}>
        {t.editHead}
      </ButtonLink>
      <ConfirmedAct
        locale={locale}
        action={paths.reportFormDiscard(version)}
        page={paths.reportFormDiscard(version)}
        id="xoa-ban-nhap"
        title={t.discard}
        act={t.discard}
      >
        <p>{t.discardLead}</p>
      </ConfirmedAct>
    </div>
  )
}

type PartsProps = { view: View; version: ListedVersion; isEditable: boolean }

function Fields({ view, version, isEditable }: PartsProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { sections, fields } = version.definition
  return (
    <section class="stack" aria-labelledby="chi-tieu">
      <div class="section-heading">
        <h2 id="chi-tieu">{t.fieldsTitle}</h2>
        {isEditable && <a href={paths.newReportFormPart(version, partWords.section)}>{t.addSection}</a>}
      </div>
      {sections.map((section, index) => {
        const own = fields.filter((field) => field.section === section.code)
        return (
          <section
            class="report-form__section"
            id={`phan-${section.code}`}
            aria-labelledby={`ten-${section.code}`}
          >
            <div class="report-form__heading">
              <h3 id={`ten-${section.code}`}>{section.label[locale]}</h3>
              {isEditable && (
                <PartActs
                  view={view}
                  version={version}
                  word={partWords.section}
                  part={section}
                  name={section.label[locale]}
                  first={index === 0}
                  last={index === sections.length - 1}
                />
              )}
            </div>
            {section.help && <p>{section.help[locale]}</p>}
            {own.length === 0 ? (
              <p class="empty">{t.noFields}</p>
            ) : (
              <ol class="report-form__parts">
                {own.map((field, place) => (
                  <FieldItem
                    view={view}
                    version={version}
                    field={field}
                    isEditable={isEditable}
                    first={place === 0}
                    last={place === own.length - 1}
                  />
                ))}
              </ol>
            )}
            {isEditable && (
              <p>
                <a href={paths.newReportFormPart(version, partWords.field, { phan: section.code })}>
                  {t.addField}
                </a>
              </p>
            )}
          </section>
        )
      })}
      <Downloads locale={locale} path={paths.reportFormFields(version)} />
    </section>
  )
}

type ItemProps = PartsProps & { first: boolean; last: boolean }

function FieldItem({ view, version, field, isEditable, first, last }: ItemProps & { field: FormField }) {
  const { locale } = view
  const t = texts[locale]
  return (
    <li id={`truong-${field.code}`}>
      <div>
        <p class="report-form__name">
          {field.label[locale]}
          {field.is_from_memory && <span class="report-form__mark">{t.memoryMark}</span>}
        </p>
        <p class="report-form__facts">
          <code>{field.code}</code> · {fieldFacts(field, version.definition, locale).join(" · ")}
        </p>
        {field.help && <p class="report-form__facts">{field.help[locale]}</p>}
        <p class="report-form__facts">
          {t.source}: <span lang="vi">{field.source}</span>
        </p>
      </div>
      {isEditable && (
        <PartActs
          view={view}
          version={version}
          word={partWords.field}
          part={field}
          name={field.label[locale]}
          first={first}
          last={last}
        />
      )}
    </li>
  )
}

/** Kind, unit, limits, and where a value comes from. */
export function fieldFacts(
  { kind, unit, is_required, least, most, total_of, from_register, choices }: FormField,
  { fields }: Pick<FormDefinition, "fields">,
  locale: View["locale"],
) {
  const t = texts[locale]
  const number = (value: number) => formatNumber(value, locale, 2)
  const labels = total_of?.map((code) => fields.find((field) => field.code === code)?.label[locale] ?? code)
  return [
    kindTexts[locale][kind],
    unit?.[locale],
    choices?.map((choice) => choice[locale]).join(" / "),
    is_required && t.required,
    least !== undefined && most !== undefined && t.limits(number(least), number(most)),
    least !== undefined && most === undefined && t.atLeast(number(least)),
    least === undefined && most !== undefined && t.atMost(number(most)),
    labels && t.totalOf(labels.join(" + ")),
    from_register &&
      t.fromRegister(registerTexts[locale][from_register as keyof (typeof registerTexts)["vi"]]),
  ].filter((fact) => typeof fact === "string")
}

function Rules({ view, version, hits, isEditable }: PartsProps & { hits: readonly HitsOfRound[] }) {
  const { locale, paths } = view
  const t = texts[locale]
  const { rules } = version.definition
  return (
    <section class="stack" aria-labelledby="quy-tac">
      <div class="section-heading">
        <h2 id="quy-tac">{t.rulesTitle}</h2>
        {isEditable && <a href={paths.newReportFormPart(version, partWords.rule)}>{t.addRule}</a>}
      </div>
      <p>{t.rulesLead}</p>
      {hits.length === 0 && <p class="empty">{t.noRounds}</p>}
      {rules.length === 0 && <p class="empty">{t.noRules}</p>}
      <ol class="report-form__parts">
        {rules.map((rule, index) => (
          <RuleItem
            view={view}
            version={version}
            rule={rule}
            hits={hits}
            isEditable={isEditable}
            first={index === 0}
            last={index === rules.length - 1}
          />
        ))}
      </ol>
      {rules.length > 0 && <Downloads locale={locale} path={paths.reportFormRules(version)} />}
    </section>
  )
}

type RuleItemProps = ItemProps & { rule: FormRule; hits: readonly HitsOfRound[] }

function RuleItem({ view, version, rule, hits, isEditable, first, last }: RuleItemProps) {
  const { locale } = view
  const t = texts[locale]
  return (
    <li id={`quy-tac-${rule.code}`}>
      <div>
        <p class="report-form__name">
          <span class={`report-form__severity report-form__severity--${rule.severity}`}>
            {severityTexts[locale][rule.severity]}
          </span>
          <span>{rule.message[locale]}</span>
        </p>
        <p class="report-form__test">{testWords(rule.test, version.definition, locale)}</p>
        <p class="report-form__facts">
          <code>{rule.code}</code>
          {rule.source && (
            <>
              {" · "}
              {t.source}: <span lang="vi">{rule.source}</span>
            </>
          )}
        </p>
        {hits.length > 0 && (
          <p class="report-form__facts">
            {t.hits}: {hits.map((each) => hitsWords(each, rule.code, locale)).join("; ")}.
          </p>
        )}
      </div>
      {isEditable && (
        <PartActs
          view={view}
          version={version}
          word={partWords.rule}
          part={rule}
          name={rule.code}
          first={first}
          last={last}
        />
      )}
    </li>
  )
}

export function hitsWords({ round, hits }: HitsOfRound, code: string, locale: View["locale"]) {
  const number = (value: number) => formatNumber(value, locale)
  return texts[locale].hitsOf(round.name, number(hits.get(code) ?? 0), number(round.filings))
}

type PartActsProps = {
  view: View
  version: ListedVersion
  word: string
  part: { code: string }
  name: string
  first: boolean
  last: boolean
}

function PartActs({ view, version, word, part, name, first, last }: PartActsProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <div class="report-form__part-acts">
      <MoveButtons
        view={view}
        action={paths.reportFormPartPosition(version, word, part)}
        name={name}
        first={first}
        last={last}
      />
      <a href={paths.reportFormPart(version, word, part)} aria-label={t.editOne(name)}>
        {t.edit}
      </a>
    </div>
  )
}

function Comparison({
  view: { locale, paths },
  version,
  others,
}: Pick<VersionPageProps, "view" | "version" | "others">) {
  const t = texts[locale]
  return (
    <section class="stack" aria-labelledby="so-sanh">
      <h2 id="so-sanh">{t.compare}</h2>
      <form class="desk-filters" action={paths.reportFormComparison(version)}>
        <div>
          <label for="voi">{t.compareWith}</label>
          <select id="voi" name="voi">
            {others.map(({ id, number, first_year }) => (
              <option value={String(id)}>
                {t.number} {number} ({t.from(first_year)})
              </option>
            ))}
          </select>
        </div>
        <div class="desk-filters__actions">
          <Button quiet>{t.compareShow}</Button>
        </div>
      </form>
    </section>
  )
}
