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
