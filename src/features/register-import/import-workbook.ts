import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { keepFile } from "../files/keep-file.ts"
import { findFile, type KeptFile, useFiles } from "../files/queries.ts"
import type { FileStore } from "../files/store.ts"
import type { Place } from "../places/queries.ts"
import { LifeProblem } from "../register/life-problem.ts"
import { workbookRefusals } from "../workbooks/texts.ts"
import { applyPlan, MovedOn } from "./apply-plan.ts"
import { type Check, checkWorkbook } from "./check-import.ts"
import { type KeptPlan, readKeptPlan } from "./kept-plans.ts"
import type { Counts, Plan } from "./plan-rows.ts"
import type { OnProgress } from "./progress.ts"
import type { Problem } from "./read-rows.ts"
import { importTexts } from "./texts.ts"

export type ImportRequest = {
  bytes: Uint8Array
  name: string
  place: Place
  day: string
  secret: string
  author: Author
  /** Only says what would happen. */
  dryRun: boolean
  /** The import that this workbook was sent as before, if it was. */
  importId?: number
}

export type Receipt = { number: number; hash: string; at: string }
export type ImportAnswer = Counts & { problems: Problem[]; receipt: Receipt | null }

/** How often a workbook is checked again because the register changed between checking and writing. */
const mostAttempts = 3

/**
 * Checks a workbook against the register of a place and writes all of it, or nothing. What changes nothing leaves no
 * receipt: there is nothing to account for.
 */
export async function importWorkbook(
  db: Database,
  store: FileStore,
  request: ImportRequest,
  onProgress: OnProgress = () => {},
): Promise<ImportAnswer> {
  for (let attempt = 1; ; attempt++) {
    const written = await countWritten(db)
    const check = (await readChecked(db, request)) ?? (await checkWorkbook(db, request, onProgress))
    if (check.outcome !== "planned") return refusedWhole(check)
    const { plan } = check
    const answer = { ...plan.counts, problems: plan.problems, receipt: null }
    const writes = plan.counts.new + plan.counts.changed > 0
    if (plan.counts.refused > 0 || request.dryRun || !writes) return answer
    try {
      return { ...answer, receipt: await write(db, store, request, { ...check, written }, onProgress) }
    } catch (error) {
      if (error instanceof MovedOn && attempt < mostAttempts) continue
      if (!(error instanceof LifeProblem)) throw error
      return { ...refused(lifeProblem(plan, error)), refused: plan.rows.length }
    }
  }
}

/** What the last check of a workbook that was sent came to, while the register is still the one it was made for. */
async function readChecked(db: Database, { importId, day }: ImportRequest) {
  const plan = importId && (await readKeptPlan(db, importId, day))
  return plan ? { outcome: "planned" as const, plan, isOwnForm: false } : undefined
}

export function refusedWhole(check: Exclude<Check, { outcome: "planned" }>) {
  return refused(problemOf(check))
}

const noRows: Counts = { new: 0, changed: 0, unchanged: 0, refused: 0 }

function refused(problem: Problem): ImportAnswer {
  return { ...noRows, problems: [problem], receipt: null }
}

/** What a check came to, as it is kept with the workbook. */
export function outcomeOf(check: Check) {
  const isPlanned = check.outcome === "planned"
  const { counts, problems } = isPlanned ? check.plan : { counts: noRows, problems: [problemOf(check)] }
  const found = "found" in check ? check.found : undefined
  const isOwnForm = isPlanned && check.isOwnForm
  return {
    state: isPlanned && counts.refused === 0 && !problems.some(isError) ? "checked" : "refused",
    counts: JSON.stringify(counts),
    problems: JSON.stringify(problems),
    columns: found && !isOwnForm ? JSON.stringify(found) : null,
    ...(isPlanned && check.kept && planOf(check.plan, check.kept)),
    is_own_form: isOwnForm,
    is_mapped: !found || isOwnForm || (isPlanned && check.isConfirmed),
  }
}

/** A plan as its columns hold it. */
export function planOf({ rows }: Plan, { version, packed }: KeptPlan) {
  return { plan: Buffer.from(packed), plan_version: version, preview: JSON.stringify(rows) }
}

export function isError({ severity }: Problem) {
  return severity === "error"
}

export function problemOf(check: Exclude<Check, { outcome: "planned" }>): Problem {
  const t = importTexts.vi
  const whole = { sheet: "", row: 1, column: null, severity: "error" } as const
  if (check.outcome === "unreadable") return { ...whole, message: workbookRefusals.vi[check.refusal] }
  if (check.outcome === "other_place") return { ...whole, message: t.formOfOtherPlace(check.place) }
  return check.problem
}

/** The register itself refuses a life that contradicts itself: the row of the organisation is not known to it. */
function lifeProblem({ rows }: Plan, { reason }: LifeProblem): Problem {
  const t = importTexts.vi
  const first = rows.find(({ events }) =>
    events.some(({ facts, kind, happened_on }) =>
      reason.fault === "code_taken"
        ? facts.code === reason.code
        : kind === reason.kind && happened_on === reason.happened_on,
    ),
  )
  return {
    sheet: first?.sheet ?? "",
    row: first?.row ?? 1,
    column: null,
    severity: "error",
    message: t.lifeFaults[reason.fault],
  }
}

async function write(
  db: Database,
  store: FileStore,
  { bytes, name, place, author, importId }: ImportRequest,
  { plan, isOwnForm, written }: { plan: Plan; isOwnForm: boolean; written: number },
  onProgress: OnProgress,
): Promise<Receipt> {
  const file = importId ? await findSentFile(db, importId) : await keep(db, store, { bytes, name, author })
  return await inTransaction(db, async (trx) => {
    // One import at a time writes: two of one place would each think the other's rows new.
    await sql`select pg_advisory_xact_lock(hashtext('register import'))`.execute(trx)
    if ((await countWritten(trx)) !== written) throw new MovedOn()
    const id = importId
      ? await findChecked(trx, importId)
      : await insertImport(trx, { file, place, author, isOwnForm })
    await useFiles(trx, { kind: "register_import", id }, { files: [file.id], public_from: null })
    await applyPlan(trx, author, plan.rows, id, onProgress)
    // Last, since whoever says how far this has come writes the same row meanwhile.
    const { applied_at } = await trx
      .updateTable("imports")
      .set({
        state: "applied",
        counts: JSON.stringify(plan.counts),
        problems: JSON.stringify(plan.problems),
        applied_at: sql<Date>`now()`,
        applied_by: author.actor,
        work: null,
        work_beat_at: null,
        plan: null,
        preview: null,
      })
      .where("id", "=", id)
      .where("state", "=", "checked")
      .returning("applied_at")
      .executeTakeFirstOrThrow()
    await recordChange(trx, {
      ...author,
      record_kind: "register_import",
      record_id: id,
      action: "apply",
      after: { place_id: place.id, name: file.name, ...plan.counts },
    })
    return { number: id, hash: file.hash, at: applied_at!.toISOString() }
  })
}

async function findChecked(trx: Database, id: number) {
  await trx
    .selectFrom("imports")
    .select("id")
    .where("id", "=", id)
    .where("state", "=", "checked")
    .executeTakeFirstOrThrow()
  return id
}

async function insertImport(trx: Database, sent: Sent) {
  const { id } = await trx
    .insertInto("imports")
    .values({ ...importOf(sent), state: "checked", counts: JSON.stringify(noRows) })
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

async function keep(
  db: Database,
  store: FileStore,
  { bytes, name, author }: Pick<ImportRequest, "bytes" | "name" | "author">,
) {
  const kept = await keepFile(db, store, { content: new Uint8Array(bytes), name, by: author })
  if (!kept.ok) throw new Error(`a workbook that was read is not kept: ${kept.refusal}`)
  return kept.file
}

/** It was kept when it was sent. */
async function findSentFile(db: Database, importId: number) {
  const { file_hash } = await db
    .selectFrom("imports")
    .select("file_hash")
    .where("id", "=", importId)
    .executeTakeFirstOrThrow()
  const file = await findFile(db, file_hash)
  if (!file) throw new Error(`The file ${file_hash} of an import is not recorded.`)
  return file
}

/** Another number says that an import was written, or undone, since the rows were checked. */
async function countWritten(db: Database) {
  const { rows } = await sql<{ count: number }>`
    select count(applied_at) + count(undone_at) as count from imports`.execute(db)
  return rows[0]!.count
}

type Sent = { file: KeptFile; place: Place; author: Author; isOwnForm: boolean }

/** What is kept of a workbook that was sent, whatever becomes of it. */
export function importOf({ file, place, author, isOwnForm }: Sent) {
  return {
    place_id: place.id,
    file_id: file.id,
    file_name: file.name,
    file_hash: file.hash,
    is_own_form: isOwnForm,
    uploaded_by: author.actor,
    user_id: author.user_id ?? null,
  }
}
