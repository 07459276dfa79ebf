import { randomUUID } from "node:crypto"
import { createMiddleware } from "hono/factory"
import { matchedRoutes } from "hono/route"
import { duringRequest, log } from "../log.ts"
import type { Metrics } from "./metrics.ts"
import type { Env } from "./view.ts"

/**
 * Gives each request an id, which stands in its answer, in every line logged meanwhile, in the change log and on the
 * page of an error; counts it, and logs what changed something or broke. Pages from memory pass by: they have no id.
 */
export function followRequests(metrics: Metrics | undefined) {
  return createMiddleware<Env>(async (c, next) => {
    const requestId = randomUUID().slice(0, 8)
    const began = performance.now()
    c.set("requestId", requestId)
    await duringRequest(requestId, async () => {
      await next()
      // Only now: before, it would be kept with the page for all who come later.
      c.res.headers.set("x-request-id", requestId)

      const milliseconds = performance.now() - began
      const { method, path } = c.req
      const { status } = c.res
      metrics?.observe(method, patternOf(matchedRoutes(c)), status, milliseconds / 1000)
      const level = status >= 500 ? "error" : method === "GET" || method === "HEAD" ? "debug" : "info"
      if (!log.isLevelEnabled(level)) return
      const { person, requestAddress } = c.var
      log[level](
        {
          method,
          path,
          status,
          ms: Math.round(milliseconds * 10) / 10,
          ...(person && { user: person.id }),
          ...(requestAddress && level !== "debug" && { address: requestAddress }),
        },
        "request",
      )
    })
  })
}

/** Which route it was, never which record: there are few of the one and endlessly many of the other. */
function patternOf(routes: { path: string }[]) {
  const route = routes.findLast(({ path }) => !path.endsWith("*"))
  return route?.path.replace(/\{.*?\}/g, "") ?? "none"
}
