import type { Context } from "hono"
import { type FormState, withError } from "../../web/forms.ts"
import type { Env } from "../../web/view.ts"
import {
  type Candidate,
  type Candidates,
  findCandidate,
  findCandidates,
  type PickKind,
} from "./candidates.ts"
import { texts } from "./texts.ts"

/** The hidden fields beside the one that is typed in: what was chosen, and for which words. */
export const pickFields = (name: string) => ({ chosen: `${name}-ma`, words: `${name}-cho` })

/** The fields of one that is chosen already, for `startForm`. */
export function startPick(name: string, record: Candidate | undefined) {
  const { chosen, words } = pickFields(name)
  return record ? { [name]: record.label, [chosen]: String(record.id), [words]: record.label } : {}
}

export type Picked =
  | { ok: true; record: Candidate | null }
  | { ok: false; state: FormState; candidates: Candidates }

/**
 * The one place or organisation that was meant: the one chosen from a list, or the only one that answers to the words
 * typed. Otherwise the form comes back with those to choose from. Nothing typed is no mistake here.
 */
export async function pickOne<Kind extends Env>(
  c: Context<Kind>,
  form: FormState,
  name: string,
  kind: PickKind,
): Promise<Picked> {
  const { db, view }: Env["Variables"] = c.var
  const asked = { kind, day: view.today, locale: view.locale }
  const typed = form.values[name]?.[0]?.trim() ?? ""
  if (!typed) return { ok: true, record: null }

  const { chosen, words } = pickFields(name)
  const id = form.values[chosen]?.[0]
  // What was chosen for other words was not chosen for these.
  if (id && /^[1-9]\d{0,14}$/.test(id) && form.values[words]?.[0] === typed) {
    const record = await findCandidate(db, Number(id), asked)
    if (record) return { ok: true, record }
  }

  const candidates = await findCandidates(db, { ...asked, text: typed })
  const [only, ...others] = candidates.exact.length > 0 ? candidates.exact : candidates.list
  if (only && others.length === 0) return { ok: true, record: only }

  const t = texts[view.locale]
  const message = !only ? t.none(typed) : candidates.hasMore ? t.tooMany : t.several
  return { ok: false, state: withError(form, name, message), candidates }
}
