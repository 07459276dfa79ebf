import { inBoth } from "../../ui/language.ts"

/** What the register is asked for, as rules and fields name it. */
export const registerTexts = inBoth({
  year: ["năm báo cáo", "year of the report"],
  founded_year: ["năm thành lập", "year of founding"],
  status: ["tình trạng trong sổ đăng ký", "status in the register"],
  fewest_members: ["số thành viên tối thiểu theo luật", "fewest members by law"],
  charter_capital: ["vốn điều lệ trong sổ đăng ký", "charter capital in the register"],
  official_members: ["thành viên chính thức trong sổ đăng ký", "official members in the register"],
  linked_members_with_capital: [
    "thành viên liên kết góp vốn trong sổ đăng ký",
    "linked members with capital in the register",
  ],
  linked_members_without_capital: [
    "thành viên liên kết không góp vốn trong sổ đăng ký",
    "linked members without capital in the register",
  ],
  member_cooperatives: ["hợp tác xã thành viên trong sổ đăng ký", "member cooperatives in the register"],
  managers_untrained: [
    "người quản lý chưa qua đào tạo trong sổ đăng ký",
    "untrained managers in the register",
  ],
  managers_primary: [
    "người quản lý trình độ sơ cấp trong sổ đăng ký",
    "managers with primary training in the register",
  ],
  managers_intermediate: [
    "người quản lý trình độ trung cấp trong sổ đăng ký",
    "managers with intermediate training in the register",
  ],
  managers_college: [
    "người quản lý trình độ cao đẳng trong sổ đăng ký",
    "managers with college in the register",
  ],
  managers_university: [
    "người quản lý trình độ đại học trong sổ đăng ký",
    "managers with university in the register",
  ],
  managers_postgraduate: [
    "người quản lý trình độ trên đại học trong sổ đăng ký",
    "managers with postgraduate training in the register",
  ],
  main_products: ["sản phẩm trong sổ đăng ký", "products in the register"],
  ocop_products: ["sản phẩm OCOP trong sổ đăng ký", "OCOP products in the register"],
  value_chain: ["liên kết chuỗi giá trị trong sổ đăng ký", "value chain link in the register"],
  high_technology: ["công nghệ cao trong sổ đăng ký", "high technology in the register"],
  large_field_area: ["diện tích cánh đồng lớn trong sổ đăng ký", "large fields in the register"],
  support_received: ["hỗ trợ đã giải ngân trong sổ đăng ký", "support paid out in the register"],
})

export const kindTexts = inBoth({
  count: ["số nguyên", "whole number"],
  money: ["tiền (đồng)", "money (đồng)"],
  area: ["diện tích (ha)", "area (ha)"],
  share: ["tỷ lệ (%)", "share (%)"],
  yes_no: ["có/không", "yes or no"],
  text: ["chữ", "words"],
  choice: ["chọn một", "one of a list"],
})

export const severityTexts = inBoth({
  silent: ["Chỉ đếm", "Counted only"],
  warning: ["Cảnh báo", "Warning"],
  blocking: ["Không cho gửi", "Blocking"],
})

export const texts = inBoth({
  title: ["Mẫu báo cáo", "Report forms"],
  lead: [
    "Mẫu báo cáo năm theo từng thông tư, mỗi lần sửa là một phiên bản. Phiên bản đã dùng trong một đợt báo cáo thì giữ nguyên.",
    "The yearly forms by circular, each change a version. A version that a round asked for stays as it is.",
  ],
  form: ["Mẫu", "Form"],
  number: ["Phiên bản", "Version"],
  officialNumber: ["Số hiệu mẫu", "Number in the circular"],
  legalBasis: ["Căn cứ pháp lý", "Legal basis"],
  kinds: ["Dùng cho", "For"],
  commune: ["Xã, phường, đặc khu", "Communes"],
  validity: ["Dùng cho năm", "For the years"],
  from: [(year: number) => `từ ${year}`, (year: number) => `from ${year}`],
  until: [
    (from: number, to: number) => `${from} đến ${to}`,
    (from: number, to: number) => `${from} to ${to}`,
  ],
  replaced: [
    (year: number, number: number) => `từ ${year} dùng phiên bản ${number}`,
    (year: number, number: number) => `from ${year} version ${number} is used`,
  ],
  state: ["Tình trạng", "State"],
  draft: ["Bản nháp", "Draft"],
  published: ["Đang dùng", "In use"],
  asked: ["Đã dùng trong đợt báo cáo, giữ nguyên", "Asked for by a round, stays as it is"],
  fromMemory: ["Theo trí nhớ", "From memory"],
  fromMemoryCount: [
    (some: number, all: number) => (some === 0 ? "không có" : `${some} trên ${all} chỉ tiêu`),
    (some: number, all: number) => (some === 0 ? "none" : `${some} of ${all} fields`),
  ],
  versionName: [
    (code: string, number: number) => `${code}, phiên bản ${number}`,
    (code: string, number: number) => `${code}, version ${number}`,
  ],

  memoryMark: ["Theo trí nhớ, cần đối chiếu", "From memory, to be compared"],
  memoryNotice: [
    (some: number, all: number) =>
      `${some} trên ${all} chỉ tiêu ghi theo trí nhớ. Khi có văn bản, hãy lập phiên bản mới, sửa chỉ tiêu và nguồn, rồi bỏ dấu này.`,
    (some: number, all: number) =>
      `${some} of ${all} fields are from memory. Once you have the circular, begin a new version, put field and source right, and take the mark off.`,
  ],
  memoryInDraft: [
    (some: number, all: number) =>
      `${some} trên ${all} chỉ tiêu ghi theo trí nhớ. Hãy đối chiếu với văn bản, sửa chỉ tiêu và nguồn, rồi bỏ dấu này.`,
    (some: number, all: number) =>
      `${some} of ${all} fields are from memory. Compare them with the circular, put field and source right, and take the mark off.`,
  ],
  contents: ["Trong trang này", "On this page"],
  fieldsTitle: ["Chỉ tiêu", "Fields"],
  rulesTitle: ["Quy tắc kiểm tra", "Rules"],
  rulesLead: [
    "Quy tắc không nói gì khi chưa biết đủ các số mà nó hỏi.",
    "A rule says nothing as long as a figure it asks for is not known.",
  ],
  noRules: ["Mẫu này chưa có quy tắc nào.", "This form has no rule yet."],
  noFields: ["Phần này chưa có chỉ tiêu nào.", "This section has no field yet."],
  required: ["bắt buộc", "required"],
  totalOf: [(parts: string) => `cộng từ: ${parts}`, (parts: string) => `total of: ${parts}`],
  fromRegister: [(name: string) => `điền sẵn: ${name}`, (name: string) => `begins with: ${name}`],
  limits: [
    (least: string, most: string) => `từ ${least} đến ${most}`,
    (least: string, most: string) => `from ${least} to ${most}`,
  ],
  atLeast: [(least: string) => `từ ${least} trở lên`, (least: string) => `${least} or more`],
  atMost: [(most: string) => `không quá ${most}`, (most: string) => `${most} or less`],
  source: ["Nguồn", "Source"],
  hits: ["Số báo cáo bị bắt", "Reports it would catch"],
  hitsOf: [
    (round: string, hits: string, all: string) => `${round}: ${hits} trên ${all}`,
    (round: string, hits: string, all: string) => `${round}: ${hits} of ${all}`,
  ],
  noRounds: [
    "Chưa có đợt báo cáo nào dùng mẫu này, nên chưa đếm được quy tắc bắt bao nhiêu báo cáo.",
    "No round was answered with this form yet, so that hits can’t be counted.",
  ],

  begin: ["Lập phiên bản mới", "Begin a new version"],
  beginLead: [
    (from: number) =>
      `Phiên bản mới là bản nháp chép toàn bộ chỉ tiêu và quy tắc của phiên bản ${from}. Chưa ai dùng cho đến khi bạn đưa vào sử dụng.`,
    (from: number) =>
      `The new version is a draft with all fields and rules of version ${from}. Nobody uses it until you put it into use.`,
  ],
  editHead: ["Sửa thông tin chung", "Change name and years"],
  name: ["Tên mẫu", "Name"],
  firstYear: ["Dùng từ năm báo cáo", "First year reported"],
  lastYear: ["Đến hết năm báo cáo", "Last year reported"],
  lastYearHint: ["Để trống nếu chưa biết khi nào hết dùng.", "Leave empty while no end is known."],
  yearMessage: ["Hãy viết năm như 2026.", "Write a year such as 2026."],
  backwards: ["Năm cuối phải từ năm đầu trở đi.", "The last year has to be the first one or later."],
  save: ["Lưu", "Save"],

  addSection: ["Thêm phần", "Add a section"],
  addField: ["Thêm chỉ tiêu", "Add a field"],
  addRule: ["Thêm quy tắc", "Add a rule"],
  edit: ["Sửa", "Change"],
  editOne: [(name: string) => `Sửa: ${name}`, (name: string) => `Change: ${name}`],
  section: ["Phần", "Section"],
  field: ["Chỉ tiêu", "Field"],
  rule: ["Quy tắc", "Rule"],
  removeSection: ["Bỏ phần này", "Remove this section"],
  removeField: ["Bỏ chỉ tiêu này", "Remove this field"],
  removeRule: ["Bỏ quy tắc này", "Remove this rule"],
  usedBy: [
    (what: string) => `Đang được dùng trong: ${what}. Hãy sửa những chỗ đó trước khi đưa mẫu vào sử dụng.`,
    (what: string) => `It is used by: ${what}. Put these right before the form is put into use.`,
  ],
  beginForm: ["Lập mẫu mới", "Begin a new form"],
  beginFormLead: [
    "Mẫu mới có mã và đối tượng riêng, là bản nháp chép toàn bộ chỉ tiêu và quy tắc của mẫu đang xem. Dùng khi thông tư đặt thêm một mẫu, hoặc khi xã phải báo cáo.",
    "A new form has a code and respondents of its own; it is a draft with all fields and rules of this one. For a circular that adds a form, or where communes have to report.",
  ],
  formCode: ["Mã của mẫu", "Code of the form"],
  formCodeHint: [
    "Chữ thường không dấu, số và gạch nối, như xa-nam.",
    "Small letters, digits and hyphens, such as xa-nam.",
  ],
  formCodeShape: [
    "Hãy viết mã bằng chữ thường không dấu, số và gạch nối.",
    "Write the code in small letters, digits and hyphens.",
  ],
  formCodeTaken: [
    "Đã có mẫu mang mã này. Hãy chọn mã khác.",
    "There is a form with this code. Choose another.",
  ],
  code: ["Mã", "Code"],
  codeHint: [
    "Chữ thường không dấu, số và gạch dưới, như revenue_from_members. Mã trùng tên cột của báo cáo năm thì số liệu vào thẳng các bảng tổng hợp.",
    "Small letters, digits and underscores, such as revenue_from_members. A code that is a column of the yearly reports feeds the tables.",
  ],
  codeShape: [
    "Hãy viết mã bằng chữ thường không dấu, số và gạch dưới, bắt đầu bằng chữ.",
    "Write the code in small letters, digits and underscores, beginning with a letter.",
  ],
  codeTaken: ["Mã này đã có trong mẫu. Hãy chọn mã khác.", "The form has this code already. Choose another."],
  labelVi: ["Tên tiếng Việt", "Name in Vietnamese"],
  labelEn: ["Tên tiếng Anh", "Name in English"],
  helpVi: ["Hướng dẫn tiếng Việt", "Help in Vietnamese"],
  helpEn: ["Hướng dẫn tiếng Anh", "Help in English"],
  unitVi: ["Đơn vị tính, tiếng Việt", "Unit in Vietnamese"],
  unitEn: ["Đơn vị tính, tiếng Anh", "Unit in English"],
  unitHint: ["Tiền và diện tích đã có sẵn đơn vị.", "Money and area bring their own."],
  both: ["Hãy điền cả hai ngôn ngữ, hoặc để trống cả hai.", "Fill in both languages, or neither."],
  kind: ["Loại", "Kind"],
  sourceHint: [
    "Mẫu và dòng của thông tư, hoặc nói rõ là theo trí nhớ.",
    "Form and line of the circular, or say that it is from memory.",
  ],
  isFromMemory: ["Ghi theo trí nhớ, cần đối chiếu với văn bản", "From memory, to be compared with the text"],
  isRequired: ["Bắt buộc điền", "Has to be filled in"],
  least: ["Nhỏ nhất", "Least"],
  most: ["Lớn nhất", "Most"],
  leastHint: [
    "Để trống thì không nhận số âm. Chỉ tiêu có thể âm (lợi nhuận) thì ghi số âm nhỏ nhất.",
    "Left empty, nothing negative is taken. For what may be negative write the lowest number.",
  ],
  choices: ["Danh sách để chọn", "What to choose from"],
  choicesHint: ["Mỗi dòng một mục: mã | tiếng Việt | tiếng Anh.", "One a line: code | Vietnamese | English."],
  choicesShape: [
    (line: string) => `Dòng “${line}” chưa đúng. Hãy viết: mã | tiếng Việt | tiếng Anh.`,
    (line: string) => `The line “${line}” is not right. Write: code | Vietnamese | English.`,
  ],
  totalField: ["Là tổng của", "Total of"],
  totalHint: [
    "Mã các chỉ tiêu được cộng, cách nhau bằng dấu phẩy. Để trống nếu người báo cáo tự điền.",
    "Codes of what is added up, with commas. Leave empty where people fill it in.",
  ],
  registerField: ["Điền sẵn từ sổ đăng ký", "Begins with, from the register"],
  nothing: ["không", "nothing"],
  severity: ["Mức độ", "Severity"],
  severityHint: [
    "Chỉ đếm: người báo cáo không thấy gì. Cảnh báo: hỏi và giữ câu trả lời. Không cho gửi: phải sửa trước.",
    "Counted only: who reports sees nothing. Warning: asks, and keeps the answer. Blocking: has to be put right first.",
  ],
  messageVi: ["Lời nhắn tiếng Việt", "Message in Vietnamese"],
  messageEn: ["Lời nhắn tiếng Anh", "Message in English"],
  messageHint: ["Nói điều gì không khớp và phải làm gì.", "Say what does not fit and what to do."],
  ruleFields: ["Chỉ tiêu được nhắc", "Fields it points at"],
  ruleFieldsHint: [
    "Mã các chỉ tiêu, cách nhau bằng dấu phẩy; lời nhắn đứng ở chỉ tiêu đầu tiên.",
    "Codes of fields, with commas; the message stands at the first.",
  ],
  ruleSource: ["Căn cứ của quy tắc", "Where the rule comes from"],
  test: ["Phép thử (JsonLogic)", "Test (JsonLogic)"],
  testHint: [
    'Điều phải đúng, như {"<=": [{"var": "value.revenue_from_members"}, {"var": "value.revenue"}]}. Viết value.mã cho năm nay, last.mã cho năm trước, register.tên cho sổ đăng ký.',
    'What has to hold, such as {"<=": [{"var": "value.revenue_from_members"}, {"var": "value.revenue"}]}. Write value.code for this year, last.code for the year before, register.name for the register.',
  ],
  knownNames: ["Những gì phép thử hỏi được", "What a test can ask for"],
  testReads: ["Đọc là", "Reads as"],
  notJson: [
    "Đây chưa phải là JSON: thiếu dấu ngoặc, dấu phẩy hoặc dấu nháy kép. Hãy xem lại.",
    "This is no JSON: a bracket, comma or double quote is missing. Look at it again.",
  ],
  notObject: [
    'Phép thử phải là một đối tượng như {"<=": […, …]}.',
    'A test has to be an object such as {"<=": […, …]}.',
  ],
  tryOut: ["Thử trên một đợt báo cáo", "Try it on a round"],
  tryRound: ["Đợt để thử", "Round to try it on"],
  tried: [
    (round: string, hits: string, all: string) =>
      `Trong ${round}, quy tắc này sẽ bắt ${hits} trên ${all} báo cáo đã gửi. Chưa lưu gì.`,
    (round: string, hits: string, all: string) =>
      `In ${round} this rule would catch ${hits} of ${all} reports sent. Nothing is saved yet.`,
  ],

  publish: ["Đưa vào sử dụng", "Put into use"],
  publishLead: [
    "Từ lúc này, đợt báo cáo mở cho các năm của phiên bản sẽ hỏi theo phiên bản này.",
    "From now on, rounds for the years of this version ask for it.",
  ],
  withdraw: ["Rút về bản nháp", "Make it a draft again"],
  withdrawLead: [
    "Chưa có đợt báo cáo nào hỏi theo phiên bản này, nên có thể rút về để sửa. Trong lúc đó các đợt mới dùng phiên bản trước.",
    "No round asked for this version yet, so that it can be made a draft again. Until then new rounds use the one before.",
  ],
  discard: ["Xóa bản nháp", "Delete this draft"],
  discardLead: [
    "Bản nháp và mọi sửa đổi trong đó sẽ mất.",
    "The draft and all that was changed in it will be gone.",
  ],
  faultsTitle: ["Chưa đưa vào sử dụng được", "It can’t be put into use yet"],
  faultsLead: ["Hãy sửa những điều sau rồi thử lại:", "Put these right and try again:"],
  lostTitle: ["Phiên bản này không còn hỏi", "This version asks no more for"],
  lostLead: [
    "Các chỉ tiêu tổng hợp dùng những số này sẽ trống từ năm áp dụng.",
    "Measures that count these will be empty from its first year on.",
  ],
  moved: [
    "Có người khác vừa sửa mục này. Điều bạn đã nhập vẫn còn dưới đây; hãy mở trang trong thẻ khác để xem bản mới. Gửi lại thì bản của bạn thay bản đó.",
    "Somebody else changed this meanwhile. What you typed is kept below; open the page in another tab to see theirs. Sending again puts yours in its place.",
  ],
  movedVersion: [
    "Có người khác vừa sửa mẫu này. Hãy xem lại rồi thử lần nữa.",
    "Somebody else changed this form meanwhile. Look at it and try again.",
  ],
  inUse: [
    "Phiên bản này đang dùng hoặc đã được một đợt báo cáo hỏi theo, nên giữ nguyên. Hãy lập phiên bản mới để sửa.",
    "This version is in use, or a round asked for it, and stays as it is. Begin a new version to change it.",
  ],

  compare: ["So sánh với phiên bản khác", "Compare with another version"],
  compareWith: ["So với", "Compared with"],
  compareShow: ["So sánh", "Compare"],
  compareTitle: [
    (one: string, other: string) => `${one} so với ${other}`,
    (one: string, other: string) => `${one} compared with ${other}`,
  ],
  alike: ["Hai phiên bản giống nhau.", "The two versions are alike."],
  added: ["Thêm", "Added"],
  removed: ["Bỏ", "Removed"],
  changed: ["Sửa", "Changed"],
  what: ["Mục", "What"],
  before: ["Trước", "Before"],
  after: ["Sau", "After"],
  label: ["Tên", "Name"],
  unit: ["Đơn vị tính", "Unit"],
  help: ["Hướng dẫn", "Help"],
  message: ["Lời nhắn", "Message"],
  fields: ["Chỉ tiêu được nhắc", "Fields it points at"],
})

export const faultTexts = inBoth({
  twice: [(_: string) => "mã này có hai lần", (_: string) => "this code is there twice"],
  no_fields: [(_: string) => "phần này không có chỉ tiêu nào", (_: string) => "this section has no field"],
  no_section: [
    (about: string) => `thuộc phần “${about}” không có trong mẫu`,
    (about: string) => `stands in the section “${about}”, which the form has not`,
  ],
  no_choices: [
    (_: string) => "loại chọn một cần ít nhất hai mục để chọn",
    (_: string) => "one of a list needs at least two to choose from",
  ],
  choice_twice: [
    (about: string) => `mục “${about}” có hai lần trong danh sách`,
    (about: string) => `“${about}” is twice in the list`,
  ],
  least_above_most: [
    (_: string) => "số nhỏ nhất lớn hơn số lớn nhất",
    (_: string) => "the least is above the most",
  ],
  total_of_unknown: [
    (about: string) => `cộng từ “${about}” không có trong mẫu`,
    (about: string) => `adds up “${about}”, which the form has not`,
  ],
  total_of_no_number: [
    (about: string) => `chỉ cộng được các số cùng loại; “${about}” không cùng loại`,
    (about: string) => `only numbers of one kind add up, and “${about}” is of another`,
  ],
  total_too_early: [
    (about: string) => `tổng phải đứng sau các tổng mà nó cộng và không cộng chính nó (“${about}”)`,
    (about: string) => `a total stands after the totals it adds up, and never adds itself (“${about}”)`,
  ],
  register_unknown: [
    (about: string) => `sổ đăng ký không có “${about}”`,
    (about: string) => `the register has no “${about}”`,
  ],
  column_of_other_kind: [
    (about: string) => `mã này là cột của báo cáo năm, phải thuộc loại ${about}`,
    (about: string) => `this code is a column of the yearly reports and has to be of the kind ${about}`,
  ],
  kind_was_other: [
    (about: string) =>
      `phiên bản trước ghi loại ${about}; số liệu hai năm sẽ không so được, hãy dùng mã khác`,
    (about: string) =>
      `was of the kind ${about} in the version before, and years could not be compared; use another code`,
  ],
  points_at_unknown: [
    (about: string) => `nhắc đến “${about}” không có trong mẫu`,
    (about: string) => `points at “${about}”, which the form has not`,
  ],
  not_one_operator: [
    (about: string) => `mỗi phép chỉ có một toán tử; hãy xem lại ${about}`,
    (about: string) => `each operation has one operator; look again at ${about}`,
  ],
  operator_unknown: [
    (about: string) =>
      `không có phép “${about}”; các phép dùng được: <= < >= > == != + - * / max min and or ! if in var`,
    (about: string) =>
      `there is no operator “${about}”; those there are: <= < >= > == != + - * / max min and or ! if in var`,
  ],
  variable_unknown: [
    (about: string) =>
      `không có “${about}”; hãy viết value.mã, last.mã hoặc register.tên với mã chỉ tiêu có trong mẫu`,
    (about: string) =>
      `there is no “${about}”; write value.code, last.code or register.name with a code that the form has`,
  ],
  variable_of_text: [
    (about: string) => `“${about}” là chữ, không so sánh được`,
    (about: string) => `“${about}” is words, which can’t be compared`,
  ],
  fails_to_run: [
    (_: string) =>
      "phép thử bị lỗi khi số bằng 0 hoặc bằng nhau (thường do chia cho 0); hãy đổi phép chia thành phép nhân",
    (_: string) =>
      "the test fails where a figure is 0 or two are alike (mostly a division by 0); make the division a multiplication",
  ],
})
