import type { FormDefinition, FormField, FormRule } from "./definition.ts"

/** A part of a form that has a code of its own. */
export const partKinds = ["section", "field", "rule"] as const
export type PartKind = (typeof partKinds)[number]
export type FormSection = FormDefinition["sections"][number]
type Parts = { section: FormSection; field: FormField; rule: FormRule }
export type Part = Parts[PartKind]

const lists = { section: "sections", field: "fields", rule: "rules" } as const

export function partsOf<Kind extends PartKind>(definition: FormDefinition, kind: Kind): Parts[Kind][] {
  return definition[lists[kind]] as Parts[Kind][]
}

export function findPart<Kind extends PartKind>(definition: FormDefinition, kind: Kind, code: string) {
  return partsOf(definition, kind).find((part) => part.code === code)
}

/** The form with a part in the place of the one with its code, or added: a field behind the last of its section. */
export function putPart(definition: FormDefinition, kind: PartKind, part: Part): FormDefinition {
  const parts = partsOf(definition, kind) as Part[]
  const at = parts.findIndex(({ code }) => code === part.code)
  if (at < 0) return withParts(definition, kind, inPlace(parts, part))
  const before = parts[at]!
  // A field that moved to another section goes behind the last one there.
  if (sectionOf(before) === sectionOf(part)) return withParts(definition, kind, parts.with(at, part))
  return withParts(definition, kind, inPlace(parts.toSpliced(at, 1), part))
}

export function removePart(definition: FormDefinition, kind: PartKind, code: string): FormDefinition {
  const parts = partsOf(definition, kind) as Part[]
  return withParts(
    definition,
    kind,
    parts.filter((part) => part.code !== code),
  )
}

/** One place up or down: a field among those of its section. The same form where there is no further to go. */
export function movePart(
  definition: FormDefinition,
  kind: PartKind,
  code: string,
  direction: "up" | "down",
): FormDefinition {
  const parts = partsOf(definition, kind) as Part[]
  const at = parts.findIndex((part) => part.code === code)
  if (at < 0) return definition
  const beside = parts
    .map((part, index) => ({ part, index }))
    .filter(({ part }) => sectionOf(part) === sectionOf(parts[at]!))
  const to = beside[beside.findIndex(({ index }) => index === at) + (direction === "up" ? -1 : 1)]
  if (!to) return definition
  return withParts(definition, kind, parts.with(at, to.part).with(to.index, parts[at]!))
}

function inPlace(parts: readonly Part[], part: Part) {
  const last = parts.findLastIndex((each) => sectionOf(each) === sectionOf(part))
  return parts.toSpliced(last < 0 ? parts.length : last + 1, 0, part)
}

function sectionOf(part: Part) {
  return "section" in part ? part.section : undefined
}

function withParts(definition: FormDefinition, kind: PartKind, parts: readonly Part[]): FormDefinition {
  return { ...definition, [lists[kind]]: parts }
}
