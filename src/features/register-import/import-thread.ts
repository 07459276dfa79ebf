// Checks and writes workbooks in a thread of its own (in-thread.ts), whose memory the portal bounds and whose work
// keeps nobody waiting.
import { parentPort, workerData } from "node:worker_threads"
import { connect } from "../../database/connection.ts"
import { openStore } from "../files/store.ts"
import { markFaults } from "../workbooks/mark-faults.ts"
import { type Check, type CheckRequest, checkWorkbook } from "./check-import.ts"
import { importWorkbook } from "./import-workbook.ts"
import type { Message, Task, Work } from "./in-thread.ts"
import { packPlan, readRegisterVersion, shownRows } from "./kept-plans.ts"
import type { Progress } from "./progress.ts"
import { writeRegisterWorkbook } from "./write-register.ts"

/** The names are those of in-thread.ts. */
async function work(task: Work) {
  if (task.name === "check") return await check(task.request)
  if (task.name === "import") return await importWorkbook(db, openStore(settings), task.request, say)
  if (task.name === "mark") return markFaults(task.request.bytes, task.request.problems)
  const { place, ...rest } = task.request
  return await writeRegisterWorkbook(db, place, rest)
}

/** Twenty thousand rows would hold up whoever receives them: those that are shown, and the rest packed to be kept. */
async function check(request: CheckRequest): Promise<Check> {
  const version = await readRegisterVersion(db, request.day)
  const checked = await checkWorkbook(db, request, say)
  if (checked.outcome !== "planned") return checked
  const kept = { version, packed: await packPlan(checked.plan) }
  return { ...checked, plan: { ...checked.plan, rows: shownRows(checked.plan) }, kept }
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
