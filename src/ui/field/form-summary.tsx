import type { FormState } from "../../web/forms.ts"
import { inBoth, type Locale } from "../language.ts"

const texts = inBoth({
  title: ["Cần sửa trước khi gửi lại", "To put right before sending again"],
})

/** What is wrong with a form, above it: read first by a screen reader, each line leading to its field. */
export function FormSummary({ form, locale }: { form: FormState; locale: Locale }) {
  const errors = Object.entries(form.errors)
  if (errors.length === 0 && !form.problem) return null
  return (
    <div class="form-summary" role="alert" tabindex={-1} id="tom-tat-loi">
      <h2 class="form-summary__title">{texts[locale].title}</h2>
      {form.problem && <p>{form.problem}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(([name, message]) => (
            <li>
              <a href={`#${name}`}>{message}</a>
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
