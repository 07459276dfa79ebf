import type { Locale } from "../language.ts"
import { described, Field, type FieldProps } from "./field.tsx"
import { hasErrors } from "./form-summary.tsx"
import { fieldTexts } from "./texts.ts"

type FileFieldProps = FieldProps & {
  locale: Locale
  /** What the browser offers to choose from, such as ".docx,image/*"; what is sent is checked again. */
  accept?: string
  multiple?: boolean
}

/** Files from the person's own machine. No browser lets a page fill it, so after a mistake it has to be chosen again. */
export function FileField({ locale, accept, multiple, hint, ...field }: FileFieldProps) {
  const { form, name } = field
  const words = {
    ...field,
    hint: hasErrors(form) && !form.errors[name] ? fieldTexts[locale].fileAgain : hint,
  }
  return (
    <Field {...words}>
      <input
        {...described(words)}
        class="field__input field__input--file"
        type="file"
        accept={accept}
        multiple={multiple}
      />
    </Field>
  )
}
