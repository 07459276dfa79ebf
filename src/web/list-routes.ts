import { type Context, Hono } from "hono"
import { allowed, type DeskEnv, signedIn } from "../rights/guard.ts"
import type { Action } from "../rights/rights.ts"
import { fileFormats, type List, sendList } from "./list-file.ts"
import type { Env } from "./view.ts"

/** A public list as a file in every format, at its own address with the format behind it. */
export function listFiles<Row>(path: string, make: (c: Context<Env>) => Promise<List<Row> | undefined>) {
  const app = new Hono<Env>()
  for (const format of fileFormats) {
    app.get(`${path}.${format}`, async (c) => {
      const list = await make(c)
      return list ? await sendList(c, format, list) : c.notFound()
    })
  }
  return app
}

/** The same at the desk, for whoever may see the page. */
export function deskFiles<Row>(
  path: string,
  right: Action,
  make: (c: Context<DeskEnv>) => Promise<List<Row> | undefined>,
) {
  const app = new Hono<DeskEnv>()
  for (const format of fileFormats) {
    app.get(`${path}.${format}`, signedIn, allowed(right), async (c) => {
      const list = await make(c)
      return list ? await sendList(c, format, list) : c.notFound()
    })
  }
  return app
}
