import { z } from "zod"
import { formatDay, isOpen } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import {
  oneOf,
  optionalDay,
  optionalNumber,
  requiredDay,
  requiredText,
  ticked,
} from "../../web/form-fields.ts"
import { startForm } from "../../web/forms.ts"
import { type Kind, kinds } from "../register/vocabulary.ts"
import type { KeptRule, RuleFacts } from "./keep-rules.ts"
import { texts } from "./texts.ts"
import { legalRules, type RuleName } from "./warnings.ts"

function facts(locale: Locale) {
  return {
    value: optionalNumber(locale, undefined, { least: 0, most: 9_999 }),
    due_on: optionalDay(locale),
    article: requiredText(locale, 200),
    is_checked: ticked(),
    valid_from: requiredDay(locale),
    valid_to: optionalDay(locale).transform((day) => day ?? "infinity"),
  }
}

export function newRuleForm(locale: Locale) {
  return z.object({
    rule: oneOf(locale, legalRules),
    kind: oneOf(locale, kinds as readonly [Kind, ...Kind[]]),
    ...facts(locale),
  })
}

export function ruleForm(locale: Locale) {
  return z.object(facts(locale))
}

export function startRule({ valid_from, valid_to, value, due_on, article, is_checked }: KeptRule) {
  return startForm({
    value: value === null ? null : String(value).replace(".", ","),
    due_on: due_on && formatDay(due_on, "vi"),
    article,
    is_checked: is_checked ? "1" : null,
    valid_from: formatDay(valid_from, "vi"),
    valid_to: isOpen(valid_to) ? null : formatDay(valid_to, "vi"),
  })
}

type Fault = { field: "value" | "due_on" | "valid_to"; message: string }

/** What fits each field and not the others: a day for what is due, a number for the rest. */
export function faultOf(rule: RuleName, facts: RuleFacts, locale: Locale): Fault | undefined {
  const t = texts[locale]
  if (rule === "transition" && facts.due_on === null) return { field: "due_on", message: t.dueNeeded }
  if (rule !== "transition" && facts.value === null) return { field: "value", message: t.valueNeeded }
  if (facts.valid_to < facts.valid_from && facts.valid_to !== "infinity") {
    return { field: "valid_to", message: t.backwards }
  }
  return undefined
}

/** Only what the rule asks for: a number, or a day. */
export function settled(rule: RuleName, facts: RuleFacts): RuleFacts {
  return rule === "transition" ? { ...facts, value: null } : { ...facts, due_on: null }
}
