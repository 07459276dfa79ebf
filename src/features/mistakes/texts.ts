import { inBoth } from "../../ui/language.ts"
import { daysKept } from "./reports.ts"

export const texts = inBoth({
  report: ["Báo sai sót", "Report a mistake"],
  reportTitle: [
    (name: string) => `Báo sai sót về ${name}`,
    (name: string) => `Report a mistake about ${name}`,
  ],
  lead: [
    "Thông tin nào chưa đúng? Cán bộ phụ trách địa bàn sẽ xem và sửa. Không cần tài khoản.",
    "What is not right? The officer of the commune will look at it and mend it. No account is needed.",
  ],
  about: ["Sai ở mục nào", "What it is about"],
  words: ["Sai thế nào, đúng ra là gì", "What is wrong, and what is right"],
  wordsHint: [
    "Ví dụ: hợp tác xã đã chuyển trụ sở sang ấp khác từ tháng 3/2026.",
    "For example: the cooperative moved to another hamlet in March 2026.",
  ],
  wordsNeeded: ["Hãy viết điều chưa đúng.", "Say what is not right."],
  aboutNeeded: ["Hãy chọn một mục.", "Choose what it is about."],
  email: ["Thư điện tử để nhận trả lời", "E-mail for an answer"],
  phone: ["Điện thoại", "Phone"],
  privacy: [
    `Chỉ cán bộ phụ trách thấy thư điện tử và điện thoại của bạn; chúng bị xóa ${daysKept.closed} ngày sau khi xử lý xong.`,
    `Only the officers in charge see your e-mail and phone; they are removed ${daysKept.closed} days after it is settled.`,
  ],
  send: ["Gửi", "Send"],
  trap: ["Để trống ô này", "Leave this empty"],
  tooMany: [
    (minutes: number) =>
      `Đã có nhiều báo cáo từ nơi này. Hãy thử lại sau ${minutes} phút; nội dung của bạn vẫn còn đây.`,
    (minutes: number) =>
      `Many reports came from here. Try again in ${minutes} minutes; what you wrote is still here.`,
  ],
  thanks: ["Cảm ơn bạn", "Thank you"],
  thanksWords: [
    "Đã nhận. Cán bộ phụ trách địa bàn sẽ xem; nếu bạn để lại thư điện tử, bạn sẽ nhận được trả lời.",
    "We have it. The officer in charge will look at it; if you left an e-mail you will have an answer.",
  ],
  backToOrganisation: ["Về trang của tổ chức", "Back to the organisation"],

  name: ["Tên, mã số, giấy chứng nhận", "Name, code or certificate"],
  status: ["Tình trạng hoạt động", "Status"],
  place: ["Địa bàn, địa chỉ", "Place or address"],
  representative: ["Người đại diện", "Representative"],
  contact: ["Điện thoại, thư, trang web", "Phone, e-mail or website"],
  activity: ["Ngành nghề, sản phẩm", "Activities or products"],
  figures: ["Số liệu hằng năm", "Yearly figures"],
  other: ["Việc khác", "Something else"],

  deskTitle: ["Báo sai sót của người đọc", "Mistakes reported by readers"],
  deskLead: [
    "Người đọc báo những điều chưa đúng về các tổ chức bạn phụ trách.",
    "What readers say is not right about the organisations you keep.",
  ],
  none: ["Chưa có ai báo sai sót.", "Nobody has reported a mistake."],
  count: [(count: string) => `${count} báo cáo`, (count: string) => `${count} reports`],
  organisation: ["Tổ chức", "Organisation"],
  sent: ["Gửi lúc", "Sent"],
  state: ["Tình trạng", "State"],
  new: ["Chờ xem", "Waiting"],
  mended: ["Đã sửa", "Mended"],
  dismissed: ["Không phải sai sót", "Not a mistake"],
  oneTitle: [(name: string) => `Báo sai sót: ${name}`, (name: string) => `Mistake reported: ${name}`],
  openOrganisation: ["Mở hồ sơ để sửa", "Open the record to mend it"],
  sender: ["Người gửi", "Sender"],
  noSender: ["không để lại cách liên hệ", "left no way to be reached"],
  forgotten: ["đã xóa thông tin liên hệ", "contact removed"],
  outcome: ["Kết quả", "Outcome"],
  outcomeNeeded: ["Hãy chọn kết quả.", "Choose the outcome."],
  answer: ["Trả lời", "Answer"],
  answerHint: [
    "Gửi đến người báo nếu họ để lại thư điện tử.",
    "Sent to who reported it, where they left an e-mail.",
  ],
  answerNeeded: ["Hãy viết trả lời.", "Write an answer."],
  close: ["Ghi kết quả", "Record the outcome"],
  closedBy: [(name: string, at: string) => `${name}, ${at}`, (name: string, at: string) => `${name}, ${at}`],

  mailSubject: [
    (name: string) => `Có người báo sai sót về ${name}`,
    (name: string) => `A mistake was reported about ${name}`,
  ],
  mailWords: [
    (name: string, about: string) => `có người đọc báo chưa đúng về ${name} (${about}). Xem và xử lý tại:`,
    (name: string, about: string) =>
      `a reader says that something about ${name} is not right (${about}). See it at:`,
  ],
  mailHello: [(name: string) => `Chào ${name},`, (name: string) => `Dear ${name},`],
  answerSubject: [(name: string) => `Trả lời về ${name}`, (name: string) => `Answer about ${name}`],
  answerMended: [
    (name: string) => `Cảm ơn bạn đã báo sai sót về ${name}. Thông tin đã được sửa.`,
    (name: string) => `Thank you for reporting a mistake about ${name}. It was mended.`,
  ],
  answerDismissed: [
    (name: string) => `Cảm ơn bạn đã viết về ${name}. Chúng tôi đã xem lại và chưa thấy cần sửa.`,
    (name: string) => `Thank you for writing about ${name}. We looked at it and found nothing to mend.`,
  ],
})
