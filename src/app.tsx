import { randomBytes } from "node:crypto"
import { Hono } from "hono"
import { compress } from "hono/compress"
import { createMiddleware } from "hono/factory"
import type { Database } from "./database/connection.ts"
import { createAuthSource } from "./features/accounts/auth-source.ts"
import { accountLinks } from "./features/accounts/link-routes.tsx"
import { ownAccount } from "./features/accounts/own-account-routes.tsx"
import { ownFactors } from "./features/accounts/own-factor-routes.tsx"
import { withPerson } from "./features/accounts/session.ts"
import { signIn } from "./features/accounts/sign-in-routes.tsx"
import { administration } from "./features/administration/routes.tsx"
import { agencies } from "./features/agencies/routes.tsx"
import { articleFiles } from "./features/article-files/routes.tsx"
import { changeLog } from "./features/changes/desk-routes.tsx"
import { changes } from "./features/changes/routes.tsx"
import { choosing } from "./features/choosing/routes.ts"
import { desk } from "./features/desk/routes.tsx"
import { drafts } from "./features/drafts/routes.ts"
import { duplicates } from "./features/duplicates/routes.tsx"
import { enteredFigures } from "./features/entered-figures/routes.tsx"
import { crawlers, feeds } from "./features/feeds/routes.ts"
import { files } from "./features/files/routes.ts"
import { type FileStore, openStore } from "./features/files/store.ts"
import { flows } from "./features/flows/routes.tsx"
import { health } from "./features/health/routes.tsx"
import { deskHighlights } from "./features/highlights/desk-routes.tsx"
import { highlights } from "./features/highlights/routes.tsx"
import { home } from "./features/home/routes.tsx"
import { jobs } from "./features/jobs/routes.tsx"
import { legalRules } from "./features/legal-rules/routes.tsx"
import { businessLines } from "./features/lines/routes.tsx"
import { lives } from "./features/lives/routes.tsx"
import { mailbox } from "./features/mail/mailbox-routes.tsx"
import { mail } from "./features/mail/routes.tsx"
import { measures } from "./features/measures/routes.tsx"
import { mistakes, mistakesDesk } from "./features/mistakes/routes.tsx"
import { news } from "./features/news/routes.tsx"
import { newsroom } from "./features/newsroom/desk-routes.tsx"
import { previews } from "./features/newsroom/preview-routes.tsx"
import { officialReports } from "./features/official-reports/desk-routes.tsx"
import { verification } from "./features/official-reports/verify-routes.tsx"
import { people } from "./features/people/routes.tsx"
import { placesDesk } from "./features/places/desk-routes.tsx"
import { places } from "./features/places/routes.tsx"
import { plans } from "./features/plans/routes.tsx"
import { preview } from "./features/preview/routes.tsx"
import { ratingQueue } from "./features/ratings/queue-routes.tsx"
import { ratings } from "./features/ratings/routes.tsx"
import { ratingSchemes } from "./features/ratings/scheme-routes.tsx"
import { records } from "./features/records/routes.tsx"
import { deskRegister } from "./features/register/desk-routes.tsx"
import { personalData } from "./features/register/personal-data-routes.tsx"
import { register } from "./features/register/routes.tsx"
import { registerImports } from "./features/register-import/desk-routes.tsx"
import { reorganisations } from "./features/reorganisations/routes.tsx"
import { waitingForPlace } from "./features/reorganisations/waiting-routes.tsx"
import { reportForms } from "./features/report-forms/routes.tsx"
import { reportWorkbooks } from "./features/report-workbooks/desk-routes.tsx"
import { reportingWindows } from "./features/reporting-windows/routes.tsx"
import { reportChecks } from "./features/reports/check-routes.tsx"
import { reportLists } from "./features/reports/list-routes.tsx"
import { reports } from "./features/reports/routes.tsx"
import { endedRoles, personRoles } from "./features/roles/routes.tsx"
import { roundClosing } from "./features/rounds/closing-routes.tsx"
import { roundExceptions } from "./features/rounds/exception-routes.tsx"
import { rounds } from "./features/rounds/routes.tsx"
import { deskSections } from "./features/sections/desk-routes.tsx"
import { siteSettings } from "./features/site/routes.tsx"
import { sizeRules } from "./features/size-rules/routes.tsx"
import { snapshots } from "./features/snapshots/routes.tsx"
import { targets } from "./features/targets/routes.tsx"
import { wordImport } from "./features/word-import/routes.tsx"
import type { Settings } from "./settings.ts"
import { emblemFile } from "./ui/layout/emblem.tsx"
import { assets } from "./web/assets.ts"
import { bodyLimits } from "./web/body-limits.ts"
import { withoutEnglish } from "./web/english.ts"
import { notFound, onError } from "./web/errors.tsx"
import { healthRoutes } from "./web/health.ts"
import { type Metrics, metricsRoute } from "./web/metrics.ts"
import type { PageCache } from "./web/page-cache.ts"
import { followRequests } from "./web/request-log.ts"
import { sameSite } from "./web/same-site.ts"
import { fileSecurity, security } from "./web/security.ts"
import { textSize } from "./web/text-size-routes.ts"
import { type Env, withView } from "./web/view.ts"

type Parts = {
  db: Database
  settings: Settings
  /** Tests set the clock; nothing else asks what day it is. */
  clock?: () => Date
  /** Keeps public pages; without it each is rendered every time. */
  pages?: PageCache
  /** Counts requests; without it nothing is counted. */
  metrics?: Metrics | undefined
  /** No more requests are to be sent here. */
  isStopping?: () => boolean
  /** Where files are kept; the settings say so, unless a test does. */
  store?: FileStore
}

/** PostgreSQL's text holds every character but this one, so nothing that we have can be called by it. */
const refuseNul = createMiddleware<Env>(async (c, next) => (c.req.url.includes("%00") ? notFound(c) : next()))

/** Every feature, and where it is mounted. */
export function createApp({
  db,
  settings,
  clock = () => new Date(),
  pages: cache,
  metrics,
  isStopping = () => false,
  store = openStore(settings),
}: Parts) {
  // Without one that is kept, whoever is signed in has to sign in again after a restart.
  const secret = settings.secret ?? randomBytes(32).toString("hex")
  const auth = createAuthSource(db, settings, secret)
  const app = new Hono<Env>()
  app.notFound(notFound)
  app.onError(onError)

  app.use(followRequests(metrics))
  app.use(compress())
  // Around the headers, so that a page from memory has them too.
  if (cache) app.use(cache.keep)
  app.use(fileSecurity)
  app.use(security)
  app.use(bodyLimits)
  app.route("/", healthRoutes(db, isStopping))
  if (metrics && settings.metricsToken) app.route("/", metricsRoute(metrics, settings.metricsToken))
  app.route("/", assets)
  app.get("/bieu-trung.svg", (c) =>
    c.body(emblemFile(), 200, { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" }),
  )
  app.use(
    createMiddleware<Env>(async (c, next) => {
      c.set("db", db)
      c.set("settings", settings)
      c.set("auth", auth)
      c.set("files", store)
      await next()
    }),
  )
  app.use(withView(clock))
  app.use(withoutEnglish)
  app.use(withPerson(secret))
  app.use(sameSite(settings.baseUrl))
  app.use(refuseNul)

  const pages = new Hono<Env>()
    .route("/", home)
    .route("/", news)
    .route("/", articleFiles)
    .route("/", wordImport)
    .route("/", newsroom)
    .route("/", previews)
    .route("/", highlights)
    .route("/", feeds)
    .route("/", plans)
    .route("/", targets)
    .route("/", measures)
    .route("/", verification)
    .route("/", officialReports)
    .route("/", snapshots)
    .route("/", mistakes)
    .route("/", register)
    .route("/", places)
    .route("/", changes)
    .route("/", changeLog)
    .route("/", mailbox)
    .route("/", mail)
    .route("/", jobs)
    .route("/", health)
    .route("/", textSize)
    .route("/", signIn)
    .route("/", accountLinks)
    .route("/", ownAccount)
    .route("/", ownFactors)
    .route("/", deskHighlights)
    .route("/", deskSections)
    .route("/", desk)
    .route("/", administration)
    .route("/", drafts)
    .route("/", choosing)
    .route("/", people)
    .route("/", personRoles)
    .route("/", endedRoles)
    .route("/", preview)
    .route("/", siteSettings)
    .route("/", agencies)
    .route("/", registerImports)
    .route("/", reportWorkbooks)
    .route("/", flows)
    .route("/", records)
    .route("/", lives)
    .route("/", deskRegister)
    .route("/", personalData)
    .route("/", placesDesk)
    .route("/", reorganisations)
    .route("/", legalRules)
    .route("/", ratingSchemes)
    .route("/", reportingWindows)
    .route("/", sizeRules)
    .route("/", rounds)
    .route("/", enteredFigures)
    .route("/", reportForms)
    .route("/", ratingQueue)
    .route("/", ratings)
    .route("/", roundClosing)
    .route("/", roundExceptions)
    .route("/", businessLines)
    .route("/", waitingForPlace)
    .route("/", duplicates)
    .route("/", mistakesDesk)
    .route("/", reportLists)
    .route("/", reports)
    .route("/", reportChecks)
  app.route("/", crawlers)
  app.route("/", files)
  app.route("/", pages)
  app.route("/en", pages)
  return app
}
export type App = ReturnType<typeof createApp>
