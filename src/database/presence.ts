import { setTimeout as delay } from "node:timers/promises"
import pg from "pg"

/**
 * Tells others that our own server is in use, from before the first query until `leave`, however the process ends:
 * a shared lock that belongs to a connection. Whoever leaves and finds no lock but its own stops the server.
 */
export type Presence = {
  /** Answers whether nobody else is left; new arrivals then wait, until the server stops or this process ends. */
  leave(): Promise<boolean>
}

/** Any two numbers will do, as long as nothing else in this database locks them. */
const inUse = 148_2021
export const served = 148_2020

/** Answers with nothing when the server is being stopped by the last one who left. */
export async function enter(url: string): Promise<Presence | null> {
  const client = await connect(url)
  try {
    await client?.query("select pg_advisory_lock_shared($1)", [inUse])
  } catch {
    return null
  }
  return client && { leave: () => leave(url, client) }
}

/** Asks over a new connection, since a crash inside the server may have cut the old one long ago. */
async function leave(url: string, held: pg.Client) {
  await held.query("select pg_advisory_unlock_shared($1)", [inUse]).catch(() => {})
  await held.end().catch(() => {})

  const client = await connect(url)
  const alone = client ? await isAlone(client).catch(() => false) : false
  if (!alone) await client?.end().catch(() => {})
  return alone
}

async function isAlone(client: pg.Client) {
  // The connections of a process that was killed take a moment to notice; a portal's are there to stay.
  for (let attempt = 1; attempt <= 10; attempt++) {
    const { rows: portals } = await client.query(
      "select from pg_locks where locktype = 'advisory' and granted and objid = $1",
      [served],
    )
    if (portals.length > 0) return false

    const { rows } = await client.query("select pg_try_advisory_lock($1) as alone", [inUse])
    if (rows[0].alone) return true
    await delay(50)
  }
  return false
}

async function connect(url: string) {
  const client = new pg.Client({ connectionString: url, application_name: "hoptac", keepAlive: true })
  client.on("error", () => {})
  try {
    await client.connect()
    return client
  } catch {
    await client.end().catch(() => {})
    return null
  }
}
