import { isDeepStrictEqual } from "node:util"
import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { useFiles } from "../files/queries.ts"
import type { Kind, Status } from "../register/vocabulary.ts"
import type { RatingClass } from "./definition.ts"
import type { Figures } from "./figures.ts"
import { type NotRated, notRated } from "./not-rated.ts"
import type { KeptScheme } from "./schemes.ts"
import { type Answers, classOf, figuresUsed, type Score, scoreSheet } from "./scoring.ts"
import { type SheetAct, type SheetState, stateAfter } from "./sheet-states.ts"

/** An organisation whose sheets are looked at, and where it stands. */
export type Rated = {
  id: number
  slug: string
  kind: Kind
  name: string
  status: Status
  founded_on: string
  place_id: number
  place_name: string
  place_kind: string
  standing: { place_id: number; organisation_id: number }
}

/** The organisation by its latest state, for whoever may see its reports; an ended one keeps its sheets. */
export async function findRated(db: Database, person: Person, slug: string): Promise<Rated | undefined> {
  const { rows } = await sql<Omit<Rated, "standing">>`
    select organisation.id, organisation.slug, organisation.kind, organisation.founded_on, state.name, state.status,
      state.place_id, place.name as place_name, place.kind as place_kind
    from organisations organisation
    join lateral (
      select * from organisation_states state where state.organisation_id = organisation.id
      order by state.valid_from desc limit 1) state on true
    join places place on place.id = state.place_id
    where organisation.slug = ${slug}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const standing = { place_id: row.place_id, organisation_id: row.id }
  return may(person, "see_reports", standing) ? { ...row, standing } : undefined
}

export type Sheet = {
  id: number
  organisation_id: number
  year: number
  scheme_id: number
  state: SheetState
  revision: number
  office_revision: number | null
  counted_revision: number | null
  answers: Answers
  figures: Figures
  points: number
  class: RatingClass | null
  is_objected: boolean
  version: number
}

type SheetKey = Pick<Sheet, "organisation_id" | "year" | "scheme_id">

export async function findSheet(db: Database, { organisation_id, year, scheme_id }: SheetKey) {
  const row = await db
    .selectFrom("rating_sheets")
    .selectAll()
    .where("organisation_id", "=", organisation_id)
    .where("year", "=", year)
    .where("scheme_id", "=", scheme_id)
    .executeTakeFirst()
  return row as Sheet | undefined
}

/** The sheets of a year by other schemes than the one that counts. */
export async function listOtherSheets(db: Database, { organisation_id, year, scheme_id }: SheetKey) {
  return await db
    .selectFrom("rating_sheets")
    .innerJoin("rating_schemes", "rating_schemes.id", "rating_sheets.scheme_id")
    .select(["rating_sheets.points", "rating_sheets.class", "rating_schemes.name", "rating_schemes.number"])
    .where("rating_sheets.organisation_id", "=", organisation_id)
    .where("rating_sheets.year", "=", year)
    .where("rating_sheets.scheme_id", "<>", scheme_id)
    .execute()
}

export type Revision = {
  number: number
  kind: "self" | "office"
  answers: Answers
  figures: Figures
  points: number
  class: RatingClass
  typed_by: string
  role: string | null
  saved_at: Date
}

export async function listRevisions(db: Database, sheetId: number): Promise<Revision[]> {
  const rows = await db
    .selectFrom("rating_revisions")
    .select(["number", "kind", "answers", "figures", "points", "class", "typed_by", "role", "saved_at"])
    .where("sheet_id", "=", sheetId)
    .orderBy("number")
    .execute()
  return rows as Revision[]
}

export type SheetEventKind =
  | "checked"
  | "disagreed"
  | "submitted"
  | "resubmitted"
  | "returned"
  | "reviewed"
  | "accepted"
  | "objected"
  | "answered"

export type SheetEvent = {
  kind: SheetEventKind
  revision: number
  happened_on: string
  done_by: string | null
  /** By the code of the item. */
  reasons: Record<string, string> | null
  note: string | null
  outcome: "dismissed" | "corrected" | null
  actor: string
  role: string | null
  recorded_at: Date
}

export async function listEvents(db: Database, sheetId: number): Promise<SheetEvent[]> {
  const rows = await db
    .selectFrom("rating_events")
    .select([
      "kind",
      "revision",
      "happened_on",
      "done_by",
      "reasons",
      "note",
      "outcome",
      "actor",
      "role",
      "recorded_at",
    ])
    .where("sheet_id", "=", sheetId)
    .orderBy("id")
    .execute()
  return rows as SheetEvent[]
}

/** Why the organisation is not rated for the year, by what the register holds now. */
export async function readNotRated(
  db: Database,
  { id, founded_on }: Pick<Rated, "id" | "founded_on">,
  year: number,
): Promise<NotRated | undefined> {
  const stretches = await db
    .selectFrom("organisation_states")
    .select(["status", "valid_from", "valid_to"])
    .where("organisation_id", "=", id)
    .execute()
  return notRated({ founded_on, stretches }, year)
}

/** Points and class by a stored scheme and stored answers: whoever works them out again finds the same. */
export function judge(
  scheme: KeptScheme,
  answers: Answers,
  figures: Figures,
): Score & { class: RatingClass } {
  const score = scoreSheet(scheme, answers, figures)
  // More than everything is a mistake to be mended, and belongs to no class yet.
  return { ...score, class: classOf(Math.min(100, score.points), scheme.classes) }
}

// Everything that changes a sheet. Each is called in the caller's transaction.

export type SheetOutcome = "done" | "moved on" | "not now"

type Saving = {
  rated: Rated
  year: number
  scheme: KeptScheme
  answers: Answers
  figures: Figures
  version: number
}

/** Keeps a self-score as a new revision; what was checked before has to be checked again. The first one opens a sheet. */
export async function saveSheet(
  trx: Database,
  author: Author,
  { rated, year, scheme, answers, figures, version }: Saving,
): Promise<SheetOutcome> {
  const key = { organisation_id: rated.id, year, scheme_id: scheme.id }
  await trx
    .insertInto("rating_sheets")
    .values(key)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const sheet = await lockSheet(trx, key)
  if (sheet.version !== version) return "moved on"
  const state = stateAfter(sheet, "save")
  if (!state) return "not now"

  const used = figuresUsed(scheme, figures)
  const isSame = isDeepStrictEqual([answers, used], [sheet.answers, sheet.figures])
  if (isSame && sheet.revision > 0 && state === sheet.state) return "done"
  const { points, class: found } = judge(scheme, answers, used)
  const number = await addRevision(trx, author, sheet, {
    kind: "self",
    answers,
    figures: used,
    points,
    class: found,
  })
  await changeSheet(trx, sheet, {
    state,
    revision: number,
    answers: JSON.stringify(answers),
    figures: JSON.stringify(used),
    points,
    class: found,
  })
  await useEvidence(trx, sheet.id, answers)
  await note(trx, author, rated, year, "save", {
    before: sheet.revision === 0 ? null : { points: sheet.points, class: sheet.class },
    after: { points, class: found },
  })
  return "done"
}

type Given = { rated: Rated; sheet: Sheet; version: number; today: string }

/** What the control board said of the self-score as it stands. */
export async function recordCheck(
  trx: Database,
  author: Author,
  { rated, sheet, version }: Given,
  check: { agrees: boolean; done_by: string; happened_on: string; note: string | null },
): Promise<SheetOutcome> {
  const locked = await lockFor(trx, sheet, version, "check")
  if (typeof locked === "string") return locked
  const { agrees, ...facts } = check
  await changeSheet(trx, locked, { state: agrees ? "checked" : locked.state })
  await addEvent(trx, author, locked, { kind: agrees ? "checked" : "disagreed", ...facts })
  await note(trx, author, rated, locked.year, "check", { after: { ...facts, agrees } })
  return "done"
}

/** Sends the self-score to the registration body. */
export async function submitSheet(trx: Database, author: Author, { rated, sheet, version, today }: Given) {
  const locked = await lockFor(trx, sheet, version, "submit")
  if (typeof locked === "string") return locked
  const sent = await trx
    .selectFrom("rating_events")
    .select("id")
    .where("sheet_id", "=", sheet.id)
    .where("kind", "=", "submitted")
    .executeTakeFirst()
  await changeSheet(trx, locked, { state: "submitted" })
  await addEvent(trx, author, locked, { kind: sent ? "resubmitted" : "submitted", happened_on: today })
  await note(trx, author, rated, locked.year, "submit", {
    after: { points: locked.points, class: locked.class },
  })
  return "done" as const
}

/** Sends it back, with why. */
export async function returnSheet(
  trx: Database,
  author: Author,
  { rated, sheet, version, today }: Given,
  { reasons, note: words }: { reasons: Record<string, string>; note: string | null },
): Promise<SheetOutcome> {
  const locked = await lockFor(trx, sheet, version, "return")
  if (typeof locked === "string") return locked
  await changeSheet(trx, locked, { state: "returned" })
  await addEvent(trx, author, locked, { kind: "returned", happened_on: today, reasons, note: words })
  await note(trx, author, rated, locked.year, "return", {
    after: { note: words, reasons: Object.entries(reasons).map(([code, reason]) => `${code}: ${reason}`) },
  })
  return "done"
}

/** Keeps the office's own score beside the self-score; it changes nothing by itself. */
export async function reviewSheet(
  trx: Database,
  author: Author,
  { rated, sheet, version, today }: Given,
  { scheme, answers }: { scheme: KeptScheme; answers: Answers },
): Promise<SheetOutcome> {
  const locked = await lockFor(trx, sheet, version, "review")
  if (typeof locked === "string") return locked
  const { points, class: found } = judge(scheme, answers, locked.figures)
  const number = await addRevision(trx, author, locked, {
    kind: "office",
    answers,
    figures: locked.figures,
    points,
    class: found,
  })
  await changeSheet(trx, locked, { office_revision: number })
  await addEvent(trx, author, { ...locked, revision: number }, { kind: "reviewed", happened_on: today })
  await note(trx, author, rated, locked.year, "review", { after: { points, class: found } })
  return "done"
}

/** Takes it in: from now on its points and class count, the self-score's or those of the office's own score. */
export async function acceptSheet(
  trx: Database,
  author: Author,
  { rated, sheet, version, today }: Given,
  { counts, note: words }: { counts: "self" | "office"; note: string | null },
): Promise<SheetOutcome> {
  const locked = await lockFor(trx, sheet, version, "accept")
  if (typeof locked === "string") return locked
  const revision = counts === "office" ? locked.office_revision : locked.revision
  if (revision === null) return "not now"
  await changeSheet(trx, locked, { state: "accepted", counted_revision: revision })
  const counted = await project(trx, { ...locked, counted_revision: revision }, today)
  await addEvent(trx, author, { ...locked, revision }, { kind: "accepted", happened_on: today, note: words })
  await note(trx, author, rated, locked.year, "accept", { after: { ...counted, note: words } })
  return "done"
}

/** What the organisation has to say against its rating. */
export async function objectTo(
  trx: Database,
  author: Author,
  { rated, sheet, version }: Given,
  objection: { happened_on: string; note: string },
): Promise<SheetOutcome> {
  const locked = await lockFor(trx, sheet, version, "object")
  if (typeof locked === "string") return locked
  await changeSheet(trx, locked, { is_objected: true })
  await addEvent(trx, author, locked, { kind: "objected", ...objection })
  await note(trx, author, rated, locked.year, "object", { after: objection })
  return "done"
}

/**
 * Answers an objection. A corrected score is the office's latest, and a version of its own; the rating keeps its day,
 * since it is the same rating, put right.
 */
export async function answerObjection(
  trx: Database,
  author: Author,
  { rated, sheet, version, today }: Given,
  { outcome, ...answer }: { outcome: "dismissed" | "corrected"; happened_on: string; note: string },
): Promise<SheetOutcome> {
  const locked = await lockFor(trx, sheet, version, "answer")
  if (typeof locked === "string") return locked
  const revision = outcome === "corrected" ? locked.office_revision : locked.counted_revision
  if (revision === null || (outcome === "corrected" && !(await wasScoredSince(trx, locked)))) return "not now"
  await changeSheet(trx, locked, { is_objected: false, counted_revision: revision })
  const before = { points: locked.points, class: locked.class }
  const counted = await project(trx, { ...locked, counted_revision: revision }, today)
  await addEvent(trx, author, { ...locked, revision }, { kind: "answered", outcome, ...answer })
  await note(trx, author, rated, locked.year, "answer", { before, after: { ...counted, ...answer, outcome } })
  return "done"
}

/** Whether the office scored it anew after the objection that is open. */
export async function wasScoredSince(
  db: Database,
  { id, office_revision }: Pick<Sheet, "id" | "office_revision">,
) {
  const { rows } = await sql<{ kind: string }>`
    select kind from rating_events where sheet_id = ${id} and (kind = 'objected' or kind = 'reviewed')
    order by id desc limit 1`.execute(db)
  return office_revision !== null && rows[0]?.kind === "reviewed"
}

/** Points and class of the revision that counts, where every measure reads them. */
async function project(
  trx: Database,
  { id, organisation_id, year, scheme_id, counted_revision }: Sheet,
  today: string,
) {
  const counted = await trx
    .selectFrom("rating_revisions")
    .select(["points", "class"])
    .where("sheet_id", "=", id)
    .where("number", "=", counted_revision!)
    .executeTakeFirstOrThrow()
  const facts = { ...counted, not_rated_reason: null, sheet_id: id, sheet_revision: counted_revision }
  await trx
    .insertInto("ratings")
    .values({ organisation_id, year, scheme_id, rated_on: today, ...facts })
    .onConflict((conflict) => conflict.columns(["organisation_id", "year", "scheme_id"]).doUpdateSet(facts))
    .execute()
  return counted
}

async function lockSheet(trx: Database, { organisation_id, year, scheme_id }: SheetKey) {
  const row = await trx
    .selectFrom("rating_sheets")
    .selectAll()
    .where("organisation_id", "=", organisation_id)
    .where("year", "=", year)
    .where("scheme_id", "=", scheme_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row as Sheet
}

async function lockFor(trx: Database, sheet: Sheet, version: number, act: SheetAct) {
  const locked = await lockSheet(trx, sheet)
  if (locked.version !== version) return "moved on" as const
  return stateAfter(locked, act) ? locked : ("not now" as const)
}

type SheetChange = Partial<{
  state: SheetState
  revision: number
  office_revision: number
  counted_revision: number
  answers: string
  figures: string
  points: number
  class: RatingClass
  is_objected: boolean
}>

async function changeSheet(trx: Database, { id, version }: Sheet, change: SheetChange) {
  await trx
    .updateTable("rating_sheets")
    .set({ ...change, version: version + 1 })
    .where("id", "=", id)
    .execute()
}

type NewRevision = Pick<Revision, "kind" | "answers" | "figures" | "points" | "class">

async function addRevision(
  trx: Database,
  { actor, user_id, role }: Author,
  { id }: Sheet,
  revision: NewRevision,
) {
  const { latest } = await trx
    .selectFrom("rating_revisions")
    .select((each) => each.fn.coalesce(each.fn.max("number"), sql<number>`0`).as("latest"))
    .where("sheet_id", "=", id)
    .executeTakeFirstOrThrow()
  const number = latest + 1
  await trx
    .insertInto("rating_revisions")
    .values({
      ...revision,
      sheet_id: id,
      number,
      answers: JSON.stringify(revision.answers),
      figures: JSON.stringify(revision.figures),
      typed_by: actor,
      user_id: user_id ?? null,
      role: role ?? null,
    })
    .execute()
  return number
}

type NewEvent = Pick<SheetEvent, "kind" | "happened_on"> &
  Partial<Pick<SheetEvent, "done_by" | "reasons" | "note" | "outcome">>

async function addEvent(
  trx: Database,
  { actor, user_id, role }: Author,
  { id, revision }: Pick<Sheet, "id" | "revision">,
  { reasons, ...event }: NewEvent,
) {
  await trx
    .insertInto("rating_events")
    .values({
      ...event,
      ...(reasons && Object.keys(reasons).length > 0 && { reasons: JSON.stringify(reasons) }),
      sheet_id: id,
      revision,
      actor,
      user_id: user_id ?? null,
      role: role ?? null,
    })
    .execute()
}

/** Files that prove something stay with the sheet, also those of earlier revisions; the desk's alone. */
async function useEvidence(trx: Database, sheetId: number, answers: Answers) {
  const used = await trx
    .selectFrom("file_uses")
    .select("file_id")
    .where("record_kind", "=", "rating")
    .where("record_id", "=", sheetId)
    .execute()
  const named = Object.values(answers).flatMap(({ file_id }) => (file_id ? [file_id] : []))
  const files = [...new Set([...used.map(({ file_id }) => file_id), ...named])]
  if (files.length > used.length)
    await useFiles(trx, { kind: "rating", id: sheetId }, { files, public_from: null })
}

/** How the change log knows what is rated: one organisation in one year. */
export function ratingKey({ id }: Pick<Rated, "id">, year: number) {
  return `${id}/${year}`
}

type Deed =
  | "save"
  | "check"
  | "submit"
  | "return"
  | "review"
  | "accept"
  | "object"
  | "answer"
  | "exclude"
  | "rank"

export async function note(
  trx: Database,
  author: Author,
  rated: Pick<Rated, "id">,
  year: number,
  action: Deed,
  { before, after }: { before?: object | null; after: object },
) {
  await recordChange(trx, {
    ...author,
    record_kind: "rating",
    record_key: ratingKey(rated, year),
    action,
    ...(before && { before: { year, ...before } }),
    after: { year, ...after },
  })
}
