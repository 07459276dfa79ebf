import { readFile } from "node:fs/promises"
import { basename } from "node:path"
import { findReorganisation } from "../features/reorganisations/queries.ts"
import type { Fault } from "../features/reorganisations/reorganisation.ts"
import {
  type Applying,
  applyReorganisation,
  sendReorganisation,
} from "../features/reorganisations/reorganise.ts"
import { faultWords } from "../features/reorganisations/texts.ts"
import type { Settings } from "../settings.ts"
import { withDatabase } from "./with-database.ts"

type Options = { dryRun?: boolean; json?: boolean }

const author = { actor: "hoptac", via: "shell" } as const

/** Takes in a reorganisation as the desk does; answers with the code the process ends with. */
export async function importPlaces(
  file: string,
  { dryRun = false, json = false }: Options,
  settings: Settings,
) {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) {
    console.error(`There is no file ${file} that can be read. Check its name.`)
    return 2
  }
  return await withDatabase(settings, async (db) => {
    const answer = await db
      .transaction()
      .execute(async (trx): Promise<Applying> => {
        const sending = await sendReorganisation(trx, author, { bytes, name: basename(file) })
        if (!sending.ok) throw new Refused(sending.faults)
        const sent = (await findReorganisation(trx, sending.id))!
        const applied = await applyReorganisation(trx, author, sent)
        if (!applied.ok) throw new Refused(applied.faults)
        if (dryRun) throw new DryRun(applied)
        return applied
      })
      .catch((error): Applying => {
        if (error instanceof Refused) return { ok: false, faults: error.faults }
        if (error instanceof DryRun) return error.answer
        throw error
      })
    const lines = answer.ok ? describe(answer.counts, dryRun) : answer.faults.map(lineOf)
    if (json)
      console.log(JSON.stringify(answer.ok ? { ...answer.counts, problems: [] } : refusal(answer.faults)))
    else for (const line of lines) console.log(line)
    return answer.ok ? 0 : 1
  })
}

/** Leaves the transaction with nothing written. */
class Refused extends Error {
  readonly faults: Fault[]

  constructor(faults: Fault[]) {
    super("refused")
    this.faults = faults
  }
}
class DryRun extends Error {
  readonly answer: Applying

  constructor(answer: Applying) {
    super("dry run")
    this.answer = answer
  }
}

function describe(counts: (Applying & { ok: true })["counts"], dryRun: boolean) {
  return [
    `Units added: ${counts.units_new}, known already: ${counts.units_known}, ended: ${counts.units_ended}`,
    `Organisations that follow: ${counts.moved}; that wait for an officer to place them: ${counts.waiting}`,
    ...(dryRun ? ["Nothing was written. Leave out --dry-run to write it."] : []),
  ]
}

function lineOf(fault: Fault) {
  return `${fault.row === null ? "" : `${fault.row}: `}${faultWords(fault, "vi")}`
}

function refusal(faults: readonly Fault[]) {
  const problems = faults.map((fault) => ({
    row: fault.row,
    field: fault.field,
    message: faultWords(fault, "vi"),
  }))
  return { units_new: 0, units_known: 0, units_ended: 0, moved: 0, waiting: 0, problems }
}
