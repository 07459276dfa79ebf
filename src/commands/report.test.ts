import { createHash } from "node:crypto"
import { readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../test/database.ts"
import { runHoptac, temporaryFolder } from "../../test/program.ts"
import { writeRegister } from "../features/measures/test-register.ts"
import { loadPlaces } from "../features/places/load-places.ts"

const folder = temporaryFolder()
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  await writeRegister(database.db, [
    {
      name: "Lúa Vàng",
      place: "30904",
      founded: "2018-03-01",
      reports: { 2024: { members: 50, revenue: 2e9 } },
    },
    { name: "Ấp Mới", place: "30907", founded: "2024-05-10" },
  ])
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

function run(...options: string[]) {
  return runHoptac(["report", "build", ...options], { DATABASE_URL: database.url, DATA_DIR: folder })
}

describe("hoptac report build", () => {
  it("writes both files, keeps them, and prints hashes that sha256sum takes", async () => {
    const out = join(folder, "bao-cao")
    const built = await run("--year", "2024", "--place", "91", "--out", out)
    expect(built.code).toBe(0)
    expect(built.stderr).toContain("a draft. Check it at http://localhost:3000/xac-minh")
    const names = readdirSync(out).sort()
    expect(names).toEqual([
      "ban-nhap-bao-cao-tinh-an-giang-91-tu-2025-nam-2024.docx",
      "ban-nhap-bao-cao-tinh-an-giang-91-tu-2025-nam-2024.xlsx",
    ])
    for (const name of names) {
      const hash = createHash("sha256")
        .update(readFileSync(join(out, name)))
        .digest("hex")
      expect(built.stdout).toContain(`${hash}  ${join(out, name)}\n`)
    }

    const kept = await database.db.selectFrom("official_report_files").select(["kind", "hash"]).execute()
    for (const { hash } of kept) expect(built.stdout).toContain(hash)
    const build = await database.db
      .selectFrom("official_report_builds")
      .select("facts")
      .executeTakeFirstOrThrow()
    expect(build.facts).toMatchObject({
      values: {
        "I.1": { previous: { value: 1 }, half: { value: 2 }, year: { value: 2 } },
        "I.1b": { previous: { value: 0 }, year: { value: 1 } },
        "I.2": { year: { value: 50 } },
        "I.4": { year: { value: 2e9 } },
        "HTX.agriculture": { year: { value: 2 } },
      },
    })

    // The same day, the same register: the same bytes.
    expect((await run("--year", "2024", "--place", "91", "--out", out)).stdout).toBe(built.stdout)
    const half = await run("--year", "2024", "--place", "91", "--half", "--out", out)
    expect(half.stdout).toContain("-6-thang-2024.docx")
  }, 60_000)

  it("ends with 2 when it is asked wrongly", async () => {
    const unknown = await run("--year", "2024", "--place", "00")
    expect(unknown).toMatchObject({ code: 2, stdout: "" })
    expect(unknown.stderr).toContain("No province has the code 00")
    expect((await run("--year", "năm nay", "--place", "91")).code).toBe(2)
    expect((await run("--place", "91")).code).toBe(2)
  }, 60_000)
})
