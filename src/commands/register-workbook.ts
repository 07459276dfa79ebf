import { readFile, stat, writeFile } from "node:fs/promises"
import type { Database } from "../database/connection.ts"
import type { Counts } from "../features/register-import/plan-rows.ts"
import type { Problem } from "../features/register-import/read-rows.ts"
import { WrongArguments } from "../problem.ts"
import type { Settings } from "../settings.ts"
import { inVietnam } from "../ui/format.ts"
import { withDatabase } from "./with-database.ts"

type Options = { place: string; out?: string }

/** Writes the workbook of a place: what the register holds there today. */
export async function writeWorkbookOf({ place: code, out }: Options, settings: Settings) {
  return await withDatabase(settings, async (db) => {
    const { writeRegisterWorkbook } = await import("../features/register-import/write-register.ts")
    const { secretFor } = await import("../features/workbooks/secret.ts")
    const day = inVietnam(new Date()).day
    const place = await findPlace(db, code, day)
    const file = out ?? `so-dang-ky-${place.slug}.xlsx`
    await writeFile(
      file,
      await writeRegisterWorkbook(db, place, { day, secret: await secretFor(db, settings) }),
    )
    console.log(file)
    return 0
  })
}

type ImportOptions = { place: string; dryRun?: boolean; json?: boolean; marked?: string }

type Receipt = { number: number; hash: string; at: string } | null
type Answer = Counts & { problems: Problem[]; receipt: Receipt }

/** Does with a workbook what sending it at the desk does; answers with the code the process ends with. */
export async function importRegister(file: string, options: ImportOptions, settings: Settings) {
  const { place: code, dryRun = false, json = false, marked } = options
  const bytes = await readBytes(file)
  return await withDatabase(settings, async (db) => {
    const { importInThread } = await import("../features/register-import/apart.ts")
    const { secretFor } = await import("../features/workbooks/secret.ts")
    const day = inVietnam(new Date()).day
    const place = await findPlace(db, code, day)
    const answer: Answer = await importInThread(db, settings, {
      bytes,
      name: file,
      place,
      day,
      secret: await secretFor(db, settings),
      author: { actor: "hoptac", via: "shell" },
      dryRun,
    })
    if (marked) await writeMarked(marked, bytes, answer.problems)
    if (json) console.log(JSON.stringify(answer))
    else for (const line of describe(answer, dryRun)) console.log(line)
    return answer.refused > 0 || answer.problems.some(({ severity }) => severity === "error") ? 1 : 0
  })
}

async function readBytes(file: string) {
  const { size } = await stat(file).catch(() => {
    throw new WrongArguments(`There is no file ${file} that can be read. Check its name.`)
  })
  // What is larger is refused unread; a little of it is enough to say so.
  const { largestFile } = await import("../features/workbooks/container.ts")
  if (size > largestFile) return new Uint8Array(largestFile + 1)
  return new Uint8Array(await readFile(file))
}

async function findPlace(db: Database, code: string, day: string) {
  const { findWorkbookPlace } = await import("../features/register-import/ground.ts")
  const place = await findWorkbookPlace(db, code, day)
  if (!place)
    throw new WrongArguments(`No place in force today has the code ${code}. See /dia-ban for the codes.`)
  return place
}

async function writeMarked(file: string, bytes: Uint8Array, problems: Problem[]) {
  const { markFaults } = await import("../features/workbooks/mark-faults.ts")
  const { checkContainer } = await import("../features/workbooks/container.ts")
  if (!checkContainer(bytes).ok) {
    console.error("The file was refused as a whole: there are no cells to mark.")
    return
  }
  await writeFile(file, markFaults(bytes, problems))
}

function describe({ new: added, changed, unchanged, refused, problems, receipt }: Answer, dryRun: boolean) {
  const counts = `New: ${added}, changed: ${changed}, unchanged: ${unchanged}, to be put right: ${refused}`
  const lines = problems.map(
    ({ sheet, row, column, severity, message }) => `${severity} ${sheet}!${column ?? ""}${row}: ${message}`,
  )
  if (receipt) return [counts, ...lines, `Receipt ${receipt.number}: ${receipt.hash} at ${receipt.at}`]
  const hasErrors = problems.some(({ severity }) => severity === "error")
  if (hasErrors) return [counts, ...lines, "Nothing was written."]
  return [
    counts,
    ...lines,
    dryRun ? "Nothing was written. Leave out --dry-run to write it." : "Nothing to write.",
  ]
}
