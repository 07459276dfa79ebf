import type { Query } from "../../paths.ts"
import type { Person } from "../../rights/roles.ts"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Select } from "../../ui/field/choices.tsx"
import { DayField, NumberField, TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { formatMoney, formatNumber } from "../../ui/format.ts"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { periodWords } from "../../ui/period.ts"
import { PickOne } from "../../ui/pick-one/pick-one.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import type { Kept } from "../lives/queries.ts"
import { deskTexts } from "../register/desk-texts.ts"
import { holdsOn, type KeptRecord } from "./keep-records.ts"
import { inLocale, type RecordField, type RecordKind } from "./record-kinds.ts"
import { texts } from "./texts.ts"

type Given = { view: View; person: Person; form: FormState; organisation: Kept; kind: RecordKind }

/** One form for every kind of record: a new one, or one in the place of another. */
export function RecordPage({
  view,
  person,
  form,
  organisation,
  kind,
  record,
}: Given & { record?: KeptRecord | undefined }) {
  const { locale, paths } = view
  const t = texts[locale]
  const optional = fieldTexts[locale].optional
  const one = inLocale(kind.one, locale)
  const title = (record ? t.changeTitle : t.addTitle)(one, organisation.name)
  return (
    <FormPage
      view={view}
      person={person}
      title={title}
      lead={record && t.changeLead}
      trail={trail(view, organisation)}
      form={form}
      action={
        record ? paths.deskRecord(organisation, kind, record, "sua") : paths.deskRecords(organisation, kind)
      }
      submit={t.save}
      back={paths.deskOrganisation(organisation)}
    >
      {kind.fields.map((field) => (
        <RecordInput view={view} form={form} field={field} />
      ))}
      <DayField form={form} name="valid_from" label={t.valid_from} />
      <DayField
        form={form}
        name="valid_to"
        label={kind.until ? inLocale(kind.until, locale) : t.valid_to}
        hint={t.toHint}
        optional={optional}
      />
      <TextField
        form={form}
        name="document_number"
        label={t.document_number}
        optional={optional}
        width="medium"
      />
      <TextArea form={form} name="note" label={t.note} optional={optional} rows={3} />
    </FormPage>
  )
}

export function RemovalPage({
  view,
  person,
  form,
  organisation,
  kind,
  record,
}: Given & { record: KeptRecord }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.removeTitle(inLocale(kind.one, locale), organisation.name)}
      lead={t.removeLead}
      trail={trail(view, organisation)}
      form={form}
      action={paths.deskRecord(organisation, kind, record, "huy")}
      submit={t.remove}
      back={paths.deskOrganisation(organisation)}
      before={<p class="notice">{wordsOf(kind, record, view)}</p>}
    >
      <TextArea form={form} name="reason" label={t.reason} rows={3} />
    </FormPage>
  )
}

function RecordInput({ view, form, field }: { view: View; form: FormState; field: RecordField }) {
  const { locale } = view
  const t = texts[locale]
  const given = {
    form,
    name: field.name,
    label: inLocale(field.label, locale),
    optional: field.isRequired ? undefined : fieldTexts[locale].optional,
  }
  if (field.kind === "choice") {
    const choices = (field.choices ?? []).map(({ value, label }) => ({
      value,
      label: inLocale(label, locale),
    }))
    return <Select {...given} empty={t.choose} choices={choices} />
  }
  if (field.kind === "organisation") {
    return <PickOne view={view} form={form} name={field.name} kind="organisation" label={given.label} />
  }
  if (field.kind === "text") return <TextField {...given} autocomplete="off" lang="vi" />
  return <NumberField {...given} {...(field.unit && { unit: field.unit })} />
}

type RecordsProps = {
  view: View
  organisation: { slug: string }
  /** Every kind with what there is of it. */
  records: readonly { kind: RecordKind; records: readonly KeptRecord[] }[]
  day: string
  /** Whether the reader keeps them; the public and others only read. */
  keeps: boolean
  /** Where all of them are as a file. */
  file: { path: string; query: Query }
}

/** What an organisation has, kind by kind: what holds on the day, and behind it what ended. */
export function Records({ view, organisation, records, day, keeps, file }: RecordsProps) {
  const t = texts[view.locale]
  const shown = keeps
    ? records
    : records.filter((each) => each.records.some((record) => holdsOn(record, day)))
  if (shown.length === 0) return null
  return (
    <section class="stack" aria-labelledby="ho-so">
      <h2 id="ho-so">{t.title}</h2>
      {shown.map((each) => (
        <RecordsOfKind view={view} organisation={organisation} day={day} keeps={keeps} {...each} />
      ))}
      {records.some((each) => each.records.length > 0) && <Downloads locale={view.locale} {...file} />}
    </section>
  )
}

type OfKindProps = Omit<RecordsProps, "records" | "file"> & {
  kind: RecordKind
  records: readonly KeptRecord[]
}

function RecordsOfKind({ view, organisation, kind, records, day, keeps }: OfKindProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const title = inLocale(kind.title, locale)
  const current = records.filter((record) => holdsOn(record, day))
  const others = records.filter((record) => !holdsOn(record, day))
  const item = (record: KeptRecord) => (
    <li>
      <span lang="vi">{wordsOf(kind, record, view)}</span>{" "}
      <span class="quiet">{periodWords(record, view.locale)}</span>
      {keeps && (
        <span class="record-acts">
          <a href={paths.deskRecord(organisation, kind, record, "sua")}>{t.change}</a>
          <a href={paths.deskRecord(organisation, kind, record, "huy")}>{t.removeLink}</a>
        </span>
      )}
    </li>
  )
  return (
    <div class="records-of-kind">
      <h3>{title}</h3>
      {current.length > 0 && <ul>{current.map(item)}</ul>}
      {current.length === 0 && keeps && <p class="quiet">{t.none}</p>}
      {keeps && others.length > 0 && (
        <details>
          <summary>
            {t.past} ({others.length})
          </summary>
          <ul>{others.map(item)}</ul>
        </details>
      )}
      {keeps && (
        <p>
          <a href={paths.deskRecords(organisation, kind)}>
            {t.add} {inLocale(kind.one, locale)}
          </a>
        </p>
      )}
    </div>
  )
}

/** "VietGAP, Lúa, Diện tích: 12,5 ha": the first choice or name, then the rest with what it is. */
export function wordsOf(
  { fields }: RecordKind,
  { values, names, document_number }: KeptRecord,
  { locale }: View,
) {
  const words = fields.flatMap((field) => {
    const value = values[field.name]
    if (value === null || value === undefined) return []
    const shown = names[field.name] ?? shownValue(field, value, locale)
    const isPlain =
      field.isRequired && field.kind !== "whole" && field.kind !== "decimal" && field.kind !== "money"
    return isPlain ? shown : `${inLocale(field.label, locale)}: ${shown}`
  })
  return [...words, ...(document_number ? [document_number] : [])].join(", ")
}

function shownValue(field: RecordField, value: string | number, locale: View["locale"]) {
  const choice = field.choices?.find((each) => each.value === String(value))
  if (choice) return inLocale(choice.label, locale)
  if (typeof value === "string") return value
  if (field.kind === "money") return formatMoney(value, locale)
  return `${formatNumber(value, locale, 2)}${field.unit ? `\u00a0${field.unit}` : ""}`
}

function trail({ locale, paths }: View, organisation: Kept) {
  return [
    { name: deskTexts[locale].title, path: paths.deskOrganisations() },
    { name: organisation.name, path: paths.deskOrganisation(organisation) },
  ]
}
