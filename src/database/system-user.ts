import { execFile } from "node:child_process"
import { stat } from "node:fs/promises"
import { dirname } from "node:path"
import { promisify } from "node:util"
import { Problem } from "../problem.ts"

/** Who runs PostgreSQL on this machine; null stands for whoever runs us. */
export type SystemUser = { name: string; uid: number; gid: number } | null

/**
 * PostgreSQL refuses to run as root, so root hands it to the user "postgres", who is made if missing.
 * A cluster that exists keeps the user it belongs to.
 */
export async function databaseUser(cluster: string, say: (line: string) => void): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return null

  const owner = await stat(cluster).catch(() => null)
  if (owner?.uid === 0) {
    throw new Problem(
      `${cluster} belongs to root, and PostgreSQL does not run as root. ` +
        `Give it to the user "postgres" (chown -R postgres ${cluster}) and start again.`,
    )
  }
  if (owner) return { name: (await nameOf(owner.uid)) ?? String(owner.uid), uid: owner.uid, gid: owner.gid }

  return (await findUser("postgres")) ?? (await createUser("postgres", say))
}

/** The first folder on the way to this path that the user may not enter. */
export async function closedFolder(path: string, user: SystemUser) {
  if (!user) return null

  for (const folder of ancestors(path)) {
    const found = await stat(folder).catch(() => null)
    if (!found) return null
    const shift = found.uid === user.uid ? 6 : found.gid === user.gid ? 3 : 0
    if (((found.mode >> shift) & 1) === 0) return folder
  }
  return null
}

const run = promisify(execFile)

async function nameOf(uid: number) {
  const { stdout } = await run("id", ["-un", String(uid)]).catch(() => ({ stdout: "" }))
  return stdout.trim() || null
}

async function findUser(name: string) {
  const { stdout } = await run("id", [name]).catch(() => ({ stdout: "" }))
  const ids = /uid=(\d+).*?gid=(\d+)/.exec(stdout)
  return ids && { name, uid: Number(ids[1]), gid: Number(ids[2]) }
}

async function createUser(name: string, say: (line: string) => void) {
  try {
    await run("groupadd", ["--system", name]).catch(() => {})
    await run("useradd", ["--system", "--gid", name, "--no-create-home", "--shell", "/bin/false", name])
  } catch {
    // The line below says the same for every way this can fail.
  }

  const user = await findUser(name)
  if (!user) {
    throw new Problem(
      `PostgreSQL does not run as root, and a system user "${name}" could not be made for it. ` +
        "Run Hợp Tác as an ordinary user, or give a database of your own in DATABASE_URL.",
    )
  }
  say(`Made the system user "${name}", because PostgreSQL does not run as root.`)
  return user
}

function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...ancestors(parent), path]
}
