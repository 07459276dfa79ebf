import { inBoth, type Locale } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Công việc nền", "Jobs"],
  lead: [
    "Việc hệ thống tự làm phía sau các trang. Việc bị lỗi được tự động thử lại vài lần; sau đó cần người xem lý do và cho chạy lại.",
    "What the system does behind its pages. A job that fails is tried again a few times by itself; after that someone has to look at the reason and have it run again.",
  ],
  filter: ["Lọc theo trạng thái", "Narrow by state"],
  all: ["Tất cả", "All"],
  none: ["Không có công việc nào ở trạng thái này.", "There is no job in this state."],
  kind: ["Công việc", "Job"],
  state: ["Trạng thái", "State"],
  error: ["Lỗi", "Error"],
  attempts: ["Số lần chạy", "Attempts"],
  moment: ["Lúc", "When"],
  startsAt: [(moment: string) => `chờ đến ${moment}`, (moment: string) => `waits until ${moment}`],
  retry: ["Chạy lại", "Run again"],
  retryOf: [(kind: string) => `Chạy lại: ${kind}`, (kind: string) => `Run again: ${kind}`],
  action: ["Việc cần làm", "What to do"],
})

export const stateNames = inBoth({
  waiting: ["Đang chờ", "Waiting"],
  active: ["Đang chạy", "Running"],
  failed: ["Bị lỗi", "Failed"],
  done: ["Đã xong", "Done"],
})

const kindNames: Record<Locale, Record<string, string>> = inBoth({
  "send-mail": ["Gửi thư", "Send a mail"],
  "forget-mails": ["Xóa nội dung thư cũ", "Forget old mails"],
  "follow-places": [
    "Chuyển tổ chức theo địa bàn được sắp xếp",
    "Let organisations follow reorganised places",
  ],
  "forget-mistake-senders": ["Xóa liên hệ của người báo sai sót", "Forget who reported mistakes"],
  "article-due": ["Đăng tin bài đến giờ hẹn", "Publish a scheduled article"],
  "check-seals": ["Kiểm tra niêm phong nhật ký", "Check the seals of the change log"],
})

/** A job of a version to come, or of one long gone, has only the name it gave itself. */
export function kindName(kind: string, locale: Locale) {
  return kindNames[locale][kind] ?? kind
}
