import { setTimeout as delay } from "node:timers/promises"
import pg from "pg"
import { served } from "./presence.ts"

export type ServeLock = { release(): Promise<void> }

type LockOptions = {
  /** What this process says of itself to one that comes later. */
  name: string
  onLost: () => void
}

/**
 * One `hoptac serve` to a folder. The lock belongs to a connection, so it ends with the process that took it,
 * however that process ends. Answers with the name of the holder when someone else has it.
 */
export async function takeServeLock(url: string, { name, onLost }: LockOptions): Promise<ServeLock | string> {
  let held = await tryLock(url, name)
  // A server that was just killed lets go within moments.
  for (let attempt = 1; typeof held === "string" && attempt < 10; attempt++) {
    await delay(100)
    held = await tryLock(url, name)
  }
  if (typeof held === "string") return held

  let released = false
  watch(held)
  return {
    async release() {
      released = true
      if (held instanceof pg.Client) await held.end().catch(() => {})
    },
  }

  function watch(client: pg.Client) {
    client.once("end", () => {
      if (!released) void retake()
    })
  }

  /** When one of its processes crashes, PostgreSQL drops every connection and is back a moment later. */
  async function retake() {
    for (let attempt = 1; attempt < 50 && !released; attempt++) {
      await delay(200)
      const taken = await tryLock(url, name).catch(() => null)
      if (taken instanceof pg.Client) {
        held = taken
        if (released) await taken.end()
        else watch(taken)
        return
      }
    }
    if (!released) onLost()
  }
}

async function tryLock(url: string, name: string): Promise<pg.Client | string> {
  const client = new pg.Client({ connectionString: url, application_name: name, keepAlive: true })
  client.on("error", () => {})
  await client.connect()
  const { rows } = await client.query("select pg_try_advisory_lock($1) as taken", [served])
  if (rows[0].taken) return client

  const holder = await client.query(
    `select application_name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and granted and objid = $1
       and database = (select oid from pg_database where datname = current_database())`,
    [served],
  )
  await client.end()
  return holder.rows[0]?.application_name ?? "hoptac"
}
