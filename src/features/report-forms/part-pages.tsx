import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { ConfirmedAct } from "../../ui/confirmation/confirmation.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Checkbox, Checkboxes, Select } from "../../ui/field/choices.tsx"
import { NumberField, TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { FormPage } from "../../ui/layout/form-page.tsx"
import type { FormState } from "../../web/forms.ts"
import { versionField } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import type { Part, PartKind } from "./change-definition.ts"
import type { PastRound } from "./count-hits.ts"
import { type FormDefinition, fieldKinds } from "./definition.ts"
import { kindsWords } from "./list-page.tsx"
import { respondentKinds } from "./part-forms.ts"
import { partWords } from "./part-words.ts"
import type { FormVersion } from "./queries.ts"
import { registerNames } from "./read-register.ts"
import { testWords } from "./test-words.ts"
import { kindTexts, registerTexts, severityTexts, texts } from "./texts.ts"
import { formsTrail, versionTitle } from "./version-page.tsx"

type Given = { view: View; person: Person; version: FormVersion; form: FormState }

/** The button that tries a rule out instead of saving it. */
export const tryOutButton = { name: "viec", value: "thu" } as const
export const tryOutRound = "dot"

/** Name, number and years of a version; those of a new one too. */
export function HeadPage({ view, person, version, form, isNew }: Given & { isNew: boolean }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={isNew ? t.begin : t.editHead}
      lead={isNew ? t.beginLead(version.number) : versionTitle(view, version)}
      trail={versionTrail(view, version)}
      form={form}
      action={isNew ? paths.newReportFormVersion(version) : paths.reportFormHead(version)}
      submit={isNew ? t.begin : t.save}
      back={paths.reportForm(version)}
    >
      {!isNew && <VersionField version={Number(form.values[versionField]?.[0] ?? version.version)} />}
      <HeadFields view={view} form={form} />
    </FormPage>
  )
}

/** A form of its own, begun from another. */
export function NewFormPage({ view, person, version, form }: Given) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.beginForm}
      lead={t.beginFormLead}
      trail={versionTrail(view, version)}
      form={form}
      action={paths.newReportForm(version)}
      submit={t.beginForm}
      back={paths.reportForm(version)}
    >
      <TextField
        form={form}
        name="code"
        label={t.formCode}
        hint={t.formCodeHint}
        width="medium"
        spellcheck={false}
      />
      <Checkboxes
        form={form}
        name="kinds"
        label={t.kinds}
        choices={respondentKinds.map((kind) => ({
          value: kind,
          label: kindsWords({ kinds: [kind] }, locale),
        }))}
      />
      <HeadFields view={view} form={form} />
    </FormPage>
  )
}

function HeadFields({ view: { locale }, form }: Pick<Given, "view" | "form">) {
  const t = texts[locale]
  const { optional } = fieldTexts[locale]
  return (
    <>
      <TextField form={form} name="name" label={t.name} lang="vi" />
      <TextField
        form={form}
        name="official_number"
        label={t.officialNumber}
        width="medium"
        optional={optional}
      />
      <TextField form={form} name="legal_basis" label={t.legalBasis} lang="vi" />
      <NumberField form={form} name="first_year" label={t.firstYear} />
      <NumberField
        form={form}
        name="last_year"
        label={t.lastYear}
        hint={t.lastYearHint}
        optional={optional}
      />
    </>
  )
}

type PartPageProps = Given & {
  kind: PartKind
  /** The part that is changed; none where one is added. */
  part?: Part | undefined
  /** Rounds that a rule can be tried on. */
  rounds: readonly PastRound[]
  /** What came of trying it. */
  tried?: string | undefined
  /** The state of the part as it was opened. */
  seen?: string | undefined
}

/** The form of one section, field or rule. */
export function PartPage(props: PartPageProps) {
  const { view, person, version, form, kind, part, tried, seen } = props
  const { locale, paths } = view
  const t = texts[locale]
  const adds = { section: t.addSection, field: t.addField, rule: t.addRule }
  const removes = { section: t.removeSection, field: t.removeField, rule: t.removeRule }
  const word = partWords[kind]
  return (
    <FormPage
      view={view}
      person={person}
      title={part ? t.editOne(nameOf(part, locale)) : adds[kind]}
      trail={versionTrail(view, version)}
      form={form}
      action={part ? paths.reportFormPart(version, word, part) : paths.newReportFormPart(version, word)}
      submit={t.save}
      back={paths.reportForm(version)}
      before={
        tried && (
          <p class="notice" role="status">
            {tried}
          </p>
        )
      }
      after={
        part && (
          <ConfirmedAct
            locale={locale}
            action={paths.reportFormPartRemoval(version, word, part)}
            page={paths.reportFormPartRemoval(version, word, part)}
            id="bo-muc"
            title={`${removes[kind]}: ${nameOf(part, locale)}`}
            act={removes[kind]}
          >
            <p>{nameOf(part, locale)}</p>
          </ConfirmedAct>
        )
      }
    >
      {part ? (
        <>
          <input type="hidden" name="code" value={part.code} />
          <input type="hidden" name={versionField} value={seen} />
        </>
      ) : (
        <TextField
          form={form}
          name="code"
          label={t.code}
          hint={kind === "field" ? t.codeHint : undefined}
          width="medium"
          spellcheck={false}
        />
      )}
      {kind === "section" && <SectionFields {...props} />}
      {kind === "field" && <FieldFields {...props} />}
      {kind === "rule" && <RuleFields {...props} />}
    </FormPage>
  )
}

/** What a part is called where it is listed. */
export function nameOf(part: Part, locale: View["locale"]) {
  return "label" in part ? part.label[locale] : part.code
}

export function versionTrail(view: View, version: FormVersion) {
  return [...formsTrail(view), { name: versionTitle(view, version), path: view.paths.reportForm(version) }]
}

type FieldsProps = Pick<PartPageProps, "view" | "version" | "form" | "rounds">

function SectionFields({ view: { locale }, form }: FieldsProps) {
  const t = texts[locale]
  const { optional } = fieldTexts[locale]
  return (
    <>
      <TextField form={form} name="label_vi" label={t.labelVi} lang="vi" />
      <TextField form={form} name="label_en" label={t.labelEn} lang="en" />
      <TextField form={form} name="help_vi" label={t.helpVi} lang="vi" optional={optional} />
      <TextField form={form} name="help_en" label={t.helpEn} lang="en" optional={optional} />
    </>
  )
}

function FieldFields({ view: { locale }, version, form }: FieldsProps) {
  const t = texts[locale]
  const { optional } = fieldTexts[locale]
  const { sections } = version.definition
  return (
    <>
      <Select
        form={form}
        name="section"
        label={t.section}
        choices={sections.map(({ code, label }) => ({ value: code, label: label[locale] }))}
      />
      <TextField form={form} name="label_vi" label={t.labelVi} lang="vi" />
      <TextField form={form} name="label_en" label={t.labelEn} lang="en" />
      <Select
        form={form}
        name="kind"
        label={t.kind}
        choices={fieldKinds.map((kind) => ({ value: kind, label: kindTexts[locale][kind] }))}
      />
      <TextField
        form={form}
        name="unit_vi"
        label={t.unitVi}
        hint={t.unitHint}
        width="medium"
        lang="vi"
        optional={optional}
      />
      <TextField form={form} name="unit_en" label={t.unitEn} width="medium" lang="en" optional={optional} />
      <TextField form={form} name="help_vi" label={t.helpVi} lang="vi" optional={optional} />
      <TextField form={form} name="help_en" label={t.helpEn} lang="en" optional={optional} />
      <TextField form={form} name="source" label={t.source} hint={t.sourceHint} lang="vi" />
      <Checkbox form={form} name="is_from_memory" label={t.isFromMemory} />
      <Checkbox form={form} name="is_required" label={t.isRequired} />
      <NumberField form={form} name="least" label={t.least} hint={t.leastHint} optional={optional} />
      <NumberField form={form} name="most" label={t.most} optional={optional} />
      <TextArea
        form={form}
        name="choices"
        label={t.choices}
        hint={t.choicesHint}
        rows={4}
        optional={optional}
      />
      <TextField
        form={form}
        name="total_of"
        label={t.totalField}
        hint={t.totalHint}
        spellcheck={false}
        optional={optional}
      />
      <Select
        form={form}
        name="from_register"
        label={t.registerField}
        empty={t.nothing}
        choices={registerNames.map((name) => ({ value: name, label: registerTexts[locale][name] }))}
        optional={optional}
      />
    </>
  )
}

const severities = ["silent", "warning", "blocking"] as const

function RuleFields({ view: { locale }, version, form, rounds }: FieldsProps) {
  const t = texts[locale]
  const { optional } = fieldTexts[locale]
  const reads = readsAs(form, version.definition, locale)
  return (
    <>
      <Select
        form={form}
        name="severity"
        label={t.severity}
        hint={t.severityHint}
        choices={severities.map((severity) => ({ value: severity, label: severityTexts[locale][severity] }))}
      />
      <TextArea form={form} name="message_vi" label={t.messageVi} hint={t.messageHint} rows={2} lang="vi" />
      <TextArea form={form} name="message_en" label={t.messageEn} rows={2} lang="en" />
      <TextArea form={form} name="test" label={t.test} hint={t.testHint} rows={8} />
      {reads && (
        <p class="report-form__test">
          {t.testReads}: {reads}
        </p>
      )}
      <KnownNames locale={locale} definition={version.definition} />
      <TextField form={form} name="fields" label={t.ruleFields} hint={t.ruleFieldsHint} spellcheck={false} />
      <TextField form={form} name="source" label={t.ruleSource} lang="vi" optional={optional} />
      {rounds.length > 0 && (
        <div class="report-form__try">
          <Select
            form={form}
            name={tryOutRound}
            label={t.tryRound}
            choices={rounds.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <Button quiet {...tryOutButton}>
            {t.tryOut}
          </Button>
        </div>
      )}
    </>
  )
}

/** What a test can ask for, so that nobody has to know codes by heart. */
function KnownNames({ locale, definition }: { locale: View["locale"]; definition: FormDefinition }) {
  const t = texts[locale]
  const compared = definition.fields.filter(({ kind }) => kind !== "text")
  return (
    <details>
      <summary>{t.knownNames}</summary>
      <dl class="report-form__names">
        {compared.map(({ code, label }) => (
          <div>
            <dt>
              <code>value.{code}</code>, <code>last.{code}</code>
            </dt>
            <dd>{label[locale]}</dd>
          </div>
        ))}
        {registerNames.map((name) => (
          <div>
            <dt>
              <code>register.{name}</code>
            </dt>
            <dd>{registerTexts[locale][name]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** The test as it stands in the form, in words; nothing while it is not one. */
function readsAs(form: FormState, definition: FormDefinition, locale: View["locale"]) {
  const typed = form.values.test?.[0]
  if (!typed || form.errors.test) return undefined
  return testWords(JSON.parse(typed), definition, locale)
}
