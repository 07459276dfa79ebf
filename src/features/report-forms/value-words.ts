import { formatMoney, formatNumber, formatPercent } from "../../ui/format.ts"
import { inBoth, type Locale } from "../../ui/language.ts"
import { classOfSizeName, type SizeClass } from "../register/sizes.ts"
import { type Sector, sectorName } from "../register/vocabulary.ts"
import type { FormDefinition, FormField, ReportValues } from "./definition.ts"
import type { Question } from "./find-questions.ts"

const texts = inBoth({
  nothing: ["để trống", "empty"],
  yes: ["Có", "Yes"],
  no: ["Không", "No"],
  above: ["cao hơn", "above"],
  below: ["thấp hơn", "below"],
  question: [
    (field: string, value: string, side: string, median: string, peers: string) =>
      `${field}: ${value}, ${side} nhiều so với mức giữa ${median} của ${peers}. Số này có đúng không? Nếu đúng, hãy cho biết lý do.`,
    (field: string, value: string, side: string, median: string, peers: string) =>
      `${field}: ${value} is far ${side} ${median}, the middle of ${peers}. Is it right? If so, say why.`,
  ],
  peers: [
    (count: string, sector: string, year: string) =>
      `${count} đơn vị cùng lĩnh vực (${sector}) báo cáo năm ${year}`,
    (count: string, sector: string, year: string) => `${count} of the same sector (${sector}) in ${year}`,
  ],
  peersOfSize: [
    (count: string, sector: string, size: string, year: string) =>
      `${count} đơn vị cùng lĩnh vực (${sector}), cùng quy mô (${size}) báo cáo năm ${year}`,
    (count: string, sector: string, size: string, year: string) =>
      `${count} of the same sector (${sector}) and size (${size}) in ${year}`,
  ],
})

/** A value of a form as people read it: "1,25 tỷ đồng", "34 người", "Có". */
export function valueWords(field: FormField, value: ReportValues[string] | undefined, locale: Locale) {
  const t = texts[locale]
  if (value === null || value === undefined || value === "") return t.nothing
  if (typeof value === "boolean") return value ? t.yes : t.no
  if (typeof value === "string") return field.choices?.find(({ code }) => code === value)?.[locale] ?? value
  if (field.kind === "money") return formatMoney(value, locale)
  if (field.kind === "share") return formatPercent(value, locale)
  if (field.kind === "area") return `${formatNumber(value, locale, 2)} ha`
  return [formatNumber(value, locale), field.unit?.[locale]].filter(Boolean).join(" ")
}

/** What is asked about a value that is far from those of others. */
export function questionWords(
  question: Question,
  { fields }: Pick<FormDefinition, "fields">,
  locale: Locale,
) {
  const t = texts[locale]
  const field = fields.find(({ code }) => code === question.field)!
  const { value, median, score, sector, size } = question
  const [count, year] = [formatNumber(question.peers, locale), String(question.year)]
  const name = sectorName(sector as Sector, locale)
  const peers = size
    ? t.peersOfSize(count, name, classOfSizeName(size as SizeClass, locale), year)
    : t.peers(count, name, year)
  const side = score > 0 ? t.above : t.below
  return t.question(
    field.label[locale],
    valueWords(field, value, locale),
    side,
    valueWords(field, median, locale),
    peers,
  )
}
