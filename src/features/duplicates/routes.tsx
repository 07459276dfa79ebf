import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { may } from "../../rights/rights.ts"
import type { Locale } from "../../ui/language.ts"
import { oneOf, requiredText } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withError } from "../../web/forms.ts"
import type { List } from "../../web/list-file.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import type { View } from "../../web/view.ts"
import { type Compared, findCompared } from "./compared.ts"
import { type JoinFault, joinRecords, takeBackVerdict, tellApart, undoJoin } from "./join.ts"
import { ComparePairPage, PairsPage } from "./pages.tsx"
import { listJoins, listPairs, listVerdicts, type Pair } from "./pairs.ts"
import { texts } from "./texts.ts"

const root = "/ban-lam-viec/trung-lap"
const mostShown = 100
/** Far more pairs than anyone would let stand. */
const mostInFile = 100_000

/** Records that may be of one organisation: compared, told apart or joined, and taken back. */
export const duplicates = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("keep_organisation"))
  .use(`${root}/*`, signedIn, allowed("keep_organisation"))

  .get(root, async (c) => {
    const { db, view, person } = c.var
    const [found, verdicts, joins] = await Promise.all([
      listPairs(db, person, view.today, { limit: mostShown }),
      listVerdicts(db, person),
      listJoins(db, { person }),
    ])
    return renderPage(
      c,
      <PairsPage view={view} person={person} {...found} verdicts={verdicts} joins={joins} />,
    )
  })

  .route(
    "/",
    deskFiles(root, "keep_organisation", async (c) => {
      const { db, view, person } = c.var
      return pairsList(view, (await listPairs(db, person, view.today, { limit: mostInFile })).pairs)
    }),
  )

  .post(`${root}/khong-phai-mot/:id{[0-9]+}`, async (c) => {
    const { db, view, person } = c.var
    const id = Number(c.req.param("id"))
    const verdict = (await listVerdicts(db, person, mostInFile)).find((each) => each.id === id)
    if (!verdict) throw new HTTPException(404)
    await inTransaction(db, (trx) => takeBackVerdict(trx, authorOf(c, "keep_organisation"), id))
    return c.redirect(view.paths.duplicates(), 303)
  })

  .post(`${root}/gop/:id{[0-9]+}`, async (c) => {
    const { db, view, person } = c.var
    const id = Number(c.req.param("id"))
    const joined = (await listJoins(db, { person, limit: mostInFile })).find((each) => each.id === id)
    if (!joined) throw new HTTPException(404)
    const author = authorOf(c, "keep_organisation", { place_id: joined.place_id })
    await inTransaction(db, (trx) => undoJoin(trx, author, id))
    return c.redirect(view.paths.duplicates(), 303)
  })

  .get(`${root}/cap/:one/:other`, async (c) => renderPair(c, await pairAsked(c), startForm({})))

  .post(`${root}/cap/:one/:other`, async (c) => {
    const { db, view } = c.var
    const pair = await pairAsked(c)
    const { one, other } = pair
    const form = await readForm(c, decisionForm)
    if (!form.ok) return renderPair(c, pair, form.state, 422)
    const { act, reason } = form.data
    if (act === "apart") {
      const standing = pair.keeps.one ? one : other
      const author = authorOf(c, "keep_organisation", { place_id: standing.place_id })
      await inTransaction(db, (trx) => tellApart(trx, author, [one.id, other.id], reason))
      return c.redirect(view.paths.duplicates(), 303)
    }
    const t = texts[view.locale]
    if (!pair.keeps.one || !pair.keeps.other) {
      return renderPair(c, pair, withError(form.state, "act", t.keepsBoth), 422)
    }
    const [into, from] = act === "one" ? [one, other] : [other, one]
    const author = authorOf(c, "keep_organisation", { place_id: into.place_id })
    const fault = await inTransaction(db, (trx) =>
      joinRecords(trx, author, { from: from.id, into: into.id }, reason),
    )
    if (!fault) return c.redirect(view.paths.deskOrganisation(into), 303)
    return renderPair(c, pair, withError(form.state, "act", faultWords(fault, view)), 422)
  })

const decisionForm = (locale: Locale) =>
  z.object({
    act: oneOf(locale, ["apart", "one", "other"], texts[locale].actNeeded),
    reason: requiredText(locale, 500, texts[locale].reasonNeeded),
  })

type PairAsked = { one: Compared; other: Compared; keeps: { one: boolean; other: boolean } }

/** Both records, as far as the person sees them and keeps at least one. */
async function pairAsked(c: Context<DeskEnv>): Promise<PairAsked> {
  const { db, person, view } = c.var
  const [one, other] = await Promise.all([
    findCompared(db, person, c.req.param("one") ?? "", view.today),
    findCompared(db, person, c.req.param("other") ?? "", view.today),
  ])
  if (!one || !other || one.id === other.id) throw new HTTPException(404)
  const keeps = (side: Compared) => may(person, "keep_organisation", { place_id: side.place_id })
  const kept = { one: keeps(one), other: keeps(other) }
  if (!kept.one && !kept.other) throw new HTTPException(404)
  return { one, other, keeps: kept }
}

async function renderPair(
  c: Context<DeskEnv>,
  { one, other }: PairAsked,
  form: FormState,
  status: 200 | 422 = 200,
) {
  const { db, view, person } = c.var
  const { pairs } = await listPairs(db, person, view.today, { limit: 1, only: [one.id, other.id] })
  const shown = { one, other, reasons: pairs[0]?.reasons ?? [], form }
  return renderPage(c, <ComparePairPage view={view} person={person} {...shown} />, { status })
}

function faultWords(fault: JoinFault, { locale }: View) {
  const t = texts[locale]
  if (fault.fault === "reports" || fault.fault === "ratings") return t[fault.fault](fault.years.join(", "))
  return t[fault.fault]
}

function pairsList({ locale, today, origin, paths }: View, rows: readonly Pair[]): List<Pair> {
  const t = texts[locale]
  return {
    name: `trung-lap-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "one", heading: t.one, value: ({ one }) => one.name },
      { key: "other", heading: t.other, value: ({ other }) => other.name },
      { key: "place", heading: t.place, value: ({ one }) => one.place_name },
      {
        key: "reasons",
        heading: t.why,
        value: ({ reasons }) => reasons.map((reason) => t[reason]).join("; "),
        stored: ({ reasons }) => reasons,
      },
      {
        key: "address",
        heading: t.open,
        value: ({ one, other }) => origin + paths.duplicatePair(one, other),
      },
    ],
  }
}
