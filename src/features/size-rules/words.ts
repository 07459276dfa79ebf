import { formatMoney, formatNumber } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { classOfSizeName } from "../register/sizes.ts"
import type { Industry, SizeFault, SizeRule } from "./check-rules.ts"
import { texts } from "./texts.ts"

export function industryName(industry: Industry | null, locale: Locale) {
  const t = texts[locale]
  if (industry === null) return t.every
  return industry === "industry" ? t.industry_ : t[industry]
}

/** "từ 300 thành viên và (doanh thu từ 50 tỷ đồng hoặc vốn từ 10 tỷ đồng)". */
export function thresholdWords(
  { least_members, least_revenue, least_capital }: Omit<SizeRule, "axis" | "industry" | "class">,
  locale: Locale,
) {
  const t = texts[locale]
  const members = least_members ? t.members(formatNumber(least_members, locale)) : undefined
  const money = [
    least_revenue ? t.revenue(formatMoney(least_revenue, locale)) : undefined,
    least_capital ? t.capital(formatMoney(least_capital, locale)) : undefined,
  ]
    .filter(Boolean)
    .join(t.or)
  if (members && money) return t.and(members, money)
  return members ?? (money || t.rest)
}

export function sizeFaultWords(fault: SizeFault, locale: Locale) {
  const t = texts[locale]
  const name = classOfSizeName(fault.class, locale).toLowerCase()
  if (fault.kind === "missing") return t.faultMissing(name)
  if (fault.kind === "not_below")
    return t.faultNotBelow(name, classOfSizeName(fault.above, locale).toLowerCase())
  return t.faultNothing(name)
}
