import {
  addPoints,
  type Criterion,
  isSplit,
  itemsOf,
  type RatingGroup,
  type RatingItem,
  ratingClasses,
  type ScaleRow,
  type Scheme,
} from "./definition.ts"

/** Something wrong with a scheme, or not known of it, and where. */
export type Finding =
  | { kind: "groups_sum" | "no_groups"; sum: number }
  | { kind: "group_empty"; group: string }
  | { kind: "criteria_sum" | "criteria_leave_nothing"; group: string; sum: number; most: number }
  | { kind: "items_sum" | "items_leave_nothing"; criterion: string; sum: number; most: number }
  | { kind: "criterion_empty"; criterion: string }
  | { kind: "code_twice"; code: string }
  | { kind: "no_figure" | "scale_empty" | "choices_few"; item: string }
  | { kind: "scale_start" | "scale_end"; item: string; at: number }
  | { kind: "scale_gap" | "scale_overlap"; item: string; from: number; to: number }
  | { kind: "scale_backwards"; item: string; from: number; to: number }
  | { kind: "row_above" | "row_highest"; item: string; points: number; most: number }
  | { kind: "row_unknown_most"; item: string }
  | { kind: "class_missing"; class: string }
  | { kind: "class_order"; class: string; above: string }
  | { kind: "class_start" | "class_range"; class: string; points: number }

/** What is not known yet: the scheme works without it, by points that are typed. */
export type Gap =
  | { kind: "criteria_not_split"; group: string; criteria: string[]; left: number }
  | { kind: "items_not_split"; criterion: string; items: string[]; left: number }
  | { kind: "scale_not_entered"; items: string[] }

/**
 * Everything wrong with a scheme: criteria have to add up to their group, items to their criterion, groups to 100;
 * scales cover every figure once, classes every number of points. One with faults is not published; one with gaps is.
 */
export function checkScheme({ definition, classes }: Scheme): { faults: Finding[]; gaps: Gap[] } {
  const { groups } = definition
  const sum = addPoints(groups.map(({ most }) => most))
  const faults: Finding[] = [
    ...(groups.length === 0
      ? [{ kind: "no_groups" as const, sum }]
      : sum === 100
        ? []
        : [{ kind: "groups_sum" as const, sum }]),
    ...findTwice(definition).map((code) => ({ kind: "code_twice" as const, code })),
    ...groups.flatMap(checkGroup),
    ...checkClasses(classes),
  ]
  return { faults, gaps: [...groups.flatMap(findGaps), ...findScalesAwaited(definition)] }
}

function findTwice({ groups }: Scheme["definition"]) {
  const criteria = groups.flatMap((group) => group.criteria)
  const codes = [
    ...groups.map(({ code }) => code),
    ...criteria.map(({ code }) => code),
    ...criteria.filter(isSplit).flatMap(({ items }) => items.map(({ code }) => code)),
  ]
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))]
}

function checkGroup({ code, most, criteria }: RatingGroup): Finding[] {
  if (criteria.length === 0) return [{ kind: "group_empty", group: code }]
  const sum = addPoints(criteria.map((criterion) => criterion.most ?? 0))
  return [
    ...sumFaults(criteria, sum, most).map((kind) => ({
      kind: `criteria_${kind}` as const,
      group: code,
      sum,
      most,
    })),
    ...criteria.flatMap((criterion) => checkCriterion(criterion)),
  ]
}

/** Of a criterion alone: what does not hang on the others. */
export function checkCriterion(criterion: Criterion): Finding[] {
  const { code, most, items } = criterion
  if (items.length === 0) return [{ kind: "criterion_empty", criterion: code }]
  const sum = addPoints(items.map((item) => item.most ?? 0))
  const sums = most === null ? [] : sumFaults(items, sum, most)
  return [
    ...sums.map((kind) => ({ kind: `items_${kind}` as const, criterion: code, sum, most: most! })),
    ...items.flatMap((item) => checkItem(item)),
  ]
}

/** Parts that are known add up to the whole; where some are not, they leave these something. */
function sumFaults(parts: readonly { most: number | null }[], sum: number, whole: number) {
  const isKnown = parts.every(({ most }) => most !== null)
  if (isKnown) return sum === whole ? [] : (["sum"] as const)
  return sum < whole ? [] : (["leave_nothing"] as const)
}

export function checkItem(item: RatingItem): Finding[] {
  const { code, most, input, scored_by } = item
  if (input === "points") return []
  if (input === "yes_no") return most === null ? [{ kind: "row_unknown_most", item: code }] : []
  const rows = input === "scale" ? item.scale : item.choices
  const faults: Finding[] = []
  if (input === "scale" && !scored_by) faults.push({ kind: "no_figure", item: code })
  if (input === "scale" && rows.length === 0) faults.push({ kind: "scale_empty", item: code })
  if (input === "choices" && rows.length < 2) faults.push({ kind: "choices_few", item: code })
  if (input === "scale" && rows.length > 0) faults.push(...checkScale(code, item.scale))
  if (most === null) return [...faults, { kind: "row_unknown_most", item: code }]
  const highest = Math.max(0, ...rows.map(({ points }) => points))
  if (highest > most) faults.push({ kind: "row_above", item: code, points: highest, most })
  if (rows.length > 0 && highest < most)
    faults.push({ kind: "row_highest", item: code, points: highest, most })
  return faults
}

/** Every figure falls into one row, and only one; a row without an end on one side is open there. */
function checkScale(item: string, scale: readonly ScaleRow[]): Finding[] {
  const rows = scale.map(({ at_least, below }) => ({ from: at_least ?? -Infinity, to: below ?? Infinity }))
  rows.sort((one, other) => one.from - other.from || one.to - other.to)
  const faults: Finding[] = rows
    .filter(({ from, to }) => from >= to)
    .map(({ from, to }) => ({ kind: "scale_backwards", item, from, to }))
  if (faults.length > 0) return faults

  if (rows[0]!.from !== -Infinity) faults.push({ kind: "scale_start", item, at: rows[0]!.from })
  let covered = rows[0]!.to
  for (const { from, to } of rows.slice(1)) {
    if (from > covered) faults.push({ kind: "scale_gap", item, from: covered, to: from })
    if (from < covered) faults.push({ kind: "scale_overlap", item, from, to: Math.min(to, covered) })
    covered = Math.max(covered, to)
  }
  if (covered !== Infinity) faults.push({ kind: "scale_end", item, at: covered })
  return faults
}

function checkClasses(bounds: Scheme["classes"]): Finding[] {
  const lowest = new Map(bounds.map((bound) => [bound.class, bound.lowest_points]))
  const missing = ratingClasses.filter((name) => !lowest.has(name))
  if (missing.length > 0) return missing.map((name) => ({ kind: "class_missing", class: name }))

  const outside = bounds.filter(({ lowest_points }) => lowest_points < 0 || lowest_points > 100)
  const faults: Finding[] = outside.map((bound) => ({
    kind: "class_range",
    class: bound.class,
    points: bound.lowest_points,
  }))
  if (lowest.get("weak") !== 0)
    faults.push({ kind: "class_start", class: "weak", points: lowest.get("weak")! })
  ratingClasses.slice(1).forEach((name, index) => {
    const above = ratingClasses[index]!
    if (lowest.get(name)! >= lowest.get(above)!) faults.push({ kind: "class_order", class: name, above })
  })
  return faults
}

function findGaps({ code, most, criteria }: RatingGroup): Gap[] {
  const open = criteria.filter((criterion) => criterion.most === null)
  const gaps: Gap[] =
    open.length > 0
      ? [{ kind: "criteria_not_split", group: code, ...split(open, criteria, most, "criteria") }]
      : []
  for (const criterion of criteria.filter((each) => each.most !== null)) {
    const unknown = criterion.items.filter((item) => item.most === null)
    if (unknown.length > 0) {
      gaps.push({
        kind: "items_not_split",
        criterion: criterion.code,
        ...split(unknown, criterion.items, criterion.most!, "items"),
      })
    }
  }
  return gaps
}

function split<Name extends "criteria" | "items">(
  open: readonly { code: string }[],
  all: readonly { most: number | null }[],
  whole: number,
  name: Name,
) {
  const left = addPoints([whole, ...all.map(({ most }) => -(most ?? 0))])
  return { [name]: open.map(({ code }) => code), left } as Record<Name, string[]> & { left: number }
}

function findScalesAwaited(definition: Scheme["definition"]): Gap[] {
  const items = itemsOf(definition).filter(({ awaits_scale }) => awaits_scale)
  return items.length > 0 ? [{ kind: "scale_not_entered", items: items.map(({ code }) => code) }] : []
}
