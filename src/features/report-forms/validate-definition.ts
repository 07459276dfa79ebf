import { LogicEngine } from "json-logic-engine"
import { variablesOf } from "./check-values.ts"
import { columnKinds } from "./columns.ts"
import type { FormDefinition, FormField, FormRule } from "./definition.ts"
import { registerNames } from "./read-register.ts"

/** What is wrong with a form: where, which kind of fault, and the word it is about. */
export type FormFault = {
  part: "section" | "field" | "rule"
  code: string
  fault:
    | "twice"
    | "no_fields"
    | "no_section"
    | "no_choices"
    | "choice_twice"
    | "least_above_most"
    | "total_of_unknown"
    | "total_of_no_number"
    | "total_too_early"
    | "register_unknown"
    | "column_of_other_kind"
    | "kind_was_other"
    | "points_at_unknown"
    | TestFault["fault"]
  about?: string
}

/** What is wrong with the test of a rule. */
export type TestFault = {
  fault: "not_one_operator" | "operator_unknown" | "variable_unknown" | "variable_of_text" | "fails_to_run"
  about?: string
}

type Fields = readonly FormField[]
const numberKinds: readonly FormField["kind"][] = ["count", "money", "area", "share"]

/** Everything that keeps a form from being used; `before` is the version it follows. */
export function faultsOfDefinition(
  { sections, fields, rules }: FormDefinition,
  before?: Pick<FormDefinition, "fields"> | undefined,
): FormFault[] {
  return [
    ...sections.flatMap((section) => faultsOfSection(section.code, sections, fields)),
    ...fields.flatMap((field) => faultsOfField(field, { sections, fields, before: before?.fields ?? [] })),
    ...rules.flatMap((rule) => faultsOfRule(rule, { rules, fields })),
  ]
}

function faultsOfSection(code: string, sections: FormDefinition["sections"], fields: Fields): FormFault[] {
  const at = { part: "section", code } as const
  return [
    ...(isTwice(code, sections) ? [{ ...at, fault: "twice" } as const] : []),
    ...(fields.some((field) => field.section === code) ? [] : [{ ...at, fault: "no_fields" } as const]),
  ]
}

type AroundField = { sections: FormDefinition["sections"]; fields: Fields; before: Fields }

function faultsOfField(field: FormField, { sections, fields, before }: AroundField): FormFault[] {
  const { code, section, kind, choices = [], least, most, total_of = [], from_register } = field
  const faults: Omit<FormFault, "part" | "code">[] = []
  if (isTwice(code, fields)) faults.push({ fault: "twice" })
  if (!sections.some((each) => each.code === section)) faults.push({ fault: "no_section", about: section })
  if (kind === "choice" && choices.length < 2) faults.push({ fault: "no_choices" })
  const doubled = choices.find((choice) => isTwice(choice.code, choices))
  if (doubled) faults.push({ fault: "choice_twice", about: doubled.code })
  if (least !== undefined && most !== undefined && least > most) faults.push({ fault: "least_above_most" })

  const parts = total_of.map((part) => ({ part, field: fields.find((each) => each.code === part) }))
  const unknown = parts.find((part) => !part.field)
  if (unknown) faults.push({ fault: "total_of_unknown", about: unknown.part })
  const noNumber = [...parts.map((part) => part.field), ...(parts.length > 0 ? [field] : [])].find(
    (each) => each && (!numberKinds.includes(each.kind) || each.kind !== kind),
  )
  if (noNumber) faults.push({ fault: "total_of_no_number", about: noNumber.code })
  // Totals are worked out in the order of the form, so that one of totals stands after them.
  const isEarlier = (part: string) =>
    fields.findIndex((each) => each.code === part) < fields.findIndex((each) => each.code === code)
  const later = parts.find(({ part, field: other }) => other?.total_of && !isEarlier(part))
  if (later || total_of.includes(code)) {
    faults.push({ fault: "total_too_early", about: later?.part ?? code })
  }

  if (from_register && !(registerNames as readonly string[]).includes(from_register)) {
    faults.push({ fault: "register_unknown", about: from_register })
  }
  const columnKind = Object.hasOwn(columnKinds, code) && columnKinds[code as keyof typeof columnKinds]
  if (columnKind && columnKind !== kind) faults.push({ fault: "column_of_other_kind", about: columnKind })
  const was = before.find((each) => each.code === code)
  if (was && was.kind !== kind) faults.push({ fault: "kind_was_other", about: was.kind })
  return faults.map((fault) => ({ part: "field", code, ...fault }))
}

function faultsOfRule(
  { code, fields: pointedAt, test }: FormRule,
  { rules, fields }: { rules: readonly FormRule[]; fields: Fields },
): FormFault[] {
  const ofTest = faultsOfTest(test, fields)
  // A field that is gone is named once, though the rule tests it and points at it.
  const isNamed = (each: string) => ofTest.some(({ about }) => about?.split(".")[1] === each)
  const unknown = pointedAt.find((each) => !fields.some((field) => field.code === each) && !isNamed(each))
  const faults: Omit<FormFault, "part" | "code">[] = [
    ...(isTwice(code, rules) ? [{ fault: "twice" } as const] : []),
    ...(unknown ? [{ fault: "points_at_unknown", about: unknown } as const] : []),
    ...ofTest,
  ]
  return faults.map((fault) => ({ part: "rule", code, ...fault }))
}

/** The operators of JsonLogic that a rule may use: those that a sentence can be made of. */
export const operators = [
  ...["<=", "<", ">=", ">", "==", "!="],
  ...["+", "-", "*", "/", "max", "min"],
  ...["and", "or", "!", "if", "in", "var"],
] as const

/** What is wrong with a test, the first of each kind; a test that has no fault runs on every report. */
export function faultsOfTest(test: FormRule["test"], fields: Fields): TestFault[] {
  const structure = faultInStructure(test)
  if (structure) return [structure]
  const variables = [...variablesOf(test)]
  const unknown = variables.find((path) => !isKnown(path, fields))
  if (unknown !== undefined) return [{ fault: "variable_unknown", about: unknown }]
  const ofText = variables.find((path) => kindOf(path, fields) === "text")
  if (ofText) return [{ fault: "variable_of_text", about: ofText }]
  return failsToRun(test, variables, fields) ? [{ fault: "fails_to_run" }] : []
}

function faultInStructure(part: unknown): TestFault | undefined {
  if (Array.isArray(part)) return firstOf(part.map(faultInStructure))
  if (typeof part !== "object" || part === null) return undefined
  const [operation, ...more] = Object.entries(part)
  if (!operation || more.length > 0) return { fault: "not_one_operator", about: JSON.stringify(part) }
  const [operator, operands] = operation
  if (!(operators as readonly string[]).includes(operator)) {
    return { fault: "operator_unknown", about: operator }
  }
  return operator === "var" ? undefined : faultInStructure(operands)
}

function isKnown(path: string, fields: Fields) {
  const [of, name, ...rest] = path.split(".")
  if (rest.length > 0) return false
  if (of === "register") return (registerNames as readonly string[]).includes(name ?? "")
  return (of === "value" || of === "last") && fields.some(({ code }) => code === name)
}

/** What the register knows that is no number. */
const kindsInRegister: Record<string, FormField["kind"]> = {
  status: "choice",
  main_products: "text",
  value_chain: "yes_no",
  high_technology: "yes_no",
}

function kindOf(path: string, fields: Fields) {
  const [of, name] = path.split(".")
  if (of === "register") return kindsInRegister[name ?? ""]
  return fields.find(({ code }) => code === name)?.kind
}

/** Reports that a test should get through: of nothing, of much, and of the very same as the year before. */
function failsToRun(test: FormRule["test"], variables: readonly string[], fields: Fields) {
  const engine = new LogicEngine()
  return [0, 1, 1_000_000_000].some((amount) => {
    const ground: Record<string, Record<string, unknown>> = { value: {}, last: {}, register: {} }
    for (const path of variables) {
      const [of = "", name = ""] = path.split(".")
      const kind = kindOf(path, fields)
      ground[of]![name] = kind === "yes_no" ? amount > 0 : kind === "choice" ? "none" : amount
    }
    try {
      engine.run(test, ground)
      return false
    } catch {
      // Divided by nothing, mostly: the rule would stop every page that checks a report.
      return true
    }
  })
}

function isTwice(code: string, among: readonly { code: string }[]) {
  return among.filter((each) => each.code === code).length > 1
}

function firstOf<Found>(found: (Found | undefined)[]) {
  return found.find((one) => one !== undefined)
}

/** What of a form would have a fault without a field: totals and rules that use it. */
export function usersOf(code: string, { fields, rules }: Pick<FormDefinition, "fields" | "rules">) {
  return {
    totals: fields.filter(({ total_of }) => total_of?.includes(code)),
    rules: rules.filter(
      (rule) =>
        rule.fields.includes(code) ||
        [...variablesOf(rule.test)].some((path) => path === `value.${code}` || path === `last.${code}`),
    ),
  }
}

/** Figures of the version before that the new one asks for no more: measures that count them would run dry. */
export function lostColumns(
  { fields }: Pick<FormDefinition, "fields">,
  before: Pick<FormDefinition, "fields"> | undefined,
): FormField[] {
  return (before?.fields ?? []).filter(
    ({ code }) => Object.hasOwn(columnKinds, code) && !fields.some((field) => field.code === code),
  )
}
