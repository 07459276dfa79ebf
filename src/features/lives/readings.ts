import type { Context } from "hono"
import { authorOf } from "../../rights/guard.ts"
import { may } from "../../rights/rights.ts"
import { formatDay } from "../../ui/format.ts"
import { type FormState, withError, withProblem } from "../../web/forms.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { pickFields, pickOne } from "../choosing/pick-one.ts"
import { keepFile } from "../files/keep-file.ts"
import { useFiles } from "../files/queries.ts"
import { refusalTexts } from "../files/texts.ts"
import { placeName } from "../places/names.ts"
import { LifeProblem } from "../register/life-problem.ts"
import { beginnings, type Facts, factsOn, statesFrom } from "../register/states.ts"
import { type Status, statusName } from "../register/vocabulary.ts"
import type { TypedEvent } from "./event-form.ts"
import { type Asked, askedBy, fits, isLifeEvent, type LifeEvent, stateOn } from "./event-rules.ts"
import {
  changedFacts,
  factsForm,
  type Lists,
  settleFacts,
  type TypedFacts,
  writtenFacts,
} from "./facts-form.ts"
import { nameOf } from "./pages.tsx"
import { findByCode, findSeat, type LifeRecord, listRecords, standing } from "./queries.ts"
import type { Happening, Outcome } from "./record-life.ts"
import { texts } from "./texts.ts"
import type { LifeEnv } from "./with-kept.ts"

/** A founding is corrected with all its facts; other records with what their event asks of the organisation itself. */
export function askedByRecord({ kind }: Pick<LifeRecord, "kind">): readonly Asked[] {
  if (beginnings.has(kind)) return ["facts", "place"]
  if (!isLifeEvent(kind)) return []
  return askedBy(kind).filter((asked) => ["facts", "certificate", "place", "until_on"].includes(asked))
}

type Known = NonNullable<ReturnType<typeof knownFrom>>

/** What is known of an organisation on a day; nothing before its founding. */
export function knownFrom(records: readonly LifeRecord[], day: string) {
  const ordered = records.toSorted((one, other) => (one.happened_on < other.happened_on ? -1 : 1))
  if (!ordered.some(({ kind }) => beginnings.has(kind))) return undefined
  const state = stateOn(statesFrom(ordered), day)
  return state && { ...state, ...factsOn(ordered, day) }
}

export async function readKnown(c: Context<LifeEnv>, day: string) {
  return knownFrom(standing(await listRecords(c.var.db, c.var.kept.id)), day)
}

export function startAsked(asked: readonly Asked[], known: Known, { lines }: Lists) {
  const { name, short_name, foreign_name, code, ...rest } = writtenFacts(known, lines)
  const { certificate_number, certificate_on, address } = rest
  if (asked.includes("facts")) {
    return { name, short_name, foreign_name, code, ...rest }
  }
  if (asked.includes("certificate")) return { certificate_number, certificate_on, code }
  return asked.includes("place") ? { address } : {}
}

/** Why an event cannot have happened on a day, as far as the state on that day says. */
export async function stateFault(c: Context<LifeEnv>, event: LifeEvent, day: string) {
  const { view, kept } = c.var
  const t = texts[view.locale]
  const known = await readKnown(c, day)
  const shown = formatDay(day, view.locale)
  if (!known) return t.notFounded(shown)
  const status = known.status as Status
  return fits(event, kept.kind, status) ? undefined : t.notInState(shown, statusName(status, view.locale))
}

type Refused = { ok: false; state: FormState; candidates?: readonly Candidate[] }

export async function readPlace(
  c: Context<LifeEnv>,
  form: FormState,
  recorded?: number,
): Promise<{ ok: true; id: number } | Refused> {
  const { view, person } = c.var
  const t = texts[view.locale]
  if (recorded !== undefined && isLeftAs(form, recorded)) return { ok: true, id: recorded }
  const picked = await pickOne(c, form, "place", "commune")
  if (!picked.ok) return { ok: false, state: picked.state, candidates: picked.candidates.list }
  if (!picked.record) return { ok: false, state: withError(form, "place", t.placeNeeded) }
  if (!may(person, "keep_organisation", { place_id: picked.record.id })) {
    return { ok: false, state: withError(form, "place", t.notYours) }
  }
  return { ok: true, id: picked.record.id }
}

/** The place of a record that is corrected may be of another time, and of another's: left alone it stays. */
function isLeftAs({ values }: FormState, recorded: number) {
  const { chosen, words } = pickFields("place")
  return values[chosen]?.[0] === String(recorded) && values[words]?.[0] === values.place?.[0]?.trim()
}

type FactsAsked = {
  lists: Lists
  known: Known | undefined
  /** Where the record that is corrected has its place. */
  recorded?: number | undefined
}

/** The facts that an event sets: those that differ from what is known without it. */
export async function readFacts(
  c: Context<LifeEnv>,
  asked: readonly Asked[],
  typed: TypedEvent,
  form: FormState,
  { lists, known, recorded }: FactsAsked,
): Promise<{ ok: true; facts: Facts } | Refused> {
  const { view, kept } = c.var
  const { locale } = view
  const facts: Facts = {}
  if (asked.includes("place")) {
    const place = await readPlace(c, form, recorded)
    if (!place.ok) return place
    facts.place_id = place.id
  }
  const given = typed as unknown as TypedFacts
  if (asked.includes("facts")) {
    const settled = settleFacts(factsOf(given), form, { kind: kept.kind, lists, locale })
    if (!settled.ok) return settled
    const wanted = known ? changedFacts(known, settled.facts) : withoutNothing(settled.facts)
    return { ok: true, facts: { ...wanted, ...facts } }
  }
  if (asked.includes("certificate")) {
    const { certificate_number, certificate_on, code } = given
    return {
      ok: true,
      facts: { ...facts, certificate_number, certificate_on, code: code ?? known?.code ?? null },
    }
  }
  if (asked.includes("place")) return { ok: true, facts: { ...facts, address: given.address } }
  return { ok: true, facts }
}

/** What is wrong with the last day of a suspension. */
export function untilFault(c: Context<LifeEnv>, { until_on, happened_on }: TypedEvent) {
  const t = texts[c.var.view.locale]
  if (!until_on) return undefined
  return until_on < happened_on ? t.untilBefore : undefined
}

export async function readOutcome(
  c: Context<LifeEnv>,
  event: LifeEvent,
  typed: TypedEvent,
  form: FormState,
  lists: Lists,
): Promise<{ ok: true; outcome: Outcome } | Refused> {
  const { view } = c.var
  const t = texts[view.locale]
  const asked = askedBy(event)
  const until = untilFault(c, typed)
  if (until) return { ok: false, state: withError(form, "until_on", until) }
  if (asked.includes("other") || asked.includes("union_of")) {
    const field = asked.includes("other") ? "other" : "partner"
    const other = await readOther(c, field, typed.happened_on, form)
    if (!other.ok) return other
    const outcome: Outcome =
      field === "other"
        ? { of: "merger", other: other.id }
        : { of: "consolidation", partners: [other.id], name: typed.new_name! }
    return { ok: true, outcome }
  }
  if (asked.includes("parts")) {
    const names = typed.parts!
    if (event === "divided" && names.length < 2) {
      return { ok: false, state: withError(form, "parts", t.partsOfDivision) }
    }
    return { ok: true, outcome: { of: "parts", names } }
  }
  if (asked.includes("new_kind")) return { ok: true, outcome: { of: "conversion", kind: typed.new_kind! } }

  const known = await readKnown(c, typed.happened_on)
  const facts = await readFacts(c, asked, typed, form, { lists, known })
  if (!facts.ok) return facts
  if (event === "changed" && Object.keys(facts.facts).length === 0) {
    return { ok: false, state: withProblem(form, t.nothingChanged) }
  }
  return { ok: true, outcome: { of: "itself", facts: facts.facts } }
}

/** Another organisation of the same reorganisation: there on the day, and kept by the same person. */
async function readOther(
  c: Context<LifeEnv>,
  field: "other" | "partner",
  day: string,
  form: FormState,
): Promise<{ ok: true; id: number } | Refused> {
  const { db, view, person, kept } = c.var
  const t = texts[view.locale]
  const picked = await pickOne(c, form, field, "organisation")
  if (!picked.ok) return { ok: false, state: picked.state, candidates: picked.candidates.list }
  const message = field === "other" ? t.otherNeeded : t.partnerNeeded
  if (!picked.record) return { ok: false, state: withError(form, field, message) }
  if (picked.record.id === kept.id) return { ok: false, state: withError(form, field, t.otherSelf) }

  const seat = await findSeat(db, picked.record.id, day)
  if (!seat || seat.status === "ended") {
    const words = t.otherNotThere(picked.record.label, formatDay(day, view.locale))
    return { ok: false, state: withError(form, field, words) }
  }
  // Into a cooperative elsewhere another may be merged; what is written on its side too needs the right there.
  if (field === "partner" && !may(person, "keep_organisation", seat)) {
    return { ok: false, state: withError(form, field, t.otherNotYours(seat.name)) }
  }
  return { ok: true, id: picked.record.id }
}

export async function keepDocument(
  c: Context<LifeEnv>,
  form: FormState,
  file: File | null,
): Promise<{ ok: true; id: number | null } | Refused> {
  if (!file) return { ok: true, id: null }
  const { db, files, view } = c.var
  const by = authorOf(c, "keep_organisation")
  const kept = await keepFile(db, files, { content: file, name: file.name, by })
  if (kept.ok) return { ok: true, id: kept.file.id }
  return { ok: false, state: withError(form, "file", refusalTexts[view.locale][kept.refusal]) }
}

/** The desk's alone: documents name people. */
export async function useFile(trx: Parameters<typeof useFiles>[0], organisationId: number, fileId: number) {
  const used = await trx
    .selectFrom("file_uses")
    .select("file_id")
    .where("record_kind", "=", "organisation")
    .where("record_id", "=", organisationId)
    .execute()
  const files = [...used.map(({ file_id }) => file_id), fileId]
  await useFiles(trx, { kind: "organisation", id: organisationId }, { files, public_from: null })
}

export function happeningOf(typed: TypedEvent, file_id: number | null): Happening {
  const { happened_on, document_number, document_on, until_on = null, note } = typed
  return { happened_on, document_number, document_on, until_on, note, file_id }
}

export function factsOf(typed: TypedFacts): TypedFacts {
  const names = Object.keys(factsForm("vi").shape) as (keyof TypedFacts)[]
  return Object.fromEntries(names.map((name) => [name, typed[name]])) as TypedFacts
}

/** A founding says what there is; what there is not need not be said. */
export function withoutNothing<Given extends Facts>(facts: Given): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
}

/** A place as a record names it, in force or not. */
export async function placeCandidate(c: Context<LifeEnv>, id: number) {
  const { db, view } = c.var
  const place = await db
    .selectFrom("places")
    .select(["id", "kind", "name"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow()
  return { id, label: placeName(place, view.locale) }
}

/** What a life that became impossible has to say, in the form; any other error is one. */
export async function faultIn(c: Context<LifeEnv>, form: FormState, error: unknown): Promise<FormState> {
  const { db, view } = c.var
  const t = texts[view.locale]
  if (!(error instanceof LifeProblem)) {
    if (error instanceof Error && error.message.includes("one that does not stand")) {
      return withProblem(form, t.alreadyCorrected)
    }
    throw error
  }
  const { reason } = error
  if (reason.fault === "code_taken") {
    const holder = await findByCode(db, reason.code)
    const words = holder ? t.codeTakenBy(reason.code, holder.name) : t.codeTaken(reason.code)
    return withError(form, "code", words)
  }
  const event = nameOf(reason.kind, view)
  const day = formatDay(reason.happened_on, view.locale)
  if (reason.fault === "after_end") {
    return withProblem(form, t.afterEnd(event, day, formatDay(reason.ended_on, view.locale)))
  }
  return withProblem(
    form,
    reason.fault === "founded_twice" ? t.foundedTwice(event, day) : t.beforeFounding(event, day),
  )
}
