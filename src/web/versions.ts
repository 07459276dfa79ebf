import type { FormBody, FormState } from "./forms.ts"

/** The hidden field that says which version of a record someone began to change. */
export const versionField = "phien-ban"

/**
 * Whether the record was changed since its form was opened. To be asked in the transaction that changes it, with the
 * record locked (`forUpdate`), so that nobody comes in between.
 */
export function hasMovedOn(form: FormState, record: { version: number }) {
  return form.values[versionField]?.[0] !== String(record.version)
}

type Values = FormState["values"]

export type FieldDifference = {
  name: string
  /** What it was when the form was opened, where that is known. */
  before: readonly string[] | undefined
  theirs: readonly string[]
  mine: readonly string[]
  /** Whose change it is; where nobody can tell, both. */
  changedBy: "me" | "them" | "both"
}

/** Field by field, in the order of the form, where what was typed is not what the record holds by now. */
export function differences({
  fields,
  before,
  theirs,
  mine,
}: {
  fields: readonly string[]
  before?: Values | undefined
  theirs: Values
  mine: Values
}): FieldDifference[] {
  return fields
    .map((name) => ({ name, before: before?.[name], theirs: said(theirs, name), mine: said(mine, name) }))
    .filter(({ theirs, mine }) => !isSame(theirs, mine))
    .map((field) => ({ ...field, changedBy: changedBy(before && said(before, field.name), field) }))
}

/** Prefixes of the fields with which a choice between two versions is sent back. */
export const choiceFields = { choice: "chon.", theirs: "cua-ho.", mine: "cua-toi." } as const

/** A form in which someone chose between versions, as if they had typed the result. Nothing chosen keeps theirs. */
export function withChoices(body: FormBody): FormBody {
  const offered = Object.keys(body)
    .filter((name) => name.startsWith(choiceFields.choice))
    .map((name) => name.slice(choiceFields.choice.length))
  const results = offered.flatMap((name) => {
    const whose = [body[choiceFields.choice + name]].flat().at(-1) === "mine" ? "mine" : "theirs"
    const value = body[choiceFields[whose] + name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const rest = Object.entries(body).filter(
    ([name]) => !Object.values(choiceFields).some((prefix) => name.startsWith(prefix)),
  )
  return Object.fromEntries([...rest, ...results])
}

/** The stretch in which two texts differ: what stands before it and behind it is the same in both. */
export function differingPart(one: string, other: string) {
  const words = one.split(/(?<=\s)/)
  const others = other.split(/(?<=\s)/)
  let start = 0
  while (start < words.length && start < others.length && words[start] === others[start]) start++
  let end = 0
  while (
    end < words.length - start &&
    end < others.length - start &&
    words[words.length - 1 - end] === others[others.length - 1 - end]
  )
    end++
  return {
    before: words.slice(0, start).join(""),
    differing: words.slice(start, words.length - end).join(""),
    after: words.slice(words.length - end).join(""),
  }
}

function changedBy(
  before: readonly string[] | undefined,
  { theirs, mine }: Pick<FieldDifference, "theirs" | "mine">,
): FieldDifference["changedBy"] {
  if (before && isSame(before, theirs)) return "me"
  if (before && isSame(before, mine)) return "them"
  return "both"
}

/** An empty field and a field that was not sent say the same: nothing. */
function said(values: Values, name: string) {
  return (values[name] ?? []).filter((value) => value !== "")
}

function isSame(one: readonly string[], other: readonly string[]) {
  return JSON.stringify(one) === JSON.stringify(other)
}
