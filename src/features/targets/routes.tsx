import { type Context, Hono } from "hono"
import { readDay } from "../../ui/format.ts"
import { filePattern, readFileName, sendList } from "../../web/list-file.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { readAsked } from "../measures/asked.ts"
import { getMeasure, type MeasureCode } from "../measures/catalogue.ts"
import { evidenceList, readEvidence } from "../measures/read-evidence.ts"
import { findPlan } from "../plans/queries.ts"
import { lastDayShown, periodOf, readScoreboard, scopeOf } from "./scoreboard.ts"
import { TargetPage } from "./target-page.tsx"

export const targets = new Hono<Env>()
  .get(`/ke-hoach/:plan{[a-z0-9-]+}/chi-tieu/:file{[a-z0-9-]+${filePattern}}`, async (c) => {
    const file = readFileName(c.req.param("file"))
    const asked = file && (await readTargetAsked(c, c.req.param("plan"), file.name))
    if (!asked?.counted) return c.notFound()
    const { plan, target, counted } = asked
    return await sendList(c, file!.format, evidenceList(c.var, `${plan.slug}-${target.slug}`, counted))
  })

  .get("/ke-hoach/:plan{[a-z0-9-]+}/chi-tieu/:target{[a-z0-9-]+}", async (c) => {
    const { db, view } = c.var
    const asked = await readTargetAsked(c, c.req.param("plan"), c.req.param("target"))
    if (!asked) return c.notFound()

    const { plan, target, counted } = asked
    const [rows, read] = await Promise.all([
      readScoreboard(db, plan, [target], readDay(c.req.query("ngay")) ?? view.today),
      counted && readEvidence(db, counted.measure, counted.scope, counted.asked),
    ])
    const evidence = counted && read ? { measure: counted.measure, asked: counted.asked, ...read } : null
    return renderPage(c, <TargetPage view={view} plan={plan} row={rows[0]!} evidence={evidence} />, {
      topics: ["plans", "register", "reports", "places"],
    })
  })

/** The target an address names and, where the system counts it, what the address asks of its figure. */
async function readTargetAsked(c: Context<Env>, planSlug: string, targetSlug: string) {
  const { db, view } = c.var
  const plan = await findPlan(db, planSlug)
  const target = plan?.targets.find(({ slug }) => slug === targetSlug)
  if (!plan || !target) return undefined
  if (!target.measure) return { plan, target, counted: null }

  const measure = getMeasure(target.measure as MeasureCode)
  const asked = await readAsked(c, db, measure)
  if (!asked) return undefined

  const scope = scopeOf(target, plan, lastDayShown(periodOf(target, plan), asked.day ?? view.today))
  return { plan, target, counted: { measure, asked, scope } }
}
