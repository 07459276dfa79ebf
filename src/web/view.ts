import { createMiddleware } from "hono/factory"
import type { Database } from "../database/connection.ts"
import type { AuthSource } from "../features/accounts/auth-source.ts"
import type { FileStore } from "../features/files/store.ts"
import { type Paths, pathsIn } from "../paths.ts"
import type { Person } from "../rights/roles.ts"
import type { Settings } from "../settings.ts"
import { inVietnam } from "../ui/format.ts"
import type { Locale } from "../ui/language.ts"
import { findSite, type Site } from "./site.ts"
import { readTextSize, type TextSize } from "./text-size.ts"

/** What every page is given: who publishes it, in which language, for which day. */
export type View = {
  locale: Locale
  paths: Paths
  /** The address asked for, without the query. */
  path: string
  /** The same with its query. */
  address: string
  /** Scheme and host for addresses that leave the site, without a slash at the end. */
  origin: string
  site: Site
  today: string
  textSize: TextSize
}

export type Env = {
  Variables: {
    db: Database
    settings: Settings
    /** Stands in the answer, in the log, and on the page of an error. */
    requestId: string
    /** Where files that people hand in are kept. */
    files: FileStore
    view: View
    auth: AuthSource
    /** Who is signed in; nobody on most requests, since public pages are the same for all. */
    person?: Person
    /** Where the request came from, as far as can be told. */
    requestAddress?: string
    /** Set where a file of someone's is answered with: what may load and run in it, instead of our own rule. */
    filePolicy?: string
    /** The facts this answer shows; it is kept until one of them changes. Empty: not kept. */
    topics: readonly Topic[]
  }
}

/** Topics of the fact log in the database (migration 0007): what a kept page may depend on. */
export type Topic = "site" | "news" | "plans" | "register" | "reports" | "places"

const pathsOf: Record<Locale, Paths> = { vi: pathsIn("vi"), en: pathsIn("en") }

export function withView(clock: () => Date) {
  return createMiddleware<Env>(async (c, next) => {
    const path = c.req.path
    const locale: Locale = path === "/en" || path.startsWith("/en/") ? "en" : "vi"
    c.set("topics", [])
    c.set("view", {
      locale,
      paths: pathsOf[locale],
      path,
      address: path + new URL(c.req.url).search,
      origin: c.var.settings.baseUrl,
      site: await findSite(c.var.db),
      today: inVietnam(clock()).day,
      textSize: readTextSize(c),
    })
    await next()
  })
}
