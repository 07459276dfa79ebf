import { formatNumber } from "../../ui/format.ts"
import { inBoth } from "../../ui/language.ts"

export const deskTexts = inBoth({
  title: ["Nhập từ Excel", "From Excel"],
  lead: [
    "Tải biểu mẫu có sẵn dữ liệu của địa bàn, sửa bằng Excel, rồi gửi lại. Danh sách riêng của cơ quan cũng được: hệ thống nhận cột theo tiêu đề.",
    "Download the form with what the register holds, change it in Excel, and send it back. An office’s own list will do too: columns are recognised by their headings.",
  ],
  form: ["1. Tải biểu mẫu", "1. Download the form"],
  formOf: [(place: string) => `Biểu mẫu của ${place}`, (place: string) => `Form of ${place}`],
  formElsewhere: [
    "Gõ tên địa bàn ở mục 2 rồi bấm “Tải biểu mẫu”.",
    "Type the place under 2 and press “Download the form”.",
  ],
  getForm: ["Tải biểu mẫu", "Download the form"],
  send: ["2. Gửi tệp", "2. Send the file"],
  place: ["Địa bàn của tệp", "The place it is about"],
  placeNeeded: [
    "Hãy chọn xã, phường, đặc khu hoặc tỉnh của tệp.",
    "Choose the commune or province of the file.",
  ],
  notYours: [
    "Bạn không phụ trách địa bàn này. Hãy chọn địa bàn bạn phụ trách.",
    "You do not answer for that place. Choose one that you answer for.",
  ],
  file: ["Tệp Excel", "The workbook"],
  fileHint: [
    "Tệp .xlsx, .xls, .ods hoặc .csv, tối đa 50 MB.",
    "A file of the kind .xlsx, .xls, .ods or .csv, 50 MB at most.",
  ],
  check: ["Kiểm tra tệp", "Check the file"],
  checkHint: [
    "Chưa ghi gì vào sổ: bạn sẽ xem trước mọi thay đổi.",
    "Nothing is written yet: you will see every change first.",
  ],
  sent: ["Tệp đã gửi", "Files that were sent"],
  nothingSent: ["Chưa có tệp nào được gửi.", "No file has been sent yet."],
  when: ["Gửi lúc", "Sent at"],
  by: ["Người gửi", "Sent by"],
  state: ["Kết quả", "What became of it"],
  received: ["Đã nhận, chưa kiểm tra xong", "Received, not checked to the end"],
  beingChecked: ["Đang kiểm tra", "Being checked"],
  beingWritten: ["Đang ghi vào sổ", "Being written"],
  stepReading: ["Đang đọc tệp…", "Reading the file…"],
  stepChecking: [
    (rows: number) => `Đang đối chiếu ${formatNumber(rows, "vi")} dòng với sổ đăng ký…`,
    (rows: number) => `Comparing ${formatNumber(rows, "en")} rows with the register…`,
  ],
  stepWriting: [
    (done: number, total: number) =>
      `Đang ghi: ${formatNumber(done, "vi")} trong ${formatNumber(total, "vi")} dòng`,
    (done: number, total: number) =>
      `Writing: ${formatNumber(done, "en")} of ${formatNumber(total, "en")} rows`,
  ],
  workHint: [
    "Bạn có thể rời trang này rồi quay lại sau: việc vẫn tiếp tục. Ghi hết mọi dòng hoặc không ghi dòng nào.",
    "You may leave this page and come back: the work goes on. All rows are written, or none.",
  ],
  checkLost: [
    "Việc kiểm tra bị dừng giữa chừng. Tệp vẫn được giữ và chưa có gì được ghi vào sổ; hãy kiểm tra lại.",
    "The check stopped on the way. The file is kept and nothing was written; have it checked again.",
  ],
  checkAgain: ["Kiểm tra lại", "Check it again"],
  writeLost: [
    "Việc ghi sổ bị dừng giữa chừng nên không có dòng nào được ghi. Hãy xem lại rồi ghi lần nữa.",
    "The writing stopped on the way, so no row was written. Look at it again, and write it once more.",
  ],
  checked: ["Chờ ghi sổ", "Waiting to be written"],
  refused: ["Còn lỗi", "Has faults"],
  applied: ["Đã ghi sổ", "Written"],
  undone: ["Đã hoàn tác", "Undone"],
  counts: [
    (added: number, changed: number, unchanged: number, refused: number) =>
      `Mới ${formatNumber(added, "vi")}, thay đổi ${formatNumber(changed, "vi")}, giữ nguyên ${formatNumber(unchanged, "vi")}, có lỗi ${formatNumber(refused, "vi")}`,
    (added: number, changed: number, unchanged: number, refused: number) =>
      `${formatNumber(added, "en")} new, ${formatNumber(changed, "en")} changed, ${formatNumber(unchanged, "en")} unchanged, ${formatNumber(refused, "en")} with faults`,
  ],
  importTitle: [(name: string) => `Tệp ${name}`, (name: string) => `File ${name}`],
  readyLead: [
    "Tệp không có lỗi. Hãy xem các thay đổi dưới đây rồi ghi vào sổ; sau đó vẫn hoàn tác được.",
    "The file has no faults. Look at the changes below and write them; they can still be undone.",
  ],
  nothingLead: [
    "Tệp khớp với sổ đăng ký: không có gì để ghi.",
    "The file says what the register says: there is nothing to write.",
  ],
  refusedLead: [
    "Tệp còn lỗi nên chưa ghi gì vào sổ. Tải tệp đã đánh dấu, sửa các ô được tô màu, lưu lại rồi gửi lên.",
    "The file has faults, so nothing was written. Download the marked file, mend the coloured cells, save it and send it again.",
  ],
  marked: ["Tải tệp đã đánh dấu lỗi", "Download the file with its faults marked"],
  original: ["Tệp gốc", "The file as it was sent"],
  apply: ["Ghi vào sổ đăng ký", "Write to the register"],
  movedOn: [
    "Sổ đăng ký đã thay đổi từ lúc bạn xem trước. Hãy xem lại các thay đổi rồi ghi.",
    "The register changed since you looked. Look at the changes again, then write them.",
  ],
  receipt: ["Biên nhận", "Receipt"],
  receiptNumber: ["Số", "Number"],
  countNew: ["Thêm mới", "New"],
  countChanged: ["Thay đổi", "Changed"],
  countRefused: ["Cần sửa", "To put right"],
  columnsTitle: ["Các cột của tệp", "Columns of the file"],
  columnsLead: [
    "Đây là danh sách riêng của cơ quan, không phải biểu mẫu của hệ thống. Hãy xem từng cột được đọc là gì, sửa chỗ sai rồi xác nhận; lần sau tệp có cùng tiêu đề sẽ không hỏi lại.",
    "This is the office’s own list, not the form of the system. See what each column is read as, correct it and confirm; a file with the same headings is not asked about again.",
  ],
  columnsKnown: [
    "Cột được đọc như đã xác nhận; mở để xem hoặc đổi",
    "Columns are read as confirmed; open to see or change",
  ],
  columnOfSheet: ["Cột trong tệp", "Column of the file"],
  columnOfRegister: ["Là", "Is"],
  columnIs: [(heading: string) => `Cột “${heading}” là`, (heading: string) => `The column “${heading}” is`],
  columnIgnored: ["bỏ qua", "left out"],
  columnsKeep: ["Xác nhận các cột", "Confirm the columns"],
  columnsForget: ["Quên, lần sau hỏi lại", "Forget, and ask the next time"],
  columnsNoName: ["Hãy chọn cột nào là tên tổ chức.", "Choose the column with the names."],
  columnsTwice: [
    (heading: string) => `Cột “${heading}” được chọn giống một cột khác. Mỗi mục chỉ một cột.`,
    (heading: string) => `The column “${heading}” is chosen as another one is. Each only once.`,
  ],
  hash: ["Mã kiểm tra (SHA-256)", "Checksum (SHA-256)"],
  appliedAt: ["Ghi sổ lúc", "Written at"],
  appliedBy: ["Người ghi", "Written by"],
  undo: ["Hoàn tác việc nhập này", "Undo this import"],
  undoHint: [
    "Mọi thay đổi của tệp được rút lại; bản ghi vẫn được giữ trong lịch sử.",
    "Every change of the file is taken back; the records stay in the history.",
  ],
  touched: [
    (name: string, who: string, when: string) =>
      `Không hoàn tác được nữa: ${who} đã ghi thêm về ${name} lúc ${when}. Hãy đính chính từng tổ chức.`,
    (name: string, who: string, when: string) =>
      `It cannot be undone any more: ${who} recorded more of ${name} at ${when}. Correct each organisation instead.`,
  ],
  undoneBy: [
    (who: string, when: string) => `${who} đã hoàn tác lúc ${when}.`,
    (who: string, when: string) => `${who} undid it at ${when}.`,
  ],
  more: [
    (count: number) => `và ${formatNumber(count, "vi")} điều nữa, có đủ trong tệp đã đánh dấu`,
    (count: number) => `and ${formatNumber(count, "en")} more, all of them in the marked file`,
  ],
  rows: ["Những gì sẽ ghi", "What would be written"],
  rowsDone: ["Những gì đã ghi", "What was written"],
  row: ["Dòng", "Row"],
  name: ["Tổ chức", "Organisation"],
  changes: ["Thay đổi", "Changes"],
  isNew: ["Tổ chức mới", "New organisation"],
  from: [
    (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
    (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  ],
  none: ["(chưa có)", "(none)"],
  cleared: ["(xóa)", "(cleared)"],
})
