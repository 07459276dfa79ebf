import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Hồ sơ chi tiết", "Details"],
  kindHeading: ["Mục", "Kind"],
  recordHeading: ["Nội dung", "What it says"],
  lead: [
    "Mỗi mục là một bản ghi có ngày bắt đầu và ngày kết thúc.",
    "Each item is a record from a day to a day.",
  ],
  of: [
    (what: string, name: string) => `${what}: ${name}`,
    (what: string, name: string) => `${what}: ${name}`,
  ],
  addTitle: [
    (what: string, name: string) => `Thêm ${what}: ${name}`,
    (what: string, name: string) => `Add a ${what}: ${name}`,
  ],
  changeTitle: [
    (what: string, name: string) => `Sửa ${what}: ${name}`,
    (what: string, name: string) => `Change a ${what}: ${name}`,
  ],
  removeTitle: [
    (what: string, name: string) => `Hủy ${what} ghi nhầm: ${name}`,
    (what: string, name: string) => `Take back a ${what}: ${name}`,
  ],
  changeLead: [
    "Bản ghi cũ được giữ trong lịch sử; bản mới thay chỗ nó. Muốn kết thúc, hãy ghi ngày cuối cùng.",
    "The old record stays in the history; the new one takes its place. To end it, give its last day.",
  ],
  removeLead: [
    "Dùng khi mục này không hề có. Bản ghi vẫn được giữ trong lịch sử.",
    "For something that never was. The record stays in the history.",
  ],
  valid_from: ["Từ ngày", "From"],
  valid_to: ["Đến hết ngày", "Until the end of"],
  toHint: ["Để trống nếu còn tiếp tục.", "Leave empty if it goes on."],
  toBeforeFrom: ["Ngày cuối phải từ ngày đầu trở đi.", "The last day cannot come before the first."],
  document_number: ["Số văn bản", "Document number"],
  note: ["Ghi chú", "Note"],
  choose: ["Chọn", "Choose"],
  save: ["Lưu", "Save"],
  remove: ["Hủy mục này", "Take it back"],
  reason: ["Lý do", "Reason"],
  reasonNeeded: ["Hãy ghi lý do.", "Give the reason."],
  add: ["Thêm", "Add"],
  change: ["Sửa", "Change"],
  removeLink: ["Ghi nhầm", "Recorded by mistake"],
  none: ["Chưa có.", "None yet."],
  past: ["Đã kết thúc", "Ended"],
  whole: ["Hãy viết số nguyên từ 0 trở lên.", "Write a whole number of 0 or more."],
  number: ["Hãy viết số từ 0 trở lên, như 1.250,5.", "Write a number of 0 or more, such as 1.250,5."],
  overlapping: [
    "Đã có bản ghi này trong khoảng thời gian đó. Sửa bản ghi cũ, hoặc đổi ngày.",
    "There is such a record in that time already. Change that one, or the days.",
  ],
  otherNeeded: ["Hãy chọn một tổ chức trong sổ đăng ký.", "Choose an organisation of the register."],
  notItself: ["Tổ chức không thể là thành viên của chính mình.", "It cannot be a member of itself."],
  refused: [
    "Các số chưa khớp nhau. Hãy kiểm tra: phần nằm trong không thể lớn hơn toàn bộ.",
    "The figures do not fit together. Check that no part is larger than the whole.",
  ],
  replaced: [
    "Mục này vừa được người khác sửa. Hãy xem lại trang của tổ chức.",
    "Somebody has just changed this item. Look at the organisation’s page again.",
  ],
})
