import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { TextField } from "../../ui/field/text-field.tsx"
import { formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { MoveButtons } from "../../ui/move-buttons/move-buttons.tsx"
import { Table } from "../../ui/table/table.tsx"
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
        <SectionTable view={view} caption={t.inUse} sections={inUse} arranges={arranges} />
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
          <SectionTable view={view} caption={t.retired} quietCaption sections={retired} arranges={arranges} />
        </section>
      )}
    </DeskLayout>
  )
}

type SectionTableProps = {
  view: View
  caption: string
  quietCaption?: boolean
  sections: ArrangedSection[]
  arranges: boolean
}

function SectionTable({ view, caption, quietCaption, sections, arranges }: SectionTableProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <Table caption={caption} quietCaption={quietCaption ?? false}>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.nameEn}</th>
          <th scope="col" class="table__number">
            {t.articles}
          </th>
          {arranges && <th scope="col">{t.change}</th>}
        </tr>
      </thead>
      <tbody>
        {sections.map((section, index) => (
          <tr id={`chuyen-muc-${section.id}`}>
            <th scope="row">
              <a href={paths.section(section)} lang={locale === "vi" ? undefined : "vi"}>
                {section.name}
              </a>
            </th>
            <td lang={locale === "en" ? undefined : "en"}>{section.name_en}</td>
            <td class="table__number">{formatNumber(section.articles, locale)}</td>
            {arranges && (
              <td>
                <div class="row-actions">
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
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
