import type { Context } from "hono"
import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import type { Author } from "../features/changes/record-change.ts"
import { withQuery } from "../paths.ts"
import type { Env } from "../web/view.ts"
import { type Action, may, roleFor, type Standing } from "./rights.ts"
import { needsSecondFactor, type Person } from "./roles.ts"

/** Behind this middleware there is somebody: handlers and middlewares after it read `c.var.person`. */
export type DeskEnv = Env & { Variables: Env["Variables"] & { person: Person } }

/** Lets in who is signed in and has proved all that their roles ask for; others are led to where they can do so. */
export const signedIn = createMiddleware<DeskEnv>(async (c, next) => {
  const person: Person | undefined = c.var.person
  // A form of someone whose session ended must not vanish behind a page for signing in.
  if (!person && c.req.method !== "GET" && c.req.method !== "HEAD") throw new HTTPException(401)
  if (!person) return c.redirect(withQuery(c.var.view.paths.signIn(), { "tro-lai": c.var.view.address }), 303)
  if (lacksSecondFactor(person)) {
    const { paths } = c.var.view
    const here = { "tro-lai": c.var.view.address }
    return c.redirect(
      withQuery(person.has_second_factor ? paths.secondStep() : paths.ownSecondFactor(), here),
      303,
    )
  }
  // What stands on the desk is one person's alone.
  c.header("cache-control", "private, no-store")
  await next()
})

/** Someone whose roles need a second factor, in a session that has shown none. */
export function lacksSecondFactor(person: Person) {
  return person.second_factor_at === null && person.roles.some(({ role }) => needsSecondFactor(role))
}

/**
 * Lets in whoever may do something somewhere. `see` is the right to know of it at all: without it the answer is 404,
 * with it alone 403. Records are asked about again, with where they stand, by `demand`.
 */
export function allowed(action: Action, see: Action = action) {
  return createMiddleware<DeskEnv>(async (c, next) => {
    demand(c, action, { see })
    await next()
  })
}

/** Ends the request unless the person may do this to a record that stands there; 404 when they may not even see it. */
export function demand<Kind extends DeskEnv>(
  c: Context<Kind>,
  action: Action,
  { see = action, standing }: { see?: Action; standing?: Standing } = {},
) {
  const { person } = c.var
  if (may(person, action, standing)) return
  throw new HTTPException(may(person, see, standing) && see !== action ? 403 : 404)
}

/** Who the change log names for what is done in this request, and in which of their roles. */
export function authorOf<Kind extends DeskEnv>(
  c: Context<Kind>,
  action: Action,
  standing?: Standing,
): Author {
  const { person, requestAddress, requestId } = c.var
  const role = roleFor(person, action, standing)
  return {
    actor: person.name,
    via: "web",
    user_id: person.id,
    request_id: requestId,
    ...(role && { role }),
    ...(requestAddress && { address: requestAddress }),
  }
}
