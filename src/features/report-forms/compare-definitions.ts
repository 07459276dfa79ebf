import { type Part, type PartKind, partKinds, partsOf } from "./change-definition.ts"
import type { FormDefinition } from "./definition.ts"

/** How a part of a form differs between two versions; `before` or `after` is missing where only one has it. */
export type PartDifference = {
  kind: PartKind
  code: string
  before?: Part
  after?: Part
  /** What of it says something else, where both have it. */
  changed: string[]
}

/** What differs between two versions of a form: sections, then fields, then rules, in the order of the later one. */
export function compareDefinitions(before: FormDefinition, after: FormDefinition): PartDifference[] {
  return partKinds.flatMap((kind) => {
    const [earlier, later]: Part[][] = [partsOf(before, kind), partsOf(after, kind)]
    const here = later!.flatMap((part): PartDifference[] => {
      const was = earlier!.find(({ code }) => code === part.code)
      const { code } = part
      if (!was) return [{ kind, code, after: part, changed: [] }]
      const changed = differing(was, part)
      return changed.length > 0 ? [{ kind, code, before: was, after: part, changed }] : []
    })
    const gone = earlier!
      .filter(({ code }) => !later!.some((part) => part.code === code))
      .map((part): PartDifference => ({ kind, code: part.code, before: part, changed: [] }))
    return [...here, ...gone]
  })
}

function differing(before: Part, after: Part) {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => inOneOrder(was[key]) !== inOneOrder(is[key]),
  )
}

/** As JSON, whatever order the keys were kept in: the database keeps its own. */
function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
