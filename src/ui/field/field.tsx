import type { Child } from "hono/jsx"
import type { FormState } from "../../web/forms.ts"

export type FieldProps = {
  form: FormState
  name: string
  label: string
  /** One sentence on what belongs here, under the label. */
  hint?: string | undefined
  /** Why a field may stay empty need not be said; that it may, in words: "(không bắt buộc)". */
  optional?: string | undefined
}

/** A label with its hint and its mistake, around a control that is told of both. */
export function Field({ form, name, label, hint, optional, children }: FieldProps & { children: Child }) {
  const error = form.errors[name]
  return (
    <div class={error ? "field field--wrong" : "field"}>
      <label class="field__label" for={name}>
        {label} {optional && <span class="field__optional">{optional}</span>}
      </label>
      <FieldWords name={name} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** Hint and mistake, by the ids that `described` names. */
export function FieldWords({
  name,
  hint,
  error,
}: {
  name: string
  hint?: string | undefined
  error?: string | undefined
}) {
  return (
    <>
      {hint && (
        <p class="field__hint" id={`${name}-goi-y`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field__error" id={`${name}-loi`}>
          {error}
        </p>
      )}
    </>
  )
}

/** What a control says of itself to those who do not see it. */
export function described({
  form,
  name,
  hint,
}: {
  form: FormState
  name: string
  hint?: string | undefined
}) {
  const error = form.errors[name] ? `${name}-loi` : undefined
  const words = [hint && `${name}-goi-y`, error].filter(Boolean).join(" ")
  return {
    id: name,
    name,
    "aria-describedby": words || undefined,
    "aria-invalid": error ? ("true" as const) : undefined,
  }
}

export function typedIn(form: FormState, name: string) {
  return form.values[name]?.[0] ?? ""
}
