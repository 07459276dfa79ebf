import type { Context } from "hono"
import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import type { DeskEnv } from "../../rights/guard.ts"
import { findRound, type Round } from "./queries.ts"

export const root = "/ban-lam-viec/dot-bao-cao"

export type RoundEnv = DeskEnv & { Variables: DeskEnv["Variables"] & { round: Round } }

/** Behind this middleware there is the round that the address names. */
export const withRound = createMiddleware<RoundEnv>(async (c, next) => {
  c.set("round", await roundAsked(c))
  await next()
})

/** The round that the address names. */
export async function roundAsked<Kind extends DeskEnv>(c: Context<Kind>) {
  const { db }: DeskEnv["Variables"] = c.var
  const round = await findRound(db, c.req.param("round") ?? "")
  if (!round) throw new HTTPException(404)
  return round
}
