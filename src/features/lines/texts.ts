import { formatNumber } from "../../ui/format.ts"
import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Hệ thống ngành nghề", "Business lines"],
  lead: [
    "Các phiên bản của hệ thống ngành kinh tế Việt Nam (VSIC), cấp 4. Tên ngành chưa đối chiếu với công báo thì ghi rõ như vậy.",
    "The versions of the national list of economic activities (VSIC), level 4. Titles that were not compared with the gazette say so.",
  ],
  list: ["Phiên bản", "Version"],
  basis: ["Căn cứ pháp lý", "Legal basis"],
  basisHint: ["Ví dụ: Quyết định 36/2025/QĐ-TTg", "For example: Quyết định 36/2025/QĐ-TTg"],
  period: ["Hiệu lực", "Holds"],
  lines: ["Số ngành", "Lines"],
  checkedOf: ["Đã đối chiếu", "Compared"],
  take: ["Nhập một phiên bản", "Take in a version"],
  takeLead: [
    "Gửi bảng ngành của công báo (.xlsx, .ods, .csv): cột mã bốn chữ số và cột tên được nhận ra theo nội dung. Phiên bản đã có thì tên được sửa theo tệp; phiên bản mới kết thúc phiên bản trước. Dòng nào sai thì không nhập dòng nào.",
    "Send the table of the gazette (.xlsx, .ods, .csv): the four-digit codes and the titles are recognised by what they are. A version that is there gets its titles by the file; a new one ends the one before. Where a row is wrong, none is taken in.",
  ],
  code: ["Ký hiệu phiên bản", "Sign of the version"],
  codeHint: ["Ví dụ: VSIC-2025", "For example: VSIC-2025"],
  from: ["Có hiệu lực từ ngày", "Holds from"],
  file: ["Tệp bảng ngành", "Table of lines"],
  send: ["Nhập", "Take in"],
  taken: [
    (added: number, changed: number, unchanged: number, missing: number) =>
      `Đã nhập: ${formatNumber(added, "vi")} ngành mới, ${formatNumber(changed, "vi")} đổi tên, ${formatNumber(unchanged, "vi")} giữ nguyên; ${formatNumber(missing, "vi")} ngành đang có mà tệp không có được giữ lại.`,
    (added: number, changed: number, unchanged: number, missing: number) =>
      `Taken in: ${formatNumber(added, "en")} new, ${formatNumber(changed, "en")} renamed, ${formatNumber(unchanged, "en")} unchanged; ${formatNumber(missing, "en")} that the file has not are kept.`,
  ],
  noLines: [
    "Không tìm thấy cột mã ngành bốn chữ số trong tệp. Hãy để mã ở dạng chữ, ví dụ 0111.",
    "No column of four-digit codes was found. Keep the codes as text, such as 0111.",
  ],
  inRow: [
    (sheet: string, row: number, words: string) => `Trang “${sheet}”, dòng ${row}: ${words}`,
    (sheet: string, row: number, words: string) => `Sheet “${sheet}”, row ${row}: ${words}`,
  ],
  noName: [
    (code: string) => `mã ${code} chưa có tên ngành. Hãy ghi tên.`,
    (code: string) => `code ${code} has no title. Write it.`,
  ],
  longName: [
    (code: string, most: number) => `tên của mã ${code} dài hơn ${most} chữ. Hãy rút gọn.`,
    (code: string, most: number) => `the title of code ${code} has more than ${most} letters. Shorten it.`,
  ],
  twice: [
    (code: string) => `mã ${code} có hai tên khác nhau. Hãy giữ một dòng.`,
    (code: string) => `code ${code} has two different titles. Keep one row.`,
  ],
  other_day: [
    "Phiên bản này đã có với ngày hiệu lực khác. Hãy ghi đúng ngày của nó.",
    "This version is there with another first day. Give that day.",
  ],
  before_others: [
    "Ngày hiệu lực phải sau ngày của phiên bản mới nhất.",
    "The first day has to be after that of the latest version.",
  ],
  find: ["Tìm mã hoặc tên ngành", "Find a code or a title"],
  show: ["Tìm", "Find"],
  nothing: ["Không có ngành nào như vậy trong phiên bản này.", "There is no such line in this version."],
  lineCode: ["Mã", "Code"],
  lineName: ["Tên ngành", "Title"],
  found: [(count: string) => `${count} ngành`, (count: string) => `${count} lines`],
  checked: ["Đã đối chiếu", "Compared"],
  unchecked: ["Chưa đối chiếu", "Not compared"],
  is_checked: ["Đã đối chiếu với công báo", "Compared with the gazette"],
  correct: [(code: string) => `Ngành ${code}`, (code: string) => `Line ${code}`],
  save: ["Lưu", "Save"],
})
