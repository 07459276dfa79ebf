import type { View } from "../../web/view.ts"
import { described, Field, type FieldProps, typedIn } from "../field/field.tsx"
import { texts } from "./texts.ts"

type PickOneProps = FieldProps & {
  view: View
  kind: "place" | "commune" | "organisation"
  /** What the words may mean, after the server could not tell. */
  candidates?: readonly { id: number; label: string }[] | undefined
}

/**
 * A place or an organisation, chosen by typing its name. Without scripts the server finds the one that was meant, or
 * brings back those to choose from (src/features/choosing/pick-one.ts).
 */
export function PickOne({ view, kind, candidates = [], ...given }: PickOneProps) {
  const t = texts[view.locale]
  const field = { ...given, hint: given.hint ?? t.hint }
  const { form, name } = field
  const typed = typedIn(form, name)
  const chosenName = `${name}-ma`
  const chosen = typedIn(form, chosenName)
  return (
    <pick-one source={view.paths.candidates(kind)} found={t.found} nothing={t.nothing}>
      <Field {...field}>
        <input
          {...described(field)}
          class="field__input"
          type="text"
          value={typed}
          autocomplete="off"
          spellcheck={false}
          lang="vi"
        />
      </Field>
      <input
        type="hidden"
        name={`${name}-cho`}
        value={candidates.length > 0 ? typed.trim() : typedIn(form, `${name}-cho`)}
      />
      {candidates.length > 0 ? (
        <fieldset class="pick-one__candidates">
          <legend>{t.candidates}</legend>
          {candidates.map(({ id, label }) => (
            <div class="choice">
              <input
                type="radio"
                id={`${chosenName}-${id}`}
                name={chosenName}
                value={String(id)}
                checked={chosen === String(id)}
              />
              <label for={`${chosenName}-${id}`} lang="vi">
                {label}
              </label>
            </div>
          ))}
        </fieldset>
      ) : (
        <input type="hidden" name={chosenName} value={chosen} />
      )}
    </pick-one>
  )
}
