// Checks and writes workbooks in a thread of its own (in-thread.ts), whose memory the portal bounds and whose work
// keeps nobody waiting.
import { parentPort, workerData } from "node:worker_threads"
import { connect } from "../../database/connection.ts"
import { openStore } from "../files/store.ts"
import { markFaults } from "../workbooks/mark-faults.ts"
import { type Check, checkWorkbook } from "./check-import.ts"
import { importWorkbook } from "./import-workbook.ts"
import { type Message, mostShown, type Task, type Work } from "./in-thread.ts"
import type { Progress } from "./progress.ts"
import { writeRegisterWorkbook } from "./write-register.ts"

/** The names are those of in-thread.ts. */
async function work(task: Work) {
  if (task.name === "check") return shown(await checkWorkbook(db, task.request, say))
  if (task.name === "import") return await importWorkbook(db, openStore(settings), task.request, say)
  if (task.name === "mark") return markFaults(task.request.bytes, task.request.problems)
  const { place, ...rest } = task.request
  return await writeRegisterWorkbook(db, place, rest)
}

/** Twenty thousand rows would hold up whoever receives them: as many as a page shows are enough. */
function shown(check: Check): Check {
  if (check.outcome !== "planned") return check
  const rows = check.plan.rows.filter(({ outcome }) => outcome === "new" || outcome === "changed")
  return { ...check, plan: { ...check.plan, rows: rows.slice(0, mostShown) } }
}

function say(progress: Progress) {
  parentPort!.postMessage({ progress } satisfies Message)
}

const { url, settings, task } = workerData as Task
const db = connect(url, { max: 2 })
try {
  const result = await work(task)
  parentPort!.postMessage({ result } satisfies Message)
} finally {
  await db.destroy()
}
