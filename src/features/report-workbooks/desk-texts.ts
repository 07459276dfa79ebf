import { formatNumber } from "../../ui/format.ts"
import { inBoth } from "../../ui/language.ts"

const vi = (count: number) => formatNumber(count, "vi")
const en = (count: number) => formatNumber(count, "en")

export const deskTexts = inBoth({
  title: ["Báo cáo bằng Excel", "Reports by Excel"],
  lead: [
    "Tải biểu mẫu có sẵn các tổ chức của địa bàn, điền bằng Excel, rồi gửi lại. Hệ thống cho xem trước rồi mới ghi.",
    "Get the form with the organisations of a place, fill it in with Excel, and send it back. You see what would be written before it is.",
  ],
  noRound: ["Hiện không có đợt báo cáo nào đang mở.", "No reporting round is open now."],
  getTitle: ["1. Tải biểu mẫu", "1. Get the form"],
  sendTitle: ["2. Gửi tệp", "2. Send the file"],
  formOf: [
    (round: string, place: string) => `${round}: biểu mẫu của ${place}`,
    (round: string, place: string) => `${round}: form of ${place}`,
  ],
  round: ["Đợt báo cáo", "Reporting round"],
  roundNeeded: ["Hãy chọn một đợt báo cáo đang mở.", "Choose a round that is open."],
  place: ["Địa bàn của tệp", "Place of the file"],
  placeNeeded: ["Hãy chọn địa bàn của tệp.", "Choose the place of the file."],
  notYours: [
    "Bạn không phụ trách báo cáo của địa bàn này. Hãy chọn địa bàn khác.",
    "You do not file reports of this place. Choose another.",
  ],
  file: ["Tệp Excel", "Excel file"],
  fileHint: [
    "Tệp .xlsx, .xls, .ods hoặc .csv, tối đa 10 MB.",
    "A .xlsx, .xls, .ods or .csv file, 10 MB at most.",
  ],
  checkHint: [
    "Chưa gửi báo cáo nào: bạn sẽ xem trước mọi thay đổi.",
    "No report is sent yet: you will see every change first.",
  ],
  check: ["Kiểm tra tệp", "Check the file"],
  getForm: ["Tải biểu mẫu", "Get the form"],
  sent: ["Tệp đã gửi", "Files sent"],
  nothingSent: ["Chưa có tệp nào.", "No file yet."],
  when: ["Gửi lúc", "Sent at"],
  by: ["Người gửi", "Sent by"],
  result: ["Kết quả", "Result"],
  importTitle: [(name: string) => `Tệp ${name}`, (name: string) => `File ${name}`],
  received: ["Đã nhận, đang kiểm tra", "Received, being checked"],
  receivedHint: [
    "Tệp đã được giữ và sẽ được kiểm tra dù bạn rời trang này.",
    "The file is kept and will be checked, even when you leave this page.",
  ],
  checked: ["Không có lỗi, chưa gửi", "No errors, not sent yet"],
  refused: ["Còn lỗi, chưa gửi báo cáo nào", "Has errors, no report was sent"],
  applied: ["Đã gửi báo cáo", "Reports sent"],
  withdrawn: ["Đã rút lại", "Taken back"],
  counts: [
    (count: { new: number; changed: number; unchanged: number; refused: number }) =>
      `Mới ${vi(count.new)}, thay đổi ${vi(count.changed)}, giữ nguyên ${vi(count.unchanged)}, có lỗi ${vi(count.refused)}`,
    (count: { new: number; changed: number; unchanged: number; refused: number }) =>
      `New ${en(count.new)}, changed ${en(count.changed)}, unchanged ${en(count.unchanged)}, with errors ${en(count.refused)}`,
  ],
  readyLead: [
    (count: number) => `Tệp không có lỗi. ${vi(count)} báo cáo sẽ được ghi và gửi cùng lúc.`,
    (count: number) => `The file has no errors. ${en(count)} reports will be written and sent at once.`,
  ],
  nothingLead: [
    "Tệp không có lỗi và không thay đổi gì so với báo cáo đã có.",
    "The file has no errors and changes nothing.",
  ],
  refusedLead: [
    "Chưa gửi báo cáo nào. Hãy tải tệp đã đánh dấu, sửa những ô được tô màu rồi gửi lại.",
    "No report was sent. Get the marked file, mend the coloured cells and send it again.",
  ],
  apply: ["Ghi và gửi báo cáo", "Write and send the reports"],
  marked: ["Tải tệp đã đánh dấu lỗi", "Get the file with its errors marked"],
  original: ["Tệp gốc", "Original file"],
  receipt: ["Biên nhận", "Receipt"],
  receiptNumber: ["Số biên nhận của tệp", "Receipt of the file"],
  receivedAt: ["Nhận lúc", "Received at"],
  appliedAt: ["Gửi báo cáo lúc", "Reports sent at"],
  hash: ["Mã băm SHA-256", "SHA-256"],
  more: [
    (count: number) => `và ${vi(count)} báo cáo nữa sẽ được ghi và gửi`,
    (count: number) => `and ${en(count)} more reports that will be written and sent`,
  ],
  rows: ["Sẽ ghi và gửi", "Will be written and sent"],
  row: ["Dòng", "Row"],
  organisation: ["Tổ chức", "Organisation"],
  changes: ["Thay đổi", "Changes"],
  isNew: [
    (count: number) => `Báo cáo mới, ${vi(count)} mục`,
    (count: number) => `New report, ${en(count)} fields`,
  ],
  isSame: ["Bản nháp đã có, đủ để gửi", "A draft that is complete"],
  reports: ["Báo cáo đã gửi", "Reports sent"],
  reportReceipt: ["Số biên nhận", "Receipt"],
  withdraw: ["Rút lại báo cáo", "Take the reports back"],
  withdrawTitle: ["Rút lại các báo cáo của tệp", "Take back the reports of this file"],
  withdrawHint: [
    "Báo cáo trở về bản nháp để sửa. Không rút được báo cáo đã tiếp nhận hoặc đã sửa sau đó.",
    "The reports become drafts again. What was accepted or changed since stays as it is.",
  ],
  withdrawnBy: [
    (name: string, at: string) => `${name} đã rút lại lúc ${at}.`,
    (name: string, at: string) => `${name} took them back at ${at}.`,
  ],
  empty: ["(trống)", "(empty)"],
})
