import { AsyncLocalStorage } from "node:async_hooks"
import { passkey } from "@better-auth/passkey"
import { APIError, betterAuth } from "better-auth"
import { genericOAuth, twoFactor } from "better-auth/plugins"
import { CamelCasePlugin, type Kysely, type Transaction } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import type { DB } from "../../database/tables.ts"
import { log } from "../../log.ts"
import type { Settings } from "../../settings.ts"
import { recordChange } from "../changes/record-change.ts"
import { authPath, ssoProvider } from "./auth-path.ts"
import { hashPassword, longestPassword, shortestPassword, verifyPassword } from "./password.ts"
import { sessionCookie, sessionHours } from "./session.ts"

/** Minutes between the password and the second step. */
export const secondStepMinutes = 10

export type Auth = ReturnType<typeof createAuth>

/**
 * better-auth on our tables: it checks passwords, codes, passkeys and single sign-on, and keeps the sessions. Nobody
 * can sign up: accounts are made by invitation. Only what `routes.tsx` passes on to it can be reached from outside.
 */
export function createAuth(db: Database, settings: Settings, secret: string) {
  const isSecure = settings.baseUrl.startsWith("https:")
  const { hostname } = new URL(settings.baseUrl)
  return betterAuth({
    appName: "Hợp Tác",
    baseURL: settings.baseUrl,
    basePath: authPath,
    secret,
    telemetry: { enabled: false },
    // What it says may hold what people typed; its first words are enough to find the place.
    logger: { level: "warn", log: (_level, message) => log.warn(`sign-in: ${message}`) },
    rateLimit: { enabled: false },
    database: { db: inCurrentTransaction(db), type: "postgres" },
    user: { modelName: "users" },
    // Whoever the single sign-on knows is taken for the person invited under the address it has verified.
    account: { modelName: "accounts", accountLinking: { enabled: true } },
    databaseHooks: { account: { create: { before: ({ userId }) => logLinkedAccount(db, userId) } } },
    verification: { modelName: "verifications" },
    session: {
      modelName: "sessions",
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      additionalFields: { secondFactorAt: { type: "date", required: false, input: false } },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: isSecure ? "__Host-xac-thuc" : "xac-thuc",
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: "lax", path: "/" },
      cookies: { session_token: { name: sessionCookie(settings) } },
    },
    plugins: [
      twoFactor({
        issuer: hostname,
        twoFactorTable: "twoFactors",
        totpOptions: { allowPasswordless: true },
        allowPasswordless: true,
        twoFactorCookieMaxAge: secondStepMinutes * 60,
        backupCodeOptions: { amount: 10, length: 10, allowPasswordless: true },
        schema: { twoFactor: { modelName: "twoFactors" } },
      }),
      passkey({
        rpID: hostname,
        rpName: "Hợp Tác",
        origin: settings.baseUrl,
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        authentication: {
          // A passkey stands for two factors only when the device has made sure who holds it.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError("UNAUTHORIZED")
          },
        },
        schema: { passkey: { modelName: "passkeys", fields: { credentialID: "credentialId" } } },
      }),
      ...(settings.singleSignOn
        ? [
            genericOAuth({
              config: [
                {
                  providerId: ssoProvider,
                  clientId: settings.singleSignOn.clientId,
                  clientSecret: settings.singleSignOn.clientSecret,
                  discoveryUrl: `${settings.singleSignOn.issuer}/.well-known/openid-configuration`,
                  scopes: ["openid", "email", "profile"],
                  pkce: true,
                  requireIdTokenVerification: true,
                  // Whom the province knows is not yet whom the department has invited.
                  disableSignUp: true,
                  disableImplicitSignUp: true,
                },
              ],
            }),
          ]
        : []),
    ],
  })
}

const current = new AsyncLocalStorage<Transaction<DB>>()

/** What better-auth does inside happens in this transaction, together with what we write ourselves. */
export function withAuthInTransaction<Result>(db: Database, work: (trx: Transaction<DB>) => Promise<Result>) {
  return inTransaction(db, (trx) => current.run(trx, () => work(trx)))
}

/** The single sign-on opens an account from now on; it does so once, and nobody at the desk decides it. */
async function logLinkedAccount(db: Database, userId: string) {
  const trx = current.getStore() ?? db
  const { name } = await trx
    .selectFrom("users")
    .select("name")
    .where("id", "=", userId)
    .executeTakeFirstOrThrow()
  await recordChange(trx, {
    actor: name,
    user_id: userId,
    via: "web",
    action: "link_single_sign_on",
    record_kind: "person",
    record_key: userId,
  })
}

/** better-auth asks for columns as JavaScript spells them, and always for a connection of its own. */
function inCurrentTransaction(db: Database): Kysely<DB> {
  const spelling = new CamelCasePlugin()
  const outside = db.withPlugin(spelling)
  const inside = new WeakMap<Transaction<DB>, Kysely<DB>>()
  function database() {
    const trx = current.getStore()
    if (!trx) return outside
    if (!inside.has(trx)) inside.set(trx, trx.withPlugin(spelling))
    return inside.get(trx)!
  }
  return new Proxy(outside, {
    get(_, name) {
      const source = database()
      if ((name === "transaction" || name === "connection") && source.isTransaction)
        return () => joined(source)
      const value = Reflect.get(source, name, source)
      return typeof value === "function" ? value.bind(source) : value
    },
  })
}

/** Whoever asks for a transaction, or a connection, inside a transaction joins it. */
function joined(trx: Kysely<DB>) {
  return { execute: <Result>(work: (trx: Kysely<DB>) => Promise<Result>) => work(trx) }
}
