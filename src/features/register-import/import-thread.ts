// Checks and writes workbooks in a thread of its own (in-thread.ts), whose memory the portal bounds and whose work
// keeps nobody waiting.
import { parentPort, workerData } from "node:worker_threads"
import { connect } from "../../database/connection.ts"
import { openStore } from "../files/store.ts"
import { checkWorkbook } from "./check-import.ts"
import { importWorkbook } from "./import-workbook.ts"
import type { Task } from "./in-thread.ts"

const { url, settings, task } = workerData as Task
const db = connect(url, { max: 2 })
try {
  const result =
    task.name === "check"
      ? await checkWorkbook(db, task.request)
      : await importWorkbook(db, openStore(settings), task.request)
  parentPort!.postMessage(result)
} finally {
  await db.destroy()
}
