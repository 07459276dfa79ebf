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
  anyStatus: ["Mọi tình trạng", "Any status"],
  show: ["Lọc", "Show"],
  clear: ["Bỏ lọc", "Clear"],
  count: [
    (total: string) => `${total} tổ chức`,
    (total: string) => (total === "1" ? "1 organisation" : `${total} organisations`),
  ],
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
