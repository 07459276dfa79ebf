import type { Fault } from "./mark-faults.ts"
import { escapeXml } from "./parts.ts"

/** The sheet that lists every fault, each with a link to its cell. */
export const summarySheet = { name: "Cần sửa", write }

function write(faults: readonly Fault[]) {
  const rows = faults.map((fault, index) => {
    const { sheet, row, column, severity, message } = fault
    const words = [sheet, `${column ?? "A"}${row}`, severity === "error" ? "Lỗi" : "Lưu ý", message]
    return rowXml(index + 3, words)
  })
  const links = faults.map(({ sheet, row, column }, index) => {
    const location = `'${sheet.replaceAll("'", "''")}'!${column ?? "A"}${row}`
    return `<hyperlink ref="B${index + 3}" location="${escapeXml(location)}"/>`
  })
  const errors = faults.filter(({ severity }) => severity === "error").length
  const title = `Có ${errors} lỗi phải sửa và ${faults.length - errors} điều cần xem lại. Sửa ngay trong tệp này, lưu lại rồi gửi lên.`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="22" customWidth="1"/><col min="2" max="2" width="10" customWidth="1"/><col min="3" max="3" width="10" customWidth="1"/><col min="4" max="4" width="110" customWidth="1"/></cols><sheetData>${rowXml(1, [title])}${rowXml(2, ["Trang tính", "Ô", "Mức độ", "Cần làm gì"])}${rows.join("")}</sheetData>${links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : ""}</worksheet>`
}

function rowXml(number: number, words: readonly string[]) {
  const cells = words.map(
    (text, index) =>
      `<c r="${"ABCD"[index]}${number}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`,
  )
  return `<row r="${number}">${cells.join("")}</row>`
}
