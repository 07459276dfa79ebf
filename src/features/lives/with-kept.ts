import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import { type DeskEnv, demand } from "../../rights/guard.ts"
import { findKept, type Kept } from "./queries.ts"

/** What handlers of an organisation's life find: who asks, and the organisation they keep. */
export type LifeEnv = DeskEnv & { Variables: DeskEnv["Variables"] & { kept: Kept } }

/** Behind this middleware there is an organisation that the person sees, and keeps. */
export const withKept = createMiddleware<LifeEnv>(async (c, next) => {
  const { db, person, view } = c.var
  const kept = await findKept(db, person, c.req.param("slug") ?? "", view.today)
  if (!kept) throw new HTTPException(404)
  demand(c, "keep_organisation", { see: "see_organisations", standing: kept.standing })
  c.set("kept", kept)
  await next()
})
