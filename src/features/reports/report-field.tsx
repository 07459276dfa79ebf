import { Radios, Select } from "../../ui/field/choices.tsx"
import { hintId, typedIn } from "../../ui/field/field.tsx"
import { TextArea } from "../../ui/field/text-field.tsx"
import { formatMoney, formatNumber } from "../../ui/format.ts"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import type { FormField, ReportValues } from "../report-forms/definition.ts"
import { exactWords, unitOf } from "./field-words.ts"
import type { Finding } from "./findings.ts"
import { isWhole, limitsOf } from "./read-values.ts"
import { texts } from "./texts.ts"
import { yesNoWords } from "./values-form.ts"

export type FieldProps = {
  view: View
  field: FormField
  form: FormState
  /** The year before, for the words beside the box. */
  last: { year: number; values: ReportValues | null }
  /** What was worked out when it was saved; of totals. */
  total: ReportValues[string] | undefined
  /** What stands in the box was taken from the register, and nobody has looked at it yet. */
  isPrefilled: boolean
  findings: readonly Finding[]
  /** Why it came back. */
  returned: string | undefined
}

/** A field of a report: what it asks for and in what, last year's figure, and all that is to be said of this year's. */
export function ReportField(props: FieldProps) {
  const { field } = props
  if (field.total_of) return <TotalField {...props} />
  switch (field.kind) {
    case "yes_no":
    case "choice":
    case "text":
      return (
        <div class="report-field">
          <OtherField {...props} />
          <Notes {...props} />
        </div>
      )
    default:
      return <NumberField {...props} />
  }
}

function NumberField(props: FieldProps) {
  const { view, field, form, last } = props
  const { locale } = view
  const t = texts[locale]
  const { code } = field
  const error = form.errors[code]
  const mayBeNegative = limitsOf(field).least < 0
  const before = last.values?.[code]
  const hint = [field.help?.[locale], mayBeNegative && !field.help && t.negativeHint]
    .filter(Boolean)
    .join(" ")
  const described = [hint && hintId(code), `${code}-ghi-chu`, error && `${code}-loi`]
    .filter(Boolean)
    .join(" ")
  return (
    <div class={error ? "field field--wrong report-field" : "field report-field"}>
      <label class="field__label" for={code}>
        {field.label[locale]} {field.is_required && <span class="field__optional">{t.required}</span>}
      </label>
      {hint && (
        <p class="field__hint" id={hintId(code)}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field__error" id={`${code}-loi`}>
          {error}
        </p>
      )}
      <span class="field__measured report-field__box">
        <input
          id={code}
          name={code}
          class="field__input report-field__number"
          type="text"
          value={typedIn(form, code)}
          // A keyboard of digits alone has no minus on many phones; the button beside the box turns the sign.
          inputmode={isWhole(field) ? "numeric" : "decimal"}
          autocomplete="off"
          aria-describedby={described}
          aria-invalid={error ? "true" : undefined}
          data-kind={field.kind}
          data-last={typeof before === "number" ? String(before) : undefined}
        />
        <span>{unitOf(field, locale)}</span>
        {mayBeNegative && (
          <button
            type="button"
            class="button button--quiet report-field__sign"
            data-sign={code}
            aria-label={`${field.label[locale]}: ${t.negative}`}
            hidden
          >
            ±
          </button>
        )}
      </span>
      <Notes {...props} />
    </div>
  )
}

/** Worked out live where scripts run, and by the server whenever it is saved. */
function TotalField(props: FieldProps) {
  const { view, field, total } = props
  const { locale } = view
  const t = texts[locale]
  return (
    <div class="field report-field report-field--total">
      <p class="field__label" id={`${field.code}-ten`}>
        {field.label[locale]} <span class="field__optional">({t.total})</span>
      </p>
      <output
        id={field.code}
        class="report-field__total"
        for={field.total_of?.join(" ")}
        aria-labelledby={`${field.code}-ten`}
        data-unit={unitOf(field, locale)}
      >
        {exactWords(field, total, locale) || t.totalLater}
      </output>
      <Notes {...props} />
    </div>
  )
}

function OtherField({ view, field, form }: FieldProps) {
  const { locale } = view
  const t = texts[locale]
  const { code, kind } = field
  const common = {
    form,
    name: code,
    label: field.label[locale],
    hint: field.help?.[locale],
    optional: field.is_required ? t.required : undefined,
  }
  if (kind === "text") return <TextArea {...common} rows={2} />
  if (kind === "choice") {
    const choices = (field.choices ?? []).map((choice) => ({ value: choice.code, label: choice[locale] }))
    return <Select {...common} empty="–" choices={choices} />
  }
  return (
    <Radios
      {...common}
      choices={[
        { value: yesNoWords.yes, label: t.yes },
        { value: yesNoWords.no, label: t.no },
      ]}
    />
  )
}

/** Everything below the box: how much that is, last year's, where it was taken from, what a rule says. */
function Notes({ view, field, form, last, isPrefilled, findings, returned, total }: FieldProps) {
  const { locale } = view
  const t = texts[locale]
  const before = exactWords(field, last.values?.[field.code], locale)
  const now = Number(typedIn(form, field.code).replaceAll(".", "").replace(",", "."))
  return (
    <div class="report-field__notes" id={`${field.code}-ghi-chu`}>
      {field.kind === "money" && (
        <p class="report-field__size" data-size-of={field.code} aria-live="off">
          {sizeWords(typeof total === "number" ? total : now, locale)}
        </p>
      )}
      {before && (
        <p class="report-field__last">
          {t.lastYear(String(last.year), before)}{" "}
          <span class="report-field__change" data-change-of={field.code}></span>
        </p>
      )}
      {isPrefilled && <p class="report-field__source">{t.fromRegister}</p>}
      {returned && <p class="report-field__returned">{t.returnedReason(returned)}</p>}
      {findings.map((finding) => (
        <FindingWords finding={finding} />
      ))}
    </div>
  )
}

function FindingWords({ finding }: { finding: Finding }) {
  return <p class={`report-finding report-finding--${finding.severity}`}>{finding.words}</p>
}

/** How much that is in million or billion: a zero too many is seen at once. */
function sizeWords(value: number, locale: View["locale"]) {
  return Math.abs(value) >= 1e6 && Number.isFinite(value) ? `= ${formatMoney(value, locale)}` : ""
}

/** How many boxes of a part have something in them. */
export function filledWords(fields: readonly FormField[], form: FormState, locale: View["locale"]) {
  const typed = fields.filter(({ total_of }) => !total_of)
  const filled = typed.filter(({ code }) => typedIn(form, code) !== "")
  return texts[locale].filledOf(formatNumber(filled.length, locale), formatNumber(typed.length, locale))
}
