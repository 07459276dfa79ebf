import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { versionField } from "../../web/versions.ts"
import { readHistory } from "../changes/history.tsx"
import { reachOn } from "../register/desk-queries.ts"
import { addRule, changeRule, findRule, type KeptRule, listRules } from "./keep-rules.ts"
import { rulesList, shortList } from "./lists.ts"
import { NewRulePage, RulePage, RulesPage, ShortPage, shortPerPage } from "./pages.tsx"
import { listShort } from "./read-warnings.ts"
import { faultOf, newRuleForm, ruleForm, settled, startRule } from "./rule-form.ts"
import { texts } from "./texts.ts"
import { type RuleName, legalRules as ruleNames } from "./warnings.ts"

const root = "/ban-lam-viec/quan-tri/quy-dinh"
const shortRoot = "/ban-lam-viec/chua-dung-quy-dinh"

/** Rules of the law, kept by an administrator, and the organisations that are short of them. */
export const legalRules = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_administration"))
  .use(`${root}/*`, signedIn, allowed("see_administration"))

  .get(root, async (c) => {
    const { db, view, person } = c.var
    return renderPage(c, <RulesPage view={view} person={person} rules={await listRules(db)} />)
  })

  .route(
    "/",
    deskFiles(root, "see_administration", async (c) => rulesList(c.var.view, await listRules(c.var.db))),
  )

  .get(`${root}/moi`, allowed("administer", "see_administration"), (c) => renderNew(c, startForm({})))

  .post(root, allowed("administer", "see_administration"), async (c) => {
    const { db, view } = c.var
    const read = await readForm(c, newRuleForm)
    if (!read.ok) return renderNew(c, read.state, 422)
    const { rule, kind, ...facts } = read.data
    const fault = faultOf(rule, facts, view.locale)
    if (fault) return renderNew(c, withError(read.state, fault.field, fault.message), 422)
    const id = await addRule(db, authorOf(c, "administer"), { rule, kind, ...settled(rule, facts) })
    if (id === undefined)
      return renderNew(c, withError(read.state, "valid_from", texts[view.locale].overlaps), 422)
    return c.redirect(view.paths.legalRules(), 303)
  })

  .get(`${root}/:id{[0-9]{1,15}}`, async (c) => {
    const rule = await ruleAsked(c)
    return renderRule(c, rule, startRule(rule))
  })

  .post(`${root}/:id{[0-9]{1,15}}`, allowed("administer", "see_administration"), async (c) => {
    const { db, view } = c.var
    const t = texts[view.locale]
    const rule = await ruleAsked(c)
    const read = await readForm(c, ruleForm)
    if (!read.ok) return renderRule(c, rule, read.state, 422)
    const fault = faultOf(rule.rule, read.data, view.locale)
    if (fault) return renderRule(c, rule, withError(read.state, fault.field, fault.message), 422)
    const opened = { ...rule, version: Number(read.state.values[versionField]?.[0]) }
    const kept = await changeRule(db, authorOf(c, "administer"), opened, settled(rule.rule, read.data))
    if (kept === "overlaps") return renderRule(c, rule, withError(read.state, "valid_from", t.overlaps), 422)
    if (kept === "moved on") return renderRule(c, rule, withProblem(read.state, t.moved), 409)
    return c.redirect(view.paths.legalRules(), 303)
  })

  .get(shortRoot, signedIn, allowed("see_organisations"), async (c) => {
    const { view, person } = c.var
    const short = await readShort(c)
    const last = Math.max(1, Math.ceil(short.found.length / shortPerPage))
    const page = Math.min(readPage(c.req.query("trang")), last)
    return renderPage(c, <ShortPage view={view} person={person} page={page} {...short} />)
  })

  .route(
    "/",
    deskFiles(shortRoot, "see_organisations", async (c) => shortList(c.var.view, (await readShort(c)).found)),
  )

/** Those that someone answers for and that are short of the law today, by one rule or by any. */
async function readShort(c: Context<DeskEnv>) {
  const { db, person, view } = c.var
  const rule = ruleNames.find((each) => each === c.req.query("quy-dinh"))
  const all = await listShort(db, await reachOn(db, person, view.today), view.today)
  const found = rule ? all.filter(({ warnings }) => warnings.some((each) => each.rule.rule === rule)) : all
  const counts = new Map<RuleName, number>()
  for (const name of all.flatMap(({ warnings }) => warnings.map((each) => each.rule.rule)))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  return { rule, counts, found }
}

async function ruleAsked(c: Context<DeskEnv>) {
  const rule = await findRule(c.var.db, Number(c.req.param("id")))
  if (!rule) throw new HTTPException(404)
  return rule
}

function renderNew(c: Context<DeskEnv>, form: FormState, status: 200 | 422 = 200) {
  const { view, person } = c.var
  return renderPage(c, <NewRulePage view={view} person={person} form={form} />, { status })
}

async function renderRule(
  c: Context<DeskEnv>,
  rule: KeptRule,
  form: FormState,
  status: 200 | 409 | 422 = 200,
) {
  const { view, person } = c.var
  const seen = Number(form.values[versionField]?.[0])
  const version = Number.isSafeInteger(seen) ? seen : rule.version
  const history = await readHistory(c, [{ kind: "legal_rule", id: rule.id }])
  return renderPage(
    c,
    <RulePage view={view} person={person} rule={rule} form={form} version={version} history={history} />,
    { status },
  )
}
