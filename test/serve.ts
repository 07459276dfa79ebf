import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { Database } from "../src/database/connection.ts"
import { readSettings } from "../src/settings.ts"
import { createListener } from "../src/web/listener.ts"
import { createPageCache } from "../src/web/page-cache.ts"
import { asApplication } from "./database.ts"
import { runHoptac } from "./program.ts"

/** The application over the wire as the public is served: with its built files, and with pages kept. */
export async function serveOverTheWire(db: Database) {
  // Builds the files, which the application looks for as it is loaded.
  await runHoptac(["--version"])
  const { createApp } = await import("../src/app.tsx")
  const pages = createPageCache()
  pages.resume()
  const app = createApp({ db: asApplication(db), settings: readSettings({}), pages })
  const server = createServer(createListener(app, pages)).listen(0, "127.0.0.1")
  await once(server, "listening")

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
