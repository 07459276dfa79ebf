import { userInfo } from "node:os"
import type { Database } from "../database/connection.ts"
import type { Author } from "../features/changes/record-change.ts"
import { Problem } from "../problem.ts"
import { isRole, type Role, reachOf, roles } from "../rights/roles.ts"
import type { Settings } from "../settings.ts"
import { inVietnam, readDay } from "../ui/format.ts"
import { withDatabase } from "./with-database.ts"

export type AddOptions = {
  name: string
  role?: string[]
  place?: string
  agency?: string
  organisation?: string
  until?: string
  english?: boolean
}

const byShell = (): Author => ({ actor: userInfo().username, via: "shell" })

/** Makes an account, and prints the link that opens it: whoever stands at the shell may have no mail yet. */
export async function addUser(email: string, options: AddOptions, settings: Settings) {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new Problem(`“${email}” is not an address of mail. Write it as name@example.vn.`)
  const wanted = (options.role ?? []).map(readRole)
  const valid_to = options.until ? readDay(options.until) : "infinity"
  if (!valid_to) throw new Problem(`The day “${options.until}” could not be read. Write it as 31/12/2026.`)

  const { addPerson } = await import("../features/accounts/people.ts")
  const { giveRole } = await import("../features/accounts/roles.ts")
  const link = await withDatabase(settings, (db) =>
    db.transaction().execute(async (trx) => {
      const scopes = await Promise.all(wanted.map((role) => scopeOf(trx, role, options)))
      const added = await addPerson(
        trx,
        { name: options.name, email, locale: options.english ? "en" : "vi" },
        byShell(),
        settings.baseUrl,
      )
      if (!added) throw new Problem(`${email} has an account already. See it with: hoptac user list`)
      for (const [index, role] of wanted.entries()) {
        const valid_from = inVietnam(new Date()).day
        await giveRole(trx, { user_id: added.id, role, ...scopes[index], valid_from, valid_to }, byShell())
      }
      return added.link
    }),
  )
  console.log(`Invited ${email}. This link works once, within 72 hours: ${link}`)
}

export async function listUsers(settings: Settings) {
  const { listPeopleBriefly } = await import("../features/accounts/queries.ts")
  const people = await withDatabase(settings, listPeopleBriefly)
  if (people.length === 0)
    console.log("Nobody has an account yet. Add someone: hoptac user add EMAIL --name NAME")
  for (const { email, name, disabled_at, roles } of people)
    console.log(`${email}  ${name}  ${disabled_at ? "disabled" : roles || "no role"}`)
}

export async function disableUser(email: string, reason: string, settings: Settings) {
  const { disablePerson } = await import("../features/accounts/people.ts")
  const today = inVietnam(new Date()).day
  const outcome = await withUser(email, settings, (db, { id }) =>
    disablePerson(db, id, byShell(), reason, today),
  )
  if (outcome === "last_administrator")
    throw new Problem(
      `${email} is the last administrator. Add another one first: hoptac user add … --role administrator`,
    )
  console.log(
    outcome === "done" ? `Disabled ${email}; every session is over.` : `${email} was disabled already.`,
  )
}

export async function resetUser(email: string, settings: Settings) {
  const { resetAccess } = await import("../features/accounts/people.ts")
  const reset = await withUser(email, settings, (db, { id }) =>
    resetAccess(db, id, byShell(), settings.baseUrl),
  )
  if (!reset) throw new Problem(`${email} is disabled, so that no password opens it.`)
  console.log(`A new password for ${email}, once: ${reset.link}`)
}

async function withUser<Result>(
  email: string,
  settings: Settings,
  work: (db: Database, user: { id: string }) => Promise<Result>,
) {
  const { findUserByEmail } = await import("../features/accounts/people.ts")
  return withDatabase(settings, async (db) => {
    const user = await findUserByEmail(db, email)
    if (!user) throw new Problem(`Nobody has an account with ${email}. See who does: hoptac user list`)
    return work(db, user)
  })
}

function readRole(text: string): Role {
  const role = text.replaceAll("-", "_")
  if (!isRole(role))
    throw new Problem(`There is no role ${text}. Choose among ${roles.join(", ").replaceAll("_", "-")}.`)
  return role
}

/** Places, agencies and organisations are named by the last part of their address. */
async function scopeOf(db: Database, role: Role, options: AddOptions) {
  const reach = reachOf(role)
  if (reach === "province") return {}
  const slug = options[reach]
  if (!slug)
    throw new Problem(
      `The role ${role.replaceAll("_", "-")} is held for one ${reach}: name it with --${reach}.`,
    )
  const table = ({ place: "places", agency: "agencies", organisation: "organisations" } as const)[reach]
  const found = await db.selectFrom(table).select("id").where("slug", "=", slug).executeTakeFirst()
  if (!found) throw new Problem(`There is no ${reach} ${slug}. Its word is the last part of its address.`)
  return { [`${reach}_id`]: found.id }
}
