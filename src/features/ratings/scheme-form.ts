import { z } from "zod"
import { formatDay, formatNumber, isOpen } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import {
  anyOf,
  oneOf,
  optionalDay,
  optionalNumber,
  optionalOneOf,
  optionalText,
  recordId,
  requiredDay,
  requiredNumber,
  requiredText,
  ticked,
} from "../../web/form-fields.ts"
import { type FormState, startForm } from "../../web/forms.ts"
import {
  type Criterion,
  inputs,
  isSplit,
  itemsOf,
  type RatingClass,
  type RatingGroup,
  type RatingItem,
  ratingClasses,
  type SchemeDefinition,
} from "./definition.ts"
import { figureCodes } from "./figures.ts"
import { schemeTexts as texts } from "./scheme-texts.ts"
import type { KeptScheme } from "./schemes.ts"

const codes = figureCodes as unknown as readonly [string, ...string[]]

/** Rows that a table offers beyond those there are; more come with each saving. */
const spare = 3

export function rowsOffered(there: number) {
  return there + spare
}

/** No form holds more than these. */
const mostRows = 40

function facts(locale: Locale) {
  return {
    name: requiredText(locale, 200),
    legal_basis: requiredText(locale, 300),
    valid_from: requiredDay(locale),
  }
}

const codeShape = /^[A-Za-z0-9]{1,8}$/

export function newSchemeForm(locale: Locale) {
  return z.object({
    code: requiredText(locale, 40).regex(/^[a-z0-9-]+$/, texts[locale].codeShape),
    ...facts(locale),
    from: recordId(locale),
  })
}

export function factsForm(locale: Locale) {
  return z
    .object({ ...facts(locale), valid_to: optionalDay(locale).transform((day) => day ?? "infinity") })
    .refine(({ valid_from, valid_to }) => valid_to === "infinity" || valid_from <= valid_to, {
      path: ["valid_to"],
      error: texts[locale].backwards,
    })
}

export function startFacts({ name, legal_basis, valid_from, valid_to }: KeptScheme) {
  return startForm({
    name,
    legal_basis,
    valid_from: formatDay(valid_from, "vi"),
    valid_to: isOpen(valid_to) ? null : formatDay(valid_to, "vi"),
  })
}

export function yearForm(locale: Locale) {
  return z.object({
    year: requiredNumber(locale, undefined, { least: 1990, most: 2100, whole: true }),
    scheme: recordId(locale),
    reason: requiredText(locale, 500),
  })
}

export function classesForm(locale: Locale) {
  const points = requiredNumber(locale, undefined, { least: 0, most: 100 })
  return z.object(
    Object.fromEntries(ratingClasses.map((name) => [name, points])) as Record<RatingClass, typeof points>,
  )
}

export function startClasses({ classes }: KeptScheme) {
  return startForm(
    Object.fromEntries(classes.map((bound) => [bound.class, formatNumber(bound.lowest_points, "vi", 2)])),
  )
}

/** A row of a table of criteria, or of the parts of one. */
type Row = { code: string; vi: string; en: string; most: number | null }
const rowFields = ["code", "vi", "en", "most"] as const

/** The rows that were typed; each is named by where it stands: "vi.3". Those left empty are no rows. */
function rowsForm(locale: Locale) {
  return z.record(z.string(), z.unknown()).transform((body, context) => {
    const rows: Row[] = []
    for (let index = 0; index < mostRows; index++) {
      const typed = Object.fromEntries(
        rowFields.map((field) => [field, String(body[`${field}.${index}`] ?? "").trim()]),
      ) as Record<(typeof rowFields)[number], string>
      if (rowFields.every((field) => typed[field] === "")) continue
      const read = rowSchema(locale).safeParse(typed)
      if (read.success) rows.push({ ...read.data, en: read.data.en ?? read.data.vi })
      else
        for (const { path, message } of read.error.issues)
          context.addIssue({ code: "custom", path: [`${String(path[0])}.${index}`], message })
    }
    return rows
  })
}

function rowSchema(locale: Locale) {
  return z.object({
    code: requiredText(locale, 8).regex(codeShape, texts[locale].itemCodeShape),
    vi: requiredText(locale, 300),
    en: optionalText(locale, 300),
    most: optionalNumber(locale, undefined, { least: 0, most: 100 }),
  })
}

export function groupForm(locale: Locale) {
  const own = z.object({
    group: requiredText(locale, 8).regex(codeShape, texts[locale].itemCodeShape),
    label: requiredText(locale, 300),
    label_en: optionalText(locale, 300),
    points: requiredNumber(locale, undefined, { least: 0, most: 100 }),
  })
  return z.intersection(
    own,
    rowsForm(locale).transform((rows) => ({ rows })),
  )
}

export function startGroup(group: RatingGroup | undefined) {
  if (!group) return startForm()
  return startForm({
    group: group.code,
    label: group.label.vi,
    label_en: group.label.en,
    points: formatNumber(group.most, "vi", 2),
    ...startRows(group.criteria),
  })
}

export function criterionForm(locale: Locale) {
  return rowsForm(locale)
}

export function startCriterion(criterion: Criterion) {
  return startForm(isSplit(criterion) ? startRows(criterion.items) : {})
}

function startRows(
  rows: readonly { code: string; label: { vi: string; en: string }; most: number | null }[],
) {
  return Object.fromEntries(
    rows.flatMap(({ code, label, most }, index) => [
      [`code.${index}`, code],
      [`vi.${index}`, label.vi],
      [`en.${index}`, label.en],
      [`most.${index}`, most === null ? "" : formatNumber(most, "vi", 2)],
    ]),
  )
}

/** How many rows of a kind a form that came back has, spare ones included. */
export function rowsTyped(form: FormState, field: string) {
  const last = Object.keys(form.values)
    .filter((name) => name.startsWith(`${field}.`) && (form.values[name]?.[0] ?? "") !== "")
    .map((name) => Number(name.slice(field.length + 1)))
  return rowsOffered(Math.min(mostRows - spare, Math.max(0, ...last.map((index) => index + 1))))
}

type TypedGroup = { group: string; label: string; label_en: string | null; points: number; rows: Row[] }

/** The scheme with a group as it was typed; criteria keep what is scored in them by their number. */
export function withGroup(
  definition: SchemeDefinition,
  was: string | undefined,
  { group, label, label_en, points, rows }: TypedGroup,
): SchemeDefinition {
  const before = definition.groups.find(({ code }) => code === was)
  const known = new Map(before?.criteria.map((criterion) => [criterion.code, criterion]))
  const typed: RatingGroup = {
    code: group,
    label: { vi: label, en: label_en ?? label },
    most: points,
    criteria: rows.map(({ code, vi, en, most }) => criterionFrom(known.get(code), { code, vi, en, most })),
  }
  const groups = before
    ? definition.groups.map((each) => (each === before ? typed : each))
    : [...definition.groups, typed]
  return { groups }
}

export function withoutGroup({ groups }: SchemeDefinition, code: string): SchemeDefinition {
  return { groups: groups.filter((group) => group.code !== code) }
}

function criterionFrom(before: Criterion | undefined, { code, vi, en, most }: Row): Criterion {
  const label = { vi, en }
  if (!before) return { code, label, most, items: [newItem({ code, vi, en, most })] }
  if (isSplit(before)) return { ...before, label, most }
  return { code, label, most, items: [{ ...before.items[0]!, label, most }] }
}

function newItem({ code, vi, en, most }: Row): RatingItem {
  return {
    code,
    label: { vi, en },
    most,
    input: "points",
    awaits_scale: true,
    figures: [],
    scored_by: null,
    scale: [],
    choices: [],
  }
}

/** The criterion in the parts that were typed; without any it is one thing to score. */
export function criterionInParts(criterion: Criterion, rows: readonly Row[]): Criterion {
  if (rows.length === 0) {
    const { code, label, most } = criterion
    const item = isSplit(criterion) ? newItem({ code, ...label, most }) : criterion.items[0]!
    return { ...criterion, items: [item] }
  }
  const known = new Map(criterion.items.map((item) => [item.code, item]))
  return {
    ...criterion,
    items: rows.map((row) => ({
      ...(known.get(row.code) ?? newItem(row)),
      label: { vi: row.vi, en: row.en },
      most: row.most,
    })),
  }
}

export function withCriterion(definition: SchemeDefinition, criterion: Criterion): SchemeDefinition {
  return {
    groups: definition.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((each) => (each.code === criterion.code ? criterion : each)),
    })),
  }
}

export function withItem(definition: SchemeDefinition, item: RatingItem): SchemeDefinition {
  return {
    groups: definition.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((criterion) => ({
        ...criterion,
        items: criterion.items.map((each) => (each.code === item.code ? item : each)),
      })),
    })),
  }
}

export function findGroup({ groups }: SchemeDefinition, code: string) {
  return groups.find((group) => group.code === code)
}

export function findCriterion({ groups }: SchemeDefinition, code: string) {
  return groups.flatMap(({ criteria }) => criteria).find((criterion) => criterion.code === code)
}

export function findItem(definition: SchemeDefinition, code: string) {
  return itemsOf(definition).find((item) => item.code === code)
}

/** How something is scored: its kind, its figures, and the rows of its scale or its answers. */
export function itemForm(locale: Locale) {
  const own = z.object({
    input: oneOf(locale, inputs),
    scored_by: optionalOneOf(locale, codes),
    figures: anyOf(locale, codes),
    awaits_scale: ticked(),
  })
  const rows = z.record(z.string(), z.unknown()).transform((body, context) => {
    const read = <Fields extends readonly string[]>(fields: Fields, schema: z.ZodType) => {
      const found: unknown[] = []
      for (let index = 0; index < mostRows; index++) {
        const typed = Object.fromEntries(
          fields.map((field) => [field, String(body[`${field}.${index}`] ?? "").trim()]),
        )
        if (fields.every((field) => typed[field] === "")) continue
        const row = schema.safeParse(typed)
        if (row.success) found.push(row.data)
        else
          for (const { path, message } of row.error.issues)
            context.addIssue({ code: "custom", path: [`${String(path[0])}.${index}`], message })
      }
      return found
    }
    const points = requiredNumber(locale, undefined, { least: 0, most: 100 })
    const scale = z.object({
      at_least: optionalNumber(locale),
      below: optionalNumber(locale),
      row_points: points,
    })
    const choices = z.object({
      answer: requiredText(locale, 300),
      answer_en: optionalText(locale, 300),
      answer_points: points,
    })
    return {
      scale: read(["at_least", "below", "row_points"], scale) as z.infer<typeof scale>[],
      choices: read(["answer", "answer_en", "answer_points"], choices) as z.infer<typeof choices>[],
    }
  })
  return z.intersection(own, rows)
}
export type TypedItem = z.infer<ReturnType<typeof itemForm>>

/** The item as it was typed; what its kind has no use for is left out. */
export function itemFrom(before: RatingItem, typed: TypedItem): RatingItem {
  const { input } = typed
  return {
    ...before,
    input,
    awaits_scale: input === "points" && typed.awaits_scale,
    figures: typed.figures as RatingItem["figures"],
    scored_by: input === "scale" || input === "yes_no" ? (typed.scored_by as RatingItem["scored_by"]) : null,
    scale:
      input === "scale"
        ? typed.scale.map(({ at_least, below, row_points }) => ({ at_least, below, points: row_points }))
        : [],
    choices:
      input === "choices"
        ? typed.choices.map(({ answer, answer_en, answer_points }, index) => ({
            code: codeOfAnswer(before, answer, index),
            label: { vi: answer, en: answer_en ?? answer },
            points: answer_points,
          }))
        : [],
  }
}

/** Answers keep their code by their words, so that sheets go on knowing what was chosen. */
function codeOfAnswer({ choices }: RatingItem, answer: string, index: number) {
  return choices.find(({ label }) => label.vi === answer)?.code ?? `c${index + 1}`
}

export function startItem({ input, scored_by, figures, awaits_scale, scale, choices }: RatingItem) {
  const number = (value: number | null) => (value === null ? "" : formatNumber(value, "vi", 2))
  return startForm({
    input,
    scored_by,
    figures,
    awaits_scale: awaits_scale ? "1" : null,
    ...Object.fromEntries(
      scale.flatMap((row, index) => [
        [`at_least.${index}`, number(row.at_least)],
        [`below.${index}`, number(row.below)],
        [`row_points.${index}`, number(row.points)],
      ]),
    ),
    ...Object.fromEntries(
      choices.flatMap((choice, index) => [
        [`answer.${index}`, choice.label.vi],
        [`answer_en.${index}`, choice.label.en],
        [`answer_points.${index}`, number(choice.points)],
      ]),
    ),
  })
}
