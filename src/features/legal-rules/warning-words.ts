import { formatDay, formatNumber, formatPercent } from "../../ui/format.ts"
import { inBoth, type Locale } from "../../ui/language.ts"
import type { Warning } from "./warnings.ts"

const texts = inBoth({
  fewest_members: [
    (found: string, value: string) => `Có ${found} thành viên, ít hơn mức tối thiểu ${value}`,
    (found: string, value: string) => `${found} members, fewer than the minimum of ${value}`,
  ],
  largest_share: [
    (found: string, value: string) => `Một thành viên góp ${found} vốn điều lệ, vượt mức tối đa ${value}`,
    (found: string, value: string) =>
      `One member holds ${found} of the charter capital, above the limit of ${value}`,
  ],
  transition: [
    (day: string) => `Vẫn ghi theo luật cũ, trong khi hạn chuyển sang Luật Hợp tác xã 2023 là ${day}`,
    (day: string) => `Still under an older law; the transition to the law of 2023 was due by ${day}`,
  ],
  unchecked: ["chưa đối chiếu với văn bản luật", "not yet compared with the text of the law"],
})

/** A warning in words, with the article it comes from. */
export function warningWords({ rule, found }: Warning, locale: Locale) {
  const t = texts[locale]
  const article = rule.is_checked ? rule.article : `${rule.article}; ${t.unchecked}`
  const words =
    rule.rule === "transition"
      ? t.transition(formatDay(rule.due_on!, locale))
      : rule.rule === "largest_share"
        ? t.largest_share(formatPercent(found!, locale), formatPercent(rule.value!, locale))
        : t.fewest_members(formatNumber(found!, locale), formatNumber(rule.value!, locale))
  return `${words} (${article}).`
}
