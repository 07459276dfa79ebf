import { symmetricDecrypt } from "better-auth/crypto"
import type { Context } from "hono"
import { Secret, TOTP } from "otpauth"
import { renderSVG } from "uqr"
import type { Database } from "../../database/connection.ts"
import { authorOf, type DeskEnv } from "../../rights/guard.ts"
import { recordChange } from "../changes/record-change.ts"
import { type Auth, withAuthInTransaction } from "./auth.ts"
import { passCookiesOn, provenSession, sessionTokenIn } from "./sign-in.ts"

type Visit = Context<DeskEnv>

/** Begins anew: a secret that is not in use until a code of it was shown. False when the password is not right. */
export async function startAuthenticator(c: Visit, auth: Auth, password: string) {
  const { db, person } = c.var
  return withAuthInTransaction(db, async (trx) => {
    const response = await auth.api.enableTwoFactor({
      body: { ...(password && { password }) },
      headers: c.req.raw.headers,
      asResponse: true,
    })
    if (!response.ok) return false
    await recordChange(trx, {
      ...authorOf(c, "use_desk"),
      action: "begin_authenticator",
      record_kind: "person",
      record_key: person.id,
    })
    return true
  })
}

/** The secret that waits for its first code, as a picture to scan and as letters to type; nothing when none waits. */
export async function pendingAuthenticator(db: Database, auth: Auth, person: { id: string; email: string }) {
  const row = await db
    .selectFrom("two_factors")
    .select("secret")
    .where("user_id", "=", person.id)
    .where("verified", "=", false)
    .executeTakeFirst()
  if (!row) return undefined

  const { secretConfig, options } = await auth.$context
  const secret = await symmetricDecrypt({ key: secretConfig, data: row.secret })
  const totp = new TOTP({
    issuer: new URL(String(options.baseURL)).hostname,
    label: person.email,
    secret: Secret.fromUTF8(secret),
  })
  const picture = `data:image/svg+xml;base64,${Buffer.from(renderSVG(totp.toString())).toString("base64")}`
  return { key: totp.secret.base32, picture }
}

/** Turns the second factor on, once a code shows that the app has the secret. The session is a new one from then on. */
export async function confirmAuthenticator(c: Visit, auth: Auth, code: string) {
  const { db, person } = c.var
  return withAuthInTransaction(db, async (trx) => {
    const response = await auth.api.verifyTOTP({
      body: { code: code.replace(/\D/g, "") },
      headers: c.req.raw.headers,
      asResponse: true,
    })
    if (!response.ok) return false
    const token = sessionTokenIn(c.var.settings, response)
    const session = token
      ? await trx.selectFrom("sessions").select("id").where("token", "=", token).executeTakeFirst()
      : undefined
    await provenSession(trx, session?.id ?? person.session_id)
    await recordChange(trx, {
      ...authorOf(c, "use_desk"),
      action: "set_up_authenticator",
      record_kind: "person",
      record_key: person.id,
    })
    passCookiesOn(c, response)
    return true
  })
}

/** False when the password is not right. */
export function removeAuthenticator(c: Visit, auth: Auth, password: string) {
  return changeOwn(c, "remove_authenticator", () =>
    auth.api.disableTwoFactor({
      body: { ...(password && { password }) },
      headers: c.req.raw.headers,
      asResponse: true,
    }),
  )
}

/** New recovery codes; the old ones end. False when the password is not right. */
export function renewRecoveryCodes(c: Visit, auth: Auth, password: string) {
  return changeOwn(c, "renew_recovery_codes", () =>
    auth.api.generateBackupCodes({
      body: { ...(password && { password }) },
      headers: c.req.raw.headers,
      asResponse: true,
    }),
  )
}

/** What better-auth changes and what the log says of it stand or fall together. */
function changeOwn(
  c: Visit,
  action: "remove_authenticator" | "renew_recovery_codes",
  ask: () => Promise<Response>,
) {
  const { db, person } = c.var
  return withAuthInTransaction(db, async (trx) => {
    const response = await ask()
    if (!response.ok) return false
    await recordChange(trx, {
      ...authorOf(c, "use_desk"),
      action,
      record_kind: "person",
      record_key: person.id,
    })
    passCookiesOn(c, response)
    return true
  })
}

export async function recoveryCodesOf(auth: Auth, userId: string): Promise<string[]> {
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId } })
  return backupCodes
}
