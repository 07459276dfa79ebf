import * as xlsx from "@e965/xlsx"
import { describe, expect, it } from "vitest"
import { type FormField, formDefinition, type ReportValues } from "../report-forms/definition.ts"
import type { Round } from "../rounds/queries.ts"
import { readWorkbook } from "../workbooks/read-workbook.ts"
import { planReportRows } from "./plan-report-rows.ts"
import type { AskedForm, AskedReport } from "./read-asked.ts"
import { findReportTables, readReportRows } from "./read-report-rows.ts"
import { writeReportWorkbook } from "./write-reports.ts"

const secret = "a secret of the tests"
const words = (vi: string) => ({ vi, en: vi })
const field = (code: string, label: string, more: Partial<FormField> = {}): FormField => ({
  code,
  section: "part",
  kind: "count",
  label: words(label),
  source: "VII-2",
  is_from_memory: true,
  is_required: false,
  ...more,
})
const definition = formDefinition.parse({
  sections: [{ code: "part", label: words("Thành viên") }],
  fields: [
    field("men", "Nam", { is_required: true }),
    field("women", "Nữ"),
    field("members", "Tổng số", { total_of: ["men", "women"] }),
    field("revenue", "Doanh thu", { kind: "money" }),
    field("profit", "Lợi nhuận", { kind: "money", least: -1e12 }),
    field("land", "Diện tích", { kind: "area" }),
    field("high_technology", "Công nghệ cao", { kind: "yes_no" }),
    field("model", "Mô hình", {
      kind: "choice",
      choices: [
        { code: "services", ...words("Cung ứng dịch vụ") },
        { code: "jobs", ...words("Tạo việc làm") },
      ],
    }),
  ],
  rules: [
    {
      code: "profit_within_revenue",
      severity: "blocking",
      test: { "<=": [{ var: "value.profit" }, { var: "value.revenue" }] },
      message: words("Lợi nhuận lớn hơn doanh thu."),
      fields: ["profit", "revenue"],
    },
    {
      code: "members_doubled",
      severity: "warning",
      test: { "<=": [{ var: "value.members" }, { "*": [2, { var: "last.members" }] }] },
      message: words("Số thành viên tăng hơn gấp đôi."),
      fields: ["members"],
    },
  ],
})

const report = (name: string, more: Partial<AskedReport> = {}): AskedReport => ({
  organisation_id: name.length,
  slug: `htx-${name.length}`,
  code: null,
  name,
  kind: "cooperative",
  standing: "silent",
  state: null,
  revision: 0,
  values: {},
  begin: more.state ? {} : (more.values ?? {}),
  last: null,
  register: null,
  ...more,
})
const complete: ReportValues = { men: 4, women: 3, revenue: 100, profit: 20 }

const round = {
  slug: "bao-cao-nam-2026",
  name: "Báo cáo năm 2026",
  due_on: "2026-12-15",
  data_from: "2025-12-15",
  data_to: "2026-12-14",
} as Round
const place = { code: "30904", kind: "xa", name: "Giồng Riềng", level: "commune" } as Parameters<
  typeof writeReportWorkbook
>[1]

/** Hands the workbook of these out, lets an officer write in it, and says what sending it back would do. */
async function sendBack(
  reports: AskedReport[],
  write: (cells: (row: number, heading: string, value: xlsx.CellObject["v"]) => void) => void = () => {},
  /** The same reports as they are by the time it comes back. */
  later = reports,
) {
  const form: AskedForm = { form_version_id: 1, kinds: ["cooperative", "credit_fund"], definition, reports }
  const bytes = await writeReportWorkbook(round, place, [form], secret)
  const book = xlsx.read(bytes, { type: "array", cellNF: true })
  const sheet = book.Sheets["HTX, QTDND"]!
  const headings = xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1 })[0]!
  write((row, heading, value) => {
    const column = headings.findIndex((each) => each.includes(heading))
    expect(column, heading).toBeGreaterThanOrEqual(0)
    const type = typeof value === "number" ? "n" : "s"
    sheet[xlsx.utils.encode_cell({ r: row, c: column })] = { t: type, v: value }
  })
  sheet["!ref"] = "A1:Z9"
  const back = xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer
  const reading = readWorkbook(new Uint8Array(back))
  if (!reading.ok) throw new Error(reading.refusal)
  const [found] = findReportTables(reading.workbook, [form])
  const { table } = found!
  const respondents = later.map((each) => ({ ...each, form_version_id: 1 }))
  return planReportRows(readReportRows(table, definition), { respondents, definition, secret })
}

describe("a workbook of reports", () => {
  it("of a commune without cooperatives holds those of its groups", async () => {
    const ofCooperatives: AskedForm = { form_version_id: 1, kinds: ["cooperative"], definition, reports: [] }
    const ofGroups = {
      ...ofCooperatives,
      form_version_id: 2,
      kinds: ["cooperative_group"],
      reports: [report("Tổ Một")],
    }
    const forms = [ofCooperatives, ofGroups]
    const reading = readWorkbook(await writeReportWorkbook(round, place, forms, secret))
    if (!reading.ok) throw new Error(reading.refusal)
    expect(findReportTables(reading.workbook, forms)).toMatchObject([
      { form: ofGroups, table: { sheet: { name: "THT" } } },
    ])
  })

  it("says nothing when it comes back as it was handed out", async () => {
    const { counts, rows, problems } = await sendBack([
      report("Bình An", { values: { men: 9 } }),
      report("Hòa Bình", { state: "submitted", standing: "submitted", revision: 2, values: complete }),
    ])
    expect({ counts, problems }).toEqual({
      counts: { new: 0, changed: 0, unchanged: 1, refused: 0 },
      problems: [],
    })
    expect(rows.map(({ name }) => name)).toEqual(["Hòa Bình"])
  })

  it("takes what was written, as offices write it, and works the totals out", async () => {
    const { rows, problems } = await sendBack([report("Bình An")], (write) => {
      write(1, "Nam", 4)
      write(1, "Nữ", "3")
      write(1, "Doanh thu", "1,2 tỷ")
      write(1, "Lợi nhuận", "(20.000.000)")
      write(1, "Diện tích", "12,5")
      write(1, "Công nghệ cao", "Không")
      write(1, "Mô hình", "tạo việc làm")
    })
    expect(problems).toEqual([])
    expect(rows[0]).toMatchObject({
      outcome: "new",
      organisation_id: "Bình An".length,
      values: {
        men: 4,
        women: 3,
        members: 7,
        revenue: 1_200_000_000,
        profit: -20_000_000,
        land: 12.5,
        high_technology: false,
        model: "jobs",
      },
    })
  })

  it("names the cell and what to do of everything that is wrong", async () => {
    const { counts, problems } = await sendBack(
      [report("Bình An"), report("Hòa Bình"), report("An Thịnh Phát")],
      (write) => {
        write(1, "Nữ", "ba")
        write(2, "Nam", 3)
        write(2, "Doanh thu", 10)
        write(2, "Lợi nhuận", 20)
        write(3, "Nữ", 5)
      },
    )
    expect(counts).toMatchObject({ new: 0, refused: 3 })
    expect(problems.map(({ row, column, message }) => [row, column, message])).toEqual([
      [2, "E", expect.stringContaining("“ba”")],
      [3, "G", "Lợi nhuận lớn hơn doanh thu."],
      [4, "D", expect.stringContaining("“Nam”")],
    ])
  })

  it("asks about what is unusual, and takes the explanation of the row for an answer", async () => {
    const doubled = [report("Bình An", { last: { members: 2 } })]
    const fill = (write: Parameters<NonNullable<Parameters<typeof sendBack>[1]>>[0]) => write(1, "Nam", 9)
    const asked = await sendBack(doubled, fill)
    expect(asked.rows[0]).toMatchObject({ outcome: "new", answers: [] })
    expect(asked.problems).toMatchObject([{ severity: "warning", row: 2 }])
    const explained = await sendBack(doubled, (write) => {
      fill(write)
      write(1, "Giải thích", "Kết nạp cả ấp")
    })
    expect(explained.problems).toEqual([])
    expect(explained.rows[0]?.answers).toEqual([
      { rule: "members_doubled", about: { members: 9 }, answer: "Kết nạp cả ấp" },
    ])
  })

  it("leaves alone what was sent or accepted already, and says how to go on", async () => {
    const sent = { state: "submitted", standing: "submitted", revision: 1, values: complete } as const
    const { problems } = await sendBack([report("Bình An", sent)], (write) => write(1, "Nam", 5))
    expect(problems).toMatchObject([{ severity: "error", message: expect.stringContaining("rút lại") }])
    const locked = { ...sent, state: "locked", standing: "locked" } as const
    const { counts } = await sendBack([report("Bình An", locked)], (write) => write(1, "Nam", 5))
    expect(counts.refused).toBe(1)
  })

  it("sends a complete draft along, and leaves an incomplete one to who began it", async () => {
    const draft = { state: "draft", standing: "draft", revision: 1 } as const
    const { rows } = await sendBack([
      report("Bình An", { ...draft, values: complete }),
      report("Hòa Bình", { ...draft, values: { women: 3 } }),
    ])
    expect(rows.map(({ outcome }) => outcome)).toEqual(["changed", "unchanged"])
  })

  it("leaves alone whose row nobody filled in, and refuses to undo what somebody saved since", async () => {
    const begin = { men: 9 }
    const handedOut = report("Bình An", { values: begin, begin })
    const since = report("Bình An", {
      state: "draft",
      standing: "draft",
      revision: 2,
      values: complete,
      begin,
    })
    const untouched = await sendBack([handedOut], () => {}, [since])
    expect(untouched).toMatchObject({ rows: [], problems: [] })
    const { counts, problems } = await sendBack([handedOut], (write) => write(1, "Nữ", 8), [since])
    expect(counts.refused).toBe(1)
    expect(problems).toMatchObject([
      { severity: "error", message: expect.stringContaining("sau khi biểu mẫu") },
    ])
  })

  it("clears with a dash, and keeps what is left empty", async () => {
    const draft = {
      state: "draft",
      standing: "draft",
      revision: 1,
      values: { ...complete, land: 5 },
    } as const
    const { rows } = await sendBack([report("Bình An", draft)], (write) => {
      write(1, "Doanh thu", "-")
      write(1, "Lợi nhuận", "-")
    })
    expect(rows[0]?.values).toMatchObject({ men: 4, revenue: null, profit: null, land: 5 })
  })

  it("knows rows by their key wherever they were moved, and refuses one that was made up", async () => {
    const reports = [report("Bình An"), report("Hòa Bình")]
    const { rows } = await sendBack(reports, (write) => {
      write(1, "Tên tổ chức", "Tên gõ lại")
      write(1, "Nam", 2)
    })
    expect(rows[0]).toMatchObject({ organisation_id: "Bình An".length, outcome: "new" })
    const { problems } = await sendBack(reports, (write) => {
      write(1, "Mã dòng", "htx-8.AAAAAAAAAAAAAAAA")
      write(1, "Nam", 2)
    })
    expect(problems).toMatchObject([{ severity: "error", message: expect.stringContaining("Mã dòng ẩn") }])
  })

  it("finds an office's own row by its name, and says of two about one which they are", async () => {
    const { counts, problems } = await sendBack([report("Bình An"), report("Hòa Bình")], (write) => {
      write(1, "Mã dòng", "")
      write(1, "Nam", 2)
      write(2, "Mã dòng", "")
      write(2, "Tên tổ chức", "HTX lạ")
      write(2, "Nam", 2)
      write(3, "Tên tổ chức", "BÌNH  AN")
      write(3, "Nam", 2)
    })
    expect(counts).toMatchObject({ new: 1, refused: 2 })
    expect(problems.map(({ row, message }) => [row, message.slice(0, 14)])).toEqual([
      [3, "Đợt báo cáo kh"],
      [4, "Dòng này và dò"],
    ])
  })
})
