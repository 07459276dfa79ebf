import { inBoth } from "../../ui/language.ts"

export const exceptionTexts = inBoth({
  excuses: ["Miễn báo cáo, không phát sinh", "Excused, nothing to report"],
  excusesLead: [
    "Đơn vị được miễn không phải báo cáo trong đợt; đơn vị không phát sinh được tính là đã báo cáo. Cả hai đều cần lý do và có thể hủy.",
    "Who is excused is not asked in this round; who has nothing to report counts as reported. Both need a reason, and can be taken back.",
  ],
  noExcuses: ["Chưa ghi miễn hay không phát sinh cho đơn vị nào.", "Nobody is excused yet."],
  organisation: ["Tổ chức", "Organisation"],
  commune: ["Xã, phường", "Commune"],
  place: ["Cả một địa bàn", "All in a place"],
  excuseKind: ["Ghi nhận", "To be noted"],
  excused: ["Được miễn báo cáo", "Excused"],
  nil: ["Không có gì phát sinh để báo cáo", "Nothing to report"],
  reason: ["Lý do", "Reason"],
  reasonNeeded: ["Hãy viết lý do.", "Write the reason."],
  note: ["Ghi nhận", "Note it"],
  takeBack: ["Hủy", "Take back"],
  by: ["Người ghi", "Noted by"],
  at: ["Lúc ghi", "Noted at"],
  whoNeeded: ["Hãy chọn một tổ chức.", "Choose an organisation."],
  communeNeeded: ["Hãy chọn một xã, phường.", "Choose a commune."],
  notAsked: [
    "Đơn vị này không phải báo cáo trong đợt, nên không cần miễn.",
    "This one is not asked in the round, so it needs no excuse.",
  ],
  hasReported: [
    "Đơn vị này đã gửi báo cáo. Hãy trả lại báo cáo trước nếu muốn ghi miễn.",
    "This one has reported already. Return its report first.",
  ],
  excusedAlready: ["Đơn vị này đã được ghi nhận rồi.", "This one is noted already."],
  closed: ["Đợt báo cáo đã khóa nên không ghi được nữa.", "The round is closed; nothing more can be noted."],

  extensions: ["Gia hạn", "More time"],
  extensionsLead: [
    "Gia hạn cho một tổ chức hoặc cho mọi đơn vị trong một địa bàn. Nếu có nhiều lần gia hạn, ngày muộn nhất được tính.",
    "More time for one organisation, or for all in a place. Where several were given, the latest day counts.",
  ],
  noExtensions: ["Chưa gia hạn cho đơn vị nào.", "Nobody was given more time yet."],
  due_on: ["Hạn mới", "New due day"],
  laterNeeded: [
    (day: string) => `Hãy viết một ngày sau hạn chung ${day}.`,
    (day: string) => `Write a day after the common one, ${day}.`,
  ],
  oneNeeded: [
    "Hãy chọn một tổ chức, hoặc một địa bàn, không phải cả hai.",
    "Choose an organisation or a place, and not both.",
  ],
  extend: ["Gia hạn", "Give more time"],

  reminders: ["Nhắc nộp báo cáo", "Reminders"],
  remindersLead: [
    "Vào sáng các ngày dưới đây, hệ thống gửi thư cho người đại diện của tổ chức chưa nộp và cán bộ xã phụ trách, mỗi người một thư.",
    "On the mornings of these days a mail goes to the representatives of those who have not reported and to the officers of their communes, one each.",
  ],
  noReminders: ["Chưa lên lịch nhắc nào.", "No reminder is planned yet."],
  day: ["Ngày", "Day"],
  when: ["So với hạn nộp", "Against the due day"],
  beforeDue: [(days: number) => `trước hạn ${days} ngày`, (days: number) => `${days} days before it is due`],
  onDue: ["đúng ngày hạn", "on the due day"],
  afterDue: [(days: number) => `sau hạn ${days} ngày`, (days: number) => `${days} days after it was due`],
  sent: ["Đã gửi", "Sent"],
  sentMails: [
    (mails: number, at: string) => `${mails} thư, ${at}`,
    (mails: number, at: string) => `${mails} mails, ${at}`,
  ],
  mails: ["Số thư", "Mails"],
  notSent: ["Chưa đến ngày", "Not yet"],
  days: ["Số ngày", "Days"],
  direction: ["Trước hay sau hạn", "Before or after"],
  before: ["Trước hạn", "Before it is due"],
  after: ["Sau hạn", "After it was due"],
  plan: ["Thêm lần nhắc", "Plan a reminder"],
  plannedAlready: ["Ngày này đã có lịch nhắc.", "That day has a reminder already."],
  drop: ["Bỏ", "Drop"],

  mailSubject: [
    (round: string, day: string) => `Nhắc nộp ${round}, hạn ${day}`,
    (round: string, day: string) => `${round} is due on ${day}`,
  ],
  mailLateSubject: [(round: string) => `${round} đã quá hạn nộp`, (round: string) => `${round} is overdue`],
  mailHello: [(name: string) => `Kính gửi ông/bà ${name},`, (name: string) => `Dear ${name},`],
  mailOwn: [
    (organisation: string, round: string, day: string) =>
      `${organisation} chưa gửi báo cáo trong đợt “${round}”. Hạn nộp: ${day}. Mở địa chỉ dưới đây để điền và gửi:`,
    (organisation: string, round: string, day: string) =>
      `${organisation} has not sent its report in “${round}” yet. It is due on ${day}. Open this address to fill it in and send it:`,
  ],
  mailCommune: [
    (count: number, round: string, day: string) =>
      `Trên địa bàn còn ${count} đơn vị chưa gửi báo cáo trong đợt “${round}”. Hạn nộp: ${day}. Danh sách:`,
    (count: number, round: string, day: string) =>
      `${count} in your place have not reported in “${round}” yet. It is due on ${day}. The list:`,
  ],
})
