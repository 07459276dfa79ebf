import { Checkbox, Radios } from "../../ui/field/choices.tsx"
import { FileField } from "../../ui/field/file-field.tsx"
import { NumberField, TextArea } from "../../ui/field/text-field.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { type Criterion, isSplit, mostPoints, type RatingGroup, type RatingItem } from "./definition.ts"
import { type Figures, figureName, unitOf } from "./figures.ts"
import type { EvidenceFiles } from "./read-sheet.ts"
import { formatPoints, rowWords } from "./scheme-words.ts"
import type { KeptScheme } from "./schemes.ts"
import { type Answers, scoreSheet } from "./scoring.ts"
import { askedOf, fieldOf } from "./sheet-form.ts"
import { figuresShown } from "./sheet-table.tsx"
import { sheetTexts as texts } from "./sheet-texts.ts"

type FieldsProps = {
  view: View
  form: FormState
  scheme: KeptScheme
  figures: Figures
  /** As they are kept: their files stand beside the fields. */
  answers: Answers
  files: EvidenceFiles
  fileAddress: (id: number) => string
  /** Why it came back, by item. */
  reasons: Readonly<Record<string, string>>
  /** False where the office scores: it has no evidence to hand in. */
  takesFiles: boolean
}

/** Everything there is to score, group by group. */
export function SheetFields(props: FieldsProps) {
  return (
    <>
      {props.scheme.definition.groups.map((group) => (
        <GroupFields {...props} group={group} />
      ))}
    </>
  )
}

function GroupFields({ group, ...props }: FieldsProps & { group: RatingGroup }) {
  const { locale } = props.view
  const t = texts[locale]
  const id = `nhom-${group.code}`
  const isOpen = group.criteria.some(({ most }) => most === null)
  return (
    <section class="rating-fields" aria-labelledby={id} data-group={group.code}>
      <h2 id={id}>
        {t.group(group.code)}. {group.label[locale]}
      </h2>
      <p class="quiet">
        {t.most(formatPoints(group.most, locale))}
        {isOpen && `. ${t.missing}`}
      </p>
      {group.criteria.map((criterion) => (
        <CriterionFields {...props} criterion={criterion} />
      ))}
    </section>
  )
}

function CriterionFields({ criterion, ...props }: FieldsProps & { criterion: Criterion }) {
  const { locale } = props.view
  if (!isSplit(criterion)) {
    const item = { ...criterion.items[0]!, label: criterion.label }
    return <ItemFields {...props} item={item} />
  }
  return (
    <>
      <h3>
        {criterion.code}. {criterion.label[locale]}
        {criterion.most !== null && (
          <span class="quiet"> ({texts[locale].most(formatPoints(criterion.most, locale))})</span>
        )}
      </h3>
      {criterion.items.map((item) => (
        <ItemFields {...props} item={item} />
      ))}
    </>
  )
}

function ItemFields({ item, ...props }: FieldsProps & { item: RatingItem }) {
  const { view, figures, reasons } = props
  const { locale } = view
  const shown = figuresShown(item, {}, figures, locale)
  return (
    <div class="rating-item">
      <PointsField {...props} item={item} />
      {shown.map((words) => (
        <p class="rating-item__figure">{words}</p>
      ))}
      {reasons[item.code] && (
        <p class="notice notice--warning">
          <strong>{texts[locale].returnedBecause}:</strong> {reasons[item.code]}
        </p>
      )}
      <Evidence {...props} item={item} />
    </div>
  )
}

function PointsField({ view, form, scheme, figures, item }: FieldsProps & { item: RatingItem }) {
  const { locale } = view
  const t = texts[locale]
  const most = mostPoints(scheme.definition).get(item.code)!
  const asked = askedOf(item, figures)
  const label = `${item.code}. ${item.label[locale]}`
  const upTo =
    item.most === null ? t.mostOfGroup(formatPoints(most, locale)) : t.most(formatPoints(most, locale))
  if (asked === undefined) {
    const { points } = scoreSheet(scheme, {}, figures).items.get(item.code)!
    return (
      <div class="field" data-points={points}>
        <p class="field__label">{label}</p>
        <p>{t.byReport(formatPoints(points!, locale))}</p>
      </div>
    )
  }
  if (asked === "points")
    return <NumberField form={form} name={fieldOf("points", item)} label={label} hint={upTo} />
  if (asked === "figure") {
    const figure = item.scored_by!
    const scale = item.scale.map(
      (row) => `${rowWords(row, figure, locale)}: ${formatPoints(row.points, locale)}`,
    )
    return (
      <div data-scale={JSON.stringify(item.scale)}>
        <NumberField
          form={form}
          name={fieldOf("figure", item)}
          label={`${label}: ${figureName(figure, locale)}`}
          hint={scale.join("; ")}
          {...(unitOf(figure) === "money" && { unit: locale === "vi" ? "đồng" : "đồng" })}
          {...(unitOf(figure) === "percent" && { unit: "%" })}
        />
      </div>
    )
  }
  const choices =
    asked === "yes"
      ? [
          { value: "co", label: t.yes, points: most },
          { value: "khong", label: t.no, points: 0 },
        ]
      : item.choices.map((choice) => ({
          value: choice.code,
          label: choice.label[locale],
          points: choice.points,
        }))
  return (
    <div
      data-choices={JSON.stringify(Object.fromEntries(choices.map(({ value, points }) => [value, points])))}
    >
      <Radios
        form={form}
        name={fieldOf(asked, item)}
        label={label}
        hint={upTo}
        choices={choices.map(({ points, ...choice }) => ({
          ...choice,
          label: `${choice.label} (${formatPoints(points, locale)})`,
        }))}
      />
    </div>
  )
}

function Evidence({
  view,
  form,
  item,
  answers,
  files,
  fileAddress,
  takesFiles,
}: FieldsProps & { item: RatingItem }) {
  const { locale } = view
  const t = texts[locale]
  const [note, file, drop] = [fieldOf("note", item), fieldOf("file", item), fieldOf("drop", item)]
  const fileId = answers[item.code]?.file_id
  const kept = fileId ? files.get(fileId) : undefined
  const isOpen = Boolean(kept || form.values[note]?.[0] || form.errors[note] || form.errors[file])
  return (
    <details open={isOpen}>
      <summary>{t.evidence}</summary>
      <div class="rating-item__evidence">
        <TextArea form={form} name={note} label={t.noteOf(item.code)} rows={2} />
        {kept && (
          <>
            <p>
              <a href={fileAddress(fileId!)}>{kept.name}</a>
            </p>
            {takesFiles && <Checkbox form={form} name={drop} label={t.dropFile} />}
          </>
        )}
        {takesFiles && (
          <FileField form={form} name={file} locale={locale} label={t.fileOf(item.code)} hint={t.fileHint} />
        )}
      </div>
    </details>
  )
}
