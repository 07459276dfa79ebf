import { LRUCache } from "lru-cache"
import { textOfHtml } from "./body-html.ts"
import { hidePersonalNumbers } from "./personal-numbers.ts"

/** How much of a stored body is fetched to make a lead from; a few sentences with their marks. */
export const openingLength = 900

/** The first words of an article, for lists and for those who share it; cut between words. */
export function leadOf(opening: string, longest = 220) {
  const key = `${longest} ${opening}`
  const kept = leads.get(key)
  if (kept !== undefined) return kept

  const text = textOfHtml(opening.replace(tables, " ")) || textOfHtml(opening)
  const lead = shorten(hidePersonalNumbers(text), longest)
  leads.set(key, lead)
  return lead
}

/** Reading HTML takes a hundred times as long as showing what it says, and lists show the same articles for days. */
const leads = new LRUCache<string, string>({ max: 500 })

/** Cells in a row make no sentence. The opening may end within a table. */
const tables = /<table\b[\s\S]*?(?:<\/table>|$)/g

function shorten(text: string, longest: number) {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  const lastSpace = cut.lastIndexOf(" ")
  return `${cut.slice(0, lastSpace > longest / 2 ? lastSpace : longest).replace(/[\s,;:.–-]+$/, "")}…`
}
