// Checks and writes workbooks apart from the portal (apart.ts), in a process or a thread whose memory is bounded and
// whose work keeps nobody waiting.
import { once } from "node:events"
import { parentPort, workerData } from "node:worker_threads"
import { connect } from "../../database/connection.ts"
import { openStore } from "../files/store.ts"
import { markFaults } from "../workbooks/mark-faults.ts"
import type { Message, Task, Work } from "./apart.ts"
import { type Check, type CheckRequest, checkWorkbook } from "./check-import.ts"
import { importWorkbook } from "./import-workbook.ts"
import { packPlan, readRegisterVersion, shownRows } from "./kept-plans.ts"
import type { Progress } from "./progress.ts"
import { writeRegisterWorkbook } from "./write-register.ts"

/** The names are those of apart.ts. */
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
  answer({ progress })
}

/** Settles once it is on its way, since a process that is cut off takes along what it has not sent. */
function answer(message: Message) {
  return new Promise<void>((resolve) => {
    if (!parentPort) return process.send!(message, () => resolve())
    parentPort.postMessage(message)
    resolve()
  })
}

// Nobody is left to be told, and whoever comes next is told that nothing was written.
process.once("disconnect", () => process.exit(1))

const { url, settings, task }: Task = parentPort ? workerData : (await once(process, "message"))[0]
const db = connect(url, { max: 2 })
try {
  await answer({ result: await work(task) })
} finally {
  await db.destroy()
  if (!parentPort) process.disconnect()
}
