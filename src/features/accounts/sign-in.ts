import type { Context } from "hono"
import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import type { Settings } from "../../settings.ts"
import type { Env } from "../../web/view.ts"
import { countAttempt, forgetAttempts } from "./attempts.ts"
import type { Auth } from "./auth.ts"
import { sessionCookie } from "./session.ts"

export type Method = "password" | "second_factor" | "recovery_code" | "passkey" | "sso" | "link"

export type SignInOutcome =
  | { outcome: "signed_in" }
  | { outcome: "second_step" }
  | { outcome: "refused" }
  | { outcome: "wait"; minutes: number }

type Visit = Context<Env>

/** Checks a password. The answer to the browser carries the session, or the right to the second step, in cookies. */
export async function signInWithPassword(
  c: Visit,
  auth: Auth,
  { email, password }: { email: string; password: string },
): Promise<SignInOutcome> {
  const { db } = c.var
  const account = email.trim().toLowerCase()
  const minutes = await countAttempt(db, "sign_in", { account, address: c.var.requestAddress })
  if (minutes) return { outcome: "wait", minutes }

  const response = await auth.api.signInEmail({
    body: { email: account, password, rememberMe: true },
    headers: c.req.raw.headers,
    asResponse: true,
  })
  if (!response.ok) {
    await noteFailure(db, account, "password", c)
    return { outcome: "refused" }
  }
  const answer: { twoFactorRedirect?: boolean } = await response.json()
  if (answer.twoFactorRedirect) {
    passCookiesOn(c, response)
    return { outcome: "second_step" }
  }
  const signedIn = await settle(c, response, "password")
  if (signedIn) await forgetAttempts(db, "sign_in", account)
  return { outcome: signedIn ? "signed_in" : "refused" }
}

/** Checks a code of the authenticator or a recovery code, at signing in or later in a session that has shown none. */
export async function takeSecondStep(
  c: Visit,
  auth: Auth,
  { code, method }: { code: string; method: "second_factor" | "recovery_code" },
): Promise<SignInOutcome> {
  const { db, person } = c.var
  const minutes = await countAttempt(db, "second_step", {
    ...(person && { account: person.id }),
    address: c.var.requestAddress,
  })
  if (minutes) return { outcome: "wait", minutes }

  const request = { headers: c.req.raw.headers, asResponse: true } as const
  const response =
    method === "second_factor"
      ? await auth.api.verifyTOTP({ ...request, body: { code: code.replace(/\D/g, "") } })
      : await auth.api.verifyBackupCode({ ...request, body: { code: code.trim() } })
  if (!response.ok) {
    if (person) await noteSignIn(db, person.id, method, false, c)
    return { outcome: "refused" }
  }
  if (person) {
    await provenSession(db, person.session_id)
    await noteSignIn(db, person.id, method, true, c)
    await forgetAttempts(db, "second_step", person.id)
    return { outcome: "signed_in" }
  }
  return { outcome: (await settle(c, response, method)) ? "signed_in" : "refused" }
}

/**
 * Lets someone in whom better-auth has made a session for: notes it, and marks the session when a second factor was
 * shown. A disabled account gets no session, whatever it proved.
 */
export async function settle(
  c: Visit,
  response: Response,
  method: Method,
  { proven = provesTwo(method) } = {},
) {
  const { db } = c.var
  const token = sessionTokenIn(c.var.settings, response)
  const session = token
    ? await db
        .selectFrom("sessions")
        .innerJoin("users", "users.id", "sessions.user_id")
        .select(["sessions.id", "sessions.user_id", "users.disabled_at"])
        .where("sessions.token", "=", token)
        .executeTakeFirst()
    : undefined
  if (!session) return undefined

  const isLetIn = session.disabled_at === null
  // Together, since the disk is what signing in waits for.
  await inTransaction(db, async (trx) => {
    await noteSignIn(trx, session.user_id, method, isLetIn, c)
    if (!isLetIn) await trx.deleteFrom("sessions").where("id", "=", session.id).execute()
    else if (proven) await provenSession(trx, session.id)
  })
  if (!isLetIn) return undefined
  passCookiesOn(c, response)
  return session
}

function provesTwo(method: Method) {
  return method === "second_factor" || method === "recovery_code" || method === "passkey"
}

/** Marks a session as one that has shown a second factor. */
export function provenSession(db: Database, sessionId: string) {
  return db
    .updateTable("sessions")
    .set({ second_factor_at: sql`now()` })
    .where("id", "=", sessionId)
    .execute()
}

/** The token of the session that an answer of better-auth hands to the browser. */
export function sessionTokenIn(settings: Settings, response: Response) {
  const name = `${sessionCookie(settings)}=`
  const cookie = response.headers.getSetCookie().findLast((cookie) => cookie.startsWith(name))
  const signed = decodeURIComponent(cookie?.slice(name.length).split(";")[0] ?? "")
  return signed.slice(0, Math.max(0, signed.lastIndexOf("."))) || undefined
}

export function passCookiesOn(c: Context, response: Response) {
  for (const cookie of response.headers.getSetCookie()) c.header("set-cookie", cookie, { append: true })
}

/** Of unknown accounts nothing is kept: nobody could look at it. */
async function noteFailure(db: Database, email: string, method: Method, c: Visit) {
  const user = await db.selectFrom("users").select("id").where("email", "=", email).executeTakeFirst()
  if (user) await noteSignIn(db, user.id, method, false, c)
}

export function noteSignIn(db: Database, userId: string, method: Method, succeeded: boolean, c: Visit) {
  return db
    .insertInto("sign_ins")
    .values({
      user_id: userId,
      method,
      succeeded,
      address: c.var.requestAddress ?? null,
      user_agent: c.req.header("user-agent")?.slice(0, 300) ?? null,
    })
    .execute()
}
