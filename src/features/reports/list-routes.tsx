import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import type { Action } from "../../rights/rights.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import { readBody, wordsOf } from "../../web/forms.ts"
import type { List } from "../../web/list-file.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { searchWords } from "../register/search.ts"
import { sectorName } from "../register/vocabulary.ts"
import { findRound, listRounds, type Round } from "../rounds/queries.ts"
import { rememberedProgress } from "../rounds/remembered-progress.ts"
import { listProgressByCommune, readProgress } from "../rounds/respondents.ts"
import { coverageOf, standings, standingWords } from "../rounds/standing.ts"
import { texts as roundTexts } from "../rounds/texts.ts"
import { respondentKindName } from "../rounds/words.ts"
import { root } from "./asked-filing.ts"
import { acceptForProvince, acceptReports, withdrawAcceptances } from "./file-report.ts"
import { stateAfter } from "./filing-states.ts"
import {
  amongReached,
  filingsPerPage,
  findDone,
  type ListedFiling,
  latestEventOf,
  listFilings,
  listOwn,
  mostClosed,
  reachIn,
} from "./list-filings.ts"
import { type AskedFilings, type Done, ListPage, pickField, ReportsPage, waitingWord } from "./list-page.tsx"
import { texts } from "./texts.ts"

const mostInFile = 1_000_000

/** The reports of a round: who is how far, and what is done to many at once. */
export const reportLists = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_reports"))

  .get(root, async (c) => {
    const { db, view, person } = c.var
    const all = await listRounds(db)
    const open = all.filter(({ state }) => state === "open")
    const closed = all.filter(({ state }) => state === "closed").slice(0, mostClosed)
    // Whoever has no office needs no list of one.
    const looksAt = representsOnly(c) ? [] : [...open, ...closed]
    const [own, counted] = await Promise.all([
      listOwn(db, person, view.today, { withClosed: true }),
      Promise.all(
        looksAt.map(async (round) => {
          const reach = () => reachIn(db, person, round, view.today)
          const progress =
            round.state === "closed"
              ? await rememberedProgress(db, round, view.today, {
                  reach,
                  ofWhom: JSON.stringify(person.roles),
                })
              : await readProgress(db, round, view.today, { reach: await reach() })
          return { round, progress }
        }),
      ),
    ])
    const rounds = counted.filter(({ progress }) => coverageOf(progress.standings).expected > 0)
    return renderPage(c, <ReportsPage view={view} person={person} own={own} rounds={rounds} />)
  })

  .get(`${root}/:round`, signedIn, allowed("see_reports"), async (c) => {
    const { db, view, person } = c.var
    const round = await roundAsked(c)
    const { asked, communes, filter, reach } = await readAskedFilings(c, round)
    const [progress, list, done] = await Promise.all([
      readProgress(db, round, view.today, { reach, communeId: asked.commune?.id }),
      listFilings(db, round, view.today, {
        ...filter,
        limit: filingsPerPage,
        offset: (asked.page - 1) * filingsPerPage,
      }),
      readDone(c, round),
    ])
    const shown = { round, asked, communes, progress, ...list, done }
    return renderPage(c, <ListPage view={view} person={person} {...shown} />)
  })

  .route(
    "/",
    deskFiles(`${root}/:round/danh-sach`, "see_reports", async (c) => {
      const round = await roundAsked(c)
      const { filter } = await readAskedFilings(c, round)
      const { rows } = await listFilings(c.var.db, round, c.var.view.today, { ...filter, limit: mostInFile })
      return filingsList(c.var.view, round, rows)
    }),
  )

  .post(`${root}/:round/tiep-nhan`, signedIn, allowed("check_report", "see_reports"), (c) =>
    actOnPicked(c, "check_report", acceptReports),
  )
  .post(`${root}/:round/duyet`, signedIn, allowed("accept_report", "see_reports"), (c) =>
    actOnPicked(c, "accept_report", acceptForProvince),
  )

  .post(`${root}/:round/rut-tiep-nhan`, signedIn, allowed("check_report", "see_reports"), async (c) => {
    const { db, view, person } = c.var
    const round = await roundAsked(c)
    const done = await findDone(db, person, round, eventIn(wordsOf(await readBody(c))["vua-xong"]?.[0]))
    const whose = done[0]?.kind === "accepted_by_province" ? "accepted_by_province" : "accepted"
    const right = whose === "accepted" ? "check_report" : "accept_report"
    const items = await amongReached(db, person, { round, right, today: view.today }, done)
    return await actOn(c, round, right, items, (trx, acting, some) =>
      withdrawAcceptances(trx, acting, some, whose),
    )
  })

function representsOnly(c: Context<DeskEnv>) {
  return c.var.person.roles.every(({ role }) => role === "organisation_representative")
}

async function roundAsked<Kind extends DeskEnv>(c: Context<Kind>) {
  const { db }: DeskEnv["Variables"] = c.var
  const round = await findRound(db, c.req.param("round") ?? "")
  if (!round) throw new HTTPException(404)
  return round
}

async function readAskedFilings(c: Context<DeskEnv>, round: Round) {
  const { db, view, person } = c.var
  const reach = await reachIn(db, person, round, view.today)
  const communes = await listProgressByCommune(db, round, view.today, { reach })
  const word = c.req.query("trang-thai")
  const asked: AskedFilings = {
    standing: standings.find((each) => standingWords[each] === word),
    isWaiting: word === waitingWord,
    commune: communes.find(({ slug }) => slug === c.req.query("dia-ban")),
    text: (c.req.query("tim") ?? "").replaceAll("\0", "").trim().slice(0, 100),
    isPicked: c.req.query("chon") === "tat-ca",
    page: readPage(c.req.query("trang")),
  }
  const filter = {
    reach,
    standing: asked.standing,
    among: asked.isWaiting ? (["submitted", "resubmitted"] as const) : undefined,
    communeId: asked.commune?.id,
    words: searchWords(asked.text),
  }
  return { asked, communes, filter, reach }
}

type Seen = { filing_id: number; revision: number }

async function actOnPicked(c: Context<DeskEnv>, right: Action, work: typeof acceptReports) {
  const { db, view, person } = c.var
  const round = await roundAsked(c)
  const picked = (wordsOf(await readBody(c))[pickField] ?? []).flatMap((word): Seen[] => {
    const [filing_id, revision] = /^(\d{1,15})\.(\d{1,9})$/.exec(word)?.slice(1).map(Number) ?? []
    return filing_id !== undefined && revision !== undefined ? [{ filing_id, revision }] : []
  })
  const items = await amongReached(db, person, { round, right, today: view.today }, picked)
  return await actOn(c, round, right, items, work)
}

/** Does something to many, and leads back to the list, which says what was done and offers to take it back. */
async function actOn(
  c: Context<DeskEnv>,
  round: Round,
  right: Action,
  items: readonly Seen[],
  work: typeof acceptReports,
) {
  const { db, view } = c.var
  const outcomes = await inTransaction(db, (trx) =>
    work(trx, { author: authorOf(c, right), today: view.today }, items),
  )
  const first = outcomes.find(({ ok }) => ok)
  const skipped = outcomes.filter(({ ok }) => !ok).length
  return c.redirect(
    view.paths.filings(round, {
      "trang-thai": right === "check_report" ? waitingWord : standingWords.accepted,
      "vua-xong": first?.filing_id && (await latestEventOf(db, first.filing_id)),
      "bo-qua": skipped || undefined,
    }),
    303,
  )
}

/** What was done a moment ago, as far as it is this person's. */
async function readDone(c: Context<DeskEnv>, round: Round): Promise<Done | undefined> {
  const eventId = eventIn(c.req.query("vua-xong"))
  if (eventId === 0) return undefined
  const done = await findDone(c.var.db, c.var.person, round, eventId)
  const [one] = done
  if (!one) return undefined
  const undoable = done.filter(
    ({ kind, is_latest }) =>
      is_latest &&
      (kind === "accepted" || kind === "accepted_by_province") &&
      stateAfter(kind, "acceptance_withdrawn"),
  )
  return {
    eventId,
    act: one.kind,
    count: done.length,
    skipped: eventIn(c.req.query("bo-qua")),
    undoable: round.state === "open" ? undoable.length : 0,
  }
}

function eventIn(word: string | undefined) {
  return word && /^\d{1,15}$/.test(word) ? Number(word) : 0
}

function filingsList(
  { locale, origin, paths }: View,
  round: Round,
  rows: readonly ListedFiling[],
): List<ListedFiling> {
  const t = texts[locale]
  const words = roundTexts[locale]
  return {
    name: `${round.slug}-bao-cao`,
    title: round.name,
    rows,
    about: [{ key: "round", label: t.round, value: round.name }],
    columns: [
      { key: "name", heading: t.reporter, value: ({ name }) => name },
      {
        key: "kind",
        heading: words.kind,
        value: ({ kind }) => respondentKindName(kind, locale),
        stored: ({ kind }) => kind,
      },
      {
        key: "sector",
        heading: words.sector,
        value: ({ sector }) => sector && sectorName(sector, locale),
        stored: ({ sector }) => sector,
      },
      {
        key: "commune",
        heading: t.commune,
        value: ({ commune_kind, commune_name }) =>
          placeName({ kind: commune_kind, name: commune_name }, locale),
      },
      {
        key: "state",
        heading: t.state,
        value: ({ standing }) => words[standing],
        stored: ({ standing }) => standing,
      },
      { key: "due_on", heading: t.due, kind: "day", value: ({ due_on }) => due_on },
      {
        key: "submitted_at",
        heading: t.sentAt,
        value: ({ submitted_at }) => submitted_at?.toISOString() ?? null,
      },
      { key: "revision", heading: t.revision, kind: "number", value: ({ revision }) => revision },
      { key: "typed_by", heading: t.typist, value: ({ typed_by }) => typed_by },
      {
        key: "address",
        heading: t.toReport,
        value: (reporter) => origin + paths.filing({ round, reporter }),
      },
    ],
  }
}
