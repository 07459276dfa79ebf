import { csrf } from "hono/csrf"
import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import type { Env } from "./view.ts"

const reading = new Set(["GET", "HEAD", "OPTIONS"])

/** How large letters are is nobody's secret, and older browsers send no origin with it. */
const harmless = /^(\/en)?\/co-chu$/

/**
 * What changes something is taken from a page of this site only: forms as hono's own check has it, and everything
 * else, whatever its type, when it says that it comes from elsewhere.
 */
export function sameSite(baseUrl: string) {
  const { origin } = new URL(baseUrl)
  const forms = csrf({ origin, secFetchSite: "same-origin" })
  return createMiddleware<Env>(async (c, next) => {
    if (reading.has(c.req.method) || harmless.test(c.req.path)) return next()
    const said = c.req.header("origin")
    if (said && said !== origin) throw new HTTPException(403)
    return forms(c, next)
  })
}
