import { Button } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Checkbox, Checkboxes, Radios, Select } from "../../ui/field/choices.tsx"
import { described, FieldWords, typedIn } from "../../ui/field/field.tsx"
import { NumberField, TextField } from "../../ui/field/text-field.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { type Criterion, inputs, type RatingGroup, type RatingItem } from "./definition.ts"
import { figureCodes, figureName } from "./figures.ts"
import { rowsTyped } from "./scheme-form.ts"
import { editing, type Given, versionOf } from "./scheme-pages.tsx"
import { schemeTexts as texts } from "./scheme-texts.ts"
import type { KeptScheme } from "./schemes.ts"

type EditProps = Given & { scheme: KeptScheme; form: FormState }

/** A group: its name, its points, and its criteria with theirs. */
export function GroupPage({
  view,
  person,
  scheme,
  group,
  form,
}: EditProps & { group: RatingGroup | undefined }) {
  const { locale, paths } = view
  const t = texts[locale]
  const path = paths.ratingSchemePart(scheme, `nhom/${group?.code ?? "moi"}`)
  return (
    <FormPage
      {...editing(view, scheme)}
      person={person}
      title={group ? t.editGroup(group.code) : t.addGroup}
      lead={t.groupLead}
      form={form}
      action={path}
      after={
        group && (
          <form method="post" action={paths.ratingSchemePart(scheme, `nhom/${group.code}/viec-bo`)}>
            <VersionField version={scheme.version} />
            <Button quiet>{t.removeGroup}</Button>
          </form>
        )
      }
    >
      <VersionField version={versionOf(scheme, form)} />
      <TextField form={form} name="group" label={t.number} width="short" />
      <TextField form={form} name="label" label={t.labelVi} lang="vi" />
      <TextField form={form} name="label_en" label={t.labelEn} lang="en" />
      <NumberField form={form} name="points" label={t.most} />
      <CodedRows view={view} form={form} caption={t.criteria} />
    </FormPage>
  )
}

/** The parts of a criterion; none where it is scored as one. */
export function CriterionPage({
  view,
  person,
  scheme,
  criterion,
  form,
}: EditProps & { criterion: Criterion }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <FormPage
      {...editing(view, scheme)}
      person={person}
      title={`${t.criterionTitle(criterion.code)}: ${criterion.label[locale]}`}
      lead={t.criterionLead}
      form={form}
      action={paths.ratingSchemePart(scheme, `tieu-chi/${criterion.code}`)}
    >
      <VersionField version={versionOf(scheme, form)} />
      <CodedRows view={view} form={form} caption={t.criterionTitle(criterion.code)} />
    </FormPage>
  )
}

function CodedRows({ view: { locale }, form, caption }: { view: View; form: FormState; caption: string }) {
  const t = texts[locale]
  const columns = [
    { field: "code", label: t.number },
    { field: "vi", label: t.labelVi },
    { field: "en", label: t.labelEn },
    { field: "most", label: t.most },
  ] as const
  return (
    <>
      <Rows locale={locale} form={form} caption={caption} columns={columns} rows={rowsTyped(form, "code")} />
      <p class="field__hint">{t.mostHint}</p>
    </>
  )
}

type RowsProps = {
  locale: View["locale"]
  form: FormState
  caption: string
  columns: readonly { field: string; label: string }[]
  rows: number
}

/** A table to type in: a line for each row there is, and some more. */
function Rows({ locale, form, caption, columns, rows }: RowsProps) {
  const t = texts[locale]
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          {columns.map(({ label }) => (
            <th scope="col">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, index) => (
          <tr>
            {columns.map(({ field, label }) => {
              const name = `${field}.${index}`
              return (
                <td class={`rating-cell rating-cell--${field.replace("_", "-")}`}>
                  <FieldWords form={form} name={name} />
                  <input
                    {...described({ form, name })}
                    class="field__input"
                    type="text"
                    autocomplete="off"
                    aria-label={`${label}, ${t.row(index + 1)}`}
                    value={typedIn(form, name)}
                  />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** How one item is scored. */
export function ItemPage({ view, person, scheme, item, form }: EditProps & { item: RatingItem }) {
  const { locale, paths } = view
  const t = texts[locale]
  const figures = figureCodes.map((code) => ({ value: code, label: figureName(code, locale) }))
  return (
    <FormPage
      {...editing(view, scheme)}
      person={person}
      title={`${t.itemTitle(item.code)}: ${item.label[locale]}`}
      form={form}
      action={paths.ratingSchemePart(scheme, `muc/${item.code}`)}
    >
      <VersionField version={versionOf(scheme, form)} />
      <Radios
        form={form}
        name="input"
        label={t.input}
        choices={inputs.map((input) => ({ value: input, label: t[input] }))}
      />
      <Checkbox form={form} name="awaits_scale" label={t.awaits_scale} />
      <Select
        form={form}
        name="scored_by"
        label={t.scored_by}
        hint={t.scoredHint}
        empty={t.noFigure}
        choices={figures}
      />
      <Rows
        locale={locale}
        form={form}
        caption={t.scaleRows}
        columns={[
          { field: "at_least", label: t.at_least },
          { field: "below", label: t.below },
          { field: "row_points", label: t.rowPoints },
        ]}
        rows={rowsTyped(form, "row_points")}
      />
      <p class="field__hint">{t.scaleHint}</p>
      <Rows
        locale={locale}
        form={form}
        caption={t.answers}
        columns={[
          { field: "answer", label: t.answer },
          { field: "answer_en", label: t.answerEn },
          { field: "answer_points", label: t.rowPoints },
        ]}
        rows={rowsTyped(form, "answer")}
      />
      <Checkboxes form={form} name="figures" label={t.figures} choices={figures} />
    </FormPage>
  )
}
