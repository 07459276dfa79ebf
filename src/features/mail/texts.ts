import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  mailbox: ["Hộp thư thử nghiệm", "Mailbox for development"],
  mailboxLead: [
    "Cổng này chưa có máy chủ thư (MAIL_URL), nên thư gửi đi nằm lại đây. Trang này chỉ có khi cổng chạy trên chính máy này.",
    "This portal has no mail server (MAIL_URL), so what it sends stays here. The page exists only while the portal runs for this machine alone.",
  ],
  mailboxEmpty: [
    "Chưa có thư nào. Thư mời và thư đặt lại mật khẩu sẽ hiện ở đây.",
    "No mail yet. Invitations and password resets will appear here.",
  ],
  to: ["Gửi đến", "To"],
})
