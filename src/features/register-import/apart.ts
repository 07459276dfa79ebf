import { fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Worker } from "node:worker_threads"
import { type Database, poolOf } from "../../database/connection.ts"
import { root } from "../../root.ts"
import type { Settings } from "../../settings.ts"
import type { Place } from "../places/queries.ts"
import type { Check, CheckRequest } from "./check-import.ts"
import { type ImportAnswer, type ImportRequest, refusedWhole } from "./import-workbook.ts"
import type { OnProgress, Progress } from "./progress.ts"
import type { Problem } from "./read-rows.ts"

type FormRequest = { place: Place; day: string; secret: string }
export type Work =
  | { name: "check"; request: CheckRequest }
  | { name: "import"; request: ImportRequest }
  | { name: "form"; request: FormRequest }
  | { name: "mark"; request: { bytes: Uint8Array; problems: Problem[] } }
export type Task = { url: string; settings: Settings; task: Work }
/** What whoever does it says: how far it has come, and last its result. */
export type Message = { progress: Progress } | { result: unknown }

/** Megabytes for what a workbook is turned into: enough for one of a whole province, twenty thousand rows. */
const memory = { old: 192, young: 16 }

/**
 * `checkWorkbook` while the portal goes on answering: the rows that are shown, and the whole plan to be kept. One that
 * needs more memory than there is, is refused.
 */
export async function checkApart(
  db: Database,
  settings: Settings,
  request: CheckRequest,
  onProgress?: OnProgress,
): Promise<Check> {
  const done = await inProcess<Check>(taskOf(db, settings, { name: "check", request }), onProgress)
  return done ?? { outcome: "unreadable", refusal: "bomb" }
}

/** `importWorkbook` in the same way; the store is the one of the settings. */
export async function importApart(
  db: Database,
  settings: Settings,
  request: ImportRequest,
  onProgress?: OnProgress,
): Promise<ImportAnswer> {
  const task = taskOf(db, settings, { name: "import", request })
  return (await inProcess<ImportAnswer>(task, onProgress)) ?? tooLarge
}

/** The same from the shell, which is a process of its own: a thread bounds the memory there. */
export async function importInThread(
  db: Database,
  settings: Settings,
  request: ImportRequest,
): Promise<ImportAnswer> {
  return (await inThread<ImportAnswer>(taskOf(db, settings, { name: "import", request }))) ?? tooLarge
}

const tooLarge = refusedWhole({ outcome: "unreadable", refusal: "bomb" })

/** The form of a place, made while the portal goes on answering: that of a province has thousands of rows. */
export async function formApart(db: Database, settings: Settings, request: FormRequest) {
  return mustHave(await inProcess<Uint8Array>(taskOf(db, settings, { name: "form", request })))
}

/** A workbook with its faults marked in its cells, in the same way. */
export async function markApart(
  db: Database,
  settings: Settings,
  request: { bytes: Uint8Array; problems: Problem[] },
) {
  return mustHave(await inProcess<Uint8Array>(taskOf(db, settings, { name: "mark", request })))
}

function mustHave(bytes: Uint8Array | undefined) {
  if (!bytes) throw new Error("a workbook needed more memory than there is for it")
  return new Uint8Array(bytes)
}

function taskOf(db: Database, settings: Settings, task: Work): Task {
  return { url: poolOf(db).options.connectionString!, settings, task }
}

/** From its source where the program runs from that, as tests do; else from the bundle. */
const program = import.meta.url.endsWith(".ts")
  ? fileURLToPath(new URL("./apart-program.ts", import.meta.url))
  : join(root, "dist/apart-program.js")

/** Nothing where the memory did not suffice. It ends when this process does, whatever it is at. */
async function inProcess<Result>(task: Task, onProgress: OnProgress = () => {}): Promise<Result | undefined> {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${memory.old}`, `--max-semi-space-size=${memory.young}`],
    serialization: "advanced",
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  })
  let said = ""
  child.stderr!.on("data", (words: Buffer) => {
    said = (said + words).slice(-10_000)
  })
  const found: { result?: unknown } = {}
  child.on("message", (message: Message) => {
    if ("progress" in message) onProgress(message.progress)
    else found.result = message.result
  })
  child.send(task)
  // All it said has been heard once it is cut off.
  const [[code, signal]] = await Promise.all([once(child, "exit"), once(child, "disconnect")])
  if ("result" in found) return found.result as Result
  if (signal === "SIGABRT" || code === 134) return undefined
  throw new Error(`the process of an import ended without an answer (${signal ?? code}): ${said}`)
}

/** Nothing where the memory did not suffice. */
function inThread<Result>(task: Task): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const resourceLimits = { maxOldGenerationSizeMb: memory.old, maxYoungGenerationSizeMb: memory.young }
    const worker = new Worker(program, { workerData: task, resourceLimits })
    worker.on("message", (message: Message) => {
      if ("result" in message) resolve(message.result as Result)
    })
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(undefined)
      else reject(error)
    })
    worker.once("exit", () => reject(new Error("the thread of an import ended without an answer")))
  })
}
