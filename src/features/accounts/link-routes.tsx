import { randomUUID } from "node:crypto"
import { type Context, Hono } from "hono"
import { z } from "zod"
import { type Database, inTransaction } from "../../database/connection.ts"
import { requiredEmail, requiredText } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { countAttempt } from "./attempts.ts"
import { findLink, type Link, useLink } from "./links.ts"
import { faultOf } from "./password.ts"
import { giveRole, hasAdministrator, lockAdministrators } from "./roles.ts"
import { setPassword } from "./set-password.ts"
import { signInWithPassword } from "./sign-in.ts"
import { AccountLinkPage, LinkGonePage } from "./sign-in-pages.tsx"
import { texts } from "./texts.ts"

const passwordForm = (locale: "vi" | "en") => z.object({ password: requiredText(locale, 1000) })
const firstForm = (locale: "vi" | "en") =>
  z.object({
    name: requiredText(locale, 200),
    email: requiredEmail(locale),
    password: requiredText(locale, 1000),
  })

/** Links that came by mail, or from the shell: each lets its holder choose a password, once. */
export const accountLinks = new Hono<Env>()
  .get("/lien-ket/:token", async (c) => {
    const link = await findLink(c.var.db, c.req.param("token"))
    return link ? renderLink(c, link, startForm()) : renderGone(c)
  })
  .post("/lien-ket/:token", async (c) => {
    const { db, view, requestAddress } = c.var
    const token = c.req.param("token")
    const link = await findLink(db, token)
    if (!link) return renderGone(c)

    const t = texts[view.locale]
    const form = await readForm(c, formOf(link))
    const state = { ...form.state, values: { ...form.state.values, password: [] } }
    if (!form.ok) return renderLink(c, link, state, 422)
    const minutes = await countAttempt(db, "link", { account: token, address: requestAddress })
    if (minutes) return renderLink(c, link, withProblem(state, t.wait(minutes)), 429)

    const { name, email, password } = { ...ownerOf(link), ...form.data }
    const fault = await faultOf(password, [name, email, view.site.portal_name])
    if (fault) return renderLink(c, link, withError(state, "password", t[fault]), 422)

    const outcome =
      link.kind === "first_administrator"
        ? await beFirstAdministrator(c, token, { name, email, password })
        : await openAccount(c, token, link, password)
    if (outcome === "gone") return renderGone(c)
    if (outcome === "taken") return renderLink(c, link, withError(state, "email", t.emailTaken), 422)

    // Whoever had the link and chose the password is who they say; a second step is asked for all the same.
    const result = await signInWithPassword(c, await c.var.auth.get(), { email, password })
    const next = result.outcome === "second_step" ? view.paths.secondStep() : view.paths.desk()
    return c.redirect(next, 303)
  })

function formOf(link: Link) {
  return (locale: "vi" | "en"): z.ZodType<{ name?: string; email?: string; password: string }> =>
    link.kind === "first_administrator" ? firstForm(locale) : passwordForm(locale)
}

function ownerOf({ name, email }: Link) {
  return { name: name ?? "", email: email ?? "" }
}

/** Sets the password that a link is for. */
function openAccount(c: Context<Env>, token: string, link: Link, password: string) {
  const { db } = c.var
  const userId = link.user_id!
  return inTransaction(db, async (trx): Promise<"opened" | "gone"> => {
    if (!(await useLink(trx, token))) return "gone"
    await setPassword(trx, userId, password)
    const author = ownAuthor(c, userId, link.name ?? "")
    const action = link.kind === "invitation" ? "accept" : "reset_password"
    await recordChange(trx, { ...author, action, record_kind: "person", record_key: userId })
    return "opened"
  })
}

type First = { name: string; email: string; password: string }

/** The one who started the portal becomes its first administrator; of two who try at once, one does. */
function beFirstAdministrator(c: Context<Env>, token: string, { name, email, password }: First) {
  const { db, view } = c.var
  return inTransaction(db, async (trx): Promise<"opened" | "gone" | "taken"> => {
    await lockAdministrators(trx)
    if (await hasAdministrator(trx, view.today)) return "gone"
    if (await isTaken(trx, email)) return "taken"
    if (!(await useLink(trx, token))) return "gone"

    const id = randomUUID()
    const after = { name, email, locale: view.locale }
    await trx
      .insertInto("users")
      .values({ id, ...after, email_verified: true })
      .execute()
    await setPassword(trx, id, password)
    const author = ownAuthor(c, id, name)
    await recordChange(trx, {
      ...author,
      action: "become_first",
      record_kind: "person",
      record_key: id,
      after,
    })
    await giveRole(trx, { user_id: id, role: "administrator", valid_from: view.today }, author)
    return "opened"
  })
}

async function isTaken(db: Database, email: string) {
  const found = await db.selectFrom("users").select("id").where("email", "=", email).executeTakeFirst()
  return found !== undefined
}

function ownAuthor(c: Context<Env>, user_id: string, actor: string): Author {
  const { requestAddress } = c.var
  return { actor, user_id, via: "web", ...(requestAddress && { address: requestAddress }) }
}

function renderLink(c: Context<Env>, link: Link, form: FormState, status: 200 | 422 | 429 = 200) {
  const { view } = c.var
  c.header("cache-control", "no-store")
  c.header("referrer-policy", "no-referrer")
  const kind = link.kind as "invitation" | "reset" | "first_administrator"
  const page = (
    <AccountLinkPage
      view={view}
      form={form}
      token={c.req.param("token") ?? ""}
      kind={kind}
      email={link.email}
    />
  )
  return renderPage(c, page, { status })
}

function renderGone(c: Context<Env>) {
  return renderPage(c, <LinkGonePage view={c.var.view} />, { status: 404 })
}
