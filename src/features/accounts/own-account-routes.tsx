import { Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import type { DeskEnv } from "../../rights/guard.ts"
import { optionalText, requiredText } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import { countAttempt } from "./attempts.ts"
import { type OwnVisit, proven, recordOwn, say, someone, withoutValues } from "./own-account.ts"
import { OwnAccountPage } from "./own-account-page.tsx"
import { collectOwnData } from "./own-data.ts"
import { OwnDataPage } from "./own-data-page.tsx"
import { OwnPasswordPage } from "./own-factor-pages.tsx"
import { faultOf } from "./password.ts"
import { findFactors, listPasskeys, listSessions, listSignIns } from "./queries.ts"
import { setPassword } from "./set-password.ts"
import { texts } from "./texts.ts"

const changeForm = (locale: "vi" | "en") =>
  z.object({ current: optionalText(locale, 1000), password: requiredText(locale, 1000) })

/** What is one's own: facts, password, sessions, and all that is kept. */
export const ownAccount = new Hono<DeskEnv>()
  .use("/tai-khoan", someone)
  .use("/tai-khoan/*", someone)
  .get("/tai-khoan", async (c) => {
    const { db, view, person } = c.var
    const [factors, passkeys, sessions, signIns] = await Promise.all([
      findFactors(db, person.id),
      listPasskeys(db, person.id),
      listSessions(db, person.id),
      listSignIns(db, person.id),
    ])
    const said = c.req.query("da")
    return renderPage(
      c,
      <OwnAccountPage
        view={view}
        person={person}
        said={said}
        {...{ factors, passkeys, sessions, signIns }}
      />,
    )
  })

  .get("/tai-khoan/mat-khau", (c) => renderOwnPassword(c, startForm()))
  .post("/tai-khoan/mat-khau", proven, async (c) => {
    const { db, view, person } = c.var
    const form = await readForm(c, changeForm)
    const state = withoutValues(form.state)
    if (!form.ok) return renderOwnPassword(c, state, 422)

    const t = texts[view.locale]
    const minutes = await countAttempt(db, "second_step", { account: `password ${person.id}` })
    if (minutes) return renderOwnPassword(c, withProblem(state, t.wait(minutes)), 429)
    if (!(await knowsPassword(c, form.data.current)))
      return renderOwnPassword(c, withError(state, "current", t.currentRefused), 422)
    const fault = await faultOf(form.data.password, [person.name, person.email, view.site.portal_name])
    if (fault) return renderOwnPassword(c, withError(state, "password", t[fault]), 422)

    await inTransaction(db, async (trx) => {
      await setPassword(trx, person.id, form.data.password, { keepSession: person.session_id })
      await recordOwn(c, trx, "change_password")
    })
    return say(c, "mat-khau")
  })

  .post("/tai-khoan/phien/ket-thuc", async (c) => {
    const { db, person } = c.var
    await inTransaction(db, async (trx) => {
      await trx
        .deleteFrom("sessions")
        .where("user_id", "=", person.id)
        .where("id", "<>", person.session_id)
        .execute()
      await recordOwn(c, trx, "end_sessions")
    })
    return say(c, "cac-phien")
  })
  .post("/tai-khoan/phien/:id/ket-thuc", async (c) => {
    const { db, person } = c.var
    await inTransaction(db, async (trx) => {
      const ended = await trx
        .deleteFrom("sessions")
        .where("id", "=", c.req.param("id") ?? "")
        .where("user_id", "=", person.id)
        .returning("id")
        .executeTakeFirst()
      if (!ended) throw new HTTPException(404)
      await recordOwn(c, trx, "end_sessions")
    })
    return say(c, "phien")
  })

  .get("/tai-khoan/du-lieu", async (c) => {
    const { db, view, person } = c.var
    return renderPage(
      c,
      <OwnDataPage view={view} person={person} data={await collectOwnData(db, person.id)} />,
    )
  })
  .get("/tai-khoan/du-lieu.json", async (c) => {
    c.header("content-disposition", 'attachment; filename="du-lieu-cua-toi.json"')
    return c.json(await collectOwnData(c.var.db, c.var.person.id))
  })

async function knowsPassword(c: OwnVisit, password: string | null) {
  const { has_password } = await findFactors(c.var.db, c.var.person.id)
  if (!has_password) return true
  const { verifyPassword } = await import("./password.ts")
  const account = await c.var.db
    .selectFrom("accounts")
    .select("password")
    .where("user_id", "=", c.var.person.id)
    .where("provider_id", "=", "credential")
    .executeTakeFirst()
  return verifyPassword({ hash: account?.password ?? "", password: password ?? "" })
}

async function renderOwnPassword(c: OwnVisit, form: FormState, status: 200 | 422 | 429 = 200) {
  const { db, view, person } = c.var
  const { has_password } = await findFactors(db, person.id)
  return renderPage(
    c,
    <OwnPasswordPage view={view} person={person} form={form} hasPassword={has_password} />,
    {
      status,
    },
  )
}
