import type { SizeAxis, SizeClass } from "../register/sizes.ts"

export const industries = ["agriculture", "industry", "finance", "services"] as const
export type Industry = (typeof industries)[number]

/** From the largest down: the order in which they are tried. */
export const classesDown = ["large", "medium", "small", "micro"] as const satisfies readonly SizeClass[]

/** What a class asks for at least; the lowest asks for nothing. Money in đồng. */
export type SizeRule = {
  axis: SizeAxis
  industry: Industry | null
  class: SizeClass
  least_members: number | null
  least_revenue: number | null
  least_capital: number | null
}

export type SizeFault =
  | { kind: "missing"; class: SizeClass }
  | { kind: "not_below"; class: SizeClass; above: SizeClass }
  | { kind: "asks_nothing"; class: SizeClass }
  | { kind: "lowest_asks"; class: SizeClass }

/** What decides on an axis: numbers of members, revenue or capital, alone or together. */
export const asked: Record<SizeAxis, readonly ("least_members" | "least_revenue" | "least_capital")[]> = {
  decree_113: ["least_members", "least_revenue", "least_capital"],
  members: ["least_members"],
  capital: ["least_capital"],
}

/**
 * What is wrong with the thresholds of one axis and industry on one day. Classes are tried from the largest: each asks
 * for less than the one above, so that none overlaps; the lowest takes the rest, so that nothing falls between. One
 * without any threshold is not known yet, which is no mistake: those that it may be are then not determined.
 */
export function checkRules(rules: readonly SizeRule[]): SizeFault[] {
  const byClass = new Map(rules.map((rule) => [rule.class, rule]))
  const present = classesDown.filter((name) => byClass.has(name))
  const faults: SizeFault[] = []
  const last = present.at(-1)
  present.forEach((name, index) => {
    const rule = byClass.get(name)!
    const fields = asked[rule.axis]
    const isLowest = name === "micro"
    if (!isLowest && fields.every((field) => rule[field] === null))
      faults.push({ kind: "asks_nothing", class: name })
    if (isLowest && fields.some((field) => (rule[field] ?? 0) > 0))
      faults.push({ kind: "lowest_asks", class: name })
    const above = present[index - 1]
    if (!above || isLowest) return
    const higher = byClass.get(above)!
    const isBelow = fields.every(
      (field) => rule[field] === null || higher[field] === null || rule[field] < higher[field],
    )
    if (!isBelow) faults.push({ kind: "not_below", class: name, above })
  })
  // A class that is missing between others would never be found.
  if (last) {
    const missing = classesDown.slice(0, classesDown.indexOf(last)).filter((name) => !byClass.has(name))
    faults.push(...missing.map((name) => ({ kind: "missing" as const, class: name })))
  }
  return faults
}

/** The classes nobody has entered the thresholds of. */
export function missingClasses(rules: readonly SizeRule[]) {
  const known = new Set(rules.map((rule) => rule.class))
  return classesDown.filter((name) => !known.has(name))
}
