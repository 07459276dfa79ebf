import { bodyLimit } from "hono/body-limit"
import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import { largest } from "../features/files/content.ts"
import type { Env } from "./view.ts"

/** Forms of the public hold a choice or two, those of the desk a whole article, or a file with words beside it. */
const ofThePublic = limitTo(64 * 1024)
/** A file of a report that a reader wants checked. */
const withOneReport = limitTo(11 * 1024 * 1024)
const ofTheDesk = limitTo(1024 * 1024)
const withFiles = limitTo(largest.document + 2 * 1024 * 1024)

/** How much may be sent. Handlers at the desk read nothing of it before they know who sends it. */
export const bodyLimits = createMiddleware<Env>((c, next) => {
  if (/^(\/en)?\/xac-minh$/.test(c.req.path)) return withOneReport(c, next)
  if (!/^(\/en)?\/ban-lam-viec\//.test(c.req.path)) return ofThePublic(c, next)
  const carriesFiles = /^multipart\/form-data\b/i.test(c.req.header("content-type") ?? "")
  return (carriesFiles ? withFiles : ofTheDesk)(c, next)
})

function limitTo(bytes: number) {
  return bodyLimit({
    maxSize: bytes,
    onError() {
      throw new HTTPException(413)
    },
  })
}
