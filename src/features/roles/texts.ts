import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  openEnded: [(from: string) => `Từ ${from}, không thời hạn`, (from: string) => `From ${from}, without end`],
  fromTo: [
    (from: string, to: string) => `Từ ${from} đến hết ${to}`,
    (from: string, to: string) => `From ${from} until the end of ${to}`,
  ],
  placeEnded: ["địa bàn được sắp xếp lại", "the place was reorganised"],
  agencyEnded: ["cơ quan được sắp xếp lại", "the agency was reorganised"],
  wholeProvince: ["Toàn tỉnh", "The whole province"],

  role: ["Vai trò", "Role"],
  chooseRole: ["Hãy chọn một vai trò.", "Choose a role."],
  noRole: ["Chưa giao vai trò nào", "No role yet"],
  noRoleWords: [
    "Người này đặt được mật khẩu, nhưng chưa vào được bàn làm việc.",
    "They can choose a password, but have no desk yet.",
  ],
  scope: ["Địa bàn, cơ quan hoặc tổ chức được giao", "Place, agency or organisation it is for"],
  scopeHint: [
    "Chỉ cần với cán bộ xã, phường, cán bộ cơ quan và đại diện tổ chức. Gõ tên hoặc mã, không cần dấu: “binh an”, “so tai chinh”.",
    "Only for officers of a commune or an agency and for representatives. Type a name or a code, with or without marks: “binh an”, “so tai chinh”.",
  ],
  placeNeeded: [
    "Hãy gõ tên xã, phường mà người này phụ trách.",
    "Type the commune that this person answers for.",
  ],
  agencyNeeded: ["Hãy gõ tên cơ quan của người này.", "Type the agency that this person works for."],
  organisationNeeded: [
    "Hãy gõ tên hoặc mã số của tổ chức mà người này đại diện.",
    "Type the name or the code of the organisation that this person represents.",
  ],
  notFound: [
    (text: string, day: string) =>
      `Không tìm thấy “${text}” còn hiệu lực vào ngày ${day}. Hãy thử ít từ hơn, hoặc gõ mã.`,
    (text: string, day: string) =>
      `Nothing that is in force on ${day} is called “${text}”. Try fewer words, or the code.`,
  ],
  several: [
    (text: string) => `Có nhiều nơi tên “${text}”. Hãy chọn một trong danh sách dưới đây.`,
    (text: string) => `Several are called “${text}”. Choose one of the list below.`,
  ],
  chosenScope: ["Nơi được giao", "Which one"],
  from: ["Từ ngày", "From"],
  to: ["Đến hết ngày", "Until the end of"],
  toHint: ["Để trống nếu không có thời hạn.", "Leave empty when there is no end."],
  toBeforeFrom: [
    "Ngày cuối phải sau hoặc trùng với ngày đầu.",
    "The last day has to be the first one or come after it.",
  ],
  optional: ["(không bắt buộc)", "(optional)"],
  giveReasonHint: [
    "Ví dụ số và ngày của quyết định phân công. Nhật ký giữ lại dòng này.",
    "The number and day of the decision, for instance. The change log keeps it.",
  ],

  giveTitle: [(name: string) => `Giao vai trò cho ${name}`, (name: string) => `Give ${name} a role`],
  give: ["Giao vai trò", "Give the role"],
  alreadyHeld: [
    "Người này đã giữ đúng vai trò đó, cùng phạm vi, trong khoảng thời gian này. Hãy chọn ngày khác, hoặc kết thúc vai trò cũ trước.",
    "They hold this role for the same scope during these days already. Choose other days, or end the other one first.",
  ],
  disabled: [
    "Tài khoản này đang bị khóa: hãy mở khóa trước khi giao vai trò.",
    "This account is disabled: enable it before giving a role.",
  ],

  endTitle: ["Kết thúc vai trò", "End a role"],
  endLead: [
    "Vai trò không bị xóa: nhật ký và hồ sơ vẫn cho biết ai đã giữ vai trò nào, từ ngày nào đến ngày nào.",
    "A role is not deleted: the records keep saying who held which one, from which day to which.",
  ],
  urgent: [
    "Cần dừng quyền ngay trong hôm nay? Hãy khóa tài khoản.",
    "Does it have to stop within the day? Disable the account.",
  ],
  lastDay: ["Ngày cuối cùng giữ vai trò", "Last day of the role"],
  end: ["Kết thúc vai trò", "End the role"],
  endTooEarly: [
    (day: string) => `Sớm nhất là ${day}: những việc đã làm với vai trò này vẫn còn đó.`,
    (day: string) => `${day} at the earliest: what was done in this role stands.`,
  ],
  endTooLate: [
    (day: string) => `Vai trò này đằng nào cũng kết thúc vào ${day}. Hãy chọn ngày sớm hơn.`,
    (day: string) => `This role ends on ${day} anyway. Choose an earlier day.`,
  ],
  roleChanged: [
    "Vừa có người khác sửa vai trò này. Hãy xem lại thời hạn dưới đây rồi gửi lại.",
    "Someone else has just changed this role. Look at its days below, then send again.",
  ],
  lastAdministrator: [
    "Sau ngày đó sẽ không còn ai quản trị trang này. Hãy giao vai trò quản trị viên không thời hạn cho một người khác trước.",
    "Nobody would administer this site after that day. Give someone else the role of administrator without an end first.",
  ],

  successionTitle: ["Vai trò hết hiệu lực do sắp xếp", "Roles ended by reorganisation"],
  successionLead: [
    "Khi một địa bàn hay một cơ quan chấm dứt, vai trò giao cho nơi đó chấm dứt theo. Với mỗi vai trò, hãy giao tiếp cho đơn vị kế tục, hoặc cho biết vì sao không giao tiếp.",
    "When a place or an agency ends, the roles held for it end with it. For each role, give it on for a successor, or say why it is not given on.",
  ],
  successionEmpty: [
    "Không còn vai trò nào chờ giao tiếp.",
    "No role is waiting for a word on what follows it.",
  ],
  person: ["Người giữ", "Held by"],
  scopeHeading: ["Nơi được giao", "For"],
  endedOn: [(day: string) => `Hết hiệu lực sau ngày ${day}`, (day: string) => `Ended after ${day}`],
  endsOn: [(day: string) => `Sẽ hết hiệu lực sau ngày ${day}`, (day: string) => `Will end after ${day}`],
  successors: ["Giao tiếp cho", "Give on for"],
  giveOn: [
    (name: string, day: string) => `Giao cho ${name} từ ${day}`,
    (name: string, day: string) => `Give for ${name} from ${day}`,
  ],
  giveOnChosen: ["Giao cho các nơi đã chọn", "Give for those chosen"],
  noSuccessor: ["Chưa biết đơn vị nào kế tục.", "No successor is known."],
  dismiss: ["Không giao tiếp…", "Do not give on…"],
  dismissTitle: ["Không giao tiếp vai trò", "Do not give the role on"],
  dismissWords: [
    "Vai trò này sẽ không còn nằm trong danh sách chờ. Người giữ không nhận vai trò nào khác.",
    "The role leaves the list of those waiting. Its holder gets no other one.",
  ],
  successionReason: [
    (scope: string, day: string) => `Tiếp nối vai trò ở ${scope}, hết hiệu lực sau ngày ${day}`,
    (scope: string, day: string) => `Follows the role for ${scope}, which ended after ${day}`,
  ],
  chooseSuccessor: ["Hãy chọn ít nhất một đơn vị kế tục.", "Choose at least one successor."],
})
