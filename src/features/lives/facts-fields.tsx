import type { Child } from "hono/jsx"
import { Select } from "../../ui/field/choices.tsx"
import { DayField, NumberField, TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { PickOne } from "../../ui/pick-one/pick-one.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import type { Candidate } from "../choosing/candidates.ts"
import type { BusinessLine } from "../lines/queries.ts"
import { lawNames } from "../register/organisation-texts.ts"
import { type Kind, sectorName, sectors } from "../register/vocabulary.ts"
import { laws } from "./facts-form.ts"
import { texts } from "./texts.ts"

type Given = { view: View; form: FormState; kind: Kind }

/** The registered facts, in the order of the certificate; a kind is asked only for what it has. */
export function FactsFields({
  view,
  form,
  kind,
  lines,
  place,
}: Given & { lines: readonly BusinessLine[]; place?: Child }) {
  const { locale } = view
  const t = texts[locale]
  const optional = fieldTexts[locale].optional
  const isGroup = kind === "cooperative_group"
  return (
    <>
      <Part title={t.identity}>
        <TextField form={form} name="name" label={t.name} autocomplete="off" lang="vi" />
        <TextField form={form} name="short_name" label={t.short_name} optional={optional} width="medium" />
        {!isGroup && <TextField form={form} name="foreign_name" label={t.foreign_name} optional={optional} />}
      </Part>
      <Part title={t.registration}>
        <TextField
          form={form}
          name="code"
          label={t.code}
          hint={t.codeHint}
          optional={optional}
          width="medium"
          inputmode="numeric"
          autocomplete="off"
        />
        <CertificateFields view={view} form={form} />
        <Select
          form={form}
          name="governing_law"
          label={t.governing_law}
          empty={t.noLaw}
          choices={laws.map((law) => ({ value: law, label: lawNames[locale][law] }))}
        />
        {place}
        <TextField form={form} name="address" label={t.address} optional={optional} lang="vi" />
        <NumberField
          form={form}
          name="charter_capital"
          label={t.charter_capital}
          unit="đồng"
          optional={optional}
        />
        <TextField
          form={form}
          name="legal_representative"
          label={isGroup ? t.representativeOfGroup : t.legal_representative}
          optional={optional}
          autocomplete="off"
          lang="vi"
        />
      </Part>
      <Part title={t.activity}>
        <TextField
          form={form}
          name="business_line"
          label={t.business_line}
          hint={t.lineHint}
          optional={optional}
          list="nganh"
          autocomplete="off"
          lang="vi"
        />
        <datalist id="nganh">
          {lines.map(({ code, name }) => (
            <option value={`${code} – ${name}`} />
          ))}
        </datalist>
        {kind !== "credit_fund" && (
          <Select
            form={form}
            name="sector"
            label={t.sector}
            hint={t.sectorHint}
            empty={t.sectorByLine}
            choices={sectors.map((sector) => ({ value: sector, label: sectorName(sector, locale) }))}
          />
        )}
        <TextField
          form={form}
          name="other_lines"
          label={t.other_lines}
          hint={t.otherLinesHint}
          optional={optional}
          autocomplete="off"
        />
      </Part>
      <Part title={t.contact}>
        <TextField form={form} name="phone" label={t.phone} optional={optional} type="tel" width="medium" />
        <TextField form={form} name="email" label={t.email} optional={optional} type="email" width="medium" />
        <TextField form={form} name="website" label={t.website} optional={optional} width="medium" />
        <Select
          form={form}
          name="contact_is_public"
          label={t.contact_is_public}
          hint={t.contactHint}
          empty={isGroup ? t.contactHidden : t.contactPublished}
          choices={[
            { value: "yes", label: t.contactYes },
            { value: "no", label: t.contactNo },
          ]}
        />
      </Part>
    </>
  )
}

export function CertificateFields({ view, form }: Omit<Given, "kind">) {
  const t = texts[view.locale]
  const optional = fieldTexts[view.locale].optional
  return (
    <>
      <TextField
        form={form}
        name="certificate_number"
        label={t.certificate_number}
        optional={optional}
        width="medium"
        autocomplete="off"
      />
      <DayField form={form} name="certificate_on" label={t.certificate_on} optional={optional} />
    </>
  )
}

export function PlaceField({
  view,
  form,
  candidates,
}: Omit<Given, "kind"> & { candidates?: readonly Candidate[] | undefined }) {
  const t = texts[view.locale]
  return (
    <PickOne view={view} form={form} name="place" kind="commune" label={t.place} candidates={candidates} />
  )
}

export function NoteField({ view, form }: Omit<Given, "kind">) {
  const t = texts[view.locale]
  return (
    <TextArea form={form} name="note" label={t.note} optional={fieldTexts[view.locale].optional} rows={3} />
  )
}

function Part({ title, children }: { title: string; children: Child }) {
  return (
    <fieldset class="form-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
