import { z } from "zod"
import type { Database } from "../../database/connection.ts"
import type { Person } from "../../rights/roles.ts"
import type { Locale } from "../../ui/language.ts"
import { directions } from "../../ui/move-buttons/order.ts"
import { slugify } from "../../ui/slug.ts"
import { optionalDay, optionalText, requiredDay } from "../../web/form-fields.ts"
import { type FoundArticle, searchArticles } from "./desk-queries.ts"
import { deskTexts } from "./texts.ts"

export function highlightForm(locale: Locale) {
  const t = deskTexts[locale]
  return z
    .object({
      "bai-viet": optionalText(locale, 300),
      "ma-bai": z.string().optional(),
      "tieu-de": optionalText(locale, 250),
      "tu-ngay": requiredDay(locale),
      "den-ngay": optionalDay(locale),
    })
    .superRefine((form, context) => {
      const { "tu-ngay": from, "den-ngay": until } = form
      if (until && until < from)
        context.addIssue({ code: "custom", path: ["den-ngay"], message: t.untilBeforeFrom })
      if (!form["bai-viet"] && !form["tieu-de"])
        context.addIssue({ code: "custom", path: ["tieu-de"], message: t.enterHeadline })
    })
}
export type HighlightForm = z.infer<ReturnType<typeof highlightForm>>

export function moveForm() {
  return z.object({ huong: z.enum(directions) })
}

type Choice =
  | { outcome: "none" }
  | { outcome: "one"; article: FoundArticle }
  | { outcome: "unknown" }
  | { outcome: "several"; articles: FoundArticle[] }

/** The article that was meant: the only one that fits, the one of exactly this title, or the one that was ticked. */
export async function chooseArticle(db: Database, person: Person, form: HighlightForm): Promise<Choice> {
  const typed = form["bai-viet"]
  if (!typed) return { outcome: "none" }

  const articles = await searchArticles(db, person, typed)
  const ticked = articles.find(({ id }) => String(id) === form["ma-bai"])
  const exact = articles.filter(({ title }) => slugify(title, 500) === slugify(typed, 500))
  const [article] = ticked ? [ticked] : exact.length === 1 ? exact : articles
  if (!article) return { outcome: "unknown" }
  if (ticked || exact.length === 1 || articles.length === 1) return { outcome: "one", article }
  return { outcome: "several", articles }
}
