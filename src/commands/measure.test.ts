import { rmSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../test/database.ts"
import { runHoptac, temporaryFolder } from "../../test/program.ts"
import { measureCodes } from "../features/measures/catalogue.ts"
import { writeRegister } from "../features/measures/test-register.ts"
import { loadPlaces } from "../features/places/load-places.ts"

const folder = temporaryFolder()
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  await writeRegister(database.db, [
    { name: "Một", place: "30904", founded: "2022-05-01", reports: { 2024: { members: 40, revenue: 3000 } } },
    { name: "Hai", place: "30907", founded: "2024-05-01", reports: { 2024: { members: 10, revenue: 1000 } } },
    {
      name: "Quỹ",
      kind: "credit_fund",
      sector: "credit",
      place: "30736",
      founded: "2010-01-01",
      reports: { 2024: { members: 900, revenue: 50_000 } },
    },
  ])
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

function run(...parameters: string[]) {
  return runHoptac(["measure", ...parameters], { DATABASE_URL: database.url, DATA_DIR: folder })
}

const of2024 = ["--place", "91", "--from", "2024-01-01", "--to", "31/12/2024"]

describe("hoptac measure list", () => {
  it("names every measure with its formula", async () => {
    const { code, stdout } = await run("list", "--json")
    expect(code).toBe(0)
    const listed = JSON.parse(stdout)
    expect(listed.map((each: { code: string }) => each.code)).toEqual(measureCodes)
    expect(listed[0]).toMatchObject({ kind: "stock", unit: "organisation", adds_up_over: expect.any(Array) })
    expect((await run("list")).stdout).toContain("cooperatives_founded")
  })
})

describe("hoptac measure count", () => {
  it("counts a place by its code on the day", async () => {
    const { code, stdout, stderr } = await run("count", "members", ...of2024, "--json")
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    expect(JSON.parse(stdout)).toMatchObject({
      measure: "members",
      place: { code: "91", name: "Tỉnh Kiên Giang" },
      to: "2024-12-31",
      value: 950,
      records: 3,
      year: 2024,
    })
    const narrowed = ["--sector", "agriculture", "--without-credit-funds"]
    expect(JSON.parse((await run("count", "members", ...of2024, ...narrowed, "--json")).stdout).value).toBe(
      50,
    )
  })

  it("says in words what it counted", async () => {
    const { stdout } = await run("count", "average_revenue", ...of2024, "--with-credit-funds")
    expect(stdout.replaceAll("\u00a0", " ")).toBe(
      "Average revenue of a cooperative, Kiên Giang province, through 31 December 2024\n" +
        "18,000 đồng  = 54,000 ÷ 3 that reported  (reports of 2024)\n",
    )
  })

  it("prints records that add up to the figure", async () => {
    const lines = (await run("count", "average_revenue", ...of2024, "--records", "--json")).stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(lines.map(({ name, numerator, denominator }) => [name, numerator, denominator])).toEqual([
      ["Hai", 1000, 1],
      ["Một", 3000, 1],
    ])
    const csv = (await run("count", "members", ...of2024, "--records", "--csv")).stdout.trim().split("\r\n")
    expect(csv).toHaveLength(4)
    expect(csv[0]).toContain("numerator")
    expect((await run("count", "members", ...of2024, "--records")).stdout).toContain("900  Quỹ")
  })

  it("adds parts where they add up, and refuses where they do not", async () => {
    const years = ["--place", "91", "--from", "2022-01-01", "--to", "2024-12-31", "--by", "year", "--json"]
    const founded = await run("count", "cooperatives_founded", ...years, "--add-up")
    expect(JSON.parse(founded.stdout)).toMatchObject({ value: 2 })
    const parts = JSON.parse((await run("count", "cooperatives", ...years)).stdout).parts
    expect(parts.map(({ key, value }: { key: string; value: number }) => [key, value])).toEqual([
      ["2022", 2],
      ["2023", 2],
      ["2024", 3],
    ])
    const stock = await run("count", "cooperatives", ...years, "--add-up")
    expect(stock).toMatchObject({ code: 1, stdout: "" })
    expect(stock.stderr).toContain("over periods it cannot be added up")
    const average = await run("count", "average_revenue", ...of2024, "--by", "sector", "--add-up")
    expect(average).toMatchObject({ code: 1, stdout: "" })
    expect(average.stderr).toContain("is an average")
  })

  it.each([
    ["members_of_everything"],
    ["members", "--place", "99999"],
    ["members", "--to", "31/02/2024"],
    ["members", "--from", "2025-01-01", "--to", "2024-12-31"],
    ["members", "--sector", "cars"],
    ["members", "--denominator", "rated"],
    ["members", "--csv"],
    ["communes_with_lasting_model_share", "--by", "sector"],
  ])("ends with 2 when it is asked wrongly: %s %s %s", async (...asked) => {
    const { code, stdout, stderr } = await run("count", ...asked)
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
    expect(stderr).not.toContain("    at ")
    expect(stderr.length).toBeGreaterThan(20)
  })
})
