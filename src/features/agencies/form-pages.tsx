import type { Person } from "../../rights/roles.ts"
import { Conflict, VersionField } from "../../ui/difference/difference.tsx"
import { Select } from "../../ui/field/choices.tsx"
import { DayField, TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { PickOne } from "../../ui/pick-one/pick-one.tsx"
import type { FormState } from "../../web/forms.ts"
import type { FieldDifference } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import { texts as administrationTexts } from "../administration/texts.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { factFields } from "./agency-form.ts"
import { agencyTrail } from "./list-page.tsx"
import { type Agency, type AgencyKind, agencyKinds } from "./queries.ts"
import { texts } from "./texts.ts"

type Given = { view: View; person: Person; form: FormState; candidates?: readonly Candidate[] | undefined }

/** A new agency, or the one that follows another. */
export function NewAgencyPage({
  view,
  person,
  form,
  candidates,
  predecessor,
}: Given & { predecessor?: Agency | undefined }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={predecessor ? t.followTitle(predecessor.name) : t.addTitle}
      lead={predecessor && t.followLead}
      trail={agencyTrail(view, predecessor)}
      form={form}
      action={paths.agenciesKept()}
      submit={t.save}
      back={predecessor ? paths.agencyKept(predecessor) : paths.agenciesKept()}
    >
      {predecessor && <input type="hidden" name="predecessor" value={predecessor.slug} />}
      <Facts view={view} form={form} candidates={candidates} />
      <DayField
        form={form}
        name="valid_from"
        label={t.valid_from}
        {...(!predecessor && { hint: t.fromHint, optional: fieldTexts[locale].optional })}
      />
    </FormPage>
  )
}

export function CorrectionPage({
  view,
  person,
  form,
  candidates,
  agency,
  version,
}: Given & { agency: Agency; version: number }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.correctTitle(agency.name)}
      lead={t.correctLead}
      trail={agencyTrail(view, agency)}
      form={form}
      action={paths.agencyCorrection(agency)}
      submit={t.save}
      back={paths.agencyKept(agency)}
    >
      <VersionField version={version} />
      <Facts view={view} form={form} candidates={candidates} />
      <Reason view={view} form={form} />
    </FormPage>
  )
}

export function AgencyEndPage({ view, person, form, agency }: Given & { agency: Agency }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.endTitle(agency.name)}
      lead={t.endLead}
      trail={agencyTrail(view, agency)}
      form={form}
      action={paths.agencyEnd(agency)}
      submit={t.endSubmit}
      back={paths.agencyKept(agency)}
    >
      <DayField form={form} name="valid_to" label={t.valid_to} />
      <TextField
        form={form}
        name="successor"
        label={t.successor}
        hint={t.successorHint}
        optional={fieldTexts[locale].optional}
        autocomplete="off"
      />
      <Reason view={view} form={form} />
    </FormPage>
  )
}

type ConflictProps = Given & {
  agency: Agency
  current: { version: number; changed_by: string; changed_at: Date }
  differences: readonly FieldDifference[]
}

/** Somebody else corrected the agency meanwhile. */
export function AgencyConflictPage({ view, person, form, agency, current, differences }: ConflictProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const title = t.correctTitle(agency.name)
  return (
    <DeskLayout view={view} person={person} title={title} trail={agencyTrail(view, agency)} hasErrors>
      <div class="page-heading">
        <h1>{title}</h1>
      </div>
      <Conflict
        view={view}
        action={paths.agencyCorrection(agency)}
        form={form}
        current={current}
        differences={differences}
        labels={Object.fromEntries(factFields.map((name) => [name, t[name]]))}
        show={(name, value) => (name === "kind" ? t[value as AgencyKind] : value)}
        back={paths.agencyCorrection(agency)}
      />
    </DeskLayout>
  )
}

function Facts({ view, form, candidates }: Omit<Given, "person">) {
  const t = texts[view.locale]
  const optional = fieldTexts[view.locale].optional
  return (
    <>
      <TextField form={form} name="name" label={t.name} />
      <Select
        form={form}
        name="kind"
        label={t.kind}
        choices={agencyKinds.map((kind) => ({ value: kind, label: t[kind] }))}
      />
      <TextField form={form} name="short_name" label={t.short_name} optional={optional} width="medium" />
      <TextField form={form} name="name_en" label={t.name_en} optional={optional} />
      <PickOne
        view={view}
        form={form}
        name="place"
        kind="place"
        label={t.place}
        optional={optional}
        candidates={candidates}
      />
      <TextField form={form} name="legal_act" label={t.legal_act} hint={t.legalHint} optional={optional} />
    </>
  )
}

function Reason({ view, form }: { view: View; form: FormState }) {
  const t = administrationTexts[view.locale]
  return <TextArea form={form} name="reason" label={t.reason} hint={t.reasonHint} rows={3} />
}
