import { Hono } from "hono"
import { readBody } from "./forms.ts"
import { isTextSize, keepTextSize } from "./text-size.ts"
import type { Env } from "./view.ts"

/** Keeps the reader's text size and goes back to the page they were on. */
export const textSize = new Hono<Env>().post("/co-chu", async (c) => {
  const form = await readBody(c)
  const size = form["co-chu"]
  if (isTextSize(size)) keepTextSize(c, size)
  return c.redirect(onThisSite(form["tro-lai"]) ?? c.var.view.paths.home(), 303)
})

/** Only addresses of this site: "//elsewhere.vn", "/\elsewhere.vn" and "/.//elsewhere.vn" would lead away from it. */
export function onThisSite(path: unknown) {
  if (typeof path !== "string" || !path.startsWith("/")) return undefined
  const url = URL.parse(path, "http://here.invalid")
  if (url?.origin !== "http://here.invalid") return undefined
  // Dots are gone only now, and what was behind them may begin with two slashes.
  return url.pathname.startsWith("//") ? undefined : url.pathname + url.search
}
