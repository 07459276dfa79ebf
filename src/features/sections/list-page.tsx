import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextField } from "../../ui/field/text-field.tsx"
import { formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { MoveButtons } from "../../ui/move-buttons/move-buttons.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import type { ArrangedSection } from "./queries.ts"
import { texts } from "./texts.ts"

type ListPageProps = { view: View; person: Person; sections: ArrangedSection[]; form: FormState }

export function SectionsPage({ view, person, sections, form }: ListPageProps) {
  const t = texts[view.locale]
  const inUse = sections.filter(({ retired_at }) => retired_at === null)
  const retired = sections.filter(({ retired_at }) => retired_at !== null)
  const arranges = may(person, "arrange_sections")
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={[]} hasErrors={hasErrors(form)}>
      <header class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      <FormSummary form={form} locale={view.locale} />
      {inUse.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <SectionList view={view} sections={inUse} arranges={arranges} />
      )}
      {arranges && (
        <section class="stack" aria-labelledby="them">
          <h2 id="them">{t.add}</h2>
          <Form action={view.paths.deskSections()}>
            <TextField form={form} name="ten" label={t.name} hint={t.nameHint} autocomplete="off" />
            <TextField form={form} name="ten-tieng-anh" label={t.nameEn} autocomplete="off" />
            <FormActions>
              <Button>{t.add}</Button>
            </FormActions>
          </Form>
        </section>
      )}
      {retired.length > 0 && (
        <section class="stack" aria-labelledby="ngung-dung">
          <h2 id="ngung-dung">{t.retired}</h2>
          <p>{t.retiredLead}</p>
          <SectionList view={view} sections={retired} arranges={arranges} />
        </section>
      )}
      {sections.length > 0 && <Downloads locale={view.locale} path={view.paths.deskSections()} />}
    </DeskLayout>
  )
}

type SectionListProps = { view: View; sections: ArrangedSection[]; arranges: boolean }

function SectionList({ view, sections, arranges }: SectionListProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <ol class="arranged">
      {sections.map((section, index) => (
        <li id={`chuyen-muc-${section.id}`}>
          <div>
            <a class="arranged__name" href={paths.section(section)} lang={locale === "vi" ? undefined : "vi"}>
              {section.name}
            </a>
            <p class="arranged__words">
              <span lang={locale === "en" ? undefined : "en"}>{section.name_en}</span>
              {` · ${t.articlesIn(formatNumber(section.articles, locale))}`}
            </p>
          </div>
          {arranges && (
            <div class="arranged__actions">
              {section.retired_at === null && (
                <MoveButtons
                  view={view}
                  action={paths.deskSectionPosition(section)}
                  name={section.name}
                  first={index === 0}
                  last={index === sections.length - 1}
                />
              )}
              <a href={paths.deskSection(section)} aria-label={t.renameOne(section.name)}>
                {t.rename}
              </a>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
