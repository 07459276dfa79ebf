import type { Child } from "hono/jsx"
import type { Person } from "../../rights/roles.ts"
import { DraftNotice } from "../../ui/auto-save/auto-save.tsx"
import { ButtonLink } from "../../ui/button/button.tsx"
import { Checkbox, Radios } from "../../ui/field/choices.tsx"
import { FileField } from "../../ui/field/file-field.tsx"
import { DayField, TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import type { Locale } from "../../ui/language.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { PickOne } from "../../ui/pick-one/pick-one.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { draftQuery, type OfferedDraft } from "../drafts/open-form.ts"
import type { BusinessLine } from "../lines/queries.ts"
import { placeNameInside } from "../places/names.ts"
import { deskTexts } from "../register/desk-texts.ts"
import { eventNames } from "../register/organisation-texts.ts"
import { type Kind, kindName, kinds, kindWord } from "../register/vocabulary.ts"
import { type Asked, askedBy, eventWord, type LifeEvent } from "./event-rules.ts"
import { CertificateFields, FactsFields, NoteField, PlaceField } from "./facts-fields.tsx"
import type { LookAlike, Reason } from "./look-alikes.ts"
import type { Kept, LifeRecord } from "./queries.ts"
import { texts } from "./texts.ts"

type Given = { view: View; person: Person; form: FormState; candidates?: readonly Candidate[] | undefined }

/** Which kind is to be added: the next page asks only for what that kind has. */
export function ChooseKindPage({ view, person }: Omit<Given, "form">) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.addTitle} trail={trail(view)}>
      <div class="page-heading">
        <h1>{t.addTitle}</h1>
        <p class="lead">{t.addLead}</p>
      </div>
      <ul class="kinds-to-add">
        {kinds.map((kind) => (
          <li>
            <ButtonLink href={paths.deskNewOrganisation({ loai: kindWord(kind) })}>
              {kindName(kind, locale)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </DeskLayout>
  )
}

export const addDraft = (kind: Kind) => ({ form: "to-chuc", record: `moi-${kindWord(kind)}` })

type AddPageProps = Given & {
  kind: Kind
  lines: readonly BusinessLine[]
  draft?: OfferedDraft | undefined
  /** Organisations that this one may be already. */
  alike?: readonly LookAlike[] | undefined
}

export function AddPage({ view, person, form, candidates, kind, lines, draft, alike = [] }: AddPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.addKindTitle(kindName(kind, locale).toLowerCase())}
      trail={trail(view)}
      form={form}
      action={paths.deskNewOrganisation({ loai: kindWord(kind) })}
      submit={t.addSubmit}
      back={paths.deskOrganisations()}
      files
      draft={addDraft(kind)}
      before={
        <DraftNotice
          view={view}
          {...addDraft(kind)}
          draft={draft}
          query={{ ...draftQuery, loai: kindWord(kind) }}
        />
      }
    >
      <FactsFields
        view={view}
        form={form}
        kind={kind}
        lines={lines}
        place={
          <>
            <DayField
              form={form}
              name="happened_on"
              label={kind === "cooperative_group" ? t.foundedOfGroup : t.founded_on}
            />
            <PlaceField view={view} form={form} candidates={candidates} />
          </>
        }
      />
      <look-alikes class="notice notice--warning" hidden source={paths.lookAlikes()} lead={t.alikeLead} />
      <DocumentFields view={view} form={form} />
      <NoteField view={view} form={form} />
      {alike.length > 0 && <Alike view={view} form={form} alike={alike} />}
    </FormPage>
  )
}

/** Why an organisation looks the same. */
export function alikeWords(reason: Reason, locale: Locale) {
  const t = texts[locale]
  const words = { code: t.alikeCode, name: t.alikeName, similar: t.alikeSimilar, person: t.alikePerson }
  return words[reason]
}

function Alike({ view, form, alike }: { view: View; form: FormState; alike: readonly LookAlike[] }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <div class="notice notice--warning">
      <p>{t.alikeLead}</p>
      <ul>
        {alike.map(({ slug, name, place_name, place_kind, reason }) => (
          <li>
            <a href={paths.organisation({ slug })} lang="vi">
              {name}
            </a>
            , {placeNameInside({ kind: place_kind, name: place_name }, locale)}: {alikeWords(reason, locale)}
          </li>
        ))}
      </ul>
      <Checkbox form={form} name="is_another" label={t.isAnother} />
    </div>
  )
}

type EventPageProps = Given & {
  organisation: Kept
  kind: LifeEvent
  lines: readonly BusinessLine[]
}

/** One form for each event, which asks only what that event needs. */
export function EventPage({ view, person, form, candidates, organisation, kind, lines }: EventPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.recordTitle(eventNames[locale][kind], organisation.name)}
      trail={trail(view, organisation)}
      form={form}
      action={paths.deskEventForm(organisation, eventWord(kind))}
      submit={t.recordSubmit}
      back={paths.deskOrganisation(organisation)}
      files
    >
      <DayField form={form} name="happened_on" label={t.happened_on} />
      <AskedFields
        view={view}
        form={form}
        candidates={candidates}
        asked={askedBy(kind)}
        kind={organisation.kind}
        lines={lines}
      />
      <DocumentFields view={view} form={form} />
      <NoteField view={view} form={form} />
    </FormPage>
  )
}

type CorrectionPageProps = Given & {
  organisation: Kept
  record: LifeRecord
  asked: readonly Asked[]
  lines: readonly BusinessLine[]
}

export function CorrectionPage({
  view,
  person,
  form,
  candidates,
  organisation,
  record,
  asked,
  lines,
}: CorrectionPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.correctTitle(nameOf(record.kind, view), organisation.name)}
      lead={t.correctLead}
      trail={trail(view, organisation)}
      form={form}
      action={paths.deskRecordCorrection(organisation, record)}
      submit={t.correctSubmit}
      back={paths.deskOrganisation(organisation)}
      files
    >
      <DayField form={form} name="happened_on" label={t.happened_on} />
      <AskedFields
        view={view}
        form={form}
        candidates={candidates}
        asked={asked}
        kind={organisation.kind}
        lines={lines}
      />
      <DocumentFields view={view} form={form} />
      <NoteField view={view} form={form} />
      <TextArea form={form} name="reason" label={t.reason} rows={3} />
    </FormPage>
  )
}

type WithdrawalPageProps = Given & { organisation: Kept; record: LifeRecord; others: readonly string[] }

export function WithdrawalPage({ view, person, form, organisation, record, others }: WithdrawalPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.withdrawTitle(nameOf(record.kind, view), organisation.name)}
      lead={t.withdrawLead}
      trail={trail(view, organisation)}
      form={form}
      action={paths.deskRecordWithdrawal(organisation, record)}
      submit={t.withdrawSubmit}
      back={paths.deskOrganisation(organisation)}
      before={others.length > 0 && <p class="notice">{t.withdrawTogether(others.join(", "))}</p>}
    >
      <TextArea form={form} name="reason" label={t.reason} rows={3} />
    </FormPage>
  )
}

type AskedFieldsProps = Omit<Given, "person"> & {
  asked: readonly Asked[]
  kind: Kind
  lines: readonly BusinessLine[]
}

function AskedFields({ view, form, candidates, asked, kind, lines }: AskedFieldsProps) {
  const { locale } = view
  const t = texts[locale]
  const optional = fieldTexts[locale].optional
  const pick = { view, form, candidates, kind: "organisation" } as const
  const fields: Record<Asked, () => Child> = {
    facts: () => <FactsFields view={view} form={form} kind={kind} lines={lines} />,
    certificate: () => (
      <>
        <CertificateFields view={view} form={form} />
        <TextField
          form={form}
          name="code"
          label={t.code}
          hint={t.codeHint}
          optional={optional}
          width="medium"
          autocomplete="off"
        />
      </>
    ),
    place: () => (
      <>
        <PlaceField view={view} form={form} candidates={candidates} />
        <TextField form={form} name="address" label={t.address} optional={optional} lang="vi" />
      </>
    ),
    until_on: () => (
      <DayField form={form} name="until_on" label={t.until_on} hint={t.untilHint} optional={optional} />
    ),
    other: () => <PickOne {...pick} name="other" label={t.other} />,
    union_of: () => (
      <>
        <PickOne {...pick} name="partner" label={t.partner} />
        <TextField form={form} name="new_name" label={t.new_name} lang="vi" autocomplete="off" />
      </>
    ),
    parts: () => <TextArea form={form} name="parts" label={t.parts} hint={t.partsHint} rows={4} lang="vi" />,
    new_kind: () => (
      <Radios
        form={form}
        name="new_kind"
        label={t.new_kind}
        choices={[
          ...kinds
            .filter((other) => other !== kind)
            .map((other) => ({ value: other, label: kindName(other, locale) })),
          { value: "enterprise", label: t.enterprise },
        ]}
      />
    ),
  }
  return <>{asked.map((what) => fields[what]())}</>
}

function DocumentFields({ view, form }: { view: View; form: FormState }) {
  const t = texts[view.locale]
  const optional = fieldTexts[view.locale].optional
  return (
    <>
      <TextField
        form={form}
        name="document_number"
        label={t.document_number}
        optional={optional}
        width="medium"
        autocomplete="off"
      />
      <DayField form={form} name="document_on" label={t.document_on} optional={optional} />
      <FileField
        form={form}
        locale={view.locale}
        name="file"
        label={t.file}
        hint={t.fileHint}
        optional={optional}
        accept=".pdf,.doc,.docx,image/*"
      />
    </>
  )
}

export function nameOf(kind: string, { locale }: View) {
  const names: Readonly<Record<string, string>> = eventNames[locale]
  return names[kind] ?? kind
}

function trail({ locale, paths }: View, organisation?: Kept) {
  const first = { name: deskTexts[locale].title, path: paths.deskOrganisations() }
  return organisation
    ? [first, { name: organisation.name, path: paths.deskOrganisation(organisation) }]
    : [first]
}
