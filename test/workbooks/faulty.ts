import { bookOf, listRows, type Rows, repacked, type Value } from "./build.ts"
import { type ListColumn, plainHeadings } from "./listed.ts"

const columns = Object.keys(plainHeadings) as ListColumn[]

const worked = { t: "n", v: 5, f: "B2*2" } as const

/** A mistake in a sheet: where it is told, how grave it is, and words that its message must hold. */
export type ToldFault = {
  make: () => Uint8Array
  row: number
  column: string | null
  severity?: "warning"
  says: RegExp
}

/** Sheets with one mistake each: the rest is right, and nothing of it may be written in silence. */
export const faulty: Record<string, ToldFault> = {
  "a day that no calendar has": first("founded", "31/02/2019", /không có ngày “31\/02\/2019”/),
  "a year where a day is asked": first("founded", 2019, /mới chỉ là năm/),
  "words where a day is asked": first("founded", "khoảng năm 2019", /không đọc được ngày/),
  "a day that has not come": first("founded", "15/10/2097", /chưa tới/),
  "no founding": first("founded", null, /hãy ghi ngày thành lập/i),
  "a formula that was never worked out": {
    ...first("capital", worked, /chưa có kết quả/),
    make: () =>
      repacked(
        bookOf(listRows({ cells: { capital: (_, index) => (index === 0 ? worked : 5) } })),
        (parts) => {
          const sheet = "xl/worksheets/sheet1.xml"
          parts[sheet] = parts[sheet]!.replace("</f><v>5</v>", "</f>")
        },
      ),
  },
  "a formula that failed": first("capital", { t: "e", v: 0x17, f: "#REF!*2" }, /lỗi công thức/),
  "words where a number is asked": first("capital", "nhiều", /không đọc được số/),
  "a number that can be two": first("capital", "1.250 tỷ", /hai cách/),
  "a capital below zero": first("capital", -5, /số âm/),
  "a kind that there is not": first("kind", "Công ty cổ phần", /không có “Công ty cổ phần” trong danh sách/),
  "no kind": first("kind", null, /chọn loại hình/),
  "a line that there is not": first("line", "0498", /không có “0498” trong danh sách/),
  "a line that the list does not have": first("line", "9998", /chưa có mã 9998/, "warning"),
  "no line": first("line", null, /chọn ngành chính/),
  "no name": first("name", null, /ghi tên tổ chức/),
  "a code of eight digits": first("code", "17001000", /10 chữ số/, "warning"),
  "a code with a wrong check digit": first("code", "1700100018", /chữ số kiểm tra/, "warning"),
  "the same row pasted twice": {
    make: () => bookOf([...listRows(), listRows()[2]!]),
    row: 5,
    column: null,
    severity: "warning",
    says: /giống hệt dòng 3/,
  },
  "two rows for one organisation": {
    make: () => {
      const [headings, one, ...others] = listRows()
      const again = one!.map((value, index) => (columns[index] === "phone" ? "0900000000" : value))
      return bookOf([headings!, one!, ...others, again])
    },
    row: 5,
    column: "B",
    says: /dòng 2 cùng nói về một tổ chức/,
  },
  "one code for two organisations": {
    make: () => bookOf(listRows({ cells: { code: (_, index) => (index < 2 ? "1700100019" : null) } })),
    row: 3,
    column: "B",
    says: /cùng nói về một tổ chức/,
  },
  "an organisation of another commune": {
    make: () => bookOf(withColumn("Xã, phường", (index) => (index === 0 ? "Xã Không Có" : null))),
    row: 2,
    column: "K",
    says: /“Xã Không Có” không thuộc địa bàn/,
  },
  "a new status without its day": {
    make: () => bookOf(withColumn("Tình trạng", (index) => (index === 0 ? "Tạm ngừng" : null))),
    row: 2,
    column: "K",
    says: /Tình trạng từ ngày/,
  },
  "headings and nothing below": {
    make: () => bookOf(listRows().slice(0, 1)),
    row: 1,
    column: null,
    says: /không có dòng/,
  },
  "no table at all": {
    make: () => bookOf([["BÁO CÁO", 2025], ["Ông Nguyễn Văn A"], [1, 2, 3]]),
    row: 1,
    column: null,
    says: /Không tìm thấy bảng/,
  },
  "a chart sheet's worth of numbers": {
    make: () =>
      bookOf(Array.from({ length: 50 }, (_, row) => Array.from({ length: 8 }, (_, column) => row * column))),
    row: 1,
    column: null,
    says: /Không tìm thấy bảng/,
  },
}

/** The first organisation with something else in one of its cells. */
function first(column: ListColumn, value: Value, says: RegExp, severity?: "warning"): ToldFault {
  const make = () => {
    const [headings, one, ...others] = listRows()
    const changed = one!.map((each, index) => (columns[index] === column ? value : each))
    return bookOf([headings!, changed, ...others])
  }
  const letter = String.fromCharCode(65 + columns.indexOf(column))
  return { make, row: 2, column: letter, says, ...(severity && { severity }) }
}

function withColumn(heading: string, write: (index: number) => Value): Rows {
  return listRows().map((row, index) => [...row, index === 0 ? heading : write(index - 1)])
}
