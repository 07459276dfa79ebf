import { randomUUID } from "node:crypto"
import { type Database, inTransaction } from "../../database/connection.ts"
import { pathsIn } from "../../paths.ts"
import type { Locale } from "../../ui/language.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { type LinkKind, makeLink } from "./links.ts"
import { sendLink } from "./mails.ts"
import { lockAdministrators, othersCanAdminister } from "./roles.ts"

type NewPerson = { name: string; email: string; locale?: Locale }

/** Makes an account for someone and mails them a link to choose a password with; nothing when the address has one. */
export function addPerson(db: Database, person: NewPerson, author: Author, baseUrl: string) {
  return inTransaction(db, async (trx) => {
    const { name, locale = "vi" } = person
    const email = person.email.trim().toLowerCase()
    const user = await trx
      .insertInto("users")
      // Whoever invites them vouches for the address; nobody can make an account for themselves.
      .values({ id: randomUUID(), name, email, locale, email_verified: true })
      .onConflict((conflict) => conflict.column("email").doNothing())
      .returning(["id", "name", "email", "locale"])
      .executeTakeFirst()
    if (!user) return undefined

    const after = { name, email, locale }
    await recordChange(trx, {
      ...author,
      action: "invite",
      record_kind: "person",
      record_key: user.id,
      after,
    })
    const link = await mailLink(trx, "invitation", user, baseUrl)
    return { id: user.id, link }
  })
}

/** Mails someone a link to choose a new password with, because an administrator asks for it. */
export function resetAccess(db: Database, userId: string, author: Author, baseUrl: string) {
  return inTransaction(db, async (trx) => {
    const user = await findUser(trx, userId)
    if (!user || user.disabled_at) return undefined
    await recordChange(trx, {
      ...author,
      action: "reset_access",
      record_kind: "person",
      record_key: userId,
    })
    const kind = (await hasPassword(trx, userId)) ? "reset" : "invitation"
    return { link: await mailLink(trx, kind, user, baseUrl) }
  })
}

export type Outcome = "done" | "unknown" | "unchanged" | "last_administrator"

/** Ends an account: no more signing in, and every session is over at once. What they did stays in the records. */
export function disablePerson(db: Database, userId: string, author: Author, reason: string, today: string) {
  return inTransaction(db, async (trx): Promise<Outcome> => {
    await lockAdministrators(trx)
    const user = await findUser(trx, userId)
    if (!user) return "unknown"
    if (user.disabled_at) return "unchanged"
    if (!(await othersCanAdminister(trx, userId, today))) return "last_administrator"

    const disabled_at = new Date()
    await trx.updateTable("users").set({ disabled_at }).where("id", "=", userId).execute()
    await trx.deleteFrom("sessions").where("user_id", "=", userId).execute()
    await trx.deleteFrom("account_links").where("user_id", "=", userId).execute()
    await recordChange(trx, {
      ...author,
      action: "disable",
      record_kind: "person",
      record_key: userId,
      before: { disabled_at: null },
      after: { disabled_at },
      reason,
    })
    return "done"
  })
}

export function enablePerson(db: Database, userId: string, author: Author, reason: string) {
  return inTransaction(db, async (trx): Promise<Outcome> => {
    const user = await findUser(trx, userId)
    if (!user) return "unknown"
    if (!user.disabled_at) return "unchanged"
    await trx.updateTable("users").set({ disabled_at: null }).where("id", "=", userId).execute()
    await recordChange(trx, {
      ...author,
      action: "enable",
      record_kind: "person",
      record_key: userId,
      before: { disabled_at: user.disabled_at },
      after: { disabled_at: null },
      reason,
    })
    return "done"
  })
}

/** For someone who lost their phone: every second factor and session is gone; they set up a new one at signing in. */
export function resetSecondFactor(db: Database, userId: string, author: Author, reason: string) {
  return inTransaction(db, async (trx): Promise<Outcome> => {
    if (!(await findUser(trx, userId))) return "unknown"
    await trx.updateTable("users").set({ two_factor_enabled: false }).where("id", "=", userId).execute()
    await trx.deleteFrom("two_factors").where("user_id", "=", userId).execute()
    await trx.deleteFrom("passkeys").where("user_id", "=", userId).execute()
    await trx.deleteFrom("sessions").where("user_id", "=", userId).execute()
    await recordChange(trx, {
      ...author,
      action: "reset_second_factor",
      record_kind: "person",
      record_key: userId,
      reason,
    })
    return "done"
  })
}

export function findUser(db: Database, userId: string) {
  return db
    .selectFrom("users")
    .select(["id", "name", "email", "locale", "disabled_at", "two_factor_enabled"])
    .where("id", "=", userId)
    .executeTakeFirst()
}

export function findUserByEmail(db: Database, email: string) {
  return db
    .selectFrom("users")
    .select(["id", "name", "email", "locale", "disabled_at"])
    .where("email", "=", email.trim().toLowerCase())
    .executeTakeFirst()
}

async function hasPassword(db: Database, userId: string) {
  const account = await db
    .selectFrom("accounts")
    .select("id")
    .where("user_id", "=", userId)
    .where("provider_id", "=", "credential")
    .executeTakeFirst()
  return account !== undefined
}

type Recipient = { id: string; name: string; email: string; locale: string }

/** Mails a link, and answers with its address for whoever stands at the shell. */
export async function mailLink(
  trx: Database,
  kind: Exclude<LinkKind, "first_administrator">,
  user: Recipient,
  baseUrl: string,
) {
  const { token, expires_at } = await makeLink(trx, kind, user.id)
  const locale: Locale = user.locale === "en" ? "en" : "vi"
  const address = baseUrl + pathsIn(locale).accountLink(token)
  await sendLink(trx, { kind, to: user.email, name: user.name, locale, address, expires_at })
  return address
}
