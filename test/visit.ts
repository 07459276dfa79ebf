import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createApp } from "../src/app.tsx"
import type { Database } from "../src/database/connection.ts"
import { folderStore } from "../src/features/files/folder-store.ts"
import type { FileStore } from "../src/features/files/store.ts"
import { log } from "../src/log.ts"
import { readSettings } from "../src/settings.ts"
import { asApplication } from "./database.ts"
import { type SignedIn, secret } from "./fixtures/people.ts"

// What tests ask for is not worth a line each.
log.level = "warn"

const origin = "https://ktth.example.vn"

/** Files that tests hand in; the folder goes with the process. */
export const testStore = folderStore(temporaryFolder())

type Form = Record<string, string | string[]>

/** Visits pages of the real application, on a day of one's choosing; `as(someone)` visits them signed in. */
export function visitor(
  db: Database,
  { today = "2026-03-02", store = testStore }: { today?: string; store?: FileStore } = {},
) {
  const settings = readSettings({ BASE_URL: origin, SECRET: secret })
  const app = createApp({
    db: asApplication(db),
    settings,
    store,
    clock: () => new Date(`${today}T09:00:00+07:00`),
  })

  function visiting(always: Record<string, string> = {}) {
    async function ask(path: string, request: RequestInit) {
      const response = await app.request(path, {
        ...request,
        headers: { ...always, ...(request.headers as Record<string, string>) },
      })
      return { status: response.status, headers: response.headers, text: await response.text() }
    }
    return {
      get: (path: string, headers: Record<string, string> = {}) => ask(path, { headers }),
      /** Sends a form as a browser does from a page of the same site. */
      post: (path: string, form: Form | FormData, headers: Record<string, string> = {}) =>
        form instanceof FormData
          ? ask(path, { method: "POST", headers: { origin, ...headers }, body: form })
          : ask(path, {
              method: "POST",
              headers: { "content-type": "application/x-www-form-urlencoded", origin, ...headers },
              body: encoded(form),
            }),
    }
  }

  return { app, ...visiting(), as: ({ cookie }: SignedIn) => visiting({ cookie }) }
}

function encoded(form: Form) {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
}

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "hoptac-files-"))
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
