import type { FormState } from "../../web/forms.ts"
import { choiceFields, differingPart, type FieldDifference, versionField } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import { Button } from "../button/button.tsx"
import { FormActions } from "../field/form.tsx"
import { formatDay, inVietnam } from "../format.ts"
import type { Locale } from "../language.ts"
import { texts } from "./texts.ts"

type ConflictProps = {
  view: View
  /** Where the form is sent again. */
  action: string
  /** Everything that was typed. */
  form: FormState
  /** The version the record has by now, by whom and when. */
  current: { version: number; changed_by: string; changed_at: Date }
  differences: readonly FieldDifference[]
  labels: Readonly<Record<string, string>>
  /** How a stored value is shown, such as the name of a choice. */
  show?: (name: string, value: string) => string
  /** The page of the form, opened anew. */
  back: string
}

/**
 * What to do when someone else changed the record meanwhile: both versions side by side, a choice for each field.
 * Where only one of the two changed a field, that change is chosen; where both did, the person has to.
 */
export function Conflict({ view, action, form, current, differences, labels, show, back }: ConflictProps) {
  const t = texts[view.locale]
  const { day, hour } = inVietnam(current.changed_at)
  const differing = new Set(differences.map(({ name }) => name))
  const alike = Object.entries(form.values).filter(([name]) => !differing.has(name) && name !== versionField)
  return (
    <form class="conflict" method="post" action={action}>
      <p class="notice">{t.lead(current.changed_by, `${hour}, ${formatDay(day, view.locale)}`)}</p>
      <input type="hidden" name={versionField} value={String(current.version)} />
      {alike.map(([name, values]) => (
        <Hidden name={name} values={values} />
      ))}
      {differences.map((field) => (
        <fieldset class="conflict__field">
          <legend>{labels[field.name] ?? field.name}</legend>
          <Hidden name={choiceFields.theirs + field.name} values={field.theirs} />
          <Hidden name={choiceFields.mine + field.name} values={field.mine} />
          <Difference locale={view.locale} field={field} show={show} />
          <Choice locale={view.locale} field={field} label={labels[field.name] ?? field.name} />
        </fieldset>
      ))}
      <FormActions>
        <Button>{t.save}</Button>
        <a href={back}>{t.reload}</a>
      </FormActions>
    </form>
  )
}

type DifferenceProps = {
  locale: Locale
  field: FieldDifference
  show?: ((name: string, value: string) => string) | undefined
}

/** What it was, what it is by now, and what was typed, side by side; on a phone one below the other. */
export function Difference({ locale, field, show = (_name, value) => value }: DifferenceProps) {
  const t = texts[locale]
  const shown = (values: readonly string[]) => values.map((value) => show(field.name, value)).join("\n")
  const theirs = shown(field.theirs)
  const mine = shown(field.mine)
  return (
    <dl class="difference">
      {field.before && field.changedBy === "both" && (
        <div>
          <dt>{t.before}</dt>
          <dd>{shown(field.before) || <em>{t.nothing}</em>}</dd>
        </div>
      )}
      <div>
        <dt>{t.theirs}</dt>
        <dd>
          <Marked locale={locale} text={theirs} other={mine} />
        </dd>
      </div>
      <div>
        <dt>{t.mine}</dt>
        <dd>
          <Marked locale={locale} text={mine} other={theirs} />
        </dd>
      </div>
    </dl>
  )
}

function Marked({ locale, text, other }: { locale: Locale; text: string; other: string }) {
  if (!text) return <em>{texts[locale].nothing}</em>
  const { before, differing, after } = differingPart(text, other)
  return (
    <>
      {before}
      {differing && <mark>{differing}</mark>}
      {after}
    </>
  )
}

function Choice({ locale, field, label }: { locale: Locale; field: FieldDifference; label: string }) {
  const t = texts[locale]
  const name = choiceFields.choice + field.name
  return (
    <fieldset class="conflict__choice">
      <legend class="visually-hidden">{t.choose(label)}</legend>
      {(["theirs", "mine"] as const).map((whose) => (
        <div class="choice">
          <input
            type="radio"
            id={`${name}-${whose}`}
            name={name}
            value={whose}
            required
            checked={field.changedBy === (whose === "mine" ? "me" : "them")}
          />
          <label for={`${name}-${whose}`}>{whose === "mine" ? t.keepMine : t.keepTheirs}</label>
        </div>
      ))}
    </fieldset>
  )
}

function Hidden({ name, values }: { name: string; values: readonly string[] }) {
  return (
    <>
      {values.map((value) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** Goes into every form that changes a record which others may change too. */
export function VersionField({ version }: { version: number }) {
  return <input type="hidden" name={versionField} value={String(version)} />
}
