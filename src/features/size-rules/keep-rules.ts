import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { dayBefore } from "../places/days.ts"
import { axisName, classOfSizeName, type SizeAxis, sizeAxes } from "../register/sizes.ts"
import { asked, classesDown, type Industry, industries, type SizeRule } from "./check-rules.ts"
import { thresholdWords } from "./words.ts"

/** The thresholds of one axis, of one sector where sectors matter, in one period. */
export type SizeSet = {
  /** Of its first rule; nothing where none was entered. */
  id: number | null
  axis: SizeAxis
  industry: Industry | null
  valid_from: string
  valid_to: string
  article: string
  is_checked: boolean
  version: number
  rules: SizeRule[]
}

/** Every set of every time; a sector of the decree that nothing was entered for has an empty one. */
export async function listSets(db: Database): Promise<SizeSet[]> {
  const rows = await db
    .selectFrom("size_rules")
    .selectAll()
    .orderBy("valid_from", "desc")
    .orderBy("id")
    .execute()
  const sets = new Map<string, SizeSet>()
  for (const { id, article, is_checked, version, valid_from, valid_to, ...row } of rows) {
    const rule = row as SizeRule
    const key = `${rule.axis}/${rule.industry}/${valid_from}/${valid_to}`
    const set = sets.get(key) ?? {
      id,
      axis: rule.axis,
      industry: rule.industry,
      valid_from,
      valid_to,
      article,
      is_checked,
      version,
      rules: [],
    }
    set.rules.push(rule)
    set.version = Math.max(set.version, version)
    sets.set(key, set)
  }
  const all = [...sets.values()]
  const empty = industries
    .filter((industry) => !all.some((set) => set.axis === "decree_113" && set.industry === industry))
    .map((industry): SizeSet => {
      const like = all.find(({ axis }) => axis === "decree_113")
      return {
        id: null,
        axis: "decree_113",
        industry,
        valid_from: like?.valid_from ?? "2024-11-01",
        valid_to: "infinity",
        article: "",
        is_checked: false,
        version: 0,
        rules: [],
      }
    })
  return [...all, ...empty].sort(
    (one, other) =>
      sizeAxes.indexOf(one.axis) - sizeAxes.indexOf(other.axis) ||
      industries.indexOf(one.industry ?? "agriculture") -
        industries.indexOf(other.industry ?? "agriculture") ||
      (one.valid_from < other.valid_from ? 1 : -1),
  )
}

export type SetFacts = Pick<SizeSet, "valid_from" | "valid_to" | "article" | "is_checked"> & {
  rules: Pick<SizeRule, "class" | "least_members" | "least_revenue" | "least_capital">[]
}

export type KeptSet = "kept" | "moved on" | "overlaps"

/** Keeps the thresholds of a set, all classes at once; sizes are worked out anew in the same transaction. */
export function keepSet(
  db: Database,
  author: Author,
  set: Pick<SizeSet, "axis" | "industry" | "valid_from"> & { version: number },
  { rules, ...facts }: SetFacts,
  { isNew }: { isNew: boolean },
): Promise<KeptSet> {
  return inTransaction(db, async (trx) => {
    await sql`lock table size_rules in share row exclusive mode`.execute(trx)
    const all = (await listSets(trx)).filter(
      ({ axis, industry }) => axis === set.axis && industry === set.industry,
    )
    const before = all.find(({ valid_from, id }) => id !== null && valid_from === set.valid_from)
    if (!isNew && (before?.version ?? 0) !== set.version) return "moved on"
    const own = isNew ? undefined : before
    const open = isNew ? all.find(({ id, valid_to }) => id !== null && valid_to === "infinity") : undefined
    if (open && open.valid_from >= facts.valid_from) return "overlaps"
    const others = all.filter((each) => each.id !== null && each !== own && each !== open)
    if (others.some((each) => each.valid_from <= facts.valid_to && each.valid_to >= facts.valid_from))
      return "overlaps"

    const ofSet = (of: Pick<SizeSet, "valid_from">) => sql<boolean>`axis = ${set.axis}
      and industry is not distinct from ${set.industry}::text and valid_from = ${of.valid_from}::date`
    if (open) {
      await trx
        .updateTable("size_rules")
        .set({ valid_to: dayBefore(facts.valid_from) })
        .where(ofSet(open))
        .execute()
    }
    if (own) await trx.deleteFrom("size_rules").where(ofSet(own)).execute()
    if (rules.length > 0) {
      const { axis, industry } = set
      await trx
        .insertInto("size_rules")
        .values(rules.map((rule) => ({ axis, industry, ...facts, ...rule, version: set.version + 1 })))
        .execute()
    }
    const lines = (of: readonly SetFacts["rules"][number][]) =>
      of.map((rule) => `${classOfSizeName(rule.class, "vi")}: ${thresholdWords({ ...set, ...rule }, "vi")}`)
    await recordChange(trx, {
      ...author,
      record_kind: "size_threshold",
      action: own ? "change" : "add",
      record_key: setKey(set),
      before: own
        ? { name: axisName(set.axis, "vi"), article: own.article, thresholds: lines(own.rules) }
        : null,
      after: { name: axisName(set.axis, "vi"), ...facts, thresholds: lines(rules) },
    })
    return "kept"
  })
}

/** How the change log and addresses know the thresholds of an axis and sector. */
export function setKey({ axis, industry }: Pick<SizeSet, "axis" | "industry">) {
  return industry ? `${axis}-${industry}`.replace("_", "-") : axis
}

/** The rules that a form says, class by class; one without a number is not entered. */
export function rulesFrom(
  axis: SizeAxis,
  typed: Record<string, number | boolean | null | undefined>,
): SetFacts["rules"] {
  const number = (name: string, field: (typeof asked)[SizeAxis][number]) =>
    asked[axis].includes(field) ? ((typed[`${name}_${field}`] as number | null | undefined) ?? null) : null
  return classesDown.flatMap((name) => {
    const rule = {
      class: name,
      least_members: number(name, "least_members"),
      least_revenue: number(name, "least_revenue"),
      least_capital: number(name, "least_capital"),
    }
    if (name === "micro")
      return typed.micro ? [{ ...rule, least_members: null, least_revenue: null, least_capital: null }] : []
    return asked[axis].some((field) => rule[field] !== null) ? [rule] : []
  })
}
