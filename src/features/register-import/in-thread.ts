import { join } from "node:path"
import { Worker } from "node:worker_threads"
import { type Database, poolOf } from "../../database/connection.ts"
import { root } from "../../root.ts"
import type { Settings } from "../../settings.ts"
import type { Check, CheckRequest } from "./check-import.ts"
import { type ImportAnswer, type ImportRequest, refusedWhole } from "./import-workbook.ts"

/** A thread is handed words, no functions. */
type PlainCheck = Omit<CheckRequest, "mappingOf">
type Work = { name: "check"; request: PlainCheck } | { name: "import"; request: ImportRequest }
export type Task = { url: string; settings: Settings; task: Work }

/** Megabytes for what a workbook is turned into: enough for one of a whole province, twenty thousand rows. */
const memory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 }

/** `checkWorkbook` while the portal goes on answering. One that needs more memory than there is, is refused. */
export async function checkInThread(db: Database, settings: Settings, request: PlainCheck): Promise<Check> {
  const done = await inThread<Check>(db, settings, { name: "check", request })
  return done ?? { outcome: "unreadable", refusal: "bomb" }
}

/** `importWorkbook` in the same way; the store is the one of the settings. */
export async function importInThread(
  db: Database,
  settings: Settings,
  request: ImportRequest,
): Promise<ImportAnswer> {
  const done = await inThread<ImportAnswer>(db, settings, { name: "import", request })
  return done ?? refusedWhole({ outcome: "unreadable", refusal: "bomb" })
}

/** From its source where the program runs from that, as tests do; else from the bundle. */
const program = import.meta.url.endsWith(".ts")
  ? new URL("./import-thread.ts", import.meta.url)
  : join(root, "dist/import-thread.js")

/** Nothing where the memory did not suffice. */
function inThread<Result>(db: Database, settings: Settings, task: Work): Promise<Result | undefined> {
  const url = poolOf(db).options.connectionString!
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: { url, settings, task }, resourceLimits: memory })
    worker.once("message", resolve)
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(undefined)
      else reject(error)
    })
    worker.once("exit", () => reject(new Error("the thread of an import ended without an answer")))
  })
}
