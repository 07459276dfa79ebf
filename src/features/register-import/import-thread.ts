// Checks and writes workbooks in a thread of its own (in-thread.ts), whose memory the portal bounds and whose work
// keeps nobody waiting.
import { parentPort, workerData } from "node:worker_threads"
import { connect } from "../../database/connection.ts"
import { openStore } from "../files/store.ts"
import { markFaults } from "../workbooks/mark-faults.ts"
import { checkWorkbook } from "./check-import.ts"
import { importWorkbook } from "./import-workbook.ts"
import type { Task, Work } from "./in-thread.ts"
import { writeRegisterWorkbook } from "./write-register.ts"

/** The names are those of in-thread.ts. */
async function work(task: Work) {
  if (task.name === "check") return await checkWorkbook(db, task.request)
  if (task.name === "import") return await importWorkbook(db, openStore(settings), task.request)
  if (task.name === "mark") return markFaults(task.request.bytes, task.request.problems)
  const { place, ...rest } = task.request
  return await writeRegisterWorkbook(db, place, rest)
}

const { url, settings, task } = workerData as Task
const db = connect(url, { max: 2 })
try {
  const result = await work(task)
  parentPort!.postMessage(result)
} finally {
  await db.destroy()
}
