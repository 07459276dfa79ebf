import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import type { DeskEnv } from "../../rights/guard.ts"
import { findUserSeenBy, type User } from "./queries.ts"

export type UserEnv = DeskEnv & { Variables: DeskEnv["Variables"] & { user: User } }

/** Behind this middleware there is the account that the address names, and the person may see it. */
export const withUser = createMiddleware<UserEnv>(async (c, next) => {
  const user = await findUserSeenBy(c.var.db, c.var.person, c.req.param("id") ?? "")
  if (!user) throw new HTTPException(404)
  c.set("user", user)
  await next()
})
