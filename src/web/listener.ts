import { getRequestListener } from "@hono/node-server"
import type { App } from "../app.tsx"

/** What answers a request: whatever may stand in front of the application is put together here. */
export function createListener(app: App) {
  return getRequestListener(app.fetch)
}
