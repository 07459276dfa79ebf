import { Hono } from "hono"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { jobsList } from "./jobs-list.ts"
import { JobsPage, jobsPerPage } from "./jobs-page.tsx"
import { listJobs, retryJob } from "./queries.ts"
import { readState, stateAddress } from "./state-addresses.ts"

/** The queue forgets what is done long before. */
const mostInFile = 100_000

export const jobs = new Hono<DeskEnv>()
  .get("/ban-lam-viec/quan-tri/cong-viec", signedIn, allowed("see_administration"), async (c) => {
    const { db, view, person } = c.var
    const state = readState(c.req.query("trang-thai"))
    const page = readPage(c.req.query("trang"))
    const list = await listJobs(db, { state, limit: jobsPerPage, offset: (page - 1) * jobsPerPage })
    return renderPage(c, <JobsPage view={view} person={person} page={page} state={state} {...list} />)
  })
  .route(
    "/",
    deskFiles("/ban-lam-viec/quan-tri/cong-viec", "see_administration", async (c) => {
      const { db, view } = c.var
      const asked = { state: readState(c.req.query("trang-thai")), limit: mostInFile, offset: 0 }
      return jobsList(view, (await listJobs(db, asked)).jobs)
    }),
  )
  .post(
    "/ban-lam-viec/quan-tri/cong-viec/:id{[0-9a-f-]{36}}/lan-chay-lai",
    signedIn,
    allowed("administer", "see_administration"),
    async (c) => {
      const { db, view } = c.var
      if (!(await retryJob(db, c.req.param("id"), authorOf(c, "administer")))) return c.notFound()
      return c.redirect(view.paths.jobs({ "trang-thai": stateAddress.waiting }), 303)
    },
  )
