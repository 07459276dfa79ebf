import { periodWords } from "../../ui/period.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { kindName } from "../register/vocabulary.ts"
import type { KeptRule } from "./keep-rules.ts"
import { limitWords } from "./pages.tsx"
import type { Short } from "./read-warnings.ts"
import { texts } from "./texts.ts"
import { warningWords } from "./warning-words.ts"

/** The rules of the law as a file. */
export function rulesList({ locale, today }: View, rows: readonly KeptRule[]): List<KeptRule> {
  const t = texts[locale]
  return {
    name: `quy-dinh-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "rule", heading: t.rule, value: ({ rule }) => t[rule], stored: ({ rule }) => rule },
      {
        key: "kind",
        heading: t.kind,
        value: ({ kind }) => kindName(kind, locale),
        stored: ({ kind }) => kind,
      },
      {
        key: "value",
        heading: t.value,
        value: (rule) => limitWords(rule, locale),
        stored: ({ value, due_on }) => value ?? due_on,
      },
      {
        key: "period",
        heading: t.period,
        value: (rule) => periodWords(rule, locale),
        stored: ({ valid_from, valid_to }) => ({ valid_from, valid_to }),
      },
      { key: "article", heading: t.article, value: ({ article }) => article },
      {
        key: "is_checked",
        heading: t.is_checked,
        value: ({ is_checked }) => (is_checked ? t.checked : t.unchecked),
        stored: ({ is_checked }) => is_checked,
      },
    ],
  }
}

/** Organisations that are short of the law as a file. */
export function shortList({ locale, today }: View, rows: readonly Short[]): List<Short> {
  const t = texts[locale]
  return {
    name: `chua-dung-quy-dinh-${today}`,
    title: t.shortTitle,
    rows,
    columns: [
      { key: "name", heading: t.organisation, value: ({ name }) => name },
      {
        key: "place",
        heading: t.place,
        value: ({ place_kind, place_name }) => placeName({ kind: place_kind, name: place_name }, locale),
      },
      {
        key: "warnings",
        heading: t.warnings,
        value: ({ warnings }) => warnings.map((warning) => warningWords(warning, locale)).join(" "),
        stored: ({ warnings }) => warnings.map(({ rule }) => rule.rule),
      },
    ],
  }
}
