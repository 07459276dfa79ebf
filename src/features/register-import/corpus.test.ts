import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { writeRegister } from "../../../test/fixtures/register.ts"
import { testStore } from "../../../test/visit.ts"
import { bookOf, listRows } from "../../../test/workbooks/build.ts"
import { faulty } from "../../../test/workbooks/faulty.ts"
import { hostile } from "../../../test/workbooks/hostile.ts"
import { listed } from "../../../test/workbooks/listed.ts"
import { abused, changedPhone } from "../../../test/workbooks/own.ts"
import { readable } from "../../../test/workbooks/readable.ts"
import type { Place } from "../places/queries.ts"
import { markFaults } from "../workbooks/mark-faults.ts"
import { readWorkbook } from "../workbooks/read-workbook.ts"
import { workbookRefusals } from "../workbooks/texts.ts"
import { checkWorkbook } from "./check-import.ts"
import { findWorkbookPlace } from "./ground.ts"
import { importWorkbook } from "./import-workbook.ts"
import type { PlannedRow } from "./plan-rows.ts"
import { writeRegisterWorkbook } from "./write-register.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let place: Place
let own: Uint8Array
const day = "2026-06-15"
const secret = "a secret of the test"
beforeAll(async () => {
  database = await freshDatabase()
  await writeRegister(database.db)
  place = (await findWorkbookPlace(database.db, "30898", day))!
  own = await writeRegisterWorkbook(database.db, place, { day, secret })
})
afterAll(() => database.close())

/** What a workbook would do, worked out as any upload is. */
async function check(bytes: Uint8Array) {
  const checked = await checkWorkbook(database.db, { bytes, place, day, secret })
  if (checked.outcome !== "planned") throw new Error(`not planned: ${JSON.stringify(checked)}`)
  return checked.plan
}

async function take(bytes: Uint8Array, { dryRun = true } = {}) {
  return await importWorkbook(asApplication(database.db), testStore, {
    bytes,
    name: "danh-sach.xlsx",
    place,
    day,
    secret,
    author: { actor: "Mai", via: "shell" },
    dryRun,
  })
}

const expected = listed.map(
  ({ kind, name, code, founded, line, capital, representative, phone, address }) => ({
    kind,
    founded,
    name,
    code,
    business_line: line,
    charter_capital: capital,
    legal_representative: representative,
    phone,
    address,
  }),
)

function said({ kind, events }: PlannedRow) {
  const { happened_on: founded, facts } = events[0]!
  const { name, code, business_line, charter_capital, legal_representative, phone, address } = facts
  return { kind, founded, name, code, business_line, charter_capital, legal_representative, phone, address }
}

describe("a sheet of an office is read as it was meant", () => {
  it.each(Object.entries(readable))("%s", async (_, make) => {
    const { rows, counts, problems } = await check(make())
    expect(problems).toEqual([])
    expect(counts).toEqual({ new: listed.length, changed: 0, unchanged: 0, refused: 0 })
    expect(rows.map(said)).toEqual(expected)
  })
})

describe("the system's own workbook keeps its meaning", () => {
  it.each(Object.entries(abused))("%s", async (_, abuse) => {
    const { rows, counts, problems } = await check(abuse(own))
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([])
    expect(counts).toMatchObject({ new: 0, changed: 1, refused: 0 })
    const changed = rows.filter(({ outcome }) => outcome === "changed")
    expect(changed.flatMap(({ changes }) => changes)).toEqual([
      { field: "phone", before: expect.anything(), after: changedPhone },
    ])
  })
})

describe("a mistake is told where it stands, and refuses the whole", () => {
  it.each(Object.entries(faulty))("%s", async (_, { make, row, column, severity = "error", says }) => {
    const answer = await take(make())
    expect(answer.problems).toEqual([
      { sheet: "Danh sách", row, column, severity, message: expect.stringMatching(says) },
    ])
    expect(answer.receipt).toBeNull()
    const isTable = answer.new + answer.unchanged + answer.changed + answer.refused > 0
    if (isTable) expect(answer.refused).toBe(severity === "error" ? 1 : 0)
  })

  it.each(Object.entries(faulty))("%s comes back marked, and is read the same again", async (_, fault) => {
    const answer = await take(fault.make())
    const marked = markFaults(fault.make(), answer.problems)
    const reading = readWorkbook(marked)
    expect(reading.ok && reading.workbook.sheets.map(({ name }) => name)).toEqual(["Danh sách", "Cần sửa"])
    expect(await take(marked)).toEqual(answer)
  })
})

describe("a file that is not to be read is refused in one line, soon", () => {
  it.each(Object.entries(hostile))("%s", async (_, { make, refusal }) => {
    const answer = await take(make())
    expect(answer.problems.map(({ message }) => message)).toEqual([workbookRefusals.vi[refusal]])
    expect(answer).toMatchObject({ new: 0, changed: 0, unchanged: 0, receipt: null })
  })
})

describe("two who send the same sheet at the same moment", () => {
  it("add its organisations once", async () => {
    const sheet = bookOf(listRows({ cells: { code: () => null } }))
    const answers = await Promise.all([sheet, sheet].map((bytes) => take(bytes, { dryRun: false })))
    expect(answers.map((answer) => answer.new).toSorted()).toEqual([0, listed.length])
    expect(answers.map(({ receipt }) => receipt !== null).toSorted()).toEqual([false, true])
  })
})
