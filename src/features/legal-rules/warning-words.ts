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
  official_share: [
    (found: string, value: string) =>
      `Thành viên chính thức góp ${found} vốn điều lệ, ít hơn mức tối thiểu ${value}`,
    (found: string, value: string) =>
      `Official members together hold ${found} of the charter capital, less than the minimum of ${value}`,
  ],
  foreign_share: [
    (found: string, value: string) =>
      `Thành viên nước ngoài góp ${found} vốn điều lệ, vượt mức tối đa ${value}`,
    (found: string, value: string) =>
      `Foreign members together hold ${found} of the charter capital, above the limit of ${value}`,
  ],
  transition: [
    (day: string) => `Vẫn ghi theo luật cũ, trong khi hạn chuyển sang Luật Hợp tác xã 2023 là ${day}`,
    (day: string) => `Still under an older law; the transition to the law of 2023 was due by ${day}`,
  ],
  foreign_members: [
    (found: string, value: string) =>
      `Thành viên nước ngoài chiếm ${found} số thành viên chính thức, phải dưới ${value}`,
    (found: string, value: string) =>
      `${found} of the official members are foreign, which has to stay below ${value}`,
  ],
  longest_suspension: [
    (found: string, value: string) =>
      `Thông báo tạm ngừng đến hết ${found}, dài hơn mức tối đa ${value} tháng một lần`,
    (found: string, value: string) =>
      `Suspended until the end of ${found} by one notice, longer than the limit of ${value} months`,
  ],
  unchecked: ["chưa đối chiếu với văn bản luật", "not yet compared with the text of the law"],
})

/** A warning in words, with the article it comes from. */
export function warningWords({ rule, found }: Warning, locale: Locale) {
  const t = texts[locale]
  const article = rule.is_checked ? rule.article : `${rule.article}; ${t.unchecked}`
  return `${wordsOf({ rule, found }, locale)} (${article}).`
}

function wordsOf({ rule, found }: Warning, locale: Locale) {
  const t = texts[locale]
  const percent = (value: unknown) => formatPercent(Number(value), locale)
  const number = (value: unknown) => formatNumber(Number(value), locale)
  if (rule.rule === "transition") return t.transition(formatDay(rule.due_on!, locale))
  if (rule.rule === "longest_suspension") {
    return t.longest_suspension(formatDay(String(found), locale), number(rule.value))
  }
  if (rule.rule === "fewest_members") return t.fewest_members(number(found), number(rule.value))
  return t[rule.rule](percent(found), percent(rule.value))
}
