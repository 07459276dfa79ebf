import { inBoth } from "../language.ts"

export const texts = inBoth({
  saved: ["Bản nháp đã lưu lúc {hour}.", "Draft saved at {hour}."],
  lost: [
    "Mất kết nối: những gì vừa gõ chưa được lưu. Trang sẽ tự thử lại; đừng đóng trang này.",
    "The connection is lost: what you typed last is not saved yet. This page tries again by itself; do not close it.",
  ],
  signedOut: [
    "Phiên làm việc đã kết thúc: bản nháp chưa được lưu. Hãy đăng nhập ở một thẻ khác rồi gõ tiếp ở đây.",
    "Your session has ended: the draft is not saved. Sign in in another tab, then go on typing here.",
  ],
  refused: [
    "Bản nháp không lưu được. Hãy bấm nút gửi của biểu mẫu để giữ những gì đã gõ.",
    "The draft could not be saved. Use the button of the form to keep what you typed.",
  ],
  offered: [
    (hour: string, day: string) =>
      `Có bản nháp bạn chưa gửi, lưu lúc ${hour} ngày ${day}. Biểu mẫu dưới đây chưa có những gì trong bản nháp.`,
    (hour: string, day: string) =>
      `There is a draft that you have not sent, saved at ${hour} on ${day}. The form below does not hold it.`,
  ],
  used: [
    (hour: string, day: string) =>
      `Biểu mẫu dưới đây được điền từ bản nháp lưu lúc ${hour} ngày ${day}; gửi đi thì mới có hiệu lực.`,
    (hour: string, day: string) =>
      `The form below holds your draft, saved at ${hour} on ${day}; nothing of it counts until you send it.`,
  ],
  keptHere: [
    "Lần trước mất kết nối, những gì bạn gõ được giữ trong máy này và chưa được gửi đi.",
    "The connection was lost last time: what you typed was kept on this device and is not sent yet.",
  ],
  dropKept: ["Bỏ", "Drop it"],
  use: ["Dùng lại", "Use it"],
  drop: ["Bỏ bản nháp", "Drop the draft"],
})
