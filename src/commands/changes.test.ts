import { sql } from "kysely"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { freshDatabase } from "../../test/database.ts"
import { runHoptac } from "../../test/program.ts"
import { inTransaction } from "../database/connection.ts"
import { recordChange } from "../features/changes/record-change.ts"
import { countSeals } from "../features/changes/seals.ts"
import { loadPlaces } from "../features/places/load-places.ts"
import { inVietnam } from "../ui/format.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let today: string
beforeEach(async () => {
  database = await freshDatabase()
  // The program loads them if they are not there, which would be one more change.
  await loadPlaces(database.db)
  for (const record_key of ["mai", "lan"])
    await inTransaction(database.db, (trx) =>
      recordChange(trx, { actor: "An", via: "web", action: "disable", record_kind: "person", record_key }),
    )
  today = inVietnam(new Date()).day
})
afterEach(() => database.close())

const verify = () => runHoptac(["changes", "verify"], { DATABASE_URL: database.url })

/** As the owner of the tables might, who can switch the guards off. */
async function tamper(statement: string) {
  const switched = (state: string) =>
    `alter table changes ${state} trigger user; alter table change_seals ${state} trigger user;`
  await sql
    .raw(`${switched("disable")} alter table change_seals drop constraint if exists change_seals_change_id_fkey;
    ${statement}; ${switched("enable")}`)
    .execute(database.db)
}

describe("hoptac changes verify", () => {
  it("counts the entries of a chain that holds, and shows its last seal", async () => {
    const { code, stdout } = await verify()
    const { seal } = await countSeals(database.db)
    expect(stdout.trim()).toBe(`The chain of 3 changes holds. Its last seal: ${seal}`)
    expect(code).toBe(0)
  })

  it("names the first link that was altered, its day and what it says", async () => {
    await tamper("update changes set actor = 'Hoa' where record_key in ('mai', 'lan')")
    const { code, stdout, stderr } = await verify()
    expect(stderr.trim()).toBe(
      `The chain is broken at link 2: entry 2 of ${today}, "disable person mai" by Hoa, is not as it was sealed: it or its seal was altered.`,
    )
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" })
  })

  it("says between which entries one is gone", async () => {
    await tamper("delete from changes where record_key = 'mai'")
    const { code, stderr } = await verify()
    expect(stderr.trim()).toBe(
      `The chain is broken at link 2: entry 2, after entry 1 of ${today}, before entry 3 of ${today}, was sealed and is gone.`,
    )
    expect(code).toBe(1)
  })

  it("names an entry that was slipped in", async () => {
    await tamper(
      "insert into changes (actor, via, action, record_kind) values ('Hoa', 'shell', 'give', 'role')",
    )
    const { code, stderr } = await verify()
    expect(stderr.trim()).toBe(
      `The chain is broken beside its links: entry 4 of ${today}, "give role" by Hoa, was never sealed: it was slipped in.`,
    )
    expect(code).toBe(1)
  })
})
