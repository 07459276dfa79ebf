import { inBoth } from "../../ui/language.ts"

export const deskTexts = inBoth({
  title: ["Địa bàn", "Places"],
  lead: [
    "Các đơn vị hành chính, mỗi đơn vị từ ngày nào đến ngày nào, trước đó là gì và nay thuộc về đâu.",
    "Administrative units, each from a day to a day: what it was before, and what became of it.",
  ],
  find: ["Tên hoặc mã đơn vị", "Name or code of a unit"],
  asOf: ["Vào ngày", "On the day"],
  show: ["Xem", "Show"],
  dayUnread: ["Hãy viết ngày như 15/10/2020.", "Write a day such as 15/10/2020."],
  unitsOf: [
    (place: string, count: string) => `${count} đơn vị của ${place}`,
    (place: string, count: string) => `${count} units of ${place}`,
  ],
  found: [(count: string) => `${count} đơn vị`, (count: string) => `${count} units`],
  none: [
    "Không có đơn vị nào như vậy. Hãy thử tên ngắn hơn, hoặc mã.",
    "There is no such unit. Try a shorter name, or the code.",
  ],
  unit: ["Đơn vị", "Unit"],
  code: ["Mã", "Code"],
  within: ["Thuộc", "Within"],
  period: ["Thời gian", "In existence"],
  first: ["Từ ngày", "From"],
  last: ["Đến hết ngày", "Until the end of"],
  legalAct: ["Căn cứ pháp lý", "Legal act"],
  noLegalAct: ["chưa ghi", "not recorded"],
  before: ["Trước đó là", "What it was before"],
  after: ["Nay thuộc về", "What became of it"],
  publicPage: ["Xem trang công khai", "See the public page"],
  correct: ["Sửa tên hoặc căn cứ pháp lý", "Correct the name or the legal act"],
  correctTitle: [(name: string) => `Sửa ${name}`, (name: string) => `Correct ${name}`],
  correctLead: [
    "Chỉ để sửa điều ghi sai: chính tả, số văn bản. Đơn vị được sắp xếp lại là đơn vị khác, với mã và ngày của mình.",
    "Only for what was recorded wrongly: spelling, the number of an act. A unit that is reorganised is another unit, with a code and days of its own.",
  ],
  name: ["Tên, không có cấp đơn vị", "Name, without the kind of unit"],
  nameHint: ["Ví dụ “Bình An”, không phải “Xã Bình An”.", "“Bình An”, for example, not “Xã Bình An”."],
  legalHint: ["Ví dụ “Nghị quyết 1654/NQ-UBTVQH15”.", "For example “Nghị quyết 1654/NQ-UBTVQH15”."],
  save: ["Lưu", "Save"],
})
