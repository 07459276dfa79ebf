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

  title: ["Thư gửi đi", "Mail"],
  lead: [
    "Thư hệ thống gửi: thư mời, thư đặt lại mật khẩu, thông báo. Nội dung không hiện ở đây và bị xóa ngay khi gửi xong, vì đường dẫn trong thư mở được tài khoản.",
    "What the system sends: invitations, password resets, notices. The text is not shown here and is gone once it is sent, since a link in it may open an account.",
  ],
  noServer: [
    "Chưa có máy chủ thư, nên thư không gửi được. Người quản trị máy chủ cần đặt MAIL_URL rồi khởi động lại.",
    "There is no mail server, so nothing can be sent. Whoever runs the server has to set MAIL_URL and start it again.",
  ],
  noServerHere: [
    "Chưa có máy chủ thư (MAIL_URL). Cổng đang chạy thử trên máy này, nên thư nằm trong hộp thư thử nghiệm:",
    "There is no mail server (MAIL_URL). The portal is being tried out on this machine, so mails stay in the mailbox for development:",
  ],
  sendTest: [
    (email: string) => `Gửi thư kiểm tra đến ${email}`,
    (email: string) => `Send a test mail to ${email}`,
  ],
  testSubject: [
    (portal: string) => `Thư kiểm tra của ${portal}`,
    (portal: string) => `Test mail of ${portal}`,
  ],
  testText: [
    (portal: string, address: string) =>
      `Nhận được thư này nghĩa là ${portal} gửi được thư.\n\n${address}\n\nKhông cần làm gì thêm.\n`,
    (portal: string, address: string) =>
      `If you read this, ${portal} can send mail.\n\n${address}\n\nThere is nothing else to do.\n`,
  ],
  none: ["Chưa có thư nào được gửi.", "No mail has been sent yet."],
  subject: ["Tiêu đề", "Subject"],
  state: ["Trạng thái", "State"],
  error: ["Lỗi", "Error"],
  attempts: ["Số lần gửi", "Attempts"],
  moment: ["Lúc", "When"],
  action: ["Việc cần làm", "What to do"],
  retry: ["Gửi lại", "Send again"],
})

export const stateNames = inBoth({
  waiting: ["Đang chờ gửi", "Waiting"],
  sent: ["Đã gửi", "Sent"],
  kept: ["Trong hộp thư thử nghiệm", "In the mailbox for development"],
  failed: ["Không gửi được", "Failed"],
})
