import type { Context } from "hono"
import { HTTPException } from "hono/http-exception"
import { withQuery } from "../../paths.ts"
import { authorOf, type DeskEnv } from "../../rights/guard.ts"
import type { Person } from "../../rights/roles.ts"
import type { FormState } from "../../web/forms.ts"
import type { ActionOn } from "../changes/deeds.ts"
import { recordChange } from "../changes/record-change.ts"

export type OwnVisit = Context<DeskEnv>

/** Someone signed in, whether or not they have shown a second factor yet: here is where they set one up. */
export async function someone(c: OwnVisit, next: () => Promise<void>) {
  const person: Person | undefined = c.var.person
  const isReading = c.req.method === "GET" || c.req.method === "HEAD"
  if (!person && !isReading) throw new HTTPException(401)
  if (!person) return c.redirect(withQuery(c.var.view.paths.signIn(), { "tro-lai": c.var.view.address }), 303)
  c.header("cache-control", "private, no-store")
  await next()
}

/** Whoever has a second factor shows it before they change what proves who they are. */
export async function proven(c: OwnVisit, next: () => Promise<void>) {
  const { person, view } = c.var
  if (person.has_second_factor && person.second_factor_at === null)
    return c.redirect(withQuery(view.paths.secondStep(), { "tro-lai": view.paths.ownAccount() }), 303)
  await next()
}

export async function recordOwn(
  c: OwnVisit,
  trx: Parameters<typeof recordChange>[0],
  action: ActionOn<"person">,
) {
  const { id } = c.var.person
  await recordChange(trx, { ...authorOf(c, "use_desk"), action, record_kind: "person", record_key: id })
}

/** Back to the account, which says what was done. */
export function say(c: OwnVisit, da: string) {
  return c.redirect(withQuery(c.var.view.paths.ownAccount(), { da }), 303)
}

/** Passwords and codes are never shown again. */
export function withoutValues(state: FormState): FormState {
  return { ...state, values: {} }
}
