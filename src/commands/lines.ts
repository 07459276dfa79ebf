import { readFile } from "node:fs/promises"
import { takeInList } from "../features/lines/keep-lines.ts"
import { readLines } from "../features/lines/read-lines.ts"
import { texts } from "../features/lines/texts.ts"
import type { Settings } from "../settings.ts"
import { readDay } from "../ui/format.ts"
import { withDatabase } from "./with-database.ts"

type Options = { list: string; from: string; basis: string; json?: boolean }

const author = { actor: "hoptac", via: "shell" } as const

/** Takes in a version of the list of business lines; answers with the code the process ends with. */
export async function importLines(file: string, { list, from, basis, json }: Options, settings: Settings) {
  const valid_from = readDay(from)
  if (!valid_from) {
    console.error(`--from ${from} is no day. Write it as 15/11/2025 or 2025-11-15.`)
    return 2
  }
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) {
    console.error(`There is no file ${file} that can be read. Check its name.`)
    return 2
  }
  const read = readLines(bytes, "vi")
  if (!read.ok) return refuse(read.problems, json)
  return await withDatabase(settings, async (db) => {
    const taking = await takeInList(db, author, { code: list, legal_basis: basis, valid_from }, read.lines)
    if (!taking.ok) return refuse([texts.vi[taking.fault]], json)
    const { id: _, ...counts } = taking.taken
    const { new: added, changed, unchanged, missing } = counts
    console.log(
      json ? JSON.stringify({ ...counts, problems: [] }) : texts.vi.taken(added, changed, unchanged, missing),
    )
    return 0
  })
}

function refuse(problems: string[], json = false) {
  if (json) console.log(JSON.stringify({ new: 0, changed: 0, unchanged: 0, missing: 0, problems }))
  else for (const problem of problems) console.error(problem)
  return 1
}
