import { LogicEngine } from "json-logic-engine"
import type { FormDefinition, FormField, FormRule, ReportValues } from "./definition.ts"

const engine = new LogicEngine()

/** What a form is checked against: this year's values, those of the year before, and what the register knows. */
export type CheckGround = {
  value: ReportValues
  last?: ReportValues | null | undefined
  register?: ReportValues | null | undefined
}

/** Values with all totals worked out; a total of which every part is empty is empty. */
export function workOutTotals({ fields }: Pick<FormDefinition, "fields">, typed: ReportValues): ReportValues {
  const values = { ...typed }
  for (const { code, total_of } of fields) {
    if (!total_of) continue
    const parts = total_of.map((part) => values[part]).filter((part) => typeof part === "number")
    values[code] = parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) : null
  }
  return values
}

/** The rules that the values fail, in the order of the form. */
export function checkValues({ rules }: Pick<FormDefinition, "rules">, ground: CheckGround): FormRule[] {
  return rules.filter((rule) => holdsFor(rule, ground) && !passes(rule, ground))
}

/** What cannot be worked out, such as a division by nothing, is as little a fault as what is not known. */
function passes({ test }: FormRule, ground: CheckGround) {
  try {
    return Boolean(engine.run(test, ground))
  } catch {
    return true
  }
}

/** Required fields that are empty; totals are nobody's to fill in. */
export function findEmpty({ fields }: Pick<FormDefinition, "fields">, values: ReportValues): FormField[] {
  return fields.filter(({ code, is_required, total_of }) => is_required && !total_of && isEmpty(values[code]))
}

/** A rule says nothing of what is not known: neither a first year nor an empty box is a fault by itself. */
function holdsFor({ test }: FormRule, ground: CheckGround) {
  return [...variablesOf(test)].every((path) => {
    const [of, name = ""] = path.split(".")
    const known = of === "value" ? ground.value : of === "last" ? ground.last : ground.register
    return !isEmpty(known?.[name])
  })
}

/** The variables that a test reads, such as "value.revenue". */
export function variablesOf(test: unknown): Set<string> {
  if (Array.isArray(test)) return new Set(test.flatMap((part) => [...variablesOf(part)]))
  if (typeof test !== "object" || test === null) return new Set()
  return new Set(
    Object.entries(test).flatMap(([operator, operands]) =>
      operator === "var"
        ? [String(Array.isArray(operands) ? operands[0] : operands)]
        : [...variablesOf(operands)],
    ),
  )
}

function isEmpty(value: ReportValues[string] | undefined) {
  return value === null || value === undefined || value === ""
}
