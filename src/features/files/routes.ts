import { type Context, Hono } from "hono"
import { pathsIn } from "../../paths.ts"
import { lacksSecondFactor } from "../../rights/guard.ts"
import { may } from "../../rights/rights.ts"
import type { Env } from "../../web/view.ts"
import { isHash } from "./hash.ts"
import { findServed } from "./queries.ts"
import { sendFile } from "./send-file.ts"

/** One address for both languages: a file has no words of ours. */
export const files = new Hono<Env>().get("/tep/:hash/:name", async (c) => {
  const hash = c.req.param("hash")
  const file = isHash(hash) ? await findServed(c.var.db, hash) : undefined
  if (!file || !(file.isPublic || maySeeInside(c))) return c.notFound()

  // The name is ours to say: nobody makes a link of ours that calls a file something else.
  const address = pathsIn("vi").file(file)
  if (c.req.path !== address) return c.redirect(address, 302)
  return await sendFile(c, file)
})

function maySeeInside(c: Context<Env>) {
  const { person } = c.var
  return person !== undefined && !lacksSecondFactor(person) && may(person, "see_files")
}
