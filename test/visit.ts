import { createApp } from "../src/app.tsx"
import type { Database } from "../src/database/connection.ts"
import { readSettings } from "../src/settings.ts"

/** Visits pages of the real application, on a day of one's choosing. */
export function visitor(db: Database, { today = "2026-03-02" }: { today?: string } = {}) {
  const settings = readSettings({ BASE_URL: "https://ktth.example.vn" })
  const app = createApp({ db, settings, clock: () => new Date(`${today}T09:00:00+07:00`) })

  async function get(path: string, headers: Record<string, string> = {}) {
    const response = await app.request(path, { headers })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  async function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await app.request(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(form),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  return { app, get, post }
}
