import type { RegistrationResponseJSON } from "@simplewebauthn/browser"
import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { withQuery } from "../../paths.ts"
import { authorOf, type DeskEnv, lacksSecondFactor } from "../../rights/guard.ts"
import type { Person } from "../../rights/roles.ts"
import { optionalText, requiredText } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import type { ActionOn } from "../changes/deeds.ts"
import { recordChange } from "../changes/record-change.ts"
import { countAttempt } from "./attempts.ts"
import { OwnAccountPage } from "./own-account-page.tsx"
import { collectOwnData } from "./own-data.ts"
import { OwnDataPage } from "./own-data-page.tsx"
import {
  AuthenticatorPage,
  type AuthenticatorState,
  OwnPasswordPage,
  RecoveryCodesPage,
} from "./own-factor-pages.tsx"
import { faultOf } from "./password.ts"
import { findFactors, listPasskeys, listSessions, listSignIns } from "./queries.ts"
import { setPassword } from "./set-password.ts"
import { passCookiesOn } from "./sign-in.ts"
import { texts } from "./texts.ts"

type Visit = Context<DeskEnv>

const changeForm = (locale: "vi" | "en") =>
  z.object({ current: optionalText(locale, 1000), password: requiredText(locale, 1000) })
const proofForm = (locale: "vi" | "en") => z.object({ password: optionalText(locale, 1000) })
const codeForm = (locale: "vi" | "en") => z.object({ code: requiredText(locale, 20) })

/** Minutes after a second step in which recovery codes are shown. */
const shownFor = 10

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

  .get("/tai-khoan/buoc-hai", (c) => renderAuthenticator(c, startForm()))
  .post("/tai-khoan/buoc-hai/ma-moi", proven, async (c) => {
    const { startAuthenticator } = await import("./second-factor.ts")
    const form = await readForm(c, proofForm)
    const password = form.ok ? (form.data.password ?? "") : ""
    const wait = await tooManyTries(c)
    if (wait) return renderAuthenticator(c, wait, 429)
    if (!(await startAuthenticator(c, await c.var.auth.get(), password))) {
      const t = texts[c.var.view.locale]
      return renderAuthenticator(c, withError(withoutValues(form.state), "password", t.currentRefused), 422)
    }
    return c.redirect(
      withQuery(c.var.view.paths.ownSecondFactor(), { "tro-lai": c.req.query("tro-lai") }),
      303,
    )
  })
  .post("/tai-khoan/buoc-hai", async (c) => {
    const { confirmAuthenticator } = await import("./second-factor.ts")
    const t = texts[c.var.view.locale]
    const form = await readForm(c, codeForm)
    if (!form.ok) return renderAuthenticator(c, withoutValues(form.state), 422)
    const wait = await tooManyTries(c)
    if (wait) return renderAuthenticator(c, wait, 429)
    if (!(await confirmAuthenticator(c, await c.var.auth.get(), form.data.code)))
      return renderAuthenticator(c, withError(withoutValues(form.state), "code", t.codeRefused), 422)
    return c.redirect(c.var.view.paths.ownRecoveryCodes(), 303)
  })
  .post("/tai-khoan/buoc-hai/viec-go", proven, async (c) => {
    const { removeAuthenticator } = await import("./second-factor.ts")
    const form = await readForm(c, proofForm)
    const wait = await tooManyTries(c)
    if (wait) return renderAuthenticator(c, wait, 429)
    const password = form.ok ? (form.data.password ?? "") : ""
    if (!(await removeAuthenticator(c, await c.var.auth.get(), password))) {
      const t = texts[c.var.view.locale]
      return renderAuthenticator(c, withError(withoutValues(form.state), "password", t.currentRefused), 422)
    }
    return say(c, "go-ung-dung")
  })

  .get("/tai-khoan/ma-khoi-phuc", proven, (c) => renderRecoveryCodes(c, startForm()))
  .post("/tai-khoan/ma-khoi-phuc", proven, async (c) => {
    const { renewRecoveryCodes } = await import("./second-factor.ts")
    const form = await readForm(c, proofForm)
    const t = texts[c.var.view.locale]
    const wait = await tooManyTries(c)
    if (wait) return renderRecoveryCodes(c, wait, 429)
    const password = form.ok ? (form.data.password ?? "") : ""
    if (!(await renewRecoveryCodes(c, await c.var.auth.get(), password)))
      return renderRecoveryCodes(c, withError(withoutValues(form.state), "password", t.currentRefused), 422)
    return c.redirect(c.var.view.paths.ownRecoveryCodes(), 303)
  })

  .get("/tai-khoan/khoa-truy-cap", proven, async (c) => {
    const auth = await c.var.auth.get()
    const response = await auth.api.generatePasskeyRegistrationOptions({
      query: {},
      headers: c.req.raw.headers,
      asResponse: true,
    })
    if (!response.ok) throw new HTTPException(403)
    passCookiesOn(c, response)
    return c.json(await response.json(), 200, { "cache-control": "no-store" })
  })
  .post("/tai-khoan/khoa-truy-cap", proven, async (c) => {
    const { withAuthInTransaction } = await import("./auth.ts")
    const sent = z
      .object({
        response: z.custom<RegistrationResponseJSON>((value) => typeof value === "object" && value !== null),
        name: z.string().trim().max(100).optional(),
      })
      .safeParse(await c.req.json().catch(() => null))
    if (!sent.success) throw new HTTPException(400)
    const auth = await c.var.auth.get()
    const added = await withAuthInTransaction(c.var.db, async (trx) => {
      const response = await auth.api.verifyPasskeyRegistration({
        body: { response: sent.data.response, ...(sent.data.name && { name: sent.data.name }) },
        headers: c.req.raw.headers,
        asResponse: true,
      })
      if (!response.ok) return false
      await recordOwn(c, trx, "add_passkey")
      return true
    })
    return added
      ? c.json({ to: withQuery(c.var.view.paths.ownAccount(), { da: "them-khoa" }) })
      : c.json({}, 422)
  })
  .post("/tai-khoan/khoa-truy-cap/:id/viec-go", proven, async (c) => {
    const { db, person } = c.var
    await inTransaction(db, async (trx) => {
      const removed = await trx
        .deleteFrom("passkeys")
        .where("id", "=", c.req.param("id") ?? "")
        .where("user_id", "=", person.id)
        .returning("name")
        .executeTakeFirst()
      if (!removed) throw new HTTPException(404)
      await recordOwn(c, trx, "remove_passkey")
    })
    return say(c, "go-khoa")
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

/** Someone signed in, whether or not they have shown a second factor yet: here is where they set one up. */
async function someone(c: Visit, next: () => Promise<void>) {
  const person: Person | undefined = c.var.person
  const isReading = c.req.method === "GET" || c.req.method === "HEAD"
  if (!person && !isReading) throw new HTTPException(401)
  if (!person) return c.redirect(withQuery(c.var.view.paths.signIn(), { "tro-lai": c.var.view.address }), 303)
  c.header("cache-control", "private, no-store")
  await next()
}

/** Whoever has a second factor shows it before they change what proves who they are. */
async function proven(c: Visit, next: () => Promise<void>) {
  const { person, view } = c.var
  if (person.has_second_factor && person.second_factor_at === null)
    return c.redirect(withQuery(view.paths.secondStep(), { "tro-lai": view.paths.ownAccount() }), 303)
  await next()
}

async function knowsPassword(c: Visit, password: string | null) {
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

/** A form that says how long to wait, when a password or code was tried too often. */
async function tooManyTries(c: Visit): Promise<FormState | undefined> {
  const minutes = await countAttempt(c.var.db, "second_step", { account: `own ${c.var.person.id}` })
  return minutes ? withProblem(startForm(), texts[c.var.view.locale].wait(minutes)) : undefined
}

async function recordOwn(c: Visit, trx: Parameters<typeof recordChange>[0], action: ActionOn<"person">) {
  const { id } = c.var.person
  await recordChange(trx, { ...authorOf(c, "use_desk"), action, record_kind: "person", record_key: id })
}

function say(c: Visit, da: string) {
  return c.redirect(withQuery(c.var.view.paths.ownAccount(), { da }), 303)
}

/** Passwords and codes are never shown again. */
function withoutValues(state: FormState): FormState {
  return { ...state, values: {} }
}

async function renderOwnPassword(c: Visit, form: FormState, status: 200 | 422 | 429 = 200) {
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

async function renderAuthenticator(c: Visit, form: FormState, status: 200 | 422 | 429 = 200) {
  const { pendingAuthenticator } = await import("./second-factor.ts")
  const { db, view, person } = c.var
  const auth = await c.var.auth.get()
  const factors = await findFactors(db, person.id)
  const pending = factors.authenticator_verified ? undefined : await pendingAuthenticator(db, auth, person)
  const state: AuthenticatorState = factors.authenticator_verified ? "on" : pending ? "pending" : "off"
  const page = (
    <AuthenticatorPage
      view={view}
      person={person}
      form={form}
      state={state}
      pending={pending}
      hasPassword={factors.has_password}
      isNeeded={lacksSecondFactor(person)}
    />
  )
  return renderPage(c, page, { status })
}

async function renderRecoveryCodes(c: Visit, form: FormState, status: 200 | 422 | 429 = 200) {
  const { recoveryCodesOf } = await import("./second-factor.ts")
  const { db, view, person } = c.var
  const factors = await findFactors(db, person.id)
  if (!factors.authenticator_verified) return c.notFound()
  const codes = await recoveryCodesOf(await c.var.auth.get(), person.id)
  const shownSince = Date.now() - shownFor * 60_000
  const isShown = person.second_factor_at !== null && person.second_factor_at.getTime() > shownSince
  const page = (
    <RecoveryCodesPage
      view={view}
      person={person}
      form={form}
      codes={isShown ? codes : undefined}
      left={codes.length}
      hasPassword={factors.has_password}
    />
  )
  return renderPage(c, page, { status })
}
