import { formatNumber } from "../../ui/format.ts"
import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  desk: ["Bàn làm việc", "Desk"],
  hello: [(name: string) => `Chào ${name}.`, (name: string) => `Welcome, ${name}.`],
  waiting: ["Đang chờ bạn", "Waiting for you"],
  nothingWaits: ["Không có việc nào đang chờ bạn.", "Nothing is waiting for you."],
  overdue: ["Duyệt quá hạn", "Overdue for review"],
  returned: ["Được trả lại để sửa", "Returned to you"],
  review: ["Chờ duyệt", "To review"],
  scheduled: ["Đã hẹn giờ đăng", "Scheduled"],
  draft: ["Bản thảo của bạn", "Your drafts"],
  by: [(author: string) => `của ${author}`, (author: string) => `by ${author}`],
  inEnglish: ["bản tiếng Anh", "English version"],
  since: ["từ", "since"],
  more: [
    (count: number) => `và ${formatNumber(count, "vi")} bài nữa`,
    (count: number) => `and ${formatNumber(count, "en")} more`,
  ],
  unsent: [
    (forms: number, moment: string) =>
      `Có ${forms} biểu mẫu viết dở chưa gửi, lưu lần cuối lúc ${moment}. Mở lại biểu mẫu ấy để viết tiếp.`,
    (forms: number, moment: string) =>
      `${forms} ${forms === 1 ? "form is" : "forms are"} begun and not sent, last saved at ${moment}. Open the form again to go on.`,
  ],
  reportsWait: ["Báo cáo", "Reports"],
  came_back: [
    (count: number) => `${count} báo cáo bị trả lại`,
    (count: number) => (count === 1 ? "1 report came back" : `${count} reports came back`),
  ],
  to_file: [
    (count: number) => `${count} báo cáo cần nộp`,
    (count: number) => (count === 1 ? "1 report is to be sent" : `${count} reports are to be sent`),
  ],
  to_check: [
    (count: number) => `${count} báo cáo chờ tiếp nhận`,
    (count: number) =>
      count === 1 ? "1 report waits to be accepted" : `${count} reports wait to be accepted`,
  ],
  to_accept: [
    (count: number) => `${count} báo cáo chờ tỉnh duyệt`,
    (count: number) =>
      count === 1 ? "1 report waits for the province" : `${count} reports wait for the province`,
  ],
  ratingsWait: ["Đánh giá, xếp loại", "Ratings"],
  sheetsBack: [
    (count: number, year: number) => `${count} phiếu đánh giá năm ${year} bị trả lại`,
    (count: number, year: number) =>
      count === 1 ? `1 scoring sheet of ${year} came back` : `${count} scoring sheets of ${year} came back`,
  ],
  sheetsSent: [
    (count: number, year: number) => `${count} phiếu đánh giá năm ${year} chờ tiếp nhận`,
    (count: number, year: number) =>
      count === 1
        ? `1 scoring sheet of ${year} waits to be taken in`
        : `${count} scoring sheets of ${year} wait to be taken in`,
  ],
  sheetsObjected: [
    (count: number, year: number) => `${count} khiếu nại về xếp loại năm ${year} chờ trả lời`,
    (count: number, year: number) =>
      count === 1
        ? `1 objection to a rating of ${year} waits for an answer`
        : `${count} objections to ratings of ${year} wait for an answer`,
  ],
  reports: ["Báo cáo", "Reports"],
  reportsWords: ["Điền, kiểm tra và tiếp nhận báo cáo", "Fill in, look at and accept reports"],
  registerWaits: ["Sổ đăng ký", "The register"],
  mistakes: [
    (count: number) => `${count} báo sai sót chờ xem`,
    (count: number) => (count === 1 ? "1 reported mistake waits" : `${count} reported mistakes wait`),
  ],
  waiting_for_place: [
    (count: number) => `${count} tổ chức chờ xếp vào xã mới`,
    (count: number) =>
      count === 1 ? "1 organisation waits for its commune" : `${count} organisations wait for their communes`,
  ],
  administrationWaits: ["Việc của quản trị", "For the administrator"],
  failed_jobs: [
    (count: number) => `${count} công việc nền không chạy được`,
    (count: number) => `${count} ${count === 1 ? "job" : "jobs"} failed`,
  ],
  failed_mails: [
    (count: number) => `${count} thư không gửi được`,
    (count: number) => `${count} ${count === 1 ? "mail" : "mails"} could not be sent`,
  ],
  ended_with_places: [
    (count: number) => `${count} vai trò đã kết thúc theo địa bàn sắp xếp lại: chọn địa bàn kế tiếp`,
    (count: number) => `${count} ${count === 1 ? "role" : "roles"} ended with a place: choose its successor`,
  ],
  unopened_invitations: [
    (count: number) => `${count} lời mời chưa được mở`,
    (count: number) => `${count} ${count === 1 ? "invitation" : "invitations"} not opened yet`,
  ],
  whereTo: ["Đi đến", "Where to go"],
  newArticle: ["Viết tin bài mới", "Write an article"],
  articles: ["Tin bài", "Articles"],
  articlesWords: ["bản thảo, chờ duyệt, đã đăng", "drafts, to review, published"],
  highlights: ["Tin nổi bật", "Highlights"],
  highlightsWords: ["thứ tự, ngày bắt đầu và kết thúc", "order, first and last day"],
  sections: ["Chuyên mục", "Sections"],
  sectionsWords: ["tên và thứ tự", "names and order"],
  ratings: ["Đánh giá, xếp loại", "Ratings"],
  ratingsWords: [
    "phiếu tự đánh giá, kiểm tra, tiếp nhận, khiếu nại",
    "scoring sheets: score, check, take in, objections",
  ],
  administration: ["Quản trị", "Administration"],
  rounds: ["Đợt báo cáo", "Reporting rounds"],
  roundsWords: [
    "Ai phải báo cáo, đến hạn nào, đã nộp đến đâu",
    "Who has to report by when, and how far they are",
  ],
  enteredFigures: ["Ước thực hiện và kế hoạch năm", "Estimates and yearly plans"],
  enteredFiguresWords: [
    "số ước, số kế hoạch của từng chỉ tiêu, cạnh số thực hiện",
    "what was estimated and planned, beside the outcome",
  ],
  officialReports: ["Báo cáo gửi Bộ", "Reports to the ministry"],
  officialReportsWords: [
    "Biểu số liệu và báo cáo lời 6 tháng, năm của tỉnh",
    "Tables and text of the province for half a year and for a year",
  ],
  administrationWords: [
    "người và vai trò, thông tin trang, vận hành",
    "people and roles, the site, how it runs",
  ],
  changeLog: ["Nhật ký thay đổi", "Change log"],
  changeLogWords: ["ai đã sửa gì, lúc nào", "who changed what, and when"],
  rights: ["Quyền hạn", "Rights"],
  rightsWords: ["vai trò nào được làm việc gì", "which role may do what"],
  register: ["Danh bạ hợp tác xã", "Register of cooperatives"],
  registerWords: ["tra cứu tổ chức và số liệu", "look up organisations and figures"],
  ownAccount: ["Tài khoản của tôi", "My account"],
  ownAccountWords: ["mật khẩu, bước xác minh thứ hai, phiên làm việc", "password, second factor, sessions"],
  firstSteps: ["Bắt đầu từ đây", "Where to begin"],
  noRole: [
    "Bạn chưa được giao vai trò nào, nên bàn làm việc còn trống. Hãy báo cho người quản trị công việc của bạn để được giao vai trò; trong lúc chờ, bạn vẫn xem được mọi trang công khai.",
    "You hold no role yet, so the desk is empty. Tell the administrator what your work is, and they will give you one. Until then every public page is open to you.",
  ],
  firstAsAdministrator: [
    "Đặt tên cơ quan và thông tin liên hệ, rồi mời những người sẽ làm việc trên cổng. Nên có ít nhất hai người quản trị.",
    "Give the department its name and contact details, then invite those who will work here. Two administrators are safer than one.",
  ],
  firstAsEditor: [
    "Viết tin bài đầu tiên. Bản thảo tự lưu trong lúc viết; khi xong, gửi cho người duyệt.",
    "Write your first article. It saves itself while you type; when it is done, send it for review.",
  ],
  firstAsPublisher: [
    "Khi biên tập viên gửi bài, bài sẽ hiện ở đây để bạn duyệt và đăng.",
    "When an editor sends an article it shows up here, for you to review and publish.",
  ],
  firstWithOrganisations: [
    "Xem các tổ chức trong phạm vi vai trò của bạn. Khi có việc cần bạn, việc sẽ hiện ở đây.",
    "Look up the organisations your role reaches. What needs you will show up here.",
  ],
  organisations: ["Tổ chức", "Organisations"],
  organisationsWords: ["những tổ chức bạn phụ trách hoặc đại diện", "those you answer for or represent"],
  firstAsOther: [
    "Khi có việc cần bạn, việc sẽ hiện ở đây. Xem bảng quyền hạn để biết vai trò của bạn được làm gì.",
    "What needs you will show up here. The table of rights says what your roles let you do.",
  ],
  changed: ["Thay đổi từ lần trước", "Changed since you last looked"],
  nothingChanged: [
    "Không có gì thay đổi từ lần bạn xem trước.",
    "Nothing has changed since you last looked.",
  ],
  seen: ["Đã xem hết", "Mark as seen"],
})
