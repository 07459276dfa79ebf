import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  addTitle: ["Thêm tổ chức", "Add an organisation"],
  addKindTitle: [(kind: string) => `Thêm ${kind}`, (kind: string) => `Add a ${kind}`],
  addLead: [
    "Chọn loại hình; mẫu điền chỉ hỏi những gì loại hình đó có.",
    "Choose the kind; the form asks only for what that kind has.",
  ],
  chooseKind: ["Loại hình", "Kind"],
  addSubmit: ["Ghi vào sổ đăng ký", "Enter in the register"],
  identity: ["Tên gọi", "Names"],
  registration: ["Đăng ký", "Registration"],
  activity: ["Ngành nghề", "Business lines"],
  contact_is_public: ["Công bố liên hệ", "Publish the contact"],
  contactHint: [
    "Địa chỉ, điện thoại và thư điện tử trên trang công khai. Đừng công bố số của riêng một người nếu họ không đồng ý.",
    "Address, phone and e-mail on the public page. Do not publish what is one person’s own unless they agreed.",
  ],
  contactPublished: ["Như thường lệ: công bố", "As usual: published"],
  contactHidden: ["Như thường lệ với tổ hợp tác: không công bố", "As usual for groups: not published"],
  contactYes: ["Công bố", "Publish"],
  contactNo: ["Không công bố", "Do not publish"],
  contact: ["Liên hệ", "Contact"],
  name: ["Tên tổ chức", "Name"],
  nameNeeded: ["Hãy điền tên đầy đủ của tổ chức.", "Fill in the full name of the organisation."],
  short_name: ["Tên viết tắt", "Short name"],
  foreign_name: ["Tên bằng tiếng nước ngoài", "Name in a foreign language"],
  code: ["Mã số HTX/mã số thuế", "Cooperative code (tax code)"],
  codeHint: [
    "10 chữ số, đơn vị phụ thuộc thêm “-001”. Để trống nếu chưa có mã.",
    "10 digits, with “-001” for a dependent unit. Leave empty if there is none.",
  ],
  certificate_number: ["Số giấy chứng nhận đăng ký", "Certificate of registration, number"],
  certificate_on: ["Ngày cấp", "Issued on"],
  governing_law: ["Hoạt động theo", "Governed by"],
  noLaw: ["Chưa rõ", "Not known"],
  address: ["Địa chỉ trụ sở", "Address of the seat"],
  place: ["Xã, phường, đặc khu", "Commune, ward or special zone"],
  placeNeeded: ["Hãy chọn xã, phường hoặc đặc khu đặt trụ sở.", "Choose the commune of the seat."],
  notYours: [
    "Bạn không phụ trách địa bàn này. Hãy chọn địa bàn bạn phụ trách, hoặc nhờ cán bộ tỉnh ghi giúp.",
    "You do not answer for that place. Choose one that you answer for, or ask a province officer.",
  ],
  business_line: ["Ngành chính (VSIC cấp 4)", "Main business line (VSIC level 4)"],
  lineHint: [
    "Gõ mã bốn chữ số hoặc vài chữ trong tên ngành rồi chọn.",
    "Type the four digits, or words of the title, and choose.",
  ],
  unknownLine: [
    "Không có mã ngành này. Hãy ghi mã bốn chữ số, hoặc chọn một ngành trong danh sách gợi ý.",
    "There is no such business line. Write its four digits, or choose one of those suggested.",
  ],
  unknownOtherLine: [
    (line: string) => `Không có ngành “${line}”. Hãy ghi mã bốn chữ số, cách nhau bằng dấu chấm phẩy.`,
    (line: string) => `There is no business line “${line}”. Write four-digit codes separated by semicolons.`,
  ],
  other_lines: ["Ngành khác", "Other lines"],
  otherLinesHint: [
    "Mã bốn chữ số, cách nhau bằng dấu chấm phẩy: 0118; 4620.",
    "Four-digit codes separated by semicolons: 0118; 4620.",
  ],
  sector: ["Lĩnh vực báo cáo", "Sector of the reports"],
  sectorHint: [
    "Hệ thống suy ra từ ngành chính; chỉ chọn khi chưa có ngành chính.",
    "Follows from the main line; choose one only where there is no main line.",
  ],
  sectorByLine: ["Theo ngành chính", "By the main line"],
  sectorNeeded: [
    "Hãy chọn ngành chính, hoặc chọn lĩnh vực nếu chưa có ngành.",
    "Choose the main line, or the sector where there is none.",
  ],
  charter_capital: ["Vốn điều lệ", "Charter capital"],
  legal_representative: ["Người đại diện theo pháp luật", "Legal representative"],
  representativeOfGroup: ["Người đại diện tổ hợp tác", "Representative of the group"],
  phone: ["Điện thoại", "Phone"],
  email: ["Thư điện tử", "Email"],
  website: ["Trang mạng", "Website"],
  founded_on: ["Ngày thành lập", "Founded on"],
  foundedOfGroup: ["Ngày ký hợp đồng hợp tác", "Cooperation contract signed on"],

  alike: [
    "Sổ đăng ký có tổ chức giống thế này. Hãy xem, rồi đánh dấu nếu đây là tổ chức khác.",
    "The register has one like this. Look at it, then tick the box if this is another.",
  ],
  alikeLead: ["Có thể tổ chức này đã có trong sổ:", "This organisation may be in the register already:"],
  alikeName: ["cùng tên trong cùng xã", "of the same name in the same commune"],
  alikeCode: ["cùng mã số", "with the same code"],
  alikeSimilar: ["tên gần giống trong cùng xã", "of a similar name in the same commune"],
  alikePerson: ["cùng người đại diện và điện thoại", "with the same representative and phone"],
  isAnother: ["Đây là tổ chức khác", "This is another organisation"],

  happened_on: ["Ngày xảy ra", "Happened on"],
  document_number: ["Số văn bản", "Document number"],
  document_on: ["Ngày văn bản", "Date of the document"],
  file: ["Tệp văn bản", "The document as a file"],
  fileHint: [
    "PDF, ảnh chụp hoặc Word, tối đa 20 MB. Chỉ người làm việc ở đây xem được.",
    "PDF, a photo or Word, 20 MB at most. Only people at the desk see it.",
  ],
  note: ["Ghi chú", "Note"],
  until_on: ["Tạm ngừng đến hết ngày", "Suspended until the end of"],
  untilHint: ["Mỗi lần thông báo không quá 12 tháng.", "No notice is for longer than twelve months."],
  untilBefore: ["Ngày kết thúc phải từ ngày bắt đầu trở đi.", "The last day cannot come before the first."],
  other: ["Sáp nhập vào", "Merged into"],
  otherNeeded: ["Hãy chọn tổ chức nhận sáp nhập.", "Choose the organisation it is merged into."],
  otherSelf: [
    "Một tổ chức không thể sáp nhập hoặc hợp nhất với chính nó.",
    "An organisation cannot be merged or consolidated with itself.",
  ],
  otherNotThere: [
    (name: string, day: string) =>
      `${name} không hoạt động vào ngày ${day}. Hãy kiểm tra ngày, hoặc chọn tổ chức khác.`,
    (name: string, day: string) => `${name} did not exist on ${day}. Check the day, or choose another.`,
  ],
  otherNotYours: [
    (name: string) => `Bạn không phụ trách ${name}. Hãy nhờ cán bộ tỉnh ghi việc này.`,
    (name: string) => `You do not answer for ${name}. Ask a province officer to record this.`,
  ],
  partner: ["Hợp nhất cùng", "Consolidated with"],
  partnerNeeded: ["Hãy chọn tổ chức cùng hợp nhất.", "Choose the organisation it is consolidated with."],
  new_name: ["Tên tổ chức mới", "Name of the new organisation"],
  parts: ["Tên các tổ chức mới, mỗi dòng một tên", "Names of the new organisations, one on each line"],
  partsHint: [
    "Tổ chức mới bắt đầu với địa bàn, ngành nghề của tổ chức cũ; sửa lại ở trang của từng tổ chức.",
    "They begin with the place and lines of the old one; correct each on its own page.",
  ],
  partsOfDivision: [
    "Chia phải thành ít nhất hai tổ chức: ghi ít nhất hai dòng.",
    "A division makes at least two: write two lines or more.",
  ],
  partsOfSeparation: ["Ghi ít nhất một tên.", "Write at least one name."],
  new_kind: ["Chuyển thành", "Becomes"],
  enterprise: ["Doanh nghiệp (ra khỏi sổ đăng ký)", "An enterprise (leaves the register)"],

  recordTitle: [
    (event: string, name: string) => `${event}: ${name}`,
    (event: string, name: string) => `${event}: ${name}`,
  ],
  correctTitle: [
    (event: string, name: string) => `Đính chính “${event}”: ${name}`,
    (event: string, name: string) => `Correct “${event}”: ${name}`,
  ],
  correctLead: [
    "Bản ghi cũ vẫn được giữ và hiện là đã đính chính; bản ghi mới thay chỗ nó từ nay.",
    "The old record is kept, shown as corrected; the new one stands in its place from now on.",
  ],
  recordSubmit: ["Ghi sự kiện", "Record"],
  correctSubmit: ["Ghi bản đính chính", "Record the correction"],
  withdrawTitle: [
    (event: string, name: string) => `Hủy bản ghi “${event}”: ${name}`,
    (event: string, name: string) => `Take back “${event}”: ${name}`,
  ],
  withdrawLead: [
    "Dùng khi việc này không hề xảy ra. Bản ghi vẫn được giữ, hiện là đã hủy; tình trạng của tổ chức được tính lại.",
    "For something that never happened. The record is kept, shown as taken back; the organisation’s state is worked out anew.",
  ],
  withdrawSubmit: ["Hủy bản ghi", "Take the record back"],
  withdrawTogether: [
    (names: string) => `Bản ghi của các tổ chức cùng liên quan cũng được hủy: ${names}.`,
    (names: string) => `The records of the other organisations concerned are taken back with it: ${names}.`,
  ],
  reason: ["Lý do", "Reason"],
  reasonNeeded: ["Hãy ghi lý do.", "Give the reason."],
  nothingChanged: [
    "Chưa có gì khác với sổ đăng ký. Hãy sửa ít nhất một mục.",
    "Nothing differs from the register yet. Change at least one field.",
  ],
  notInState: [
    (day: string, status: string) =>
      `Vào ngày ${day} tổ chức đang ở tình trạng “${status}” nên không ghi được việc này. Hãy kiểm tra ngày.`,
    (day: string, status: string) =>
      `On ${day} the organisation was “${status}”, so this cannot be recorded. Check the day.`,
  ],
  notFounded: [
    (day: string) => `Vào ngày ${day} tổ chức chưa thành lập. Hãy kiểm tra ngày.`,
    (day: string) => `On ${day} the organisation was not founded yet. Check the day.`,
  ],
  tooFar: [
    "Ngày này còn xa quá. Hãy ghi việc đã xảy ra, hoặc sẽ xảy ra trong vòng một năm.",
    "That day is too far ahead. Record what has happened, or will within a year.",
  ],
  alreadyCorrected: [
    "Bản ghi này vừa được người khác đính chính. Hãy xem lại trang của tổ chức.",
    "Somebody has corrected this record meanwhile. Look at the organisation’s page again.",
  ],
  codeTaken: [
    (code: string) => `Mã số ${code} đang là của tổ chức khác. Hãy kiểm tra lại mã số.`,
    (code: string) => `The code ${code} is another organisation’s. Check the code.`,
  ],
  codeTakenBy: [
    (code: string, name: string) =>
      `Mã số ${code} đang là của ${name}. Nếu là một, hãy mở hồ sơ đó thay vì thêm mới.`,
    (code: string, name: string) =>
      `The code ${code} is that of ${name}. If it is the same one, open that record instead.`,
  ],
  beforeFounding: [
    (event: string, day: string) => `“${event}” ngày ${day} sẽ đứng trước ngày thành lập. Hãy kiểm tra ngày.`,
    (event: string, day: string) => `“${event}” of ${day} would come before the founding. Check the day.`,
  ],
  foundedTwice: [
    (event: string, day: string) =>
      `“${event}” ngày ${day} sẽ là lần thành lập thứ hai của cùng một tổ chức.`,
    (event: string, day: string) => `“${event}” of ${day} would found the same organisation a second time.`,
  ],
  afterEnd: [
    (event: string, day: string, end: string) =>
      `“${event}” ngày ${day} sẽ đứng sau ngày tổ chức chấm dứt (${end}). Hãy kiểm tra các ngày, hoặc đính chính việc chấm dứt trước.`,
    (event: string, day: string, end: string) =>
      `“${event}” of ${day} would come after the organisation ended (${end}). Check the days, or correct the ending first.`,
  ],

  lifeTitle: ["Quá trình hoạt động", "History"],
  whatHappened: ["Ghi việc mới", "Record what happened"],
  ended: [
    "Tổ chức đã chấm dứt; chỉ còn đính chính được những gì đã ghi.",
    "The organisation is no more; what was recorded can still be corrected.",
  ],
  correct: ["Đính chính", "Correct"],
  withdraw: ["Ghi nhầm", "Recorded by mistake"],
  supersededBy: ["Đã đính chính", "Corrected"],
  withdrawn: ["Đã hủy", "Taken back"],
  recordedBy: [
    (who: string, when: string) => `${who} ghi lúc ${when}`,
    (who: string, when: string) => `recorded by ${who} at ${when}`,
  ],
  until: [(day: string) => `đến hết ${day}`, (day: string) => `until the end of ${day}`],
  documentFile: ["Xem văn bản", "See the document"],
})
