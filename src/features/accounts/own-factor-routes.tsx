import type { RegistrationResponseJSON } from "@simplewebauthn/browser"
import { Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { withQuery } from "../../paths.ts"
import { type DeskEnv, lacksSecondFactor } from "../../rights/guard.ts"
import { optionalText, requiredText } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import { countAttempt } from "./attempts.ts"
import { type OwnVisit, proven, recordOwn, say, someone, withoutValues } from "./own-account.ts"
import { AuthenticatorPage, type AuthenticatorState, RecoveryCodesPage } from "./own-factor-pages.tsx"
import { findFactors } from "./queries.ts"
import { passCookiesOn } from "./sign-in.ts"
import { texts } from "./texts.ts"

const proofForm = (locale: "vi" | "en") => z.object({ password: optionalText(locale, 1000) })
const codeForm = (locale: "vi" | "en") => z.object({ code: requiredText(locale, 20) })

/** Minutes after a second step in which recovery codes are shown. */
const shownFor = 10

/** Authenticator, recovery codes and passkeys of whoever is signed in. */
export const ownFactors = new Hono<DeskEnv>()
  .use("/tai-khoan/*", someone)
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

/** A form that says how long to wait, when a password or code was tried too often. */
async function tooManyTries(c: OwnVisit): Promise<FormState | undefined> {
  const minutes = await countAttempt(c.var.db, "second_step", { account: `own ${c.var.person.id}` })
  return minutes ? withProblem(startForm(), texts[c.var.view.locale].wait(minutes)) : undefined
}

async function renderAuthenticator(c: OwnVisit, form: FormState, status: 200 | 422 | 429 = 200) {
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

async function renderRecoveryCodes(c: OwnVisit, form: FormState, status: 200 | 422 | 429 = 200) {
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
