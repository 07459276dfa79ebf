import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { type Database, inTransaction } from "../../database/connection.ts"
import { authorOf, signedIn } from "../../rights/guard.ts"
import type { Locale } from "../../ui/language.ts"
import { requiredText } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import { pickOne } from "../choosing/pick-one.ts"
import { type LifeEnv, withKept } from "../lives/with-kept.ts"
import { AlreadyReplaced, addRecord, type KeptRecord, listRecords, removeRecord } from "./keep-records.ts"
import { RecordPage, RemovalPage } from "./pages.tsx"
import { recordForm, startRecord } from "./record-form.ts"
import { kindsFor, type RecordKind, readRecordKind } from "./record-kinds.ts"
import { texts } from "./texts.ts"

const root = "/ban-lam-viec/to-chuc/:slug/ho-so"

/** What an organisation has several of, kept at the desk: one mechanism for every kind. */
export const records = new Hono<LifeEnv>()
  .use(`${root}/*`, signedIn, withKept)

  .get(`${root}/:kind`, (c) => {
    const kind = kindAsked(c)
    return renderRecord(c, kind, startRecord(kind, undefined, c.var.view.today), undefined)
  })

  .post(`${root}/:kind`, (c) => keep(c, kindAsked(c), undefined))

  .get(`${root}/:kind/:id/sua`, async (c) => {
    const { kind, record } = await recordAsked(c)
    return renderRecord(c, kind, startRecord(kind, record, c.var.view.today), record)
  })

  .post(`${root}/:kind/:id/sua`, async (c) => {
    const { kind, record } = await recordAsked(c)
    return await keep(c, kind, record)
  })

  .get(`${root}/:kind/:id/huy`, async (c) => {
    const { kind, record } = await recordAsked(c)
    return renderRemoval(c, kind, record, startForm())
  })

  .post(`${root}/:kind/:id/huy`, async (c) => {
    const { kind, record } = await recordAsked(c)
    const form = await readForm(c, removalForm)
    if (!form.ok) return renderRemoval(c, kind, record, form.state, 422)
    const { db, kept, view } = c.var
    const fault = await attempt(c, db, (trx) =>
      removeRecord(trx, authorOf(c, "keep_organisation", kept.standing), {
        kind,
        organisationId: kept.id,
        record,
        reason: form.data.reason,
      }),
    )
    if (fault) return renderRemoval(c, kind, record, withProblem(form.state, fault), 422)
    return c.redirect(view.paths.deskOrganisation(kept), 303)
  })

const removalForm = (locale: Locale) =>
  z.object({ reason: requiredText(locale, 1000, texts[locale].reasonNeeded) })

async function keep(c: Context<LifeEnv>, kind: RecordKind, replaces: KeptRecord | undefined) {
  const { db, kept, view } = c.var
  const form = await readForm(c, recordForm(kind))
  if (!form.ok) return renderRecord(c, kind, form.state, replaces, 422)
  const chosen = await readOthers(c, kind, form.state)
  if (!chosen.ok) return renderRecord(c, kind, chosen.state, replaces, 422)
  const data = { ...form.data, values: { ...form.data.values, ...chosen.values } }
  const where = { kind, organisationId: kept.id, ...(replaces && { replaces }) }
  const fault = await attempt(c, db, (trx) =>
    addRecord(trx, authorOf(c, "keep_organisation", kept.standing), where, data),
  )
  if (fault) return renderRecord(c, kind, withProblem(form.state, fault), replaces, 422)
  return c.redirect(view.paths.deskOrganisation(kept), 303)
}

/** Figures that contradict each other are refused by the database's own rules (check constraints, code 23514). */
async function attempt(c: Context<LifeEnv>, db: Database, work: (trx: Database) => Promise<void>) {
  const t = texts[c.var.view.locale]
  try {
    await inTransaction(db, work)
  } catch (error) {
    if (error instanceof AlreadyReplaced) return t.replaced
    if ((error as { code?: string }).code === "23514") return t.refused
    // Exclusion: two records of one thing on one day.
    if ((error as { code?: string }).code === "23P01") return t.overlapping
    throw error
  }
}

type Others = { ok: true; values: Record<string, number> } | { ok: false; state: FormState }

/** The other organisations that were meant; never the one itself. */
async function readOthers(c: Context<LifeEnv>, kind: RecordKind, form: FormState): Promise<Others> {
  const t = texts[c.var.view.locale]
  const values: Record<string, number> = {}
  for (const { name } of kind.fields.filter((field) => field.kind === "organisation")) {
    const picked = await pickOne(c, form, name, "organisation")
    if (!picked.ok) return { ok: false, state: picked.state }
    if (!picked.record) return { ok: false, state: withError(form, name, t.otherNeeded) }
    if (picked.record.id === c.var.kept.id) return { ok: false, state: withError(form, name, t.notItself) }
    values[name] = picked.record.id
  }
  return { ok: true, values }
}

function kindAsked(c: Context<LifeEnv>) {
  const kind = readRecordKind(c.req.param("kind") ?? "")
  if (!kind || !kindsFor(c.var.kept.kind).includes(kind)) throw new HTTPException(404)
  return kind
}

async function recordAsked(c: Context<LifeEnv>) {
  const kind = kindAsked(c)
  const all = await listRecords(c.var.db, kind, c.var.kept.id)
  const record = all.find(({ id }) => String(id) === c.req.param("id"))
  if (!record) throw new HTTPException(404)
  return { kind, record }
}

function renderRecord(
  c: Context<LifeEnv>,
  kind: RecordKind,
  form: FormState,
  record: KeptRecord | undefined,
  status: 200 | 422 = 200,
) {
  const { view, person, kept } = c.var
  const shown = { form, kind, record, organisation: kept }
  return renderPage(c, <RecordPage view={view} person={person} {...shown} />, { status })
}

function renderRemoval(
  c: Context<LifeEnv>,
  kind: RecordKind,
  record: KeptRecord,
  form: FormState,
  status: 200 | 422 = 200,
) {
  const { view, person, kept } = c.var
  const shown = { form, kind, record, organisation: kept }
  return renderPage(c, <RemovalPage view={view} person={person} {...shown} />, { status })
}
