import type { Child } from "hono/jsx"
import type { FormState } from "../../web/forms.ts"

export type FieldProps = {
  form: FormState
  name: string
  label: string
  /** One sentence on what belongs here, under the label. */
  hint?: string | undefined
  /** Said of fields that may stay empty: "(không bắt buộc)". */
  optional?: string | undefined
}

/** A label with its hint and its mistake, around a control that is told of both. */
export function Field({ form, name, label, hint, optional, children }: FieldProps & { children: Child }) {
  return (
    <div class={form.errors[name] ? "field field--wrong" : "field"}>
      <label class="field__label" for={name}>
        {label} {optional && <span class="field__optional">{optional}</span>}
      </label>
      <FieldWords form={form} name={name} hint={hint} />
      {children}
    </div>
  )
}

/** Hint and mistake, by the ids that `described` names. */
export function FieldWords({ form, name, hint }: Pick<FieldProps, "form" | "name" | "hint">) {
  const error = form.errors[name]
  return (
    <>
      {hint && (
        <p class="field__hint" id={hintId(name)}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field__error" id={errorId(name)}>
          {error}
        </p>
      )}
    </>
  )
}

/** What a control says of itself to those who do not see it. */
export function described({ form, name, hint }: Pick<FieldProps, "form" | "name" | "hint">) {
  const isWrong = form.errors[name] !== undefined
  const words = [hint && hintId(name), isWrong && errorId(name)].filter(Boolean).join(" ")
  return {
    id: name,
    name,
    "aria-describedby": words || undefined,
    "aria-invalid": isWrong ? ("true" as const) : undefined,
  }
}

export function typedIn(form: FormState, name: string) {
  return form.values[name]?.[0] ?? ""
}

export function hintId(name: string) {
  return `${name}-goi-y`
}

function errorId(name: string) {
  return `${name}-loi`
}
