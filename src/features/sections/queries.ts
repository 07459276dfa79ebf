import type { ExpressionBuilder } from "kysely"
import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { DB } from "../../database/tables.ts"
import type { Person } from "../../rights/roles.ts"
import { sectionsSeenBy } from "../../rights/seen.ts"

/** Sections as they are arranged, the retired ones after the others. */
export function listArrangedSections(db: Database, person: Person) {
  return sectionsSeenBy(db, person)
    .select(["id", "slug", "name", "name_en", "retired_at", articleCount])
    .orderBy(sql`retired_at is not null`)
    .orderBy("position")
    .orderBy("id")
    .execute()
}
export type ArrangedSection = Awaited<ReturnType<typeof listArrangedSections>>[number]

export function findArrangedSection(db: Database, person: Person, id: number) {
  return sectionsSeenBy(db, person)
    .select(["id", "slug", "name", "name_en", "retired_at", "version", articleCount, isUsed])
    .where("id", "=", id)
    .executeTakeFirst()
}
export type SectionRecord = NonNullable<Awaited<ReturnType<typeof findArrangedSection>>>

function articleCount(section: ExpressionBuilder<DB, "sections">) {
  return section
    .selectFrom("articles")
    .select((article) => article.fn.countAll<number>().as("count"))
    .whereRef("articles.section_id", "=", "sections.id")
    .$asScalar()
    .$notNull()
    .as("articles")
}

/** Whether any version of any article ever stood in it. */
function isUsed(section: ExpressionBuilder<DB, "sections">) {
  return section
    .exists(
      section
        .selectFrom("article_versions")
        .select("article_versions.id")
        .whereRef("article_versions.section_id", "=", "sections.id"),
    )
    .$castTo<boolean>()
    .as("is_used")
}

/** Where a section stands today whose address was this one once. */
export function findMovedSection(db: Database, oldSlug: string) {
  return db
    .selectFrom("section_slugs")
    .innerJoin("sections", "sections.id", "section_slugs.section_id")
    .select("sections.slug")
    .where("section_slugs.slug", "=", oldSlug)
    .executeTakeFirst()
}
