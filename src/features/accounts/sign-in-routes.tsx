import type { AuthenticationResponseJSON } from "@simplewebauthn/browser"
import { type Context, Hono } from "hono"
import { deleteCookie } from "hono/cookie"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { inTransaction } from "../../database/connection.ts"
import { requiredEmail, requiredText } from "../../web/form-fields.ts"
import type { FormState } from "../../web/forms.ts"
import { readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import { onThisSite } from "../../web/text-size-routes.ts"
import type { Env } from "../../web/view.ts"
import { recordChange } from "../changes/record-change.ts"
import { countAttempt } from "./attempts.ts"
import { authPath, ssoProvider } from "./auth-path.ts"
import { findUserByEmail, mailLink } from "./people.ts"
import { sessionCookie } from "./session.ts"
import { passCookiesOn, settle, signInWithPassword, takeSecondStep } from "./sign-in.ts"
import { ForgottenPasswordPage, SecondStepPage, SignInPage } from "./sign-in-pages.tsx"
import { texts } from "./texts.ts"

const signInForm = (locale: "vi" | "en") =>
  z.object({
    email: requiredText(locale, 254),
    password: requiredText(locale, 1000),
    "tro-lai": z.string().optional(),
  })
const codeForm = (locale: "vi" | "en") =>
  z.object({ code: requiredText(locale, 100), "tro-lai": z.string().optional() })
const forgottenForm = (locale: "vi" | "en") => z.object({ email: requiredEmail(locale) })

export const signIn = new Hono<Env>()
  .get("/dang-nhap", async (c) => {
    if (c.var.person) return c.redirect(c.var.view.paths.desk(), 303)
    const t = texts[c.var.view.locale]
    const problem = { "chua-moi": t.singleSignOnRefused, "khong-tra-loi": t.singleSignOnAway }[
      c.req.query("loi") ?? ""
    ]
    return renderSignIn(c, problem ? withProblem(startForm(), problem) : startForm(), c.req.query("tro-lai"))
  })
  .post("/dang-nhap", async (c) => {
    const form = await readForm(c, signInForm)
    const state = { ...form.state, values: { ...form.state.values, password: [] } }
    const back = form.state.values["tro-lai"]?.[0]
    if (!form.ok) return renderSignIn(c, state, back, 422)

    const t = texts[c.var.view.locale]
    const result = await signInWithPassword(c, await c.var.auth.get(), form.data)
    if (result.outcome === "wait")
      return renderSignIn(c, withProblem(state, t.wait(result.minutes)), back, 429)
    if (result.outcome === "refused") return renderSignIn(c, withProblem(state, t.refused), back, 422)
    if (result.outcome === "second_step") return goOn(c, c.var.view.paths.secondStep(), back)
    return c.redirect(wayBack(c, back), 303)
  })
  .get("/dang-nhap/buoc-hai", (c) =>
    renderSecondStep(c, "second_factor", startForm(), c.req.query("tro-lai")),
  )
  .post("/dang-nhap/buoc-hai", (c) => answerSecondStep(c, "second_factor"))
  .get("/dang-nhap/ma-khoi-phuc", (c) =>
    renderSecondStep(c, "recovery_code", startForm(), c.req.query("tro-lai")),
  )
  .post("/dang-nhap/ma-khoi-phuc", (c) => answerSecondStep(c, "recovery_code"))
  .get("/dang-nhap/khoa-truy-cap", async (c) => {
    const auth = await c.var.auth.get()
    const response = await auth.api.generatePasskeyAuthenticationOptions({
      headers: c.req.raw.headers,
      asResponse: true,
    })
    passCookiesOn(c, response)
    const options = await response.json()
    // Signing in without a password asks the device who holds it.
    return c.json({ ...options, userVerification: "required" }, 200, { "cache-control": "no-store" })
  })
  .post("/dang-nhap/khoa-truy-cap", async (c) => {
    const minutes = await countAttempt(c.var.db, "sign_in", { address: c.var.requestAddress })
    if (minutes) return c.json({ signedIn: false }, 429)
    const { response: proof, back } = z
      .object({ response: z.custom<AuthenticationResponseJSON>(isRecord), back: z.string().optional() })
      .parse(await c.req.json().catch(badRequest))
    const auth = await c.var.auth.get()
    const response = await auth.api.verifyPasskeyAuthentication({
      body: { response: proof },
      headers: c.req.raw.headers,
      asResponse: true,
    })
    const session = response.ok ? await settle(c, response, "passkey") : undefined
    return session ? c.json({ signedIn: true, to: wayBack(c, back) }) : c.json({ signedIn: false }, 401)
  })
  .get("/dang-nhap/mot-cua", async (c) => {
    const { singleSignOn } = c.var.settings
    if (!singleSignOn) return c.notFound()
    const auth = await c.var.auth.withSingleSignOn()
    const { paths } = c.var.view
    if (!auth) return c.redirect(`${paths.signIn()}?loi=khong-tra-loi`, 303)

    const response = await auth.api.signInSocial({
      body: {
        provider: ssoProvider,
        callbackURL: wayBack(c, c.req.query("tro-lai")),
        errorCallbackURL: `${paths.signIn()}?loi=chua-moi`,
        disableRedirect: true,
      },
      headers: c.req.raw.headers,
      asResponse: true,
    })
    const { url }: { url?: string } = await response.json()
    if (!url) return c.redirect(`${paths.signIn()}?loi=khong-tra-loi`, 303)
    passCookiesOn(c, response)
    return c.redirect(url, 303)
  })
  .get(`${authPath}/callback/${ssoProvider}`, async (c) => {
    const { singleSignOn } = c.var.settings
    const auth = singleSignOn && (await c.var.auth.withSingleSignOn())
    if (!auth) return c.notFound()
    const { withAuthInTransaction } = await import("./auth.ts")
    const response = await withAuthInTransaction(c.var.db, () => auth.handler(c.req.raw))
    const to = response.headers.get("location") ?? c.var.view.paths.signIn()
    const proven = singleSignOn.hasSecondFactor
    const session = await settle(c, response, "sso", { proven })
    const refused = `${c.var.view.paths.signIn()}?loi=chua-moi`
    return c.redirect(session ? (onThisSite(withoutOrigin(c, to)) ?? c.var.view.paths.desk()) : refused, 303)
  })
  .get("/quen-mat-khau", (c) => renderPage(c, <ForgottenPasswordPage view={c.var.view} form={startForm()} />))
  .post("/quen-mat-khau", async (c) => {
    const { view, db, settings } = c.var
    const form = await readForm(c, forgottenForm)
    if (!form.ok)
      return renderPage(c, <ForgottenPasswordPage view={view} form={form.state} />, { status: 422 })

    const { email } = form.data
    const minutes = await countAttempt(db, "reset", { account: email, address: c.var.requestAddress })
    if (minutes) {
      const state = withProblem(form.state, texts[view.locale].wait(minutes))
      return renderPage(c, <ForgottenPasswordPage view={view} form={state} />, { status: 429 })
    }
    const user = await findUserByEmail(db, email)
    if (user && !user.disabled_at)
      await inTransaction(db, async (trx) => {
        await mailLink(trx, "reset", user, settings.baseUrl)
        await recordChange(trx, {
          // Whoever knows the address can ask.
          actor: "hoptac",
          via: "web",
          request_id: c.var.requestId,
          ...(c.var.requestAddress && { address: c.var.requestAddress }),
          action: "ask_reset",
          record_kind: "person",
          record_key: user.id,
        })
      })
    return renderPage(c, <ForgottenPasswordPage view={view} form={form.state} sent />)
  })
  .post("/dang-xuat", async (c) => {
    const { db, person, view } = c.var
    if (person) await db.deleteFrom("sessions").where("id", "=", person.session_id).execute()
    deleteCookie(c, sessionCookie(c.var.settings), {
      path: "/",
      secure: c.var.settings.baseUrl.startsWith("https:"),
    })
    return c.redirect(view.paths.signIn(), 303)
  })

async function answerSecondStep(c: Context<Env>, method: "second_factor" | "recovery_code") {
  const form = await readForm(c, codeForm)
  const back = form.state.values["tro-lai"]?.[0]
  const state = { ...form.state, values: {} }
  if (!form.ok) return renderSecondStep(c, method, state, back, 422)

  const t = texts[c.var.view.locale]
  const result = await takeSecondStep(c, await c.var.auth.get(), { code: form.data.code, method })
  if (result.outcome === "signed_in") return c.redirect(wayBack(c, back), 303)
  if (result.outcome === "wait")
    return renderSecondStep(c, method, withProblem(state, t.wait(result.minutes)), back, 429)
  const message = method === "second_factor" ? t.codeRefused : t.recoveryRefused
  return renderSecondStep(c, method, withError(state, "code", message), back, 422)
}

function renderSignIn(c: Context<Env>, form: FormState, back = "", status: 200 | 422 | 429 = 200) {
  const { view, settings } = c.var
  c.header("cache-control", "no-store")
  const page = (
    <SignInPage view={view} form={form} back={onThisSite(back) ?? ""} singleSignOn={settings.singleSignOn} />
  )
  return renderPage(c, page, { status })
}

function renderSecondStep(
  c: Context<Env>,
  method: "second_factor" | "recovery_code",
  form: FormState,
  back = "",
  status: 200 | 422 | 429 = 200,
) {
  c.header("cache-control", "no-store")
  const { view, person } = c.var
  const page = (
    <SecondStepPage view={view} person={person} form={form} back={onThisSite(back) ?? ""} method={method} />
  )
  return renderPage(c, page, { status })
}

/** Only addresses of this site: whoever sends a link to this page must not choose where it leads. */
function wayBack(c: Context<Env>, back: string | undefined) {
  return onThisSite(back) ?? c.var.view.paths.desk()
}

function goOn(c: Context<Env>, path: string, back: string | undefined) {
  const to = onThisSite(back)
  return c.redirect(to ? `${path}?tro-lai=${encodeURIComponent(to)}` : path, 303)
}

function withoutOrigin(c: Context<Env>, address: string) {
  const { baseUrl } = c.var.settings
  return address.startsWith(`${baseUrl}/`) ? address.slice(baseUrl.length) : address
}

/** Its content is for better-auth to check: only an owner of the key can have signed it. */
function isRecord(value: unknown) {
  return typeof value === "object" && value !== null
}

function badRequest(cause: unknown): never {
  throw new HTTPException(400, { cause })
}
