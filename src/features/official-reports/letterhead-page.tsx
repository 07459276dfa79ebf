import { z } from "zod"
import type { Person } from "../../rights/roles.ts"
import { VersionField } from "../../ui/difference/difference.tsx"
import { DayField, TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { formatDay } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { optionalDay, optionalText, requiredText } from "../../web/form-fields.ts"
import { type FormState, startForm } from "../../web/forms.ts"
import { versionField } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import { deskTexts } from "./desk-texts.ts"
import type { Letterhead } from "./letterhead.ts"
import type { OfficialReport } from "./queries.ts"
import { reportTrail } from "./report-page.tsx"

export function letterheadForm(locale: Locale) {
  const line = (most: number) => optionalText(locale, most).transform((text) => text ?? "")
  const twoLines = (text: string) => text.split("\n").length <= 2
  const { tooManyLines } = deskTexts[locale]
  return z.object({
    governing_body: line(200).refine(twoLines, tooManyLines),
    issuing_body: requiredText(locale, 200).refine(twoLines, tooManyLines),
    number: line(20),
    symbol: line(40),
    issued_at: line(100),
    issued_on: optionalDay(locale).transform((day) => day ?? ""),
    addressee: line(300),
    authority: line(200).refine(twoLines, tooManyLines),
    signer_title: line(100),
    signer_name: line(100),
    recipients: line(2000),
  }) satisfies z.ZodType<Letterhead>
}

export function startLetterhead({ letterhead, version }: OfficialReport): FormState {
  const { issued_on } = letterhead
  return startForm({
    ...letterhead,
    issued_on: issued_on && formatDay(issued_on, "vi"),
    [versionField]: String(version),
  })
}

type LetterheadPageProps = { view: View; person: Person; report: OfficialReport; form: FormState }

/** What the head and the end of the paper say. */
export function LetterheadPage({ view, person, report, form }: LetterheadPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const { optional } = fieldTexts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.letterhead}
      lead={t.letterheadLead}
      trail={reportTrail(view, report)}
      form={form}
      action={paths.officialReport(report, "the-thuc")}
      submit={t.saveLetterhead}
      back={paths.officialReport(report)}
    >
      <VersionField version={Number(form.values[versionField]?.[0] ?? report.version)} />
      <TextArea
        form={form}
        name="governing_body"
        label={t.governing_body}
        hint={t.governingHint}
        optional={optional}
        rows={2}
        lang="vi"
      />
      <TextArea form={form} name="issuing_body" label={t.issuing_body} rows={2} lang="vi" />
      <TextField
        form={form}
        name="number"
        label={t.numberOfPaper}
        hint={t.numberHint}
        optional={optional}
        width="short"
      />
      <TextField
        form={form}
        name="symbol"
        label={t.symbol}
        hint={t.symbolHint}
        optional={optional}
        width="medium"
      />
      <TextField
        form={form}
        name="issued_at"
        label={t.issued_at}
        optional={optional}
        width="medium"
        lang="vi"
      />
      <DayField form={form} name="issued_on" label={t.issued_on} hint={t.issuedHint} optional={optional} />
      <TextField form={form} name="addressee" label={t.addressee} optional={optional} lang="vi" />
      <TextArea
        form={form}
        name="authority"
        label={t.authority}
        hint={t.authorityHint}
        optional={optional}
        rows={2}
        lang="vi"
      />
      <TextField form={form} name="signer_title" label={t.signer_title} optional={optional} lang="vi" />
      <TextField form={form} name="signer_name" label={t.signer_name} optional={optional} lang="vi" />
      <TextArea
        form={form}
        name="recipients"
        label={t.recipients}
        hint={t.recipientsHint}
        optional={optional}
        rows={5}
        lang="vi"
      />
    </FormPage>
  )
}
