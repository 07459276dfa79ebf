import { z } from "zod"
import type { Locale } from "../../ui/language.ts"
import { directions } from "../../ui/move-buttons/order.ts"
import { requiredText } from "../../web/form-fields.ts"
import { texts } from "./texts.ts"

export function sectionForm(locale: Locale) {
  return z.object({
    ten: requiredText(locale, 80, texts[locale].enterName),
    "ten-tieng-anh": requiredText(locale, 80, texts[locale].enterNameEn),
  })
}

export function renamingForm(locale: Locale) {
  return sectionForm(locale).extend({ "phien-ban": z.coerce.number().int() })
}

export function moveForm() {
  return z.object({ huong: z.enum(directions) })
}
