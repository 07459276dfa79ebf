import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Thời hạn báo cáo năm", "When yearly reports are due"],
  lead: [
    "Hạn nộp và thời gian lấy số liệu của báo cáo năm theo từng văn bản. Đợt báo cáo mới được đề xuất ngày theo đây; số liệu lấy báo cáo của năm gần nhất đã đến hạn.",
    "The due day and the data of yearly reports by each circular. New rounds are proposed by them, and figures are taken from the reports of the latest year that is due.",
  ],
  years: ["Năm báo cáo", "Years"],
  due: ["Hạn nộp", "Due"],
  data: ["Số liệu", "Data"],
  next: ["Báo cáo năm", "Report of"],
  legal_basis: ["Căn cứ pháp lý", "Legal basis"],
  legalBasisHint: [
    "Tên, số, điều của văn bản: Thông tư 09/2024/TT-BKHĐT, Điều 6.",
    "Name, number and article: Thông tư 09/2024/TT-BKHĐT, Điều 6.",
  ],
  is_checked: ["Đã đối chiếu với văn bản luật", "Compared with the text of the law"],
  checked: ["đã đối chiếu", "compared"],
  unchecked: ["chưa đối chiếu", "not compared"],
  fromYear: [(from: number) => `từ ${from}`, (from: number) => `from ${from}`],
  yearsFromTo: [
    (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`),
    (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`),
  ],
  dueWithin: [(day: string) => `${day} của năm báo cáo`, (day: string) => `${day} of the year itself`],
  dueAfter: [(day: string) => `${day} của năm sau`, (day: string) => `${day} of the year after`],
  dataUntil: [
    (day: string) => `một năm, đến hết ${day}`,
    (day: string) => `one year, until the end of ${day}`,
  ],
  dataUnknown: ["văn bản không nêu", "the text does not say"],
  fromTo: [
    (from: string, to: string) => `từ ${from} đến hết ${to}`,
    (from: string, to: string) => `from ${from} until the end of ${to}`,
  ],
  gap: [(years: string) => `Không có thời hạn cho năm ${years}.`, (years: string) => `None for ${years}.`],
  add: ["Thêm thời hạn", "Add a window"],
  addLead: [
    "Thời hạn đang dùng được kết thúc vào năm trước đó, và vẫn dùng cho các năm trước.",
    "What holds now ends in the year before, and goes on for the years before.",
  ],
  correct: [(years: string) => `Sửa thời hạn ${years}`, (years: string) => `Correct the window ${years}`],
  correctLink: ["Sửa", "Correct"],
  correctLead: [
    "Dùng khi điều đang ghi là sai. Khi văn bản mới thay văn bản cũ, hãy thêm thời hạn mới.",
    "For what was written down wrongly. Where a new circular takes over, add a new window.",
  ],
  end: [(years: string) => `Kết thúc thời hạn ${years}`, (years: string) => `End the window ${years}`],
  endLink: ["Kết thúc", "End"],
  endLead: [
    "Dùng khi văn bản hết hiệu lực mà chưa có văn bản thay. Các năm sau đó không có hạn nộp cho đến khi thêm thời hạn mới.",
    "For a circular that ended with none to follow. The years after it have no due day until a window is added.",
  ],
  first_year: ["Từ năm báo cáo", "First year reported"],
  last_year: ["Đến hết năm báo cáo", "Last year reported"],
  openHint: ["Để trống khi còn hiệu lực.", "Left empty while it holds."],
  due_on: ["Hạn nộp (ngày/tháng)", "Due (day/month)"],
  dueHint: ["Thí dụ 15/12.", "For example 15/12."],
  due_year: ["Hạn nộp rơi vào", "It falls in"],
  thatYear: ["Năm báo cáo", "The year reported"],
  yearAfter: ["Năm sau năm báo cáo", "The year after"],
  data_end: ["Số liệu đến hết ngày (ngày/tháng)", "Data until the end of (day/month)"],
  dataHint: [
    "Số liệu của một năm bắt đầu từ ngày sau đó của năm trước. Để trống khi văn bản không nêu.",
    "The data of a year begins on the day after it, a year earlier. Left empty where the text does not say.",
  ],
  leaves_gap: [
    "Luật không có hạn nộp cho những năm còn trống ở giữa",
    "The law has no due day for the years left out between",
  ],
  reason: ["Lý do", "Reason"],
  reasonHint: ["Được ghi trong nhật ký thay đổi.", "Stands in the change log."],
  continue: ["Xem trước khi lưu", "See what follows"],
  save: ["Lưu", "Save"],
  backToForm: ["Quay lại sửa", "Back to the form"],
  dayMonth: [
    "Hãy nhập ngày và tháng có trong lịch, như 15/12.",
    "Enter a day and month that there are, such as 15/12.",
  ],
  backwards: ["Năm cuối phải từ năm đầu trở đi.", "The last year cannot come before the first."],
  overlap: [
    (years: string) => `Năm ${years} sẽ có hai hạn nộp. Hãy chọn năm khác, hoặc sửa thời hạn kia trước.`,
    (years: string) =>
      `${years} would have two due days. Choose another year, or correct the other window first.`,
  ],
  gapLeft: [
    (years: string) =>
      `Năm ${years} sẽ không có hạn nộp. Hãy chọn năm liền kề, hoặc đánh dấu ở dưới nếu luật không có hạn nộp cho những năm đó.`,
    (years: string) =>
      `${years} would have no due day. Choose the year next to it, or say below that the law has none.`,
  ],
  moved: [
    "Đã có người sửa thời hạn báo cáo sau khi bạn mở trang. Hãy xem lại rồi lưu.",
    "Somebody changed the windows since you opened the page. Look again, then save.",
  ],
  nothingChanges: ["Bạn chưa thay đổi gì.", "Nothing was changed."],
  preview: ["Điều gì thay đổi khi lưu", "What follows when it is saved"],
  previewLead: ["Chưa có gì được lưu.", "Nothing is saved yet."],
  cancel: ["Bỏ, không lưu", "Leave it, save nothing"],
  calendarAfter: ["Thời hạn sau khi lưu", "The windows afterwards"],
  changedYears: ["Năm có ngày thay đổi", "Years with other days"],
  before: ["Đang là", "Now"],
  after: ["Sẽ là", "Then"],
  dueOn: [(day: string) => `hạn ${day}`, (day: string) => `due ${day}`],
  noWindow: ["không có thời hạn", "no window"],
  rounds: ["Đợt báo cáo của năm", "Rounds of the year"],
  noRounds: ["chưa có", "none"],
  open: ["đang mở", "open"],
  closed: ["đã khóa", "closed"],
  roundsKeep: [
    "Đợt báo cáo đã mở giữ các ngày đã ghi, muốn đổi thì sửa ở trang của đợt; đợt đã khóa giữ nguyên ngày và số liệu đã chốt. Đợt mở từ nay được đề xuất theo thời hạn mới.",
    "Rounds that are open keep their days, and are changed on their own pages; closed ones keep their days and frozen figures. Rounds opened from now on are proposed by the new windows.",
  ],
  daysSame: [
    "Không ngày nào thay đổi: chỉ căn cứ mà đợt mới dẫn và phần đối chiếu.",
    "No day changes: only the source that new rounds name, and whether it was compared.",
  ],
  figures: ["Số liệu", "Figures"],
  figuresFollow: [
    (days: string, before: string, after: string) => `${days}: lấy ${after}, thay cho ${before}.`,
    (days: string, before: string, after: string) => `${days}: ${after} instead of ${before}.`,
  ],
  fromDay: [(day: string) => `Từ ${day}`, (day: string) => `From ${day}`],
  fromDayTo: [
    (from: string, to: string) => (from === to ? `Ngày ${from}` : `Từ ${from} đến hết ${to}`),
    (from: string, to: string) => (from === to ? `On ${from}` : `From ${from} until the end of ${to}`),
  ],
  reportsOf: [(year: number) => `báo cáo năm ${year}`, (year: number) => `reports of ${year}`],
  noReports: ["không báo cáo nào", "no reports"],
  flowsFollow: [
    "Số phát sinh trong kỳ lấy từ báo cáo năm được xếp vào kỳ theo hạn nộp. Số liệu đã chốt và báo cáo đã xuất không đổi.",
    "What reports say happened in a year falls into a period by the due day. Frozen figures and built reports stay as they are.",
  ],
  figuresToday: [
    (before: string, after: string) =>
      `Hôm nay: mọi số liệu tính từ báo cáo trên trang này chuyển sang ${after}, thay cho ${before}.`,
    (before: string, after: string) =>
      `Today: every figure here that comes from reports turns to ${after}, from ${before}.`,
  ],
  figuresSame: [
    "Không ngày nào số liệu lấy báo cáo của năm khác.",
    "There is no day on which figures are taken from another year.",
  ],
  undo: ["Hoàn tác", "Undo"],
  undoTitle: ["Hoàn tác thay đổi thời hạn", "Undo a change of the windows"],
  undoLead: [
    (who: string, when: string, why: string) =>
      `Thời hạn trở lại như trước thay đổi của ${who} lúc ${when} (lý do: ${why}).`,
    (who: string, when: string, why: string) =>
      `The windows return to how they were before ${who} changed them at ${when} (reason: ${why}).`,
  ],
  undoLast: ["Hoàn tác thay đổi gần nhất", "Undo the latest change"],
})
