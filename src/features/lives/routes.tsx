import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, signedIn } from "../../rights/guard.ts"
import { may } from "../../rights/rights.ts"
import { formatDay } from "../../ui/format.ts"
import { ticked } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import { recordChange } from "../changes/record-change.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { pickFields, pickOne, startPick } from "../choosing/pick-one.ts"
import { type OfferedDraft, openForm } from "../drafts/open-form.ts"
import { dropDraft } from "../drafts/queries.ts"
import { sendFile } from "../files/send-file.ts"
import { placeNameInside } from "../places/names.ts"
import { addOrganisations } from "../register/record-events.ts"
import { beginnings } from "../register/states.ts"
import { type Kind, readKind, type Status } from "../register/vocabulary.ts"
import { followPlaces } from "../reorganisations/follow-places.ts"
import { correctionForm, eventForm, type TypedEvent, withdrawalForm } from "./event-form.ts"
import { askedBy, fits, type LifeEvent, readEvent } from "./event-rules.ts"
import { factsForm, type Lists, readLists, settleFacts, type TypedFacts } from "./facts-form.ts"
import { findLookAlikes, type LookAlike } from "./look-alikes.ts"
import {
  AddPage,
  addDraft,
  alikeWords,
  ChooseKindPage,
  CorrectionPage,
  EventPage,
  WithdrawalPage,
} from "./pages.tsx"
import { findKept, findRecordFile, findSeat, type LifeRecord, listRecords, standing } from "./queries.ts"
import {
  askedByRecord,
  factsOf,
  faultIn,
  happeningOf,
  keepDocument,
  knownFrom,
  placeCandidate,
  readFacts,
  readKnown,
  readOutcome,
  readPlace,
  startAsked,
  stateFault,
  untilFault,
  useFile,
  withoutNothing,
} from "./readings.ts"
import { correctRecord, listCounterparts, recordLife, withdrawRecord } from "./record-life.ts"
import { texts } from "./texts.ts"
import { type LifeEnv, withKept } from "./with-kept.ts"

const root = "/ban-lam-viec/to-chuc"

const mayKeep = allowed("keep_organisation", "see_organisations")

/** What happens to organisations, recorded at the desk: each event with a form of its own, and its corrections. */
export const lives = new Hono<LifeEnv>()
  .get(`${root}/moi`, signedIn, mayKeep, async (c) => {
    const { db, person, view } = c.var
    const kind = readKind(c.req.query("loai"))
    if (!kind) return renderPage(c, <ChooseKindPage view={view} person={person} />)

    const start = startForm({ governing_law: lawOf(kind), happened_on: "" })
    const { form, draft } = await openForm(c, addDraft(kind), start)
    return renderAdd(c, kind, await readLists(db, view.today), form, { draft })
  })

  // What <look-alikes> asks while one is typed.
  .get(`${root}/giong`, signedIn, mayKeep, async (c) => {
    const { db, view } = c.var
    const typed = (name: string) => (c.req.query(name) ?? "").replaceAll("\0", "").trim().slice(0, 300)
    const { chosen, words } = pickFields("place")
    const form = startForm({ place: typed("place"), [chosen]: typed(chosen), [words]: typed(words) })
    const picked = await pickOne(c, form, "place", "commune")
    const alike = await findLookAlikes(
      db,
      {
        name: typed("name"),
        code: typed("code") || null,
        place_id: picked.ok ? picked.record?.id : undefined,
        legal_representative: typed("legal_representative") || null,
        phone: typed("phone") || null,
      },
      view.today,
      { withSimilar: true },
    )
    const list = alike.map(({ slug, name, place_kind, place_name, reason }) => ({
      name,
      place: placeNameInside({ kind: place_kind, name: place_name }, view.locale),
      reason: alikeWords(reason, view.locale),
      path: view.paths.organisation({ slug }),
    }))
    return c.json({ list })
  })

  .post(`${root}/moi`, signedIn, mayKeep, async (c) => {
    const { db, view, person } = c.var
    const { locale, paths } = view
    const kind = readKind(c.req.query("loai"))
    if (!kind) throw new HTTPException(404)
    const lists = await readLists(db, view.today)
    const form = await readForm(c, (language) =>
      factsForm(language).extend({
        ...eventForm("resumed", view.today)(language).shape,
        is_another: ticked(),
      }),
    )
    if (!form.ok) return renderAdd(c, kind, lists, form.state, { status: 422 })
    const refuse = (state: FormState, candidates?: readonly Candidate[]) =>
      renderAdd(c, kind, lists, state, { candidates, status: 422 })

    const typed = form.data as TypedFacts & TypedEvent
    const place = await readPlace(c, form.state)
    if (!place.ok) return refuse(place.state, place.candidates)
    const settled = settleFacts(factsOf(typed), form.state, { kind, lists, locale })
    if (!settled.ok) return refuse(settled.state)
    const alike = await findLookAlikes(
      db,
      { ...settled.facts, ...contactOf(typed), place_id: place.id },
      view.today,
    )
    if (alike.length > 0 && !form.data.is_another) {
      return renderAdd(c, kind, lists, withError(form.state, "is_another", texts[locale].alike), {
        alike,
        status: 422,
      })
    }
    const file = await keepDocument(c, form.state, typed.file)
    if (!file.ok) return refuse(file.state)

    try {
      const added = await inTransaction(db, async (trx) => {
        const author = authorOf(c, "keep_organisation", { place_id: place.id })
        const beginning = { ...happeningOf(typed, file.id), kind: "founded" }
        const facts = { ...withoutNothing(settled.facts), name: settled.facts.name, place_id: place.id }
        const [organisation] = await addOrganisations(trx, author, [
          { kind, beginning: { ...beginning, facts } },
        ])
        await followPlaces(trx, author, { only: [organisation!.id] })
        if (file.id) await useFile(trx, organisation!.id, file.id)
        await recordChange(trx, {
          ...author,
          record_kind: "organisation",
          record_id: organisation!.id,
          action: "add",
          after: facts,
        })
        await dropDraft(trx, { userId: person.id, ...addDraft(kind) })
        return organisation!
      })
      return c.redirect(paths.deskOrganisation(added), 303)
    } catch (error) {
      return refuse(await faultIn(c, form.state, error))
    }
  })

  .use(`${root}/:slug/su-kien/*`, signedIn, withKept)
  .use(`${root}/:slug/ban-ghi/:id/:act{dinh-chinh|huy}`, signedIn, withKept)

  .get(`${root}/:slug/su-kien/:event`, async (c) => {
    const { db, view, kept } = c.var
    const event = eventAsked(c)
    const lists = await readLists(db, view.today)
    const known = await readKnown(c, view.today)
    const start = known ? startAsked(askedBy(event), known, lists) : {}
    return renderEvent(c, event, lists, startForm({ ...start, happened_on: formatDay(view.today, "vi") }), {
      status: fits(event, kept.kind, kept.status as Status) ? 200 : 409,
    })
  })

  .post(`${root}/:slug/su-kien/:event`, async (c) => {
    const { db, view, kept } = c.var
    const event = eventAsked(c)
    const lists = await readLists(db, view.today)
    const form = await readForm(c, eventForm(event, view.today))
    if (!form.ok) return renderEvent(c, event, lists, form.state, { status: 422 })
    const refuse = (state: FormState, candidates?: readonly Candidate[]) =>
      renderEvent(c, event, lists, state, { candidates, status: 422 })

    const typed = form.data as unknown as TypedEvent
    const fault = await stateFault(c, event, typed.happened_on)
    if (fault) return refuse(withError(form.state, "happened_on", fault))
    const outcome = await readOutcome(c, event, typed, form.state, lists)
    if (!outcome.ok) return refuse(outcome.state, outcome.candidates)
    const file = await keepDocument(c, form.state, typed.file)
    if (!file.ok) return refuse(file.state)

    try {
      await inTransaction(db, async (trx) => {
        const author = authorOf(c, "keep_organisation", kept.standing)
        await recordLife(trx, author, kept, event, happeningOf(typed, file.id), outcome.outcome)
        if (file.id) await useFile(trx, kept.id, file.id)
      })
    } catch (error) {
      return refuse(await faultIn(c, form.state, error))
    }
    return c.redirect(view.paths.deskEvents(kept), 303)
  })

  .get(`${root}/:slug/ban-ghi/:id/dinh-chinh`, async (c) => {
    const { db, view } = c.var
    const { record, others } = await recordAsked(c)
    const lists = await readLists(db, view.today)
    const known = knownFrom([...others, record], record.happened_on)
    const asked = askedByRecord(record)
    const start = known ? startAsked(asked, known, lists) : {}
    const seat = known && asked.includes("place") ? await placeCandidate(c, known.place_id) : undefined
    const happening = {
      happened_on: formatDay(record.happened_on, "vi"),
      document_number: record.document_number,
      document_on: record.document_on && formatDay(record.document_on, "vi"),
      until_on: record.until_on && formatDay(record.until_on, "vi"),
      note: record.note,
    }
    const form = startForm({ ...start, ...happening, ...startPick("place", seat) })
    return renderCorrection(c, record, lists, form)
  })

  .post(`${root}/:slug/ban-ghi/:id/dinh-chinh`, async (c) => {
    const { db, view, kept } = c.var
    const { record, others } = await recordAsked(c)
    const lists = await readLists(db, view.today)
    const asked = askedByRecord(record)
    const form = await readForm(c, correctionForm(asked, view.today))
    if (!form.ok) return renderCorrection(c, record, lists, form.state, { status: 422 })
    const refuse = (state: FormState, candidates?: readonly Candidate[]) =>
      renderCorrection(c, record, lists, state, { candidates, status: 422 })

    const typed = form.data as unknown as TypedEvent & { reason: string }
    const until = untilFault(c, typed)
    if (until) return refuse(withError(form.state, "until_on", until))
    const facts = await readFacts(c, asked, typed, form.state, {
      lists,
      known: beginnings.has(record.kind) ? undefined : knownFrom(others, typed.happened_on),
      recorded: record.facts.place_id,
    })
    if (!facts.ok) return refuse(facts.state, facts.candidates)
    const file = await keepDocument(c, form.state, typed.file)
    if (!file.ok) return refuse(file.state)
    try {
      await inTransaction(db, async (trx) => {
        const author = authorOf(c, "keep_organisation", kept.standing)
        const happening = happeningOf(typed, file.id ?? record.file_id)
        // What the form of this record does not ask for stays as it was recorded.
        const wanted = asked.length === 0 ? record.facts : facts.facts
        await correctRecord(
          trx,
          author,
          { ...record, organisation_id: kept.id },
          happening,
          wanted,
          typed.reason,
        )
        if (file.id) await useFile(trx, kept.id, file.id)
      })
    } catch (error) {
      return refuse(await faultIn(c, form.state, error))
    }
    return c.redirect(view.paths.deskEvents(kept), 303)
  })

  .get(`${root}/:slug/ban-ghi/:id/huy`, async (c) => renderWithdrawal(c, await recordAsked(c), startForm()))

  .post(`${root}/:slug/ban-ghi/:id/huy`, async (c) => {
    const { db, view, kept, person } = c.var
    const asked = await recordAsked(c)
    const form = await readForm(c, withdrawalForm)
    if (!form.ok) return renderWithdrawal(c, asked, form.state, 422)

    const own = { ...asked.record, organisation_id: kept.id }
    const counterparts = await listCounterparts(db, own)
    for (const { organisation_id, name } of counterparts) {
      const seat = await findSeat(db, organisation_id, view.today)
      if (seat && !may(person, "keep_organisation", seat)) {
        const problem = texts[view.locale].otherNotYours(name)
        return renderWithdrawal(c, asked, withProblem(form.state, problem), 422)
      }
    }
    try {
      await inTransaction(db, (trx) =>
        withdrawRecord(
          trx,
          authorOf(c, "keep_organisation", kept.standing),
          [own, ...counterparts],
          form.data.reason,
        ),
      )
    } catch (error) {
      return renderWithdrawal(c, asked, await faultIn(c, form.state, error), 422)
    }
    // One whose founding was taken back is in the register no more.
    const isLeft = await findKept(db, person, kept.slug, view.today)
    return c.redirect(isLeft ? view.paths.deskEvents(kept) : view.paths.deskOrganisations(), 303)
  })

  .get(`${root}/:slug/ban-ghi/:id/van-ban`, signedIn, allowed("see_organisations"), async (c) => {
    const { db, person, view } = c.var
    const kept = await findKept(db, person, c.req.param("slug"), view.today)
    const file = kept && (await findRecordFile(db, kept.id, recordIdOf(c)))
    if (!file) return c.notFound()
    return await sendFile(c, { ...file, isPublic: false })
  })

function contactOf({ legal_representative, phone }: TypedFacts) {
  return { legal_representative, phone }
}

function lawOf(kind: Kind) {
  if (kind === "cooperative_group") return "cooperation_contract"
  return kind === "credit_fund" ? "credit_institutions" : "2023"
}

type Shown = { candidates?: readonly Candidate[] | undefined; status?: 200 | 409 | 422 }

function renderAdd(
  c: Context<LifeEnv>,
  kind: Kind,
  { lines }: Lists,
  form: FormState,
  { status = 200, ...shown }: Shown & { draft?: OfferedDraft | undefined; alike?: LookAlike[] } = {},
) {
  const { view, person } = c.var
  const page = <AddPage view={view} person={person} kind={kind} lines={lines} form={form} {...shown} />
  return renderPage(c, page, { status })
}

function renderEvent(
  c: Context<LifeEnv>,
  event: LifeEvent,
  { lines }: Lists,
  form: FormState,
  { candidates, status = 200 }: Shown = {},
) {
  const { view, person, kept } = c.var
  const shown = { kind: event, lines, form, candidates, organisation: kept }
  return renderPage(c, <EventPage view={view} person={person} {...shown} />, { status })
}

function renderCorrection(
  c: Context<LifeEnv>,
  record: LifeRecord,
  { lines }: Lists,
  form: FormState,
  { candidates, status = 200 }: Shown = {},
) {
  const { view, person, kept } = c.var
  const shown = { record, asked: askedByRecord(record), lines, form, candidates, organisation: kept }
  return renderPage(c, <CorrectionPage view={view} person={person} {...shown} />, { status })
}

async function renderWithdrawal(
  c: Context<LifeEnv>,
  { record }: { record: LifeRecord },
  form: FormState,
  status: 200 | 422 = 200,
) {
  const { db, view, person, kept } = c.var
  const others = await listCounterparts(db, { ...record, organisation_id: kept.id })
  const names = [...new Set(others.map(({ name }) => name))]
  const page = (
    <WithdrawalPage
      view={view}
      person={person}
      organisation={kept}
      record={record}
      form={form}
      others={names}
    />
  )
  return renderPage(c, page, { status })
}

function eventAsked(c: Context<LifeEnv>) {
  const event = readEvent(c.req.param("event") ?? "")
  if (!event) throw new HTTPException(404)
  return event
}

function recordIdOf(c: Context<LifeEnv>) {
  const id = c.req.param("id") ?? ""
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0
}

/** The record that the address names, among those that stand, and the others; places are reorganised elsewhere. */
async function recordAsked(c: Context<LifeEnv>) {
  const id = recordIdOf(c)
  const records = standing(await listRecords(c.var.db, c.var.kept.id))
  const record = records.find((each) => each.id === id && each.kind !== "place_reorganised")
  if (!record) throw new HTTPException(404)
  return { record, others: records.filter((each) => each !== record) }
}
