import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Conflict, VersionField } from "../../ui/difference/difference.tsx"
import { Checkbox, Radios } from "../../ui/field/choices.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextArea, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { deskTexts } from "../../ui/layout/desk-texts.ts"
import { PickOne } from "../../ui/pick-one/pick-one.tsx"
import type { FormState } from "../../web/forms.ts"
import { banners } from "../../web/site.ts"
import type { FieldDifference } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import type { Candidate } from "../choosing/candidates.ts"
import { settingsFields } from "./settings-form.ts"
import { texts } from "./texts.ts"

type SettingsPageProps = {
  view: View
  person: Person
  form: FormState
  version: number
  candidates?: readonly Candidate[] | undefined
  isSaved?: boolean
  history: RecordHistory
}

export function SettingsPage({
  view,
  person,
  form,
  version,
  candidates,
  isSaved,
  history,
}: SettingsPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const optional = fieldTexts[locale].optional
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.title}
      trail={administrationTrail(view)}
      hasErrors={hasErrors(form)}
    >
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {isSaved && (
          <p class="notice" role="status">
            {t.saved}
          </p>
        )}
      </div>
      <Form action={paths.siteSettings()}>
        <FormSummary form={form} locale={locale} labels={labelsIn(view)} />
        <VersionField version={version} />
        <h2>{t.names}</h2>
        <TextField form={form} name="portal_name" label={t.portal_name} />
        <TextField form={form} name="portal_name_en" label={t.portal_name_en} />
        <TextField form={form} name="department" label={t.department} />
        <TextField form={form} name="department_en" label={t.department_en} />
        <TextField form={form} name="parent_body" label={t.parent_body} />
        <TextField form={form} name="parent_body_en" label={t.parent_body_en} />
        <PickOne
          view={view}
          form={form}
          name="province"
          kind="place"
          label={t.province}
          optional={optional}
          candidates={candidates}
        />
        <h2>{t.contact}</h2>
        <TextField form={form} name="address" label={t.address} optional={optional} />
        <TextField
          form={form}
          name="phone"
          label={t.phone}
          optional={optional}
          inputmode="tel"
          width="medium"
        />
        <TextField form={form} name="email" label={t.email} optional={optional} type="email" width="medium" />
        <h2>{t.look}</h2>
        <Radios
          form={form}
          name="banner"
          label={t.banner}
          hint={t.bannerHint}
          choices={banners.map((banner) => ({ value: banner, label: t[banner] }))}
        />
        <TextField form={form} name="tagline" label={t.tagline} optional={optional} />
        <TextField form={form} name="tagline_en" label={t.tagline_en} optional={optional} />
        <h2>{t.languages}</h2>
        <Checkbox form={form} name="has_english" label={t.has_english} hint={t.englishHint} />
        <h2>{t.foot}</h2>
        <TextArea
          form={form}
          name="footer"
          label={t.footer}
          hint={t.footerHint}
          optional={optional}
          rows={3}
        />
        <TextArea form={form} name="footer_en" label={t.footer_en} optional={optional} rows={3} />
        <TextArea
          form={form}
          name="footer_links"
          label={t.footer_links}
          hint={t.linksHint}
          optional={optional}
          rows={4}
        />
        <FormActions>
          <Button>{t.save}</Button>
          <a href={paths.administration()}>{deskTexts[locale].back}</a>
        </FormActions>
      </Form>
      <History view={view} history={history} />
    </DeskLayout>
  )
}

type ConflictPageProps = {
  view: View
  person: Person
  form: FormState
  current: { version: number; changed_by: string; changed_at: Date }
  differences: readonly FieldDifference[]
}

/** Somebody else changed the settings meanwhile: both side by side, and the choice. */
export function SettingsConflictPage({ view, person, form, current, differences }: ConflictPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const show = (name: string, value: string) =>
    name === "banner" ? (labelsIn(view)[value] ?? value) : name === "has_english" ? t.yes : value
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={administrationTrail(view)} hasErrors>
      <div class="page-heading">
        <h1>{t.title}</h1>
      </div>
      <Conflict
        view={view}
        action={paths.siteSettings()}
        form={form}
        current={current}
        differences={differences}
        labels={labelsIn(view)}
        show={show}
        back={paths.siteSettings()}
      />
    </DeskLayout>
  )
}

function labelsIn({ locale }: View): Record<string, string> {
  const t = texts[locale]
  const names = [...settingsFields, ...banners]
  return Object.fromEntries(names.map((name) => [name, t[name]]))
}
