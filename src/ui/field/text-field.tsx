import { described, Field, type FieldProps, typedIn } from "./field.tsx"

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "tel" | "url" | "search"
  autocomplete?: string
  /** Brings up the keys for it on a phone. */
  inputmode?: "numeric" | "decimal" | "email" | "tel" | "url"
  /** How much is usually written: the box is as wide. */
  width?: "short" | "medium" | "full"
  spellcheck?: boolean
  /** Stands behind the box: đồng, ha. */
  unit?: string
  lang?: "vi" | "en"
  /** The id of a list of what is usually written. */
  list?: string
}

/** One line of text. */
export function TextField({
  type = "text",
  autocomplete,
  inputmode,
  width = "full",
  spellcheck,
  unit,
  lang,
  list,
  ...field
}: TextFieldProps) {
  const input = (
    <input
      {...described(field)}
      class={`field__input field__input--${width}`}
      type={type}
      value={typedIn(field.form, field.name)}
      autocomplete={autocomplete}
      inputmode={inputmode}
      spellcheck={spellcheck}
      lang={lang}
      list={list}
    />
  )
  return (
    <Field {...field}>
      {unit ? (
        <span class="field__measured">
          {input} <span>{unit}</span>
        </span>
      ) : (
        input
      )}
    </Field>
  )
}

/** A day as people write it: 15/10/2020. A picker of the browser would want it another way. */
export function DayField(field: FieldProps) {
  return <TextField {...field} inputmode="numeric" width="short" autocomplete="off" />
}

/** A number with dots between thousands and a comma before decimals. */
export function NumberField(field: FieldProps & { unit?: string }) {
  return <TextField {...field} inputmode="decimal" width="short" autocomplete="off" />
}

/** Never shown again once typed, also when the form comes back. */
export function PasswordField({
  autocomplete,
  ...field
}: FieldProps & { autocomplete: "current-password" | "new-password" }) {
  return (
    <Field {...field}>
      <input
        {...described(field)}
        class="field__input field__input--medium"
        type="password"
        autocomplete={autocomplete}
      />
    </Field>
  )
}

/** Text of several lines. */
export function TextArea({ rows = 6, lang, ...field }: FieldProps & { rows?: number; lang?: "vi" | "en" }) {
  return (
    <Field {...field}>
      <textarea {...described(field)} class="field__input" rows={rows} lang={lang}>
        {/* Browsers leave a first empty line out; this is the one they may. */}
        {`\n${typedIn(field.form, field.name)}`}
      </textarea>
    </Field>
  )
}
