import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { formatDay, formatNumber, isOpen } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { optionalDay, optionalNumber, requiredDay, requiredText, ticked } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { versionField } from "../../web/versions.ts"
import { readHistory } from "../changes/history.tsx"
import type { SizeAxis } from "../register/sizes.ts"
import { asked, checkRules, classesDown } from "./check-rules.ts"
import { keepSet, listSets, rulesFrom, type SizeSet, setKey } from "./keep-rules.ts"
import { SetPage, SetsPage, setsList } from "./pages.tsx"
import { texts } from "./texts.ts"
import { sizeFaultWords } from "./words.ts"

const root = "/ban-lam-viec/quan-tri/quy-mo"
const one = `${root}/:set{[a-z0-9_-]{1,40}}/:from{[0-9]{4}-[0-9]{2}-[0-9]{2}}`
const keeps = allowed("administer", "see_administration")

/** Thresholds of the size classes, kept by an administrator. */
export const sizeRules = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("see_administration"))
  .use(`${root}/*`, signedIn, allowed("see_administration"))

  .get(root, async (c) => {
    const { db, view, person } = c.var
    return renderPage(c, <SetsPage view={view} person={person} sets={await listSets(db)} />)
  })

  .route(
    "/",
    deskFiles(root, "see_administration", async (c) => setsList(c.var.view, await listSets(c.var.db))),
  )

  .get(one, async (c) => {
    const set = await setAsked(c)
    return renderSet(c, set, startSet(set))
  })

  .post(one, keeps, async (c) => save(c, { isNew: false }))

  .get(`${one}/moi`, keeps, async (c) => {
    const set = await setAsked(c)
    return renderSet(
      c,
      set,
      { ...startSet(set), values: { ...startSet(set).values, valid_from: [] } },
      { isNew: true },
    )
  })

  .post(`${one}/moi`, keeps, async (c) => save(c, { isNew: true }))

async function save(c: Context<DeskEnv>, { isNew }: { isNew: boolean }) {
  const { db, view } = c.var
  const t = texts[view.locale]
  const set = await setAsked(c)
  const read = await readForm(c, setForm(set.axis))
  const refuse = (form: FormState, status: 409 | 422 = 422) => renderSet(c, set, form, { isNew, status })
  if (!read.ok) return refuse(read.state)
  const { valid_from, valid_to, article, is_checked, ...typed } = read.data as unknown as Typed
  if (valid_to !== "infinity" && valid_to < valid_from)
    return refuse(withError(read.state, "valid_to", t.backwards))
  const rules = rulesFrom(set.axis, typed)
  const faults = checkRules(rules.map((rule) => ({ ...rule, axis: set.axis, industry: set.industry })))
  if (faults.length > 0)
    return refuse(
      withProblem(read.state, faults.map((fault) => sizeFaultWords(fault, view.locale)).join(" ")),
    )
  const kept = await keepSet(
    db,
    authorOf(c, "administer"),
    { ...set, version: Number(read.state.values[versionField]?.[0]) },
    { valid_from, valid_to, article, is_checked, rules },
    { isNew },
  )
  if (kept === "moved on") return refuse(withProblem(read.state, t.moved), 409)
  if (kept === "overlaps") return refuse(withError(read.state, "valid_from", t.overlaps))
  return c.redirect(view.paths.sizeRules(), 303)
}

type Typed = {
  valid_from: string
  valid_to: string
  article: string
  is_checked: boolean
} & Record<string, number | boolean | null>

function setForm(axis: SizeAxis) {
  return (locale: Locale) =>
    z.object({
      ...Object.fromEntries(
        classesDown
          .filter((name) => name !== "micro")
          .flatMap((name) =>
            asked[axis].map((field) => [
              `${name}_${field}`,
              optionalNumber(locale, undefined, { least: 1, most: 999_999_999_999_999, whole: true }),
            ]),
          ),
      ),
      micro: ticked(),
      article: requiredText(locale, 200),
      is_checked: ticked(),
      valid_from: requiredDay(locale),
      valid_to: optionalDay(locale).transform((day) => day ?? "infinity"),
    })
}

function startSet(set: SizeSet) {
  const number = (value: number | null) => (value === null ? null : formatNumber(value, "vi"))
  return startForm({
    ...Object.fromEntries(
      set.rules.flatMap((rule) =>
        asked[set.axis].map((field) => [`${rule.class}_${field}`, number(rule[field])]),
      ),
    ),
    micro: set.rules.some((rule) => rule.class === "micro") ? "1" : null,
    article: set.article,
    is_checked: set.is_checked ? "1" : null,
    valid_from: formatDay(set.valid_from, "vi"),
    valid_to: isOpen(set.valid_to) ? null : formatDay(set.valid_to, "vi"),
  })
}

async function setAsked(c: Context<DeskEnv>) {
  const [key, from] = [c.req.param("set"), c.req.param("from")]
  const set = (await listSets(c.var.db)).find((each) => setKey(each) === key && each.valid_from === from)
  if (!set) throw new HTTPException(404)
  return set
}

async function renderSet(
  c: Context<DeskEnv>,
  set: SizeSet,
  form: FormState,
  { isNew = false, status = 200 }: { isNew?: boolean; status?: 200 | 409 | 422 } = {},
) {
  const { view, person } = c.var
  const history = await readHistory(c, [{ kind: "size_threshold", key: setKey(set) }])
  const page = <SetPage view={view} person={person} set={set} form={form} isNew={isNew} history={history} />
  return renderPage(c, page, { status })
}
