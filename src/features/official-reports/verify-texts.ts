import { inBoth } from "../../ui/language.ts"

export const verifyTexts = inBoth({
  title: ["Xác minh báo cáo", "Is this report genuine?"],
  lead: [
    "Báo cáo gửi Bộ do cổng này lập có mã ở chân mỗi trang. Nhập mã đó, hoặc chọn tệp đang có, để biết tệp có đúng do cổng này lập hay không.",
    "Reports to the ministry that this portal built carry a code at the foot of each page. Enter it, or choose the file, to learn whether the portal built that very file.",
  ],
  code: ["Mã xác minh hoặc mã băm SHA-256", "Code, or SHA-256 hash"],
  codeHint: ["Ví dụ: 7K3M-9QXR-2VBD-H4TC", "For example: 7K3M-9QXR-2VBD-H4TC"],
  check: ["Kiểm tra mã", "Check the code"],
  file: ["Tệp báo cáo (.docx hoặc .xlsx)", "File of a report (.docx or .xlsx)"],
  fileHint: [
    "Tệp chỉ được tính mã băm rồi bỏ đi, không được lưu lại.",
    "Only the hash of the file is worked out; the file is not kept.",
  ],
  checkFile: ["Kiểm tra tệp", "Check the file"],
  unreadable: [
    "Đây không phải mã xác minh hay mã băm. Mã xác minh có 16 chữ và số, in ở chân trang; mã băm SHA-256 có 64 chữ và số.",
    "This is neither a code nor a hash. A code has 16 letters and digits and stands at the foot of a page; a SHA-256 hash has 64.",
  ],
  fileNeeded: ["Hãy chọn tệp báo cáo cần kiểm tra.", "Choose the file to be checked."],
  tooMany: [
    (minutes: number) => `Đã kiểm tra quá nhiều lần. Hãy thử lại sau ${minutes} phút.`,
    (minutes: number) => `Too many checks. Try again in ${minutes} minutes.`,
  ],
  verdict: ["Kết quả", "Result"],
  genuine: ["Đúng là tệp do cổng này lập.", "This file is genuine: the portal built it."],
  genuineCode: ["Đúng là mã do cổng này cấp.", "This code is genuine: the portal gave it."],
  codeCaution: [
    "Mã cho biết báo cáo nào đã được lập. Muốn chắc chắn tệp đang có chưa bị sửa, hãy chọn chính tệp đó để kiểm tra.",
    "The code says which report was built. To be sure that your file was not altered, have the file itself checked.",
  ],
  unknownCode: ["Không có báo cáo nào mang mã này.", "No report has this code."],
  unknownFile: [
    "Cổng này chưa từng lập tệp đúng như vậy. Tệp có thể đã bị sửa, đã được lưu lại bằng chương trình khác, hoặc không phải của cổng này.",
    "The portal never built this very file. It may have been altered, saved again by another program, or come from elsewhere.",
  ],
  unknownHash: [
    "Cổng này chưa từng lập tệp nào có mã băm này.",
    "The portal never built a file with this hash.",
  ],
  draft: [
    "Đây là BẢN NHÁP: số liệu chưa chốt, không có giá trị chính thức.",
    "This is a DRAFT: its figures were not final, and it is not official.",
  ],
  fictional: [
    "Số liệu là GIẢ ĐỊNH, dùng để trình bày phần mềm, không phải số liệu thật.",
    "Its figures are MADE UP, to show the software; they are not real.",
  ],
  newer: [
    (code: string, at: string) => `Đã có bản mới hơn, lập lúc ${at}, mã ${code}.`,
    (code: string, at: string) => `There is a newer version, built at ${at}, with the code ${code}.`,
  ],
  seeNewer: ["Xem bản mới hơn", "See the newer version"],
  report: ["Báo cáo", "Report"],
  place: ["Địa bàn", "Place"],
  period: ["Kỳ báo cáo", "Period"],
  year: [(year: number) => `Năm ${year}`, (year: number) => `The year ${year}`],
  half: [(year: number) => `6 tháng đầu năm ${year}`, (year: number) => `The first half of ${year}`],
  source: ["Nguồn số liệu", "Figures from"],
  snapshot: [
    (name: string, day: string) => `${name}, chốt ngày ${day}`,
    (name: string, day: string) => `${name}, frozen on ${day}`,
  ],
  counted: [
    (day: string) => `Sổ đăng ký và báo cáo đã tiếp nhận, tính ngày ${day}`,
    (day: string) => `The register and accepted reports, counted on ${day}`,
  ],
  built: ["Lập lúc", "Built at"],
  codeOf: ["Mã xác minh", "Code"],
  hashOf: ["Mã băm SHA-256", "SHA-256 hash"],
  hash: ["Mã băm", "Hash"],
  kindOfFile: ["Tệp", "File"],
  xlsx: ["Phụ lục (.xlsx)", "Annexes (.xlsx)"],
  docx: ["Báo cáo (.docx)", "Report (.docx)"],
  figures: ["Số liệu chính trong báo cáo", "Main figures of the report"],
  indicator: ["Chỉ tiêu", "Figure"],
  value: ["Số liệu", "Value"],
  estimate: ["số ước", "estimate"],
  forPrograms: ["Cùng kết quả dưới dạng JSON", "The same answer as JSON"],
})
