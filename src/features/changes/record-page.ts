import type { Database } from "../../database/connection.ts"
import type { Paths } from "../../paths.ts"
import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import type { Entry } from "./queries.ts"

type Reader = { person: Person; paths: Paths }

/** The page of the record that an entry is about, where it has one that this person may open. */
export async function findRecordPage(db: Database, change: Entry, { person, paths }: Reader) {
  const { record_kind, record_key, record_id, before, after } = change
  const { user_id, locale } = (after ?? before ?? {}) as { user_id?: unknown; locale?: unknown }
  const id = record_id ?? 0
  switch (record_kind) {
    case "person":
      return record_key && (await isThere(db, "users", record_key))
        ? paths.person({ id: record_key })
        : undefined
    case "role":
      return typeof user_id === "string" ? paths.person({ id: user_id }) : undefined
    case "section":
      return may(person, "arrange_sections") && (await isThere(db, "sections", id))
        ? paths.deskSection({ id })
        : undefined
    case "highlight":
      return may(person, "see_highlights") ? paths.deskHighlights() : undefined
    case "article":
      return may(person, "see_articles") && (await isThere(db, "articles", id))
        ? paths.deskArticle({ article_id: id, locale: locale === "en" ? "en" : "vi" })
        : undefined
    case "agency":
    case "place": {
      const found = await findSlug(db, record_kind === "agency" ? "agencies" : "places", id)
      return found && (record_kind === "agency" ? paths.agencyKept(found) : paths.placeKept(found))
    }
    case "reorganisation":
      return (await isThere(db, "reorganisations", id)) ? paths.reorganisation({ id }) : undefined
    case "rating_scheme":
      return (await isThere(db, "rating_schemes", id)) ? paths.ratingScheme({ id }) : undefined
    case "plan": {
      const found = await findSlug(db, "plans", id)
      return found && paths.plan(found)
    }
    case "site":
      return may(person, "administer") ? paths.siteSettings() : undefined
    case "official_report":
      return may(person, "see_official_reports") ? paths.officialReport({ id }) : undefined
    case "reporting_window":
      return may(person, "see_administration") ? paths.reportingWindows() : undefined
    case "mail":
      return paths.mails()
    case "job":
      return paths.jobs()
    default:
      return undefined
  }
}

async function isThere(
  db: Database,
  table: "users" | "sections" | "articles" | "reorganisations" | "rating_schemes",
  id: string | number,
) {
  const found = await db
    .selectFrom(table as "users")
    .select("id")
    .where("id", "=", id as string)
    .executeTakeFirst()
  return found !== undefined
}

function findSlug(db: Database, table: "agencies" | "places" | "plans", id: number) {
  return db.selectFrom(table).select("slug").where("id", "=", id).executeTakeFirst()
}
