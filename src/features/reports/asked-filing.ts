import type { Context } from "hono"
import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import { type RawBuilder, sql } from "kysely"
import { type Database, keptPlan } from "../../database/connection.ts"
import { type DeskEnv, demand } from "../../rights/guard.ts"
import { rolesFor, type Standing } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { reachedBy } from "../../rights/seen.ts"
import { findJoinedInto, joinedInto } from "../duplicates/pairs.ts"
import type { ReportValues } from "../report-forms/definition.ts"
import { type FormVersion, findFormVersion } from "../report-forms/queries.ts"
import { findRound, type Round } from "../rounds/queries.ts"
import { listRespondents } from "../rounds/respondents.ts"
import type { Subject } from "./file-report.ts"
import { type FilingState, isOpenFor, isWritable } from "./filing-states.ts"

export const root = "/ban-lam-viec/bao-cao"
/** An organisation or a commune in a round; what follows is what is seen of its report or done about it. */
export const filingRoot = `${root}/:round/:of{to-chuc|xa-phuong}/:slug`

/** Whose report it is. */
export type Reporter = {
  organisation_id: number | null
  /** Set where a commune reports itself. */
  place_id: number | null
  slug: string
  name: string
  /** Kind of organisation, or "commune". */
  kind: string
  commune_id: number
  commune_name: string
  commune_kind: string
}

/** The filing as it stands; none before anything was saved. */
export type Filing = {
  id: number
  state: FilingState
  revision: number
  values: ReportValues
  submitted_at: Date | null
  submitted_on: string | null
  accepted_at: Date | null
  reopened_at: Date | null
  /** Who typed the latest revision, when, and in which role. */
  typed_by: string | null
  typed_role: string | null
  saved_at: Date | null
}

export type AskedFiling = {
  round: Round
  reporter: Reporter
  standing: Standing
  form: FormVersion
  filing: Filing | undefined
  /** With all the time that was granted to it. */
  due_on: string
}

export type FilingEnv = DeskEnv & { Variables: DeskEnv["Variables"] & { asked: AskedFiling } }

/**
 * Behind this middleware there is the report that the address names, one that the person may see. Of a record that was
 * joined into another, what was sent is found with that one: links and receipts that were given lead there.
 */
export const withFiling = createMiddleware<FilingEnv>(async (c, next) => {
  const asked = await findAsked(c)
  if (!asked) {
    const slug = c.req.param("slug") ?? ""
    const joined =
      c.req.method === "GET" && c.req.param("of") === "to-chuc" && (await findJoinedInto(c.var.db, slug))
    if (!joined) throw new HTTPException(404)
    return c.redirect(c.var.view.path.replace(`/to-chuc/${slug}`, `/to-chuc/${joined.slug}`), 301)
  }
  c.set("asked", asked)
  await next()
})

/** The report as it stands now: it may have moved on since the request came in. */
export async function readAsked(c: Context<FilingEnv>): Promise<AskedFiling> {
  const asked = await findAsked(c)
  if (!asked) throw new HTTPException(404)
  return asked
}

async function findAsked(c: Context<FilingEnv>): Promise<AskedFiling | undefined> {
  const { db, person, view } = c.var
  const round = await findRound(db, c.req.param("round") ?? "")
  const isCommune = c.req.param("of") === "xa-phuong"
  const slug = c.req.param("slug") ?? ""
  const reporter = round && (await findReporter(db, person, { isCommune, slug, today: view.today }))
  const filing = reporter && (await findFiling(db, round, reporter))
  const version =
    filing?.form_version_id ?? round?.forms.find(({ kind }) => kind === reporter?.kind)?.form_version_id
  const form = version && (await findFormVersion(db, version))
  if (!reporter || !form) return undefined
  const { organisation_id, commune_id } = reporter
  const standing = { place_id: commune_id, ...(organisation_id !== null && { organisation_id }) }
  const { rows } = await listRespondents(db, round, view.today, {
    ...(organisation_id !== null ? { organisationId: organisation_id } : { communeId: commune_id }),
    limit: 1,
  })
  return { round, reporter, standing, form, filing, due_on: rows[0]?.due_on ?? round.due_on }
}

/** Behind this one they may fill it in: its representative, or the officers for them. */
export const mayFile = createMiddleware<FilingEnv>(async (c, next) => {
  demand(c, "file_report", { see: "see_reports", standing: c.var.asked.standing })
  await next()
})

/** Late is who has sent nothing by then, or sent it the first time afterwards: mending makes nobody late. */
export function isLate({ filing, due_on }: Pick<AskedFiling, "filing" | "due_on">, today: string) {
  return (filing?.submitted_on ?? today) > due_on
}

/** Whether anything may be typed into it today. */
export function isTypedIn({ round, filing }: AskedFiling, today: string) {
  return isOpenFor(round, filing, today) && isWritable(filing?.state ?? "draft")
}

export function subjectOf({ organisation_id, place_id }: Reporter): Subject {
  return organisation_id !== null ? { organisation_id } : { place_id: place_id! }
}

type Named = { isCommune: boolean; slug: string; today: string }

async function findReporter(db: Database, person: Person, { isCommune, slug, today }: Named) {
  const held = rolesFor(person, "see_reports")
  const { rows } = await (isCommune
    ? sql<Reporter>`
        select null::bigint as organisation_id, place.id as place_id, place.slug, place.name, 'commune' as kind,
          place.id as commune_id, place.name as commune_name, place.kind as commune_kind
        from places place
        where place.slug = ${slug} and place.level = 'commune'
          and ${reachedBy(held, { place_id: "place.id" })} and ${held.length > 0}`
    : sql<Reporter>`select ${keptPlan} state.organisation_id, null::bigint as place_id, organisation.slug, state.name, organisation.kind,
          place.id as commune_id, place.name as commune_name, place.kind as commune_kind
        from organisations organisation
        join organisation_states state on state.organisation_id = organisation.id
          and ${today}::date between state.valid_from and state.valid_to
        join places place on place.id = state.place_id
        where organisation.slug = ${slug} and ${held.length > 0}
          and ${reachedBy(held, { place_id: "state.place_id", organisation_id: "state.organisation_id" })}`
  ).execute(db)
  return rows[0]
}

async function findFiling(db: Database, round: Round, reporter: Reporter) {
  const { organisation_id, place_id } = reporter
  return await findFilingWhere(
    db,
    round,
    organisation_id !== null
      ? sql`filing.organisation_id = ${organisation_id}`
      : sql`filing.place_id = ${place_id}`,
  )
}

/**
 * A filing that does not stand for its organisation: of a record that was joined into it, or its own where that record's
 * had come further. Nothing is done to it any more; it can be read, and its receipts hold.
 */
export async function findSetAside(
  db: Database,
  asked: AskedFiling,
  which: { id: number } | { receipt: string },
): Promise<(AskedFiling & { filing: Filing }) | undefined> {
  const { organisation_id } = asked.reporter
  if (organisation_id === null) return undefined
  const filing = await findFilingWhere(
    db,
    asked.round,
    sql`filing.organisation_id in (${joinedInto(organisation_id)}) and ${
      "id" in which
        ? sql`filing.id = ${which.id}`
        : sql`exists (select from report_filing_events event
            where event.filing_id = filing.id and event.receipt = ${which.receipt})`
    }`,
  )
  const form = filing && (await findFormVersion(db, filing.form_version_id))
  return form && { ...asked, form, filing }
}

async function findFilingWhere(db: Database, round: Round, own: RawBuilder<unknown>) {
  const { rows } = await sql<
    Filing & { form_version_id: number }
  >`select ${keptPlan} filing.id, filing.state, filing.revision, filing.values, filing.submitted_at, filing.submitted_on,
      filing.accepted_at, filing.reopened_at, filing.form_version_id, revision.typed_by, revision.role as typed_role,
      revision.saved_at
    from report_filings filing
    left join report_revisions revision on revision.filing_id = filing.id and revision.number = filing.revision
    where filing.round_id = ${round.id} and ${own}`.execute(db)
  return rows[0]
}
