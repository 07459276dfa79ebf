import type { Locale } from "../../ui/language.ts"
import { deskTexts } from "./desk-texts.ts"
import type { OfficialReport } from "./queries.ts"

/** "Báo cáo năm 2024", "Báo cáo 6 tháng đầu năm 2025". */
export function reportName({ year, period }: Pick<OfficialReport, "year" | "period">, locale: Locale) {
  const t = deskTexts[locale]
  return period === "half" ? t.nameHalf(year) : t.nameYear(year)
}
