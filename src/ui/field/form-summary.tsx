import type { FormState } from "../../web/forms.ts"
import type { Locale } from "../language.ts"
import { fieldTexts } from "./texts.ts"

type FormSummaryProps = {
  form: FormState
  locale: Locale
  /** Put before messages that do not name their field themselves. */
  labels?: Readonly<Record<string, string>>
}

/** What is wrong with a form, above it: read first by a screen reader, each line leading to its field. */
export function FormSummary({ form, locale, labels = {} }: FormSummaryProps) {
  if (!hasErrors(form)) return null
  const errors = Object.entries(form.errors)
  return (
    <div class="form-summary" role="alert" tabindex={-1} autofocus aria-labelledby="tom-tat-loi">
      <h2 class="form-summary__title" id="tom-tat-loi">
        {fieldTexts[locale].title}
      </h2>
      {form.problem && <p>{form.problem}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(([name, message]) => (
            <li>
              <a href={`#${name}`}>{labels[name] ? `${labels[name]}: ${message}` : message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export function hasErrors(form: FormState) {
  return form.problem !== undefined || Object.keys(form.errors).length > 0
}
