import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../test/database.ts"
import { runHoptac, temporaryFolder } from "../../test/program.ts"

const folder = temporaryFolder()
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

function run(file: string, ...options: string[]) {
  return runHoptac(["places", "import", file, ...options], { DATABASE_URL: database.url, DATA_DIR: folder })
}

describe("hoptac places import", () => {
  it("tries, applies, and finds nothing left to do", async () => {
    const file = join(folder, "sap-xep.csv")
    writeFileSync(
      file,
      "Mã mới,Loại,Tên mới,Mã cũ,Ngày hiệu lực,Căn cứ pháp lý\n30904,Phường,Giồng Riềng,30904,01/01/2027,Nghị quyết 9/NQ\n",
    )
    const tried = await run(file, "--dry-run", "--json")
    expect(tried).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("units_new") })
    const counts = { units_known: 0, moved: 0, waiting: 0, problems: [] }
    expect(JSON.parse(tried.stdout)).toEqual({ ...counts, units_new: 1, units_ended: 1 })
    expect(JSON.parse((await run(file, "--json")).stdout)).toEqual({
      ...counts,
      units_new: 1,
      units_ended: 1,
    })
    const again = await run(file, "--json")
    expect(JSON.parse(again.stdout)).toEqual({ ...counts, units_new: 0, units_known: 1, units_ended: 0 })
  })

  it("says what is wrong with a file, and with the question", async () => {
    const file = join(folder, "hong.json")
    writeFileSync(
      file,
      '{"day": "2027-01-01", "legal_act": "", "units": [{"code": "1", "name": "An", "kind": "commune"}]}',
    )
    const refused = await run(file, "--json")
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.stdout).problems).toContainEqual({
      row: 1,
      field: "code",
      message: "Mã đơn vị phải là 2 đến 5 chữ số, giữ số 0 ở đầu.",
    })
    expect((await run(join(folder, "khong-co.json"))).code).toBe(2)
  })
})
