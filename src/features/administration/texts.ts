import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Quản trị", "Administration"],
  lead: [
    "Ai làm việc ở đây, với quyền gì, và trang nói gì về mình.",
    "Who works here, with which rights, and what the site says of itself.",
  ],
  people: ["Người dùng và vai trò", "People and roles"],
  peopleWords: ["Ai làm việc ở đây, với vai trò gì.", "Who works here, in which roles."],
  endedRoles: ["Vai trò hết hiệu lực do sắp xếp", "Roles ended by reorganisation"],
  endedRolesWords: [
    "Giao tiếp cho đơn vị kế tục khi địa bàn hay cơ quan chấm dứt.",
    "Give them on for successors when a place or an agency ends.",
  ],
  agencies: ["Cơ quan", "Agencies"],
  agenciesWords: ["Thêm, đổi tên, kết thúc sở và cơ quan.", "Add, rename and end departments and agencies."],
  places: ["Địa bàn", "Places"],
  reorganisations: ["Sắp xếp đơn vị hành chính", "Reorganisations of places"],
  reorganisationsWords: [
    "Nhập một lần sắp xếp, chuyển tổ chức theo, hoàn tác khi nhầm.",
    "Take in a reorganisation, let organisations follow, take it back when it was wrong.",
  ],
  placesWords: [
    "Xem đơn vị hành chính qua các thời kỳ, sửa điều ghi sai.",
    "See administrative units through time, and correct what was recorded wrongly.",
  ],
  legalRules: ["Quy định của luật", "Rules of the law"],
  legalRulesWords: [
    "Mức tối thiểu, tối đa và thời hạn mà sổ đăng ký nhắc, kèm điều luật.",
    "Minimums, limits and days that the register warns of, with their articles.",
  ],
  ratingSchemes: ["Bộ tiêu chí xếp loại", "Rating schemes"],
  ratingSchemesWords: [
    "Tiêu chí, thang điểm và các loại theo từng văn bản; năm nào theo bộ nào.",
    "Criteria, scales and classes of each circular, and which year is rated by which.",
  ],
  reportForms: ["Mẫu báo cáo", "Report forms"],
  reportFormsWords: [
    "Chỉ tiêu và quy tắc kiểm tra của báo cáo năm, theo từng thông tư.",
    "Fields and rules of the yearly reports, circular by circular.",
  ],
  reportingWindows: ["Thời hạn báo cáo năm", "When yearly reports are due"],
  reportingWindowsWords: [
    "Hạn nộp và thời gian lấy số liệu theo từng văn bản; thêm, sửa, kết thúc.",
    "Due day and data by each circular: add, correct, end.",
  ],
  sizeRules: ["Ngưỡng quy mô", "Size thresholds"],
  sizeRulesWords: [
    "Lớn, vừa, nhỏ, siêu nhỏ theo từng văn bản và lĩnh vực; điều gì chưa nhập.",
    "Large, medium, small and micro by each law and sector, and what is not entered yet.",
  ],
  lines: ["Hệ thống ngành nghề", "Business lines"],
  linesWords: [
    "Các phiên bản của hệ thống ngành kinh tế (VSIC), sửa tên ngành, nhập phiên bản mới.",
    "The versions of the national list of activities (VSIC): correct titles, take in the next.",
  ],
  site: ["Thông tin của trang", "Settings of the site"],
  siteWords: [
    "Tên, liên hệ, màu, ngôn ngữ, chân trang.",
    "Names, contact, colour, languages, foot of the page.",
  ],
  rights: ["Bảng quyền", "Table of rights"],
  rightsWords: ["Vai trò nào được làm việc gì.", "Which role may do what."],
  health: ["Tình trạng hệ thống", "Health"],
  healthWords: [
    "Cơ sở dữ liệu, chỗ trống trên đĩa, công việc và thư còn chờ, niêm phong nhật ký.",
    "Database, room on the disk, jobs and mails that wait, seals of the change log.",
  ],
  jobs: ["Công việc nền", "Jobs"],
  jobsWords: [
    "Việc hệ thống tự làm: đang chờ, đang chạy, bị lỗi.",
    "What the system does by itself: waiting, running, failed.",
  ],
  mails: ["Thư gửi đi", "Mail"],
  mailsWords: [
    "Thư hệ thống đã gửi, còn chờ hoặc không gửi được.",
    "What the system sent, has yet to send, or could not.",
  ],
  rightsLead: [
    "Mỗi việc chỉ làm được với vai trò có dấu ✓ ở cột của mình. Vai trò được giao cho một địa bàn, một cơ quan hay một tổ chức thì chỉ có quyền trong phạm vi đó.",
    "Each thing can be done only in a role that has a ✓ in its column. A role held for a place, an agency or an organisation reaches no further than that.",
  ],
  yourRoles: ["Vai trò của bạn hôm nay", "Your roles today"],
  noRoles: ["Hôm nay bạn chưa giữ vai trò nào.", "You hold no role today."],
  rolesTitle: ["Các vai trò", "The roles"],
  role: ["Vai trò", "Role"],
  reach: ["Phạm vi", "Held for"],
  task: ["Việc chính", "What it is for"],
  secondFactor: ["Bước xác minh thứ hai", "Second factor"],
  required: ["bắt buộc", "required"],
  optional: ["tùy chọn", "optional"],
  action: ["Việc", "What is done"],
  may: ["Được", "May"],
  reason: ["Lý do", "Reason"],
  reasonHint: ["Nhật ký thay đổi giữ lại dòng này.", "The change log keeps it."],
  reasonNeeded: ["Hãy viết lý do: nhật ký thay đổi sẽ giữ lại.", "Say why: the change log keeps it."],
  mayNot: ["Không", "May not"],
})
