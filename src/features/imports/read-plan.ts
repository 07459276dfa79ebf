import type { ImportedArticle, PlanDraft } from "./page-import.ts"
import { readAnnouncement } from "./plan-announcement.ts"
import { readSections } from "./plan-sections.ts"
import { readTargets } from "./targets.ts"

/** The plan that an article announces, as a draft for a planner to check; null when it announces none. */
export function readPlan(article: ImportedArticle): PlanDraft | null {
  const { sections, roles } = readSections(article.paragraphs)
  const announcement = readAnnouncement(article, roles.includes("objectives"))
  if (!announcement) return null
  const { number, issuer, issued_on, title, period } = announcement
  const year = Number((issued_on ?? article.published_at)?.slice(0, 4)) || null
  const targets = readTargets(article.paragraphs, roles, { period, year })
  return { number, issuer, issued_on, title, period, sections, targets }
}
