import { join } from "node:path"
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
/** What the thread says: how far it has come, and last its result. */
export type Message = { progress: Progress } | { result: unknown }

/** Megabytes for what a workbook is turned into: enough for one of a whole province, twenty thousand rows. */
const memory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 }

/**
 * `checkWorkbook` while the portal goes on answering: the rows that are shown, and the whole plan to be kept. One that
 * needs more memory than there is, is refused.
 */
export async function checkInThread(
  db: Database,
  settings: Settings,
  request: CheckRequest,
  onProgress?: OnProgress,
): Promise<Check> {
  const done = await inThread<Check>(db, settings, { name: "check", request }, onProgress)
  return done ?? { outcome: "unreadable", refusal: "bomb" }
}

/** `importWorkbook` in the same way; the store is the one of the settings. */
export async function importInThread(
  db: Database,
  settings: Settings,
  request: ImportRequest,
  onProgress?: OnProgress,
): Promise<ImportAnswer> {
  const done = await inThread<ImportAnswer>(db, settings, { name: "import", request }, onProgress)
  return done ?? refusedWhole({ outcome: "unreadable", refusal: "bomb" })
}

/** The form of a place, made while the portal goes on answering: that of a province has thousands of rows. */
export async function formInThread(db: Database, settings: Settings, request: FormRequest) {
  return mustHave(await inThread<Uint8Array>(db, settings, { name: "form", request }))
}

/** A workbook with its faults marked in its cells, in the same way. */
export async function markInThread(
  db: Database,
  settings: Settings,
  request: { bytes: Uint8Array; problems: Problem[] },
) {
  return mustHave(await inThread<Uint8Array>(db, settings, { name: "mark", request }))
}

function mustHave(bytes: Uint8Array | undefined) {
  if (!bytes) throw new Error("a workbook needed more memory than its thread has")
  return new Uint8Array(bytes)
}

/** From its source where the program runs from that, as tests do; else from the bundle. */
const program = import.meta.url.endsWith(".ts")
  ? new URL("./import-thread.ts", import.meta.url)
  : join(root, "dist/import-thread.js")

/** Nothing where the memory did not suffice. */
function inThread<Result>(
  db: Database,
  settings: Settings,
  task: Work,
  onProgress: OnProgress = () => {},
): Promise<Result | undefined> {
  const url = poolOf(db).options.connectionString!
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: { url, settings, task }, resourceLimits: memory })
    worker.on("message", (message: Message) => {
      if ("progress" in message) onProgress(message.progress)
      else resolve(message.result as Result)
    })
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(undefined)
      else reject(error)
    })
    worker.once("exit", () => reject(new Error("the thread of an import ended without an answer")))
  })
}
