import { inBoth } from "../../ui/language.ts"

export const deskTexts = inBoth({
  title: ["Báo cáo gửi Bộ", "Reports to the ministry"],
  lead: [
    "Báo cáo 6 tháng và năm của tỉnh: biểu số liệu (.xlsx) và báo cáo lời (.docx), số liệu lấy từ hệ thống, mở được đến từng hồ sơ.",
    "The province's reports for half a year and for a year: tables (.xlsx) and text (.docx), with figures of the system that open to their records.",
  ],
  none: ["Chưa lập báo cáo nào.", "No report has been begun."],
  begin: ["Lập báo cáo", "Begin a report"],
  beginLead: [
    "Mỗi năm có một báo cáo 6 tháng và một báo cáo năm. Báo cáo đã lập thì mở ra để làm tiếp.",
    "Each year has one report for its first half and one for the whole. One that was begun already is opened.",
  ],
  year: ["Năm", "Year"],
  yearNeeded: ["Hãy ghi năm, ví dụ 2025.", "Write the year, such as 2025."],
  period: ["Kỳ báo cáo", "Period"],
  half: ["6 tháng đầu năm", "First half of the year"],
  full: ["Cả năm", "The whole year"],
  noPlace: [
    "Cổng này chưa chọn tỉnh. Quản trị viên cần chọn tỉnh trong phần Thông tin của trang trước.",
    "The portal has no province yet. An administrator has to choose it first, in the settings of the site.",
  ],
  report: ["Báo cáo", "Report"],
  nameYear: [(year: number) => `Báo cáo năm ${year}`, (year: number) => `Report for ${year}`],
  nameHalf: [
    (year: number) => `Báo cáo 6 tháng đầu năm ${year}`,
    (year: number) => `Report for the first half of ${year}`,
  ],
  place: ["Địa bàn", "Place"],
  begun: ["Lập bởi", "Begun by"],
  latest: ["Bản xuất gần nhất", "Last built"],
  neverBuilt: ["Chưa xuất", "Not built yet"],
  isDraft: ["bản nháp", "draft"],
  isFinal: ["số liệu chốt", "final figures"],

  source: ["Nguồn số liệu", "Figures from"],
  live: [
    (day: string) => `Bản nháp: tính theo sổ đăng ký và báo cáo đã tiếp nhận, ngày ${day}.`,
    (day: string) => `A draft: counted from the register and accepted reports on ${day}.`,
  ],
  frozen: [
    (name: string, day: string) => `${name}, chốt ngày ${day}.`,
    (name: string, day: string) => `${name}, frozen on ${day}.`,
  ],
  asDraft: ["Bản nháp: số liệu hiện nay của sổ đăng ký", "A draft: the register as it is now"],
  canBeFinal: [
    "Đợt báo cáo của kỳ này đã khóa. Chọn số liệu chốt để báo cáo không còn là bản nháp.",
    "The round of this period is closed. Choose its frozen figures, and the report is no draft any more.",
  ],
  enteredThrough: ["Kế hoạch và ước thực hiện lấy đến", "Plans and estimates as known"],
  enteredFrozen: ["Lúc chốt số liệu", "When the figures were frozen"],
  enteredKept: [(at: string) => `Lúc ${at}, như đã chọn`, (at: string) => `At ${at}, as chosen`],
  enteredNow: ["Bây giờ: lấy cả những số ghi sau đó", "Now: with what was put down since"],
  enteredSince: [
    (count: number) =>
      `${count} số kế hoạch, ước thực hiện đã được ghi, thay hoặc rút lại sau thời điểm báo cáo đang lấy:`,
    (count: number) =>
      `${count} ${count === 1 ? "plan or estimate was" : "plans or estimates were"} put down, replaced or taken back after the moment the report takes them at:`,
  ],
  planOf: [(year: number) => `Kế hoạch ${year}`, (year: number) => `Plan for ${year}`],
  estimateOf: [
    (year: number, half: boolean) => `Ước ${half ? "6 tháng " : ""}${year}`,
    (year: number, half: boolean) => `Estimate for ${half ? "half of " : ""}${year}`,
  ],
  was: ["Đang lấy", "Taken now"],
  isNow: ["Hiện nay", "As it is now"],
  changedBy: ["Người ghi", "By"],
  countedLater: [
    "Số liệu này được chốt khi phần mềm chưa giữ kèm các cột khác (năm trước, 6 tháng): những cột chưa chốt được tính theo sổ đăng ký lúc xuất, nên có thể khác ở lần xuất sau.",
    "These figures were frozen before other columns (the year before, the half year) were kept with them: columns that are not frozen are counted from the register when it is built, and may differ in a later build.",
  ],
  takeSource: ["Dùng nguồn số liệu này", "Use these figures"],
  write: ["Viết phần lời", "Write the text"],
  see: ["Xem phần lời", "See the text"],
  letterhead: ["Phần đầu, nơi nhận, chữ ký", "Letterhead, recipients, signature"],

  builds: ["Xuất tệp", "Build the files"],
  buildsLead: [
    "Hai tệp có mã xác minh ở chân trang. Cùng nội dung thì tệp giống nhau đến từng byte. Ai nhận được tệp cũng kiểm tra được:",
    "Both files carry a code at the foot of each page. The same content is the same file to the byte. Whoever gets them can check them:",
  ],
  verification: ["trang Xác minh báo cáo", "is this report genuine?"],
  build: ["Xuất báo cáo (.docx và .xlsx)", "Build the report (.docx and .xlsx)"],
  noBuilds: ["Chưa xuất tệp nào.", "Nothing was built yet."],
  code: ["Mã xác minh", "Code"],
  builtAt: ["Xuất lúc", "Built at"],
  builtBy: ["Người xuất", "By"],
  files: ["Tệp", "Files"],
  docx: ["Báo cáo (.docx)", "Report (.docx)"],
  xlsx: ["Phụ lục (.xlsx)", "Annexes (.xlsx)"],
  hashes: ["Mã băm SHA-256", "SHA-256 hashes"],

  tables: ["Biểu số liệu", "Tables"],
  tablesLead: [
    "Bấm vào một con số để mở các hồ sơ đứng sau nó.",
    "Choose a figure to open the records behind it.",
  ],
  annex: [(number: string) => `Phụ lục ${number}`, (number: string) => `Annex ${number}`],
  number: ["TT", "No."],
  indicator: ["Chỉ tiêu", "Figure"],
  content: ["Nội dung", "Content"],
  unit: ["Đơn vị tính", "Unit"],

  wordsTitle: ["Phần lời của báo cáo", "The text of the report"],
  wordsLead: [
    "Câu có số liệu do hệ thống viết và luôn khớp với biểu. Ô bên dưới dành cho lời của đơn vị; mỗi dòng là một đoạn, giữ nguyên khi xuất lại.",
    "Sentences with figures are written by the system and always match the tables. The boxes beneath are for your own words, a paragraph a line; they stay with every new build.",
  ],
  ownWords: [(heading: string) => `Lời của đơn vị: ${heading}`, (heading: string) => `Own words: ${heading}`],
  savedBy: [
    (who: string, at: string) => `${who} viết lúc ${at}`,
    (who: string, at: string) => `${who}, ${at}`,
  ],
  nothingCounted: ["Chưa có số liệu cho phần này.", "There are no figures for this part."],
  save: ["Lưu phần lời", "Save the text"],
  overtaken: [
    (who: string, at: string) =>
      `${who} đã sửa phần này lúc ${at}, trong khi bạn viết. Hãy gộp lời của họ ở dưới vào ô này rồi lưu lại.`,
    (who: string, at: string) =>
      `${who} changed this part at ${at}, while you were writing. Take what is below into this box and save again.`,
  ],
  theirs: ["Lời hiện có của người kia", "What stands there now"],

  letterheadLead: [
    "Thể thức theo Nghị định 30/2020/NĐ-CP. Báo cáo sau lấy lại những mục này, trừ số và ngày.",
    "The layout is that of Decree 30/2020/NĐ-CP. The next report begins with the same entries, but for number and day.",
  ],
  governing_body: ["Cơ quan chủ quản", "Body above the issuer"],
  governingHint: ["Tối đa hai dòng. Để trống nếu không có.", "Two lines at most. Empty where there is none."],
  issuing_body: ["Cơ quan ban hành", "Issuing body"],
  numberOfPaper: ["Số", "Number"],
  numberHint: [
    "Để trống nếu chưa có số: tệp chừa chỗ để ghi tay.",
    "Empty while there is none: room is left to write it by hand.",
  ],
  symbol: ["Ký hiệu", "Symbol"],
  symbolHint: ["Ví dụ: BC-STC", "For example: BC-STC"],
  issued_at: ["Nơi ban hành", "Issued at"],
  issued_on: ["Ngày ban hành", "Issued on"],
  issuedHint: [
    "Ví dụ: 05/01/2026. Để trống nếu chưa ký.",
    "For example: 05/01/2026. Empty until it is signed.",
  ],
  addressee: ["Kính gửi", "Addressee"],
  authority: ["Thẩm quyền ký", "Signs on behalf of"],
  authorityHint: ["Ví dụ: KT. GIÁM ĐỐC, TM. ỦY BAN NHÂN DÂN", "For example: KT. GIÁM ĐỐC"],
  signer_title: ["Chức vụ người ký", "Signer's title"],
  signer_name: ["Họ tên người ký", "Signer's name"],
  recipients: ["Nơi nhận", "Recipients"],
  recipientsHint: [
    "Mỗi dòng một nơi, dòng cuối là nơi lưu: Lưu: VT, …",
    "One a line, the archive last: Lưu: VT, …",
  ],
  tooManyLines: ["Hãy viết nhiều nhất hai dòng.", "Write two lines at most."],
  saveLetterhead: ["Lưu", "Save"],
  moved: [
    "Đã có người sửa các mục này trong khi bạn điền. Xem lại rồi lưu lần nữa.",
    "Somebody changed these entries while you were filling them in. Look again, then save once more.",
  ],
})
