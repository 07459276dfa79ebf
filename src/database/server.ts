import pg from "pg"
import { Problem } from "../problem.ts"
import type { Settings } from "../settings.ts"
import { enter } from "./presence.ts"

/** The PostgreSQL this installation keeps its facts in: the one named in DATABASE_URL, or our own. */
export type Server = {
  url: string
  embedded: boolean
  /** To be called at the end. Stops our own server unless someone else is using it. */
  leave(): Promise<void>
}

export async function openServer(settings: Settings, say: (line: string) => void): Promise<Server> {
  const server = settings.databaseUrl
    ? givenServer(settings.databaseUrl)
    : await ownServer(settings.dataDir, say)
  try {
    await checkServer(server)
    return server
  } catch (error) {
    await server.leave()
    throw error
  }
}

function givenServer(url: string): Server {
  return { url, embedded: false, leave: async () => {} }
}

async function ownServer(dataDir: string, say: (line: string) => void): Promise<Server> {
  const { openCluster } = await import("./cluster.ts")
  for (let attempt = 1; attempt <= 10; attempt++) {
    const { url, stop } = await openCluster(dataDir, { say })
    const presence = await enter(url)
    if (!presence) continue

    return {
      url,
      embedded: true,
      async leave() {
        if (await presence.leave()) await stop()
      },
    }
  }
  throw new Problem(
    `The database in ${dataDir} stops as soon as it is started; postgres.log there may say why.`,
  )
}

async function checkServer({ url, embedded }: Server) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on("error", () => {})
  try {
    await client.connect()
    const { rows } = await client.query(checks)
    const problem = findFault(rows[0])
    if (problem) throw new Problem(problem)
  } catch (error) {
    throw embedded || error instanceof Problem ? error : connectionProblem(url, error)
  } finally {
    await client.end().catch(() => {})
  }
}

const checks = `
  select current_setting('server_version_num')::int as version,
    current_setting('server_version') as version_name,
    current_setting('server_encoding') as encoding,
    exists (select from pg_collation where collname = 'vi-x-icu') as sorts_vietnamese,
    pg_is_in_recovery() as is_replica`

type Facts = {
  version: number
  version_name: string
  encoding: string
  sorts_vietnamese: boolean
  is_replica: boolean
}

function findFault({ version, version_name, encoding, sorts_vietnamese, is_replica }: Facts) {
  if (version < 150_000) {
    return `DATABASE_URL names PostgreSQL ${version_name}, and Hợp Tác needs 15 or newer. Upgrade it, or name another.`
  }
  if (encoding !== "UTF8") {
    return `The database in DATABASE_URL keeps its text as ${encoding}. Make one with "createdb --encoding=UTF8 --template=template0" and name that.`
  }
  if (!sorts_vietnamese) {
    return "The PostgreSQL in DATABASE_URL was built without ICU and can't sort Vietnamese names. Name one that was built with it."
  }
  if (is_replica) return "DATABASE_URL names a read-only replica. Name the primary server."
}

function connectionProblem(url: string, error: unknown) {
  const { code, message } = error as { code?: string; message: string }
  const { hostname, port, username, pathname } = new URL(url)
  const place = `${hostname || "localhost"}:${port || 5432}`
  const name = decodeURIComponent(pathname.slice(1)) || username
  const reasons: Record<string, string> = {
    "28P01": `PostgreSQL at ${place} refused the user "${username}" or the password. Correct them in DATABASE_URL.`,
    "28000": `PostgreSQL at ${place} does not let the user "${username}" in. Correct DATABASE_URL, or its pg_hba.conf.`,
    "3D000": `PostgreSQL at ${place} has no database "${name}". Make it (createdb ${name}), or correct DATABASE_URL.`,
  }
  const unreachable = `PostgreSQL at ${place} can't be reached (${code ?? message}). Start it, or correct DATABASE_URL.`
  return new Problem(reasons[code ?? ""] ?? unreachable, { cause: error })
}
