import { described, Field, type FieldProps, FieldWords, typedIn } from "./field.tsx"

export type Choice = { value: string; label: string; hint?: string }

/** One of a longer list. */
export function Select({
  choices,
  empty,
  ...field
}: FieldProps & { choices: readonly Choice[]; empty?: string }) {
  const chosen = typedIn(field.form, field.name)
  return (
    <Field {...field}>
      <select {...described(field)} class="field__input field__input--medium">
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** One of a few, all in sight. */
export function Radios({ choices, ...field }: FieldProps & { choices: readonly Choice[] }) {
  return <Group {...field} choices={choices} type="radio" />
}

/** Any of a few. */
export function Checkboxes({ choices, ...field }: FieldProps & { choices: readonly Choice[] }) {
  return <Group {...field} choices={choices} type="checkbox" />
}

/** A single thing to agree to. */
export function Checkbox({ form, name, label, hint }: FieldProps) {
  return (
    <div class={form.errors[name] ? "field field--wrong" : "field"}>
      <FieldWords name={name} hint={undefined} error={form.errors[name]} />
      <div class="choice">
        <input
          {...described({ form, name, hint })}
          type="checkbox"
          value="1"
          checked={typedIn(form, name) !== ""}
        />
        <label for={name}>{label}</label>
        {hint && (
          <p class="field__hint" id={`${name}-goi-y`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}

function Group({
  form,
  name,
  label,
  hint,
  optional,
  choices,
  type,
}: FieldProps & { choices: readonly Choice[]; type: "radio" | "checkbox" }) {
  const error = form.errors[name]
  const chosen = form.values[name] ?? []
  const { id, "aria-describedby": words } = described({ form, name, hint })
  return (
    <fieldset class={error ? "field field--wrong" : "field"} id={id} aria-describedby={words} tabindex={-1}>
      <legend class="field__label">
        {label} {optional && <span class="field__optional">{optional}</span>}
      </legend>
      <FieldWords name={name} hint={hint} error={error} />
      {choices.map((choice, index) => (
        <div class="choice">
          <input
            type={type}
            id={`${name}-${index}`}
            name={name}
            value={choice.value}
            checked={chosen.includes(choice.value)}
            aria-describedby={choice.hint ? `${name}-${index}-goi-y` : undefined}
          />
          <label for={`${name}-${index}`}>{choice.label}</label>
          {choice.hint && (
            <p class="field__hint" id={`${name}-${index}-goi-y`}>
              {choice.hint}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  )
}
