import * as xlsx from "@e965/xlsx"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createApp } from "../src/app.tsx"
import { type Cell, readWorkbook } from "../src/features/workbooks/read-workbook.ts"
import { readSettings } from "../src/settings.ts"
import { fileFormats } from "../src/web/list-file.ts"
import { freshDatabase } from "./database.ts"
import { type SignedIn, secret, signInAs } from "./fixtures/people.ts"
import { findMatrixRecords } from "./matrix-records.ts"
import { visitor } from "./visit.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let everyone: SignedIn
let fill: (path: string) => string
beforeAll(async () => {
  database = await freshDatabase({ from: "sample" })
  const records = await findMatrixRecords(database.db)
  fill = (path) => records.fill(path, "own")
  everyone = await signInAs(database.db, {
    name: "Mai",
    roles: [
      { role: "administrator" },
      { role: "province_officer" },
      { role: "publisher" },
      { role: "auditor" },
    ],
  })
  // A name that means to do harm wherever a program takes it for a formula.
  await database.db
    .updateTable("organisation_states")
    .set({ name: '=HYPERLINK("http://x.example","a")' })
    .where("valid_to", "=", "infinity")
    .where("organisation_id", "=", (await firstOrganisation()).organisation_id)
    .execute()
}, 120_000)
afterAll(() => database.close())

function firstOrganisation() {
  return database.db
    .selectFrom("organisation_states")
    .select("organisation_id")
    .where("valid_to", "=", "infinity")
    .where("status", "=", "operating")
    .orderBy("organisation_id")
    .limit(1)
    .executeTakeFirstOrThrow()
}

/** Every list that can be fetched, found among the routes; those with a parameter by a record of the sample. */
function lists() {
  const app = createApp({
    db: database.db,
    settings: readSettings({ SECRET: secret }),
    clock: () => new Date(),
  })
  const routes = app.routes.filter(({ path }) => !path.startsWith("/en/"))
  const plain = routes
    .filter(({ path }) => path.endsWith(".xlsx") && !path.includes("{"))
    .map(({ path }) => fill(path.slice(0, -".xlsx".length)))
  const named = routes
    .filter(({ path }) => path.includes("xlsx|csv|json"))
    .map(({ path }) => fill(path.replace(/\{[^}]*\}/g, "")).replace(/\.csv$/, ""))
  return [...new Set([...plain, ...named])]
}

const filters: Record<string, string> = {
  "/hop-tac-xa": "loai=lien-hiep&ngay=2024-12-31",
  "/hop-tac-xa/thong-ke": "linh-vuc=nong-nghiep",
  "/ban-lam-viec/to-chuc": "loai=quy-tin-dung",
  "/ban-lam-viec/bien-dong": "tu=01/01/2024&den=31/12/2024&dong=founded",
  "/ban-lam-viec/quan-tri/nguoi-dung": "vai-tro=auditor",
  "/ban-lam-viec/nhat-ky": "viec=sample",
  "/dia-ban": "ngay=2024-12-31",
}

describe("every list as a file", () => {
  it("has the same rows in each format, with what narrows it", async () => {
    const paths = lists()
    // One that is dropped by mistake would not be missed otherwise.
    expect(paths.length).toBeGreaterThanOrEqual(30)
    for (const path of paths) {
      const asked = filters[path] ? `?${filters[path]}` : ""
      const [fromXlsx, fromCsv, fromJson] = await Promise.all(
        fileFormats.map((format) => rows(path, format, asked)),
      )
      expect([path, fromCsv!.length]).toEqual([path, fromJson!.length])
      expect([path, fromXlsx!.length]).toEqual([path, fromCsv!.length])
      expect([path, fromXlsx]).toEqual([path, fromCsv])
      if (filters[path]) {
        const whole = await rows(path, "csv", "")
        expect([path, fromCsv!.length === 0, fromCsv!.length === whole.length]).toEqual([path, false, false])
      }
    }
  }, 120_000)

  it("is safe from formulas", async () => {
    const { text } = await as("/hop-tac-xa.csv")
    expect(text).toContain(`"'=HYPERLINK(""http://x.example"",""a"")"`)
    const cells = (await sheetOf("/hop-tac-xa.xlsx")).flat()
    expect(cells).toContain('=HYPERLINK("http://x.example","a")')
    const book = xlsx.read(await bytesOf("/hop-tac-xa.xlsx"), { type: "array" })
    const formulas = Object.values(book.Sheets[book.SheetNames[0]!]!).filter(
      (cell) => (cell as xlsx.CellObject).f,
    )
    expect(formulas).toEqual([])
  })

  it("says in the workbook what it is of", async () => {
    const read = readWorkbook(await bytesOf("/hop-tac-xa.xlsx?loai=lien-hiep&ngay=2024-12-31"))
    if (!read.ok) throw new Error(read.refusal)
    const notes = read.workbook.sheets[1]!.rows.map(({ cells }) => cells.map((cell) => cell?.value))
    expect(notes).toContainEqual(["Loại hình", "Liên hiệp hợp tác xã"])
    expect(notes).toContainEqual(["Tính đến ngày", "2024-12-31"])
    expect(notes.flat()).toContain("https://ktth.example.vn/hop-tac-xa?loai=lien-hiep&ngay=2024-12-31")
  })
})

function as(path: string) {
  return visitor(database.db).as(everyone).get(path)
}

async function bytesOf(path: string) {
  const answer = await visitor(database.db).app.request(path, { headers: { cookie: everyone.cookie } })
  expect([path, answer.status]).toEqual([path, 200])
  return new Uint8Array(await answer.arrayBuffer())
}

async function rows(path: string, format: string, asked: string): Promise<unknown[]> {
  const address = `${path}.${format}${asked}`
  if (format !== "json") return (await sheetOf(address)).slice(1)
  const answer = await as(address)
  expect([address, answer.status]).toEqual([address, 200])
  return Object.values(JSON.parse(answer.text) as Record<string, unknown>).find(Array.isArray)!
}

async function sheetOf(address: string) {
  const read = readWorkbook(await bytesOf(address))
  if (!read.ok) throw new Error(`${address}: ${read.refusal}`)
  const [sheet] = read.workbook.sheets
  const width = sheet!.rows[0]!.cells.length
  return sheet!.rows.map(({ cells }) => Array.from({ length: width }, (_, column) => shown(cells[column])))
}

function shown(cell: Cell | undefined) {
  if (!cell) return ""
  if (!cell.isDay) return asShown(String(cell.value))
  return new Date(Date.UTC(1899, 11, 30 + Number(cell.value))).toISOString().slice(0, 10)
}

/** What reading a workbook cleans, and what CSV puts before a formula. */
function asShown(text: string) {
  return text
    .replace(/^'(?=[=+\-@])/, "")
    .replace(/\s+/g, " ")
    .trim()
}
