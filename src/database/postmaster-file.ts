import { execFile } from "node:child_process"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"

export type Postmaster = { pid: number; port: number; status: "starting" | "ready" | "stopping" | "standby" }

/** What the running server wrote about itself into its folder; nothing when none is running. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(postmasterFile(cluster), "utf8").catch(() => "")
  const [pid, , , port, , , , status] = text.split("\n")
  if (!pid || !(await isPostgres(Number(pid)))) return null

  return {
    pid: Number(pid),
    port: Number(port),
    status: (status?.trim() || "starting") as Postmaster["status"],
  }
}

export function postmasterFile(cluster: string) {
  return join(cluster, "postmaster.pid")
}

/**
 * After a power cut the number in the file may meanwhile be some other program's. Asking for the name tells,
 * and it also tells a process that has died without being waited for, as happens in containers.
 */
async function isPostgres(pid: number) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false
  }

  if (process.platform === "win32") return true
  if (process.platform === "linux") {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "")
    return /^Name:\s+postgres$/m.test(status) && !/^State:\s+Z/m.test(status)
  }
  const { stdout } = await promisify(execFile)("ps", ["-p", String(pid), "-o", "stat=,comm="]).catch(() => ({
    stdout: "",
  }))
  return stdout.includes("postgres") && !stdout.trimStart().startsWith("Z")
}
