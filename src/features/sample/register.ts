import type { Database } from "../../database/connection.ts"
import { findScheme } from "../ratings/schemes.ts"
import { type RegisteredFact, registeredFacts } from "../register/states.ts"
import { reportsOfGroups } from "./group-reports.ts"
import { insertRows } from "./insert-rows.ts"
import { namesFrom } from "./names.ts"
import { organisationRows } from "./organisation-rows.ts"
import { readCommunes } from "./places.ts"
import { randomFor } from "./random.ts"
import { type SampleSheet, sheetsOf, yearOfSheets } from "./rating-sheets.ts"
import { ratingsOf } from "./ratings.ts"
import { recordsFrom } from "./records.ts"
import { reportsOfCooperatives } from "./reports.ts"
import { simulate } from "./simulate.ts"
import type { SampleOrganisation } from "./timeline.ts"

const recordedBy = "Dữ liệu mẫu"

/** Organisations with their events, states, reports and ratings. */
export async function loadRegister(db: Database) {
  const geography = await readCommunes(db, randomFor("lasting models"))
  const organisations = simulate(randomFor("register"), namesFrom(randomFor("names")), geography)
  const ofCooperatives = reportsOfCooperatives(organisations)
  const ofGroups = reportsOfGroups(organisations)
  const reports = [...ofCooperatives, ...ofGroups]
  const ratings = ratingsOf(organisations, reports)

  const slugs = await db.selectFrom("organisations").select("slug").execute()
  const rows = organisationRows(organisations, reports, geography, new Set(slugs.map(({ slug }) => slug)))
  await insertRows(db, "organisations", rows)
  const idOf = await readIds(db, organisations, rows)

  await insertRows(
    db,
    "organisation_events",
    organisations.flatMap((organisation, index) =>
      organisation.events.map(({ other, ...event }) => ({
        organisation_id: idOf(organisation),
        ...event,
        facts:
          event === organisation.events[0] ? { ...registered(rows[index]!), ...event.facts } : event.facts,
        // Resolutions on places came before the day they took effect; which day is not always known.
        document_on: event.document_number && event.kind !== "place_reorganised" ? event.happened_on : null,
        other_organisation_id: other ? idOf(other) : null,
        recorded_by: recordedBy,
        recorded_at: recordedAt(event.happened_on),
      })),
    ),
  )
  await insertRows(
    db,
    "organisation_states",
    organisations.flatMap((organisation) =>
      organisation.states.map((state, index) => ({
        organisation_id: idOf(organisation),
        ...state,
        // A state that ended was believed to last until the event that ended it was recorded.
        known_from: recordedAt((organisation.states[index + 1] ?? state).valid_from),
      })),
    ),
  )
  await insertRows(
    db,
    "organisation_former_states",
    organisations.flatMap((organisation) =>
      organisation.states.slice(0, -1).map((state, index) => ({
        organisation_id: idOf(organisation),
        kind: organisation.kind,
        ...state,
        valid_to: "infinity",
        known_from: recordedAt(state.valid_from),
        known_to: recordedAt(organisation.states[index + 1]!.valid_from),
      })),
    ),
  )
  await insertRows(
    db,
    "union_members",
    organisations.flatMap((union) =>
      union.members.map((member) => ({
        organisation_id: idOf(union),
        recorded_by: "hoptac",
        member_id: idOf(member),
        valid_from: union.founded_on,
        valid_to: "infinity",
      })),
    ),
  )
  // Groups report less: their rows go apart, so that neither names columns it has nothing to say about.
  for (const reports of [ofCooperatives, ofGroups]) {
    await insertRows(
      db,
      "yearly_reports",
      reports.map(({ organisation, figures, ...report }) => ({
        organisation_id: idOf(organisation),
        ...report,
        state: "accepted",
        ...figures,
      })),
    )
  }
  for (const [table, records] of Object.entries(recordsFrom(reports))) {
    await insertRows(
      db,
      table as keyof ReturnType<typeof recordsFrom>,
      records.map(({ organisation, ...record }) => ({
        organisation_id: idOf(organisation),
        ...record,
        recorded_by: recordedBy,
        recorded_at: recordedAt(record.valid_from),
      })),
    )
  }
  const { id: schemeId } = await db
    .selectFrom("rating_schemes")
    .select("id")
    .where("code", "=", "tt01-2020")
    .where("number", "=", 1)
    .executeTakeFirstOrThrow()
  const scheme = (await findScheme(db, schemeId))!
  const sheets = await loadSheets(db, sheetsOf(ratings, ofCooperatives, scheme), scheme.id, idOf)
  await insertRows(
    db,
    "ratings",
    ratings.map(({ organisation, ...rating }) => {
      const sheet_id = rating.year === yearOfSheets ? (sheets.get(idOf(organisation)) ?? null) : null
      return {
        organisation_id: idOf(organisation),
        scheme_id: scheme.id,
        sheet_id,
        sheet_revision: sheet_id && 1,
        ...rating,
      }
    }),
  )
  return { organisations: organisations.length, reports: reports.length, ratings: ratings.length }
}

/** Scoring sheets with the one score of each and the steps it went; answers with the sheet of each organisation. */
async function loadSheets(
  db: Database,
  sheets: readonly SampleSheet[],
  scheme_id: number,
  idOf: (organisation: SampleOrganisation) => number,
) {
  await insertRows(
    db,
    "rating_sheets",
    sheets.map(({ rating, answers, figures }) => ({
      organisation_id: idOf(rating.organisation),
      year: rating.year,
      scheme_id,
      state: "accepted",
      revision: 1,
      counted_revision: 1,
      answers,
      figures,
      points: rating.points,
      class: rating.class,
      version: 4,
    })),
  )
  const kept = await db
    .selectFrom("rating_sheets")
    .select(["id", "organisation_id"])
    .where("year", "=", yearOfSheets)
    .where("scheme_id", "=", scheme_id)
    .execute()
  const ids = new Map(kept.map(({ id, organisation_id }) => [organisation_id, id]))
  const sheetOf = ({ rating }: SampleSheet) => ids.get(idOf(rating.organisation))!
  await insertRows(
    db,
    "rating_revisions",
    sheets.map((sheet) => ({
      sheet_id: sheetOf(sheet),
      number: 1,
      kind: "self",
      answers: sheet.answers,
      figures: sheet.figures,
      points: sheet.rating.points,
      class: sheet.rating.class,
      typed_by: recordedBy,
      saved_at: recordedAt(sheet.checked_on),
    })),
  )
  await insertRows(
    db,
    "rating_events",
    sheets.flatMap((sheet) =>
      (
        [
          ["checked", sheet.checked_on],
          ["submitted", sheet.submitted_on],
          ["accepted", sheet.rating.rated_on],
        ] as const
      ).map(([kind, day]) => ({
        sheet_id: sheetOf(sheet),
        kind,
        revision: 1,
        happened_on: day,
        done_by: kind === "checked" ? "Ban kiểm soát" : null,
        actor: recordedBy,
        recorded_at: recordedAt(day),
      })),
    ),
  )
  return ids
}

/** Everything was recorded on the morning of the day it happened. */
function recordedAt(day: string) {
  return `${day}T09:00:00+07:00`
}

type Row = ReturnType<typeof organisationRows>[number]

function registered(row: Row) {
  const known = registeredFacts.map((fact) => [
    fact,
    (row as Partial<Record<RegisteredFact, unknown>>)[fact] ?? null,
  ])
  return Object.fromEntries(known.filter(([, value]) => value !== null))
}

async function readIds(db: Database, organisations: SampleOrganisation[], rows: { slug: string }[]) {
  const inserted = await db
    .selectFrom("organisations")
    .select(["id", "slug"])
    .where("is_sample", "=", true)
    .execute()
  const bySlug = new Map(inserted.map(({ id, slug }) => [slug, id]))
  const ids = new Map(
    organisations.map((organisation, index) => [organisation, bySlug.get(rows[index]!.slug)!]),
  )
  return (organisation: SampleOrganisation) => ids.get(organisation)!
}
