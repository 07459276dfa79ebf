import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Tình trạng hệ thống", "Health"],
  lead: ["Hệ thống lúc này, theo chính nó đo được.", "The system at this moment, as it measures itself."],
  allGood: ["Mọi thứ đều ổn.", "All is well."],
  notAllGood: ["Có mục cần xem lại.", "Something needs a look."],
  good: ["Ổn", "Good"],
  watch: ["Cần xem", "Needs a look"],
  bad: ["Có vấn đề", "Trouble"],

  database: ["Cơ sở dữ liệu", "Database"],
  version: ["Phiên bản PostgreSQL", "Version of PostgreSQL"],
  size: ["Dung lượng", "Size"],
  latency: ["Thời gian trả lời", "Answers within"],
  connections: ["Kết nối đang dùng", "Connections in use"],
  waitedFor: ["Yêu cầu chờ kết nối", "Requests waiting for one"],

  migrations: ["Bảng dữ liệu", "Tables"],
  newest: ["Bản cập nhật mới nhất", "Newest migration"],
  pending: ["Bản cập nhật chưa áp dụng", "Migrations not applied"],
  pendingWords: [
    "Chương trình mới hơn cơ sở dữ liệu. Khởi động lại dịch vụ để cập nhật.",
    "The program is newer than the database. Start the service again to bring it up to date.",
  ],

  disk: ["Đĩa của DATA_DIR", "Disk of DATA_DIR"],
  free: ["Còn trống", "Free"],
  total: ["Tổng cộng", "In all"],
  noDisk: ["Cổng này không giữ gì trên đĩa của mình.", "This portal keeps nothing on a disk of its own."],

  jobs: ["Công việc nền", "Jobs"],
  due: ["Đến giờ mà chưa chạy", "Due and not yet begun"],
  active: ["Đang chạy", "Running"],
  failed: ["Bị lỗi", "Failed"],
  oldestDue: ["Chờ lâu nhất từ", "The oldest waits since"],

  mail: ["Thư", "Mail"],
  server: ["Máy chủ thư", "Mail server"],
  serverSet: ["đã đặt", "set"],
  serverMissing: ["chưa đặt (MAIL_URL)", "not set (MAIL_URL)"],
  waiting: ["Chờ gửi", "Waiting"],
  lastSent: ["Gửi lần cuối", "Last sent"],
  never: ["chưa lần nào", "never"],

  seals: ["Niêm phong nhật ký", "Seals of the change log"],
  lastCheck: ["Kiểm tra lần cuối", "Last checked"],
  sealsHold: ["Nhật ký nguyên vẹn.", "The log is whole."],
  sealsUnchecked: [
    "Niêm phong được kiểm tra lúc 02:50 hằng đêm; chưa có lần nào gần đây.",
    "Seals are checked at 02:50 each night; there was no check lately.",
  ],
})
