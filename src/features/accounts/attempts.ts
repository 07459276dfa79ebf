import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"

/** How often something may be tried in a window of minutes: for one account, and from one address. */
const limits = {
  sign_in: { minutes: 15, account: 10, address: 60 },
  second_step: { minutes: 15, account: 8, address: 60 },
  reset: { minutes: 60, account: 3, address: 20 },
  invitation: { minutes: 60, account: 5, address: 100 },
  /** What readers report: of one organisation, and from one address. */
  mistake: { minutes: 60, account: 20, address: 10 },
  /** Whether files are genuine; nobody's account is asked about. */
  verification: { minutes: 15, account: 60, address: 60 },
  link: { minutes: 15, account: 20, address: 40 },
} as const
export type Attempt = keyof typeof limits

/**
 * Counts an attempt, and says how many minutes there are to wait when there were too many of them. Unknown accounts
 * are counted as known ones are, so that the answer tells nothing.
 */
export async function countAttempt(
  db: Database,
  attempt: Attempt,
  { account, address }: { account?: string; address?: string | undefined },
): Promise<number | undefined> {
  const { minutes, ...most } = limits[attempt]
  const keys = [
    ...(account ? [{ key: `${attempt} account ${account.toLowerCase()}`, most: most.account }] : []),
    ...(address ? [{ key: `${attempt} address ${address}`, most: most.address }] : []),
  ]
  const waits = await Promise.all(keys.map(({ key, most }) => count(db, key, minutes, most)))
  const longest = Math.max(0, ...waits)
  return longest > 0 ? longest : undefined
}

/** Forgets the attempts on an account, once its owner has come in. */
export async function forgetAttempts(db: Database, attempt: Attempt, account: string) {
  await db.deleteFrom("attempts").where("key", "=", `${attempt} account ${account.toLowerCase()}`).execute()
}

/** One statement, so that many at once cannot slip through between reading and writing. */
async function count(db: Database, key: string, minutes: number, most: number) {
  const { rows } = await sql<{ count: number; wait: number }>`
    insert into attempts as attempt (key) values (${key})
    on conflict (key) do update set
      count = case when attempt.began_at < now() - make_interval(mins => ${minutes}) then 1 else attempt.count + 1 end,
      began_at = case when attempt.began_at < now() - make_interval(mins => ${minutes}) then now()
        else attempt.began_at end
    returning count,
      ceil(extract(epoch from began_at + make_interval(mins => ${minutes}) - now()) / 60)::int as wait`.execute(
    db,
  )
  const { count, wait } = rows[0]!
  return count > most ? Math.max(1, wait) : 0
}
