import type { Context } from "hono"
import type { HtmlEscapedString } from "hono/utils/html"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import type { Env, Topic } from "./view.ts"

type Rendered = HtmlEscapedString | Promise<HtmlEscapedString>

/** Answers with a page. The topics name the facts it shows: the page is kept until one of them changes. */
export async function renderPage<Kind extends Env>(
  c: Context<Kind>,
  page: Rendered,
  { topics = [], status = 200 }: { topics?: readonly Topic[]; status?: ContentfulStatusCode } = {},
) {
  c.set("topics", topics.length > 0 ? ["site", ...topics] : [])
  return c.html(`<!doctype html>${await page}`, status)
}
