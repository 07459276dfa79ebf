import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process"
import { chmodSync, mkdtempSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { root } from "../src/root.ts"

export const bin = join(root, "bin/hoptac.js")

type Run = {
  code: number | null
  signal: string | null
  stdout: string
  stderr: string
}

/** A folder that every user may pass through, since as root the database runs as another one. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "hoptac-program-"))
  chmodSync(folder, 0o711)
  return folder
}

/** Runs a command of the shell to its end. */
export async function runHoptac(
  parameters: string[],
  settings: Record<string, string> = {},
  options: SpawnOptions = {},
) {
  return await launch(process.execPath, [bin, ...parameters], settings, options).ended
}

/** Starts the portal and waits until it says it is ready, or until it has ended without. */
export async function startPortal(settings: Record<string, string>, options: SpawnOptions = {}) {
  return await startProgram(process.execPath, [bin, "serve"], { PORT: "0", ...settings }, options)
}

export async function startProgram(
  program: string,
  parameters: string[],
  settings: Record<string, string>,
  options: SpawnOptions = {},
) {
  const began = performance.now()
  const { child, ended, output } = launch(program, parameters, settings, options)
  let over = false
  ended.finally(() => {
    over = true
  })
  while (!over && !output.stdout.includes("Ready: ")) await delay(5)

  const url = /Ready: (\S+)/.exec(output.stdout)?.[1] ?? ""
  return {
    child,
    ended,
    url,
    port: Number(url && new URL(url).port),
    secondsToReady: (performance.now() - began) / 1000,
    get stdout() {
      return output.stdout
    },
    get stderr() {
      return output.stderr
    },
    async stop(signal: NodeJS.Signals = "SIGTERM") {
      child.kill(signal)
      return await ended
    },
  }
}

/** Number and port of the database server in a DATA_DIR, or nothing when none has written itself down there. */
export async function readPostmaster(dataDir: string) {
  const text = await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8").catch(() => null)
  if (!text) return null
  const [pid, , , port] = text.split("\n")
  return { pid: Number(pid), port: Number(port) }
}

/** The address of the database in a DATA_DIR whose server is running. */
export async function databaseIn(dataDir: string) {
  const password = (await readFile(join(dataDir, "postgres-password"), "utf8")).trim()
  const postmaster = await readPostmaster(dataDir)
  return `postgres://hoptac:${password}@127.0.0.1:${postmaster?.port}/hoptac`
}

function launch(
  program: string,
  parameters: string[],
  settings: Record<string, string>,
  options: SpawnOptions,
) {
  const child = spawn(program, parameters, {
    ...options,
    env: { PATH: process.env.PATH, HOME: tmpdir(), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  })
  const output = { stdout: "", stderr: "" }
  child.stdout?.on("data", (chunk) => {
    output.stdout += chunk
  })
  child.stderr?.on("data", (chunk) => {
    output.stderr += chunk
  })
  return { child, output, ended: endOf(child, output) }
}

async function endOf(child: ChildProcess, output: { stdout: string; stderr: string }): Promise<Run> {
  return await new Promise((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, ...output }))
  })
}
