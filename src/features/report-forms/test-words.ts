import { formatNumber } from "../../ui/format.ts"
import { inBoth, type Locale } from "../../ui/language.ts"
import { type Status, statuses, statusName } from "../register/vocabulary.ts"
import type { FormDefinition, FormRule } from "./definition.ts"
import { registerTexts } from "./texts.ts"

const texts = inBoth({
  lastYear: ["năm trước", "last year"],
  and: ["và", "and"],
  or: ["hoặc", "or"],
  not: ["không phải", "not"],
  if: [
    (test: string, one: string, other: string) => `nếu ${test} thì ${one}, không thì ${other}`,
    (test: string, one: string, other: string) => `if ${test} then ${one}, else ${other}`,
  ],
  in: ["thuộc", "is in"],
  yes: ["có", "yes"],
  no: ["không", "no"],
})

const signs: Record<string, string> = {
  "<=": "≤",
  ">=": "≥",
  "==": "=",
  "!=": "≠",
  "<": "<",
  ">": ">",
  "+": "+",
  "-": "−",
  "*": "×",
  "/": "÷",
}

/** A test as a line that people read: "Tổng doanh thu ≥ Doanh thu từ thành viên". */
export function testWords(
  test: FormRule["test"],
  { fields }: Pick<FormDefinition, "fields">,
  locale: Locale,
): string {
  const t = texts[locale]
  return said(test, true)

  function said(part: unknown, isWhole = false): string {
    if (Array.isArray(part)) return part.map((each) => said(each)).join(", ")
    if (typeof part === "number") return formatNumber(part, locale, 6)
    if (typeof part === "boolean") return part ? t.yes : t.no
    if (typeof part === "string") return `“${isStatus(part) ? statusName(part, locale) : part}”`
    const [operator = "", given] = Object.entries(part ?? {})[0] ?? []
    if (operator === "var") return variable(String(Array.isArray(given) ? given[0] : given))
    const operands: unknown[] = Array.isArray(given) ? given : [given]
    const words = inWords(operator, operands)
    return isWhole || operator === "max" || operator === "min" ? words : `(${words})`
  }

  function inWords(operator: string, operands: unknown[]) {
    const each = operands.map((operand) => said(operand))
    switch (operator) {
      case "and":
      case "or":
        return each.join(` ${t[operator]} `)
      case "!":
        return `${t.not} ${each.join()}`
      case "in":
        return each.join(` ${t.in} `)
      case "if":
        return t.if(each[0] ?? "", each[1] ?? "", each[2] ?? "")
      case "max":
      case "min":
        return `${operator}(${each.join("; ")})`
      default:
        return each.length === 1 && operator === "-" ? `−${each[0]}` : each.join(` ${signs[operator]} `)
    }
  }

  function variable(path: string) {
    const [of, name = ""] = path.split(".")
    if (of === "register") return registerTexts[locale][name as keyof (typeof registerTexts)["vi"]] ?? path
    const label = fields.find(({ code }) => code === name)?.label[locale] ?? path
    return of === "last" ? `${label} (${t.lastYear})` : label
  }
}

function isStatus(word: string): word is Status {
  return (statuses as readonly string[]).includes(word)
}
