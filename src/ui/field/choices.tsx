import { described, Field, type FieldProps, FieldWords, hintId, typedIn } from "./field.tsx"

export type Choice = { value: string; label: string; hint?: string | undefined }

type SelectProps = FieldProps & {
  choices: readonly Choice[]
  /** What the first line says while nothing is chosen: "Chọn lĩnh vực". Without it the first choice is chosen. */
  empty?: string
}

/** One of a longer list. */
export function Select({ choices, empty, ...field }: SelectProps) {
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

type GroupProps = FieldProps & { choices: readonly Choice[] }

/** One of a few, all in sight. */
export function Radios(group: GroupProps) {
  return <Group {...group} type="radio" />
}

/** Any of a few. */
export function Checkboxes(group: GroupProps) {
  return <Group {...group} type="checkbox" />
}

function Group({ choices, type, optional, ...field }: GroupProps & { type: "radio" | "checkbox" }) {
  const { form, name, label } = field
  const { "aria-describedby": words } = described(field)
  const chosen = form.values[name] ?? []
  return (
    <fieldset class={form.errors[name] ? "field field--wrong" : "field"} aria-describedby={words}>
      <legend class="field__label">
        {label} {optional && <span class="field__optional">{optional}</span>}
      </legend>
      <FieldWords {...field} />
      {choices.map((choice, index) => {
        // The summary of mistakes leads to the first one by the name of the field.
        const id = index === 0 ? name : `${name}-${index}`
        return (
          <div class="choice">
            <input
              type={type}
              id={id}
              name={name}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              aria-describedby={choice.hint && hintId(id + choice.value)}
            />
            <label for={id}>{choice.label}</label>
            {choice.hint && (
              <p class="field__hint" id={hintId(id + choice.value)}>
                {choice.hint}
              </p>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

/** A single thing to agree to. */
export function Checkbox({ label, ...field }: Omit<FieldProps, "optional">) {
  const { form, name, hint } = field
  return (
    <div class={form.errors[name] ? "field field--wrong" : "field"}>
      <FieldWords form={form} name={name} />
      <div class="choice">
        <input {...described(field)} type="checkbox" value="1" checked={typedIn(form, name) !== ""} />
        <label for={name}>{label}</label>
        {hint && (
          <p class="field__hint" id={hintId(name)}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
