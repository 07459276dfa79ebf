import type { RequestListener } from "node:http"
import { getRequestListener } from "@hono/node-server"
import type { App } from "../app.tsx"
import type { PageCache } from "./page-cache.ts"

/** What answers a request: from memory where a kept page will do, else the application. */
export function createListener(app: App, pages: PageCache): RequestListener {
  const answer = getRequestListener(app.fetch)
  return (request, response) => {
    if (!pages.answer(request, response)) answer(request, response)
  }
}
