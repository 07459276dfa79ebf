import { inBoth } from "../../ui/language.ts"

/** Why a file is not read at all, in one line, and what to do. */
export const workbookRefusals = inBoth({
  empty: [
    "Tệp không có dữ liệu. Hãy kiểm tra lại tệp rồi gửi lại.",
    "The file holds nothing. Check it and send it again.",
  ],
  too_large: [
    "Tệp lớn hơn 50 MB. Hãy bỏ hình ảnh trong tệp, hoặc chia thành nhiều tệp.",
    "The file is larger than 50 MB. Take the pictures out of it, or split it.",
  ],
  too_many_rows: [
    "Tệp có trang tính hơn 60.000 dòng. Hãy chia thành nhiều tệp.",
    "A sheet of the file has more than 60,000 rows. Split it into several files.",
  ],
  bomb: [
    "Tệp giải nén ra quá lớn nên không được đọc. Hãy chép phần dữ liệu sang một tệp mới rồi gửi lại.",
    "The file unpacks to far too much and is not read. Copy the data into a new file and send that.",
  ],
  macros: [
    "Tệp có macro nên không được đọc. Hãy lưu thành “Excel Workbook (.xlsx)” rồi gửi lại.",
    "The file carries macros and is not read. Save it as “Excel Workbook (.xlsx)” and send that.",
  ],
  encrypted: [
    "Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.",
    "The file has a password and cannot be read. Take the password off and send it again.",
  ],
  entities: [
    "Tệp chứa khai báo XML không an toàn nên không được đọc. Hãy mở bằng Excel hoặc LibreOffice, lưu lại rồi gửi.",
    "The file holds unsafe XML declarations and is not read. Open it in Excel or LibreOffice, save it again and send that.",
  ],
  html: [
    "Tệp này là trang HTML được đổi đuôi. Hãy mở bằng Excel, lưu thành “Excel Workbook (.xlsx)” rồi gửi lại.",
    "This file is an HTML page with another name. Open it in Excel, save it as “Excel Workbook (.xlsx)” and send that.",
  ],
  not_a_workbook: [
    "Tệp này không phải bảng tính. Hãy gửi tệp .xlsx, .xls, .ods hoặc .csv.",
    "This file is no workbook. Send a file of the kind .xlsx, .xls, .ods or .csv.",
  ],
  broken: [
    "Không đọc được tệp: tệp có thể bị hỏng hoặc chưa tải hết. Hãy mở bằng Excel, lưu lại rồi gửi.",
    "The file cannot be read: it may be damaged or cut short. Open it in Excel, save it again and send that.",
  ],
})
export type WorkbookRefusal = keyof (typeof workbookRefusals)["vi"]

type FaultWords = (heading: string, value: string) => string

/** Why the value of a cell cannot be told. It stands in the answer's own workbook, in Vietnamese. */
export const valueFaults = {
  error: (heading) => `Ô “${heading}” đang báo lỗi công thức. Hãy nhập giá trị thay cho công thức.`,
  no_result: (heading) =>
    `Ô “${heading}” là công thức chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại, hoặc nhập giá trị.`,
  not_a_day: (heading, value) => `“${heading}”: không đọc được ngày “${value}”. Hãy ghi như 15/10/2020.`,
  impossible_day: (heading, value) =>
    `“${heading}”: không có ngày “${value}”. Hãy kiểm tra lại ngày, tháng, năm.`,
  year_only: (heading, value) => `“${heading}”: “${value}” mới chỉ là năm. Hãy ghi đủ ngày, tháng, năm.`,
  not_a_number: (heading, value) => `“${heading}”: không đọc được số “${value}”. Hãy ghi như 1.500.000.000.`,
  ambiguous_number: (heading, value) =>
    `“${heading}”: “${value}” có thể hiểu theo hai cách. Hãy ghi đủ số đồng, ví dụ 1.250.000.000.`,
  not_whole: (heading, value) => `“${heading}”: “${value}” phải là số nguyên.`,
  negative: (heading, value) => `“${heading}”: “${value}” không thể là số âm.`,
  no_such_choice: (heading, value) =>
    `“${heading}”: không có “${value}” trong danh sách. Hãy chọn một mục trong danh sách.`,
} satisfies Record<string, FaultWords>
