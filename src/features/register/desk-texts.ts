import { inBoth } from "../../ui/language.ts"

export const deskTexts = inBoth({
  title: ["Tổ chức", "Organisations"],
  wholeScope: ["Mọi tổ chức trong danh bạ", "All organisations in the register"],
  scope: [(names: string) => `Các tổ chức thuộc ${names}`, (names: string) => `Organisations of ${names}`],
  represented: [
    (names: string) => `Tổ chức bạn đại diện: ${names}`,
    (names: string) => `The organisation you represent: ${names}`,
  ],
  find: ["Tên hoặc mã số", "Name or code"],
  kind: ["Loại hình", "Kind"],
  anyKind: ["Mọi loại hình", "Any kind"],
  status: ["Tình trạng", "Status"],
  anyStatus: ["Tất cả, kể cả đã chấm dứt", "All, ended ones too"],
  anySector: ["Mọi lĩnh vực", "Any sector"],
  sector: ["Lĩnh vực", "Sector"],
  notEnded: ["Đang có (chưa chấm dứt)", "Existing (not ended)"],
  anyPlace: ["Mọi địa bàn", "Any place"],
  wholeOf: [(name: string) => `Toàn bộ ${name}`, (name: string) => `All of ${name}`],
  asOf: ["Tính đến hết ngày", "As of the end of"],
  dayUnread: [
    (typed: string) => `Không đọc được ngày “${typed}”. Hãy viết như 31/12/2023.`,
    (typed: string) => `“${typed}” could not be read as a day. Write it as 31/12/2023.`,
  ],
  overdue: ["Tạm ngừng quá hạn thông báo", "Suspended past the notice"],
  more: ["Thêm bộ lọc", "More filters"],
  show: ["Tìm", "Find"],
  add: ["Thêm tổ chức", "Add an organisation"],
  flows: ["Biến động trong kỳ", "Flows in a period"],
  founded: ["Thành lập", "Founded"],
  clear: ["Bỏ lọc", "Clear"],
  count: [
    (total: string) => `${total} tổ chức`,
    (total: string) => (total === "1" ? "1 organisation" : `${total} organisations`),
  ],
  countMore: [
    (total: string) => `Hơn ${total} tổ chức`,
    (total: string) => `More than ${total} organisations`,
  ],
  countOn: [
    (count: string, day: string) => `${count}, tính đến hết ngày ${day}`,
    (count: string, day: string) => `${count} as of the end of ${day}`,
  ],
  tryEnded: ["Tìm cả tổ chức đã chấm dứt", "Look among those that have ended too"],
  nothing: [
    "Không có tổ chức nào như vậy trong phạm vi của bạn.",
    "There is no such organisation among those you answer for.",
  ],
  name: ["Tên", "Name"],
  code: ["Mã số", "Code"],
  place: ["Địa bàn", "Place"],
  publicPage: ["Xem trang công khai", "See the public page"],
  personalData: ["Dữ liệu cá nhân trong hồ sơ", "Personal data in the record"],
  personalNote: [
    "Tên người đại diện, điện thoại và thư điện tử là dữ liệu cá nhân: chỉ dùng cho việc quản lý tổ chức này.",
    "The representative’s name, phone and email are personal data: use them only to look after this organisation.",
  ],
})
