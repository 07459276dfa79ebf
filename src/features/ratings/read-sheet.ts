import type { Database } from "../../database/connection.ts"
import { listFilesOf } from "../files/queries.ts"
import type { RatingClass } from "./definition.ts"
import type { NotRated } from "./not-rated.ts"
import { type ReportedFigures, readFigures } from "./read-figures.ts"
import { findScheme, type KeptScheme, schemeOfYear } from "./schemes.ts"
import {
  findSheet,
  listEvents,
  listOtherSheets,
  listRevisions,
  type Rated,
  type Revision,
  readNotRated,
  type Sheet,
  type SheetEvent,
} from "./sheets.ts"

export type EvidenceFiles = ReadonlyMap<number, { name: string; hash: string }>

export type SheetRecord = {
  rated: Rated
  year: number
  scheme: KeptScheme
  /** None where nobody has begun it. */
  sheet: Sheet | undefined
  revisions: readonly Revision[]
  events: readonly SheetEvent[]
  files: EvidenceFiles
  reported: ReportedFigures
  notRated: NotRated | undefined
  /** A rating that came without a sheet. */
  rating: { points: number | null; class: RatingClass | null; not_rated_reason: string | null } | undefined
  others: readonly { points: number; class: string | null; name: string; number: number }[]
}

/** Everything about one organisation's rating in a year; nothing where no scheme is in use for it. */
export async function readSheet(db: Database, rated: Rated, year: number): Promise<SheetRecord | undefined> {
  const named = await schemeOfYear(db, year)
  const scheme = named && (await findScheme(db, named.id))
  if (!scheme) return undefined
  const key = { organisation_id: rated.id, year, scheme_id: scheme.id }
  const [sheet, reported, notRated, rating, others] = await Promise.all([
    findSheet(db, key),
    readFigures(db, rated.id, year),
    readNotRated(db, rated, year),
    db
      .selectFrom("ratings")
      .select(["points", "class", "not_rated_reason"])
      .where("organisation_id", "=", rated.id)
      .where("year", "=", year)
      .where("scheme_id", "=", scheme.id)
      .executeTakeFirst(),
    listOtherSheets(db, key),
  ])
  const [revisions, events, files] = sheet
    ? await Promise.all([
        listRevisions(db, sheet.id),
        listEvents(db, sheet.id),
        listFilesOf(db, { kind: "rating", id: sheet.id }),
      ])
    : [[], [], []]
  return {
    rated,
    year,
    scheme,
    sheet,
    revisions,
    events,
    reported,
    notRated,
    others,
    files: new Map(files.map((file) => [file.id, file])),
    rating: rating && { ...rating, class: rating.class as RatingClass | null },
  }
}

/** The self-score as it was sent before it came back: what differs from it is marked. */
export function sentBefore(
  events: readonly SheetEvent[],
  revisions: readonly Revision[],
): Revision | undefined {
  const returned = events.findLastIndex(({ kind }) => kind === "returned")
  if (returned < 0) return undefined
  const sent = events
    .slice(0, returned)
    .findLast(({ kind }) => kind === "submitted" || kind === "resubmitted")
  return revisions.find(({ number }) => number === sent?.revision)
}

/** The score that counts, once there is one. */
export function countedOf({ sheet, revisions }: Pick<SheetRecord, "sheet" | "revisions">) {
  return revisions.find(({ number }) => number === sheet?.counted_revision)
}

export function officeOf({ sheet, revisions }: Pick<SheetRecord, "sheet" | "revisions">) {
  return revisions.find(({ number }) => number === sheet?.office_revision)
}
