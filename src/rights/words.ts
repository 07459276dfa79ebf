import { inBoth, type Locale } from "../ui/language.ts"
import type { Action } from "./rights.ts"
import type { Reach, Role } from "./roles.ts"

type Words<Name extends string> = Readonly<Record<Name, readonly [vi: string, en: string]>>

const roleWords = inBoth({
  administrator: ["Quản trị viên", "Administrator"],
  publisher: ["Người duyệt đăng", "Publisher"],
  editor: ["Biên tập viên", "Editor"],
  planner: ["Cán bộ kế hoạch", "Planner"],
  province_officer: ["Cán bộ cấp tỉnh", "Province officer"],
  commune_officer: ["Cán bộ xã, phường", "Commune officer"],
  agency_officer: ["Cán bộ cơ quan", "Agency officer"],
  organisation_representative: ["Đại diện tổ chức", "Representative of an organisation"],
  auditor: ["Kiểm toán viên", "Auditor"],
} satisfies Words<Role>)

/** What a role is there for, in a sentence: whoever gives one reads it first. */
export const roleSentences = inBoth({
  administrator: [
    "Mời người vào làm việc, giao vai trò, sửa thông tin của trang.",
    "Invites people, gives roles, and sets what the site says of itself.",
  ],
  publisher: [
    "Duyệt và đăng tin bài, sắp xếp tin nổi bật và chuyên mục.",
    "Reviews and publishes articles, and arranges highlights and sections.",
  ],
  editor: ["Viết tin bài và gửi duyệt.", "Writes articles and sends them for review."],
  planner: [
    "Lập kế hoạch, giao chỉ tiêu, theo dõi kết quả.",
    "Writes plans, allots targets and follows them.",
  ],
  province_officer: [
    "Giữ danh bạ của toàn tỉnh và tiếp nhận báo cáo.",
    "Keeps the register of the whole province and takes reports in.",
  ],
  commune_officer: [
    "Giữ danh bạ của xã, phường được giao.",
    "Keeps the register of the commune they are given.",
  ],
  agency_officer: [
    "Làm phần việc của cơ quan mình trong kế hoạch.",
    "Does the part of the plan that falls to their agency.",
  ],
  organisation_representative: [
    "Xem và báo cáo cho tổ chức của mình.",
    "Sees and reports for their own organisation.",
  ],
  auditor: ["Xem tất cả, không thay đổi gì.", "Reads everything and changes nothing."],
} satisfies Words<Role>)

export const reachWords = inBoth({
  province: ["toàn tỉnh", "the whole province"],
  place: ["một địa bàn, kể cả mọi đơn vị bên trong", "one place, with every unit inside it"],
  agency: ["một cơ quan", "one agency"],
  organisation: ["một tổ chức", "one organisation"],
} satisfies Words<Reach>)

const actionWords = inBoth({
  use_desk: ["Dùng bàn làm việc", "Use the desk"],
  see_articles: ["Xem tin bài chưa đăng", "See articles before they are published"],
  write_article: ["Viết và sửa tin bài", "Write and change articles"],
  publish_article: ["Đăng và gỡ tin bài", "Publish articles and take them down"],
  see_highlights: ["Xem việc sắp xếp tin nổi bật", "See how highlights are arranged"],
  arrange_highlights: ["Sắp xếp tin nổi bật", "Arrange highlights"],
  see_sections: ["Xem việc sắp xếp chuyên mục", "See how sections are arranged"],
  arrange_sections: ["Thêm, đổi tên, sắp xếp chuyên mục", "Add, rename and arrange sections"],
  see_files: [
    "Xem trước tệp chưa công bố và ảnh gốc",
    "See files before they are public, and original images",
  ],
  see_people: ["Xem người dùng và vai trò của họ", "See people and their roles"],
  manage_people: ["Mời, khóa, cấp lại quyền đăng nhập", "Invite people, disable and restore their accounts"],
  give_roles: ["Giao và kết thúc vai trò", "Give and end roles"],
  see_administration: ["Xem các trang quản trị", "See the pages of administration"],
  administer: ["Sửa cài đặt, cơ quan, địa bàn", "Change settings, agencies and places"],
  see_change_log: ["Xem nhật ký thay đổi", "See the change log"],
  see_organisations: ["Xem hồ sơ tổ chức", "See the records of organisations"],
  see_personal_data: [
    "Xem dữ liệu cá nhân trong hồ sơ tổ chức",
    "See the personal data kept with an organisation",
  ],
  keep_organisation: ["Cập nhật hồ sơ tổ chức", "Keep the records of organisations"],
  see_reports: ["Xem báo cáo và phiếu đánh giá", "See reports and scoring sheets"],
  file_report: ["Lập và gửi báo cáo, phiếu tự đánh giá", "Fill in and send reports and scoring sheets"],
  check_report: ["Tiếp nhận hoặc trả lại báo cáo", "Accept or return reports"],
  accept_report: ["Duyệt báo cáo cấp tỉnh", "Accept reports for the province"],
  keep_round: ["Mở, gia hạn và khóa đợt báo cáo", "Open reporting rounds, give more time and close them"],
  plan_reminders: ["Lên lịch nhắc nộp báo cáo", "Plan reminders of reports"],
  see_official_reports: ["Xem báo cáo gửi Bộ", "See the reports to the ministry"],
  write_official_report: [
    "Lập báo cáo gửi Bộ, ghi số ước thực hiện",
    "Write the reports to the ministry, and enter estimates",
  ],
  see_plans: ["Xem kế hoạch chưa ban hành", "See plans before they are published"],
  keep_plan: ["Lập kế hoạch và giao chỉ tiêu", "Write plans and allot targets"],
} satisfies Words<Action>)

export function actionName(action: Action, locale: Locale) {
  return actionWords[locale][action]
}

export function roleName(role: Role, locale: Locale) {
  return roleWords[locale][role]
}
