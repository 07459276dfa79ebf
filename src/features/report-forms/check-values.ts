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
  return rules.filter((rule) => {
    const test = compiled(rule)
    return isKnown(test, ground) && !passes(test, ground)
  })
}

type Test = { reads: readonly (readonly [of: string, name: string])[]; run(ground: CheckGround): unknown }

/** A commune's workbook asks every rule of a form a hundred times. */
const tests = new WeakMap<object, Test>()

function compiled({ test }: FormRule): Test {
  const known = tests.get(test)
  if (known) return known
  const reads = [...variablesOf(test)].map((path) => {
    const [of = "", name = ""] = path.split(".")
    return [of, name] as const
  })
  const made = { reads, run: engine.build(test as never) as Test["run"] }
  tests.set(test, made)
  return made
}

/** What cannot be worked out, such as a division by nothing, is as little a fault as what is not known. */
function passes({ run }: Test, ground: CheckGround) {
  try {
    return Boolean(run(ground))
  } catch {
    return true
  }
}

/** Required fields that are empty; totals are nobody's to fill in. */
export function findEmpty({ fields }: Pick<FormDefinition, "fields">, values: ReportValues): FormField[] {
  return fields.filter(({ code, is_required, total_of }) => is_required && !total_of && isEmpty(values[code]))
}

/** A rule says nothing of what is not known: neither a first year nor an empty box is a fault by itself. */
function isKnown({ reads }: Test, ground: CheckGround) {
  return reads.every(([of, name]) => {
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
