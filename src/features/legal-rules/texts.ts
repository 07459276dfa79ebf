import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Quy định của luật", "Rules of the law"],
  lead: [
    "Mức tối thiểu và tối đa mà sổ đăng ký nhắc khi một tổ chức chưa đạt. Hệ thống chỉ nhắc, không từ chối; mỗi quy định có thời gian hiệu lực và điều luật.",
    "Minimums and limits that the register warns of. They refuse nothing; each has the days it holds for, and its article.",
  ],
  add: ["Thêm quy định", "Add a rule"],
  addLead: [
    "Khi luật thay đổi: kết thúc quy định cũ vào ngày trước đó rồi thêm quy định mới.",
    "When the law changes: end the old rule on the day before, then add the new one.",
  ],
  editLead: [
    "Sửa cho đúng với văn bản. Nhắc nhở trên các trang đổi theo ngay.",
    "Correct it by the text of the law. Warnings on the pages follow at once.",
  ],
  rule: ["Quy định", "Rule"],
  kind: ["Loại hình", "Kind"],
  value: ["Mức", "Value"],
  valueHint: [
    "Số thành viên, phần trăm hoặc số tháng. Để trống với hạn chuyển đổi.",
    "Members, per cent or months. Left empty where something is due by a day.",
  ],
  due_on: ["Hạn", "Due by"],
  dueHint: ["Chỉ với hạn chuyển đổi.", "Only where something is due by a day."],
  article: ["Điều luật", "Article"],
  is_checked: ["Đã đối chiếu với văn bản luật", "Compared with the text of the law"],
  checked: ["Đã đối chiếu", "Compared"],
  unchecked: ["Chưa đối chiếu", "Not compared"],
  valid_from: ["Từ ngày", "From"],
  valid_to: ["Đến hết ngày", "Until the end of"],
  openHint: ["Để trống khi còn hiệu lực.", "Left empty while it holds."],
  period: ["Hiệu lực", "Holds"],
  save: ["Lưu", "Save"],
  overlaps: [
    "Đã có quy định này cho cùng loại hình trong thời gian đó. Hãy kết thúc quy định cũ trước.",
    "This rule stands for that kind in that time already. End the old one first.",
  ],
  valueNeeded: ["Hãy ghi mức.", "Say the value."],
  dueNeeded: ["Hãy ghi hạn.", "Say the day."],
  backwards: ["Ngày kết thúc phải từ ngày bắt đầu trở đi.", "The last day cannot come before the first."],
  moved: [
    "Đã có người sửa quy định này sau khi bạn mở. Hãy mở lại trang, xem rồi sửa.",
    "Somebody changed this rule since you opened it. Open the page again, look, then change it.",
  ],
  fewest_members: ["Số thành viên tối thiểu", "Fewest members"],
  largest_share: ["Tỷ lệ góp vốn tối đa của một thành viên", "Largest share of one member"],
  foreign_members: ["Tỷ lệ thành viên nước ngoài phải dưới", "Share of foreign members, below"],
  longest_suspension: ["Thời gian tối đa của một lần tạm ngừng", "Longest notice of suspension"],
  transition: ["Hạn chuyển sang Luật Hợp tác xã 2023", "Transition to the law of 2023"],
  members: [(value: string) => `${value} thành viên`, (value: string) => `${value} members`],
  months: [(value: string) => `${value} tháng`, (value: string) => `${value} months`],

  shortTitle: ["Chưa đúng quy định", "Short of the law"],
  shortLead: [
    "Những tổ chức bạn phụ trách mà theo sổ đăng ký hôm nay còn thiếu so với luật. Điều chưa biết thì không nhắc.",
    "Organisations you answer for that are short of the law, by what the register holds today. What is not known warns of nothing.",
  ],
  shortFound: [(count: string) => `${count} tổ chức`, (count: string) => `${count} organisations`],
  everyRule: ["Mọi quy định", "Every rule"],
  nothingShort: [
    "Không có tổ chức nào còn thiếu so với các quy định này.",
    "No organisation is short of these rules.",
  ],
  organisation: ["Tổ chức", "Organisation"],
  place: ["Địa bàn", "Place"],
  warnings: ["Cần xem lại", "To look at"],
})
