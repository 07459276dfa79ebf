import { type RawBuilder, sql } from "kysely"
import type { Database } from "../database/connection.ts"
import { type RecordKind, recordKinds } from "../features/changes/deeds.ts"
import { type Action, rolesFor } from "./rights.ts"
import type { HeldRole, Person } from "./roles.ts"

/**
 * What the desk shows starts here: queries that already hold only what the person may see. A query that begins
 * anywhere else shows too much; one that begins here can only show too little.
 */
export function organisationsSeenBy(db: Database, person: Person, day: string) {
  return db
    .selectFrom("organisations")
    .innerJoin("organisation_states", "organisation_states.organisation_id", "organisations.id")
    .where(sql<boolean>`${day}::date between organisation_states.valid_from and organisation_states.valid_to`)
    .where(
      reachedBy(rolesFor(person, "see_organisations"), {
        place_id: "organisation_states.place_id",
        organisation_id: "organisations.id",
      }),
    )
}

/** Workbooks that were sent for a place, with that place. */
export function importsSeenBy(db: Database, person: Person) {
  return db
    .selectFrom("imports")
    .innerJoin("places", "places.id", "imports.place_id")
    .where(reachedBy(rolesFor(person, "see_organisations"), { place_id: "imports.place_id" }))
}

/** Accounts with their roles are one person's business or the administration's. */
export function peopleSeenBy(db: Database, person: Person) {
  return db.selectFrom("users").where(anywhere(person, "see_people"))
}

export function sectionsSeenBy(db: Database, person: Person) {
  return db.selectFrom("sections").where(anywhere(person, "see_sections"))
}

export function highlightsSeenBy(db: Database, person: Person) {
  return db.selectFrom("highlights").where(anywhere(person, "see_highlights"))
}

/** Editions of articles as the desk knows them, each with its latest version: all of them, or none. */
export function editionsSeenBy(db: Database, person: Person) {
  return db
    .selectFrom("article_editions as edition")
    .innerJoin("articles", "articles.id", "edition.article_id")
    .innerJoin("article_versions as latest", (join) =>
      join
        .onRef("latest.article_id", "=", "edition.article_id")
        .onRef("latest.locale", "=", "edition.locale")
        .onRef("latest.number", "=", "edition.version"),
    )
    .innerJoin("sections", "sections.id", "latest.section_id")
    .where(anywhere(person, "see_articles"))
}

/** What must be seen of a kind of record for whoever reads what happened to all of them. */
const seenWith: Record<RecordKind, Action> = {
  article: "see_articles",
  highlight: "see_highlights",
  section: "see_sections",
  file: "see_files",
  plan: "see_plans",
  measurement: "see_plans",
  site: "see_administration",
  organisation: "see_organisations",
  mistake: "see_organisations",
  register_import: "see_organisations",
  report_form: "see_administration",
  reporting_round: "see_reports",
  report: "see_reports",
  report_import: "see_reports",
  rating_scheme: "see_administration",
  rating: "see_reports",
  reporting_window: "see_administration",
  size_threshold: "see_administration",
  estimate: "see_official_reports",
  official_report: "see_official_reports",
  legal_rule: "see_administration",
  line_list: "see_administration",
  agency: "see_administration",
  place: "see_administration",
  places: "see_administration",
  reorganisation: "see_administration",
  person: "see_people",
  role: "see_people",
  mail: "see_administration",
  job: "see_administration",
  sample: "see_administration",
}

/** The whole change log for who may see it; for others, what happened to kinds of records that they see all of. */
export function changesSeenBy(db: Database, person: Person) {
  const kinds = recordKinds.filter((kind) => hasNoBounds(rolesFor(person, seenWith[kind])))
  const isOfThese = sql<boolean>`changes.record_kind = any(${kinds}::text[])`
  return db
    .selectFrom("changes")
    .where(rolesFor(person, "see_change_log").length > 0 ? sql<boolean>`true` : isOfThese)
}

/** Records without a standing: all of them, or none. */
export function anywhere(person: Person, action: Action): RawBuilder<boolean> {
  return rolesFor(person, action).length > 0 ? sql<boolean>`true` : sql<boolean>`false`
}

/** Where a row stands, as columns; a role whose kind of scope has no column here reaches no row. */
type Columns = { place_id?: string; agency_id?: string; organisation_id?: string }

/** The rows that at least one of these roles reaches: the same rule as `may`, for many records at once. */
export function reachedBy(held: readonly HeldRole[], columns: Columns): RawBuilder<boolean> {
  if (hasNoBounds(held)) return sql<boolean>`true`

  const within = (column: string | undefined, ids: number[]) =>
    column && ids.length > 0 ? sql<boolean>`${sql.ref(column)} = any(${ids}::bigint[])` : sql<boolean>`false`
  const ids = (one: (role: HeldRole) => number | null) => held.map(one).filter((id) => id !== null)
  return sql<boolean>`(
    ${within(
      columns.place_id,
      held.flatMap(({ place_ids }) => place_ids),
    )}
    or ${within(
      columns.agency_id,
      ids((role) => role.agency_id),
    )}
    or ${within(
      columns.organisation_id,
      ids((role) => role.organisation_id),
    )})`
}

function hasNoBounds(held: readonly HeldRole[]) {
  return held.some(({ place_id, agency_id, organisation_id }) => !place_id && !agency_id && !organisation_id)
}
