import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Niêm phong nhật ký thay đổi", "Seals of the change log"],
  lead: [
    "Mỗi thay đổi trong hệ thống được ghi vào nhật ký và niêm phong bằng mã băm nối tiếp mã trước nó. Ai lưu lại mã cuối ngày dưới đây đều có thể kiểm tra sau này nhật ký có bị sửa hay không.",
    "Every change in the system is logged and sealed with a hash that continues the one before it. Whoever keeps a day’s last seal from this page can tell later whether the log was altered.",
  ],
  day: ["Ngày", "Day"],
  entries: ["Số thay đổi", "Changes"],
  number: ["Đến số", "Up to number"],
  seal: ["Mã niêm phong cuối ngày (SHA-256)", "Last seal of the day (SHA-256)"],
  none: ["Chưa có thay đổi nào được ghi.", "No change has been logged yet."],
})

export const historyTexts = inBoth({
  title: ["Lịch sử thay đổi", "History"],
  person: ["Người thay đổi", "Changed by"],
  anyone: ["Tất cả", "Anyone"],
  from: ["Từ ngày", "From"],
  to: ["Đến ngày", "Until"],
  dayHint: ["ngày/tháng/năm", "day/month/year"],
  notADay: ["Không phải một ngày, nên không lọc.", "Not a day, so nothing is filtered by it."],
  show: ["Lọc", "Show"],
  clear: ["Bỏ lọc", "Clear"],
  none: ["Chưa có thay đổi nào.", "Nothing was changed yet."],
  noneSuch: ["Không có thay đổi nào như vậy.", "There is no such change."],
  differences: [(title: string) => `Chi tiết: ${title}`, (title: string) => `Details: ${title}`],
  details: ["Chi tiết", "Details"],
  field: ["Mục", "Field"],
  before: ["Trước", "Before"],
  after: ["Sau", "After"],
  reason: ["Lý do", "Reason"],
  entry: ["Mở trong nhật ký", "Open in the change log"],
  shell: ["từ dòng lệnh", "from the command line"],
  web: ["trên bàn làm việc", "at the desk"],
  job: ["do công việc nền", "by a job"],
})
