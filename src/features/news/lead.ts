import { textOfHtml } from "./body-html.ts"

/** How much of a stored body is fetched to make a lead from; a few sentences with their marks. */
export const openingLength = 1500

/** The first words of an article, for lists and for those who share it; cut between words. */
export function leadOf(opening: string, longest = 220) {
  const text = textOfHtml(opening)
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  const lastSpace = cut.lastIndexOf(" ")
  return `${cut.slice(0, lastSpace > longest / 2 ? lastSpace : longest).replace(/[\s,;:.–-]+$/, "")}…`
}
