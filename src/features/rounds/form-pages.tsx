import { Button } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Radios, Select } from "../../ui/field/choices.tsx"
import { DayField, NumberField, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { PickOne } from "../../ui/pick-one/pick-one.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { periods } from "./proposals.ts"
import type { FormChoice, Round } from "./queries.ts"
import { askedKinds, choicesFor, formField } from "./round-form.ts"
import { texts } from "./texts.ts"
import { type Given, roundTrail } from "./trail.ts"
import { respondentKindName } from "./words.ts"

type FormProps = Given & {
  form: FormState
  choices: readonly FormChoice[]
  candidates?: readonly Candidate[] | undefined
}

export function NewRoundPage({ view, person, form, choices, candidates }: FormProps) {
  const { locale, paths } = view
  const t = texts[locale]
  if (choices.length === 0) {
    return (
      <DeskLayout view={view} person={person} title={t.add} trail={roundTrail(view)}>
        <div class="page-heading">
          <h1>{t.add}</h1>
        </div>
        <p class="empty">{t.noForms}</p>
      </DeskLayout>
    )
  }
  return (
    <FormPage
      view={view}
      person={person}
      title={t.add}
      lead={t.addLead}
      trail={roundTrail(view)}
      form={form}
      action={paths.deskRounds()}
      submit={t.open}
      back={paths.deskRounds()}
      before={<Propose view={view} form={form} />}
    >
      <Fields view={view} form={form} choices={choices} candidates={candidates} />
    </FormPage>
  )
}

export function ChangeRoundPage({ round, version, ...shown }: FormProps & { round: Round; version: number }) {
  const { view, person, form } = shown
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.change}
      lead={t.changeLead}
      trail={roundTrail(view, round)}
      form={form}
      action={paths.deskRound(round, "sua")}
      submit={t.save}
      back={paths.deskRound(round)}
    >
      <VersionField version={version} />
      <Fields {...shown} />
    </FormPage>
  )
}

/** The days of another year or half-year: a question, so it changes nothing and has an address. */
function Propose({ view: { locale, paths }, form }: { view: View; form: FormState }) {
  const t = texts[locale]
  const { year, period } = form.values
  return (
    <details class="round-proposal">
      <summary>{t.proposeFor}</summary>
      <form class="desk-register-filters__more" action={paths.newRound()}>
        <div>
          <label for="nam">{t.year}</label>
          <input id="nam" name="nam" inputmode="numeric" size={6} value={year?.[0] ?? ""} />
        </div>
        <div>
          <label for="ky">{t.period}</label>
          <select id="ky" name="ky">
            {periods.map((each) => (
              <option value={each} selected={each === period?.[0]}>
                {each === "half" ? t.periodHalf : t.periodYear}
              </option>
            ))}
          </select>
        </div>
        <Button quiet>{t.propose}</Button>
      </form>
    </details>
  )
}

function Fields({ view, form, choices, candidates }: Omit<FormProps, "person">) {
  const { locale } = view
  const t = texts[locale]
  const { optional } = fieldTexts[locale]
  return (
    <>
      <TextField form={form} name="name" label={t.name} lang="vi" />
      <NumberField form={form} name="year" label={t.year} />
      <Radios
        form={form}
        name="period"
        label={t.period}
        choices={periods.map((value) => ({ value, label: value === "half" ? t.periodHalf : t.periodYear }))}
      />
      <Radios
        form={form}
        name="asked"
        label={t.asked}
        choices={[
          { value: "organisations", label: t.organisations },
          { value: "communes", label: t.communes },
        ]}
      />
      <PickOne view={view} form={form} name="place" kind="place" label={t.place} candidates={candidates} />
      <TextField form={form} name="legal_basis" label={t.legal_basis} optional={optional} lang="vi" />
      <DayField form={form} name="data_from" label={t.data_from} />
      <DayField form={form} name="data_to" label={t.data_to} />
      <DayField form={form} name="opens_on" label={t.opens_on} />
      <DayField form={form} name="due_on" label={t.due_on} />
      <DayField form={form} name="closes_on" label={t.closes_on} hint={t.closesHint} />
      <fieldset class="field">
        <legend class="field__label">{t.forms}</legend>
        <p class="field__hint">{t.formsHint}</p>
        {askedKinds
          .map((kind) => ({ kind, offered: choicesFor(kind, choices) }))
          .filter(({ offered }) => offered.length > 0)
          .map(({ kind, offered }) => (
            <Select
              form={form}
              name={formField(kind)}
              label={t.formOf(respondentKindName(kind, locale).toLowerCase())}
              empty={t.notAsked}
              choices={offered.map(({ id, name, official_number }) => ({
                value: String(id),
                label: official_number ? `${name} (${official_number})` : name,
              }))}
            />
          ))}
      </fieldset>
    </>
  )
}
