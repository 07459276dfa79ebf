import { type Kind, kindShort } from "../register/vocabulary.ts"
import type { FormDefinition, FormField } from "../report-forms/definition.ts"

/** Where the officer explains what a rule asks about. */
export const answerHeading = "Giải thích"
export const nameHeading = "Tên tổ chức"
export const codeHeading = "Mã số"
/** Which revision of a report a row was filled from. */
export const revisionHeading = "Bản (không sửa)"
export const stateHeading = "Tình trạng báo cáo"

export const lastYearSuffix = " năm trước"

/** "HTX, QTDND": no sheet of Excel has a longer name than 31 characters, its year before among them. */
export function sheetName({ kinds }: { kinds: readonly string[] }) {
  return kinds
    .map((kind) => kindShort(kind as Kind))
    .join(", ")
    .slice(0, 31 - lastYearSuffix.length)
}

/** What is typed in the workbook: totals are worked out by the system. */
export function typedFields({ fields }: Pick<FormDefinition, "fields">) {
  return fields.filter(({ total_of }) => !total_of)
}

/**
 * "Kết quả năm: Tổng doanh thu (đồng)": the part of the form, since two parts may have fields of one name, and what the
 * cells count in.
 */
export function headingOf({ sections }: Pick<FormDefinition, "sections">, field: FormField) {
  const section = sections.find(({ code }) => code === field.section)
  return section ? `${section.label.vi}: ${countedHeading(field)}` : countedHeading(field)
}

/** The same without the part, as an office's own sheet may say it. */
export function countedHeading({ label, kind, unit }: FormField) {
  const counted = kind === "money" ? "đồng" : kind === "area" ? "ha" : kind === "share" ? "%" : unit?.vi
  return counted ? `${label.vi} (${counted})` : label.vi
}

export const yesNo = [
  { value: "yes", names: ["Có", "x", "Đúng", "1", "true"] },
  { value: "no", names: ["Không", "Sai", "0", "false"] },
] as const
