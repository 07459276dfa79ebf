import { formatMoney, formatNumber, formatPercent } from "../../ui/format.ts"
import { inBoth, type Locale } from "../../ui/language.ts"
import type { Finding, Gap } from "./check-scheme.ts"
import { isSplit, type RatingClass, type RatingItem, type ScaleRow, type Scheme } from "./definition.ts"
import { type FigureCode, type FigureUnit, figureName, unitOf } from "./figures.ts"

const texts = inBoth({
  good: ["Tốt", "Good"],
  fair: ["Khá", "Fair"],
  average: ["Trung bình", "Average"],
  weak: ["Yếu", "Weak"],

  groups_sum: [
    (sum: string) => `Điểm tối đa của các nhóm cộng được ${sum}, phải bằng 100.`,
    (sum: string) => `The most points of the groups add up to ${sum}; they have to make 100.`,
  ],
  no_groups: ["Chưa có nhóm tiêu chí nào.", "There is no group of criteria yet."],
  group_empty: [
    (code: string) => `Nhóm ${code} chưa có tiêu chí nào.`,
    (code: string) => `Group ${code} has no criteria yet.`,
  ],
  criteria_sum: [
    (code: string, sum: string, most: string) =>
      `Nhóm ${code}: các tiêu chí cộng được ${sum} điểm, phải bằng ${most} điểm của nhóm.`,
    (code: string, sum: string, most: string) =>
      `Group ${code}: its criteria add up to ${sum} points; they have to make the ${most} of the group.`,
  ],
  criteria_leave_nothing: [
    (code: string, sum: string, most: string) =>
      `Nhóm ${code}: các tiêu chí đã có điểm cộng được ${sum} trong ${most} điểm, không còn điểm cho tiêu chí chưa có.`,
    (code: string, sum: string, most: string) =>
      `Group ${code}: the criteria with points take ${sum} of ${most}, which leaves nothing for those without.`,
  ],
  items_sum: [
    (code: string, sum: string, most: string) =>
      `Tiêu chí ${code}: các mục cộng được ${sum} điểm, phải bằng ${most} điểm của tiêu chí.`,
    (code: string, sum: string, most: string) =>
      `Criterion ${code}: its parts add up to ${sum} points; they have to make the ${most} of the criterion.`,
  ],
  items_leave_nothing: [
    (code: string, sum: string, most: string) =>
      `Tiêu chí ${code}: các mục đã có điểm cộng được ${sum} trong ${most} điểm, không còn điểm cho mục chưa có.`,
    (code: string, sum: string, most: string) =>
      `Criterion ${code}: the parts with points take ${sum} of ${most}, which leaves nothing for those without.`,
  ],
  criterion_empty: [
    (code: string) => `Tiêu chí ${code} chưa có mục chấm điểm nào.`,
    (code: string) => `Criterion ${code} has nothing to score yet.`,
  ],
  code_twice: [
    (code: string) => `Ký hiệu ${code} được dùng hai lần.`,
    (code: string) => `The number ${code} is used twice.`,
  ],
  no_figure: [
    (code: string) => `Mục ${code} chấm theo thang nhưng chưa chọn số liệu để chấm.`,
    (code: string) => `Item ${code} is scored by a scale, but of no figure yet.`,
  ],
  scale_empty: [
    (code: string) => `Mục ${code} chưa có dòng nào trong thang điểm.`,
    (code: string) => `The scale of item ${code} has no rows yet.`,
  ],
  choices_few: [
    (code: string) => `Mục ${code} cần ít nhất hai mức để chọn.`,
    (code: string) => `Item ${code} needs at least two answers to choose from.`,
  ],
  scale_start: [
    (code: string, at: string) => `Thang điểm của mục ${code} bỏ trống từ thấp nhất đến ${at}.`,
    (code: string, at: string) => `The scale of item ${code} leaves out everything below ${at}.`,
  ],
  scale_end: [
    (code: string, at: string) => `Thang điểm của mục ${code} bỏ trống từ ${at} trở lên.`,
    (code: string, at: string) => `The scale of item ${code} leaves out ${at} and everything above.`,
  ],
  scale_gap: [
    (code: string, from: string, to: string) =>
      `Thang điểm của mục ${code} bỏ trống từ ${from} đến dưới ${to}.`,
    (code: string, from: string, to: string) =>
      `The scale of item ${code} leaves out ${from} to below ${to}.`,
  ],
  scale_overlap: [
    (code: string, from: string, to: string) =>
      `Thang điểm của mục ${code} có hai dòng cùng chứa các số từ ${from} đến dưới ${to}.`,
    (code: string, from: string, to: string) =>
      `The scale of item ${code} has two rows for ${from} to below ${to}.`,
  ],
  scale_backwards: [
    (code: string, from: string, to: string) =>
      `Thang điểm của mục ${code} có dòng từ ${from} đến dưới ${to}: không chứa số nào.`,
    (code: string, from: string, to: string) =>
      `The scale of item ${code} has a row from ${from} to below ${to}, which holds nothing.`,
  ],
  row_above: [
    (code: string, points: string, most: string) =>
      `Mục ${code} có mức ${points} điểm, cao hơn điểm tối đa ${most} của mục.`,
    (code: string, points: string, most: string) =>
      `Item ${code} gives up to ${points} points, more than the ${most} it may have.`,
  ],
  row_highest: [
    (code: string, points: string, most: string) =>
      `Mục ${code} cao nhất chỉ được ${points} điểm, phải có mức đạt đủ ${most} điểm tối đa.`,
    (code: string, points: string, most: string) =>
      `Item ${code} gives ${points} points at the best; one row has to give all ${most}.`,
  ],
  row_unknown_most: [
    (code: string) => `Mục ${code} phải có điểm tối đa trước khi có thang điểm.`,
    (code: string) => `Item ${code} has to have its most points before it can have a scale.`,
  ],
  class_missing: [
    (name: string) => `Chưa có mức điểm của loại ${name}.`,
    (name: string) => `The class “${name}” has no points yet.`,
  ],
  class_order: [
    (name: string, above: string) => `Loại ${name} phải bắt đầu từ điểm thấp hơn loại ${above}.`,
    (name: string, above: string) => `The class “${name}” has to begin below “${above}”.`,
  ],
  class_start: [
    (name: string) => `Loại ${name} phải bắt đầu từ 0 điểm, để số điểm nào cũng thuộc một loại.`,
    (name: string) => `The class “${name}” has to begin at 0 points, so that any points belong to a class.`,
  ],
  class_range: [
    (name: string, points: string) => `Loại ${name} bắt đầu từ ${points} điểm, ngoài khoảng 0 đến 100.`,
    (name: string, points: string) => `The class “${name}” begins at ${points} points, outside 0 to 100.`,
  ],

  criteria_not_split: [
    (code: string, list: string, left: string) =>
      `Nhóm ${code}: chưa có cách chia ${left} điểm cho các tiêu chí ${list}. Cho đến khi người quản trị nhập theo văn bản, mỗi tiêu chí được chấm tay, cả nhóm không quá điểm tối đa.`,
    (code: string, list: string, left: string) =>
      `Group ${code}: how ${left} points are split among criteria ${list} is not known. Until an administrator enters it from the text of the law, their points are typed, all together up to the most of the group.`,
  ],
  items_not_split: [
    (code: string, list: string, left: string) =>
      `Tiêu chí ${code}: chưa có cách chia ${left} điểm cho các mục ${list}. Điểm được chấm tay trong phạm vi đó.`,
    (code: string, list: string, left: string) =>
      `Criterion ${code}: how ${left} points are split among ${list} is not known. Points are typed within them.`,
  ],
  scale_not_entered: [
    (list: string) =>
      `Thang điểm chi tiết của văn bản chưa được nhập cho các mục ${list}. Cho đến lúc đó điểm được chấm tay, tối đa bằng điểm của mục.`,
    (list: string) =>
      `The scale of the circular is not entered for ${list}. Until then their points are typed, up to the most of each.`,
  ],

  below: [(to: string) => `dưới ${to}`, (to: string) => `below ${to}`],
  from: [(from: string) => `từ ${from}`, (from: string) => `${from} or more`],
  fromTo: [
    (from: string, to: string) => `từ ${from} đến dưới ${to}`,
    (from: string, to: string) => `${from} to below ${to}`,
  ],
  any: ["mọi giá trị", "any value"],
  points: [(points: string) => `${points} điểm`, (points: string) => `${points} points`],
  byHand: ["chấm tay", "typed"],
  yesNo: ["có hoặc không", "yes or no"],
  above: [(name: string) => `có khi “${name}” lớn hơn 0`, (name: string) => `yes where “${name}” is above 0`],
  unknown: ["chưa biết", "not known"],
})

export function className(of: RatingClass | string, locale: Locale) {
  return texts[locale][of as RatingClass]
}

export function formatPoints(points: number, locale: Locale) {
  return formatNumber(points, locale, 2)
}

/** What is wrong with a scheme, and where, in a sentence. */
export function faultWords(fault: Finding, locale: Locale, unit?: FigureUnit): string {
  const t = texts[locale]
  const points = (value: number) => formatPoints(value, locale)
  const figure = (value: number) => formatFigure(value, unit, locale)
  switch (fault.kind) {
    case "groups_sum":
      return t.groups_sum(points(fault.sum))
    case "no_groups":
      return t.no_groups
    case "group_empty":
      return t.group_empty(fault.group)
    case "criteria_sum":
    case "criteria_leave_nothing":
      return t[fault.kind](fault.group, points(fault.sum), points(fault.most))
    case "items_sum":
    case "items_leave_nothing":
      return t[fault.kind](fault.criterion, points(fault.sum), points(fault.most))
    case "criterion_empty":
      return t.criterion_empty(fault.criterion)
    case "code_twice":
      return t.code_twice(fault.code)
    case "no_figure":
    case "scale_empty":
    case "choices_few":
    case "row_unknown_most":
      return t[fault.kind](fault.item)
    case "scale_start":
    case "scale_end":
      return t[fault.kind](fault.item, figure(fault.at))
    case "scale_gap":
    case "scale_overlap":
    case "scale_backwards":
      return t[fault.kind](fault.item, figure(fault.from), figure(fault.to))
    case "row_above":
    case "row_highest":
      return t[fault.kind](fault.item, points(fault.points), points(fault.most))
    case "class_missing":
      return t.class_missing(className(fault.class, locale).toLowerCase())
    case "class_order":
      return t.class_order(
        className(fault.class, locale).toLowerCase(),
        className(fault.above, locale).toLowerCase(),
      )
    case "class_start":
      return t.class_start(className(fault.class, locale).toLowerCase())
    case "class_range":
      return t.class_range(className(fault.class, locale).toLowerCase(), points(fault.points))
  }
}

/** What of the law nobody has entered yet, and what is done meanwhile. */
export function gapWords(gap: Gap, locale: Locale) {
  const t = texts[locale]
  if (gap.kind === "scale_not_entered") return t.scale_not_entered(gap.items.join(", "))
  if (gap.kind === "criteria_not_split") {
    return t.criteria_not_split(gap.group, gap.criteria.join(", "), formatPoints(gap.left, locale))
  }
  return t.items_not_split(gap.criterion, gap.items.join(", "), formatPoints(gap.left, locale))
}

/** A figure with its unit; shares to one decimal. */
export function formatFigure(value: number, unit: FigureUnit | undefined, locale: Locale) {
  if (unit === "money") return formatMoney(value, locale)
  if (unit === "percent") return formatPercent(value, locale)
  return formatNumber(value, locale, 2)
}

export function rowWords({ at_least, below }: ScaleRow, figure: FigureCode | null, locale: Locale) {
  const t = texts[locale]
  const unit = figure ? unitOf(figure) : undefined
  const words = (value: number) => formatFigure(value, unit, locale)
  if (at_least === null) return below === null ? t.any : t.below(words(below))
  return below === null ? t.from(words(at_least)) : t.fromTo(words(at_least), words(below))
}

/** How an item is scored, a row of its scale each. */
export function scoringWords(item: RatingItem, locale: Locale): string[] {
  const t = texts[locale]
  if (item.input === "points") return [t.byHand]
  if (item.input === "yes_no") return [item.scored_by ? t.above(figureName(item.scored_by, locale)) : t.yesNo]
  if (item.input === "choices")
    return item.choices.map(
      ({ label, points }) => `${label[locale]}: ${t.points(formatPoints(points, locale))}`,
    )
  return item.scale.map(
    (row) => `${rowWords(row, item.scored_by, locale)}: ${t.points(formatPoints(row.points, locale))}`,
  )
}

export function mostWords(most: number | null, locale: Locale) {
  return most === null ? texts[locale].unknown : formatPoints(most, locale)
}

/** A scheme as lines for the change log, in which two versions can be told apart. */
export function schemeLines({ definition, classes }: Scheme): string[] {
  const line = (code: string, label: { vi: string }, most: number | null, rest: readonly string[] = []) =>
    [`${code}. ${label.vi}: ${mostWords(most, "vi")}`, ...rest].join("; ")
  return [
    ...definition.groups.flatMap((group) => [
      line(group.code, group.label, group.most),
      ...group.criteria.flatMap((criterion) =>
        isSplit(criterion)
          ? [
              line(criterion.code, criterion.label, criterion.most),
              ...criterion.items.map((item) =>
                line(item.code, item.label, item.most, scoringWords(item, "vi")),
              ),
            ]
          : criterion.items.map((item) =>
              line(item.code, criterion.label, item.most, scoringWords(item, "vi")),
            ),
      ),
    ]),
    ...classes.map((bound) => `${className(bound.class, "vi")}: ${formatPoints(bound.lowest_points, "vi")}`),
  ]
}
