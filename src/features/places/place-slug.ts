import { Problem } from "../../problem.ts"
import { slugify } from "../../ui/slug.ts"
import { placeName } from "./names.ts"

type Unit = { kind: string; name: string; code: string; valid_from: string }

/** "xa-binh-an-30898"; a unit that was not there from the beginning adds "-tu-2025". Notes what it takes. */
export function freeSlug(unit: Unit, taken: Set<string>) {
  const base = unit.kind === "nation" ? slugify(unit.name) : slugify(`${placeName(unit, "vi")} ${unit.code}`)
  const candidates =
    unit.valid_from === "-infinity"
      ? [base]
      : [`${base}-tu-${unit.valid_from.slice(0, 4)}`, `${base}-tu-${unit.valid_from}`]
  const slug = candidates.find((candidate) => !taken.has(candidate))
  if (!slug) throw new Problem(`Two places would share the address ${base}: give one of them another code.`)
  taken.add(slug)
  return slug
}
