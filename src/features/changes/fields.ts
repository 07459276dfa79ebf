import { isRole } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { formatDay, formatNumber, formatTime } from "../../ui/format.ts"
import { inBoth, type Locale } from "../../ui/language.ts"

/** What an entry keeps under each name, in words. */
const fieldNames = inBoth({
  name: ["tên", "name"],
  name_en: ["tên tiếng Anh", "name in English"],
  short_name: ["tên viết tắt", "short name"],
  kind: ["loại", "kind"],
  legal_act: ["căn cứ pháp lý", "legal act"],
  place_id: ["địa bàn", "place"],
  agency_id: ["cơ quan", "agency"],
  organisation_id: ["tổ chức", "organisation"],
  successor_id: ["cơ quan kế tục", "followed by"],
  valid_from: ["từ ngày", "from"],
  valid_to: ["đến hết ngày", "until the end of"],
  rule: ["quy định", "rule"],
  due_on: ["hạn", "due by"],
  article: ["điều luật", "article"],
  is_checked: ["đã đối chiếu với văn bản", "compared with the text"],
  line: ["mã ngành", "business line"],
  code: ["mã", "code"],
  legal_basis: ["căn cứ pháp lý", "legal basis"],
  period: ["kỳ báo cáo", "reporting period"],
  asked: ["ai báo cáo", "who reports"],
  data_from: ["số liệu từ ngày", "data from"],
  data_to: ["số liệu đến hết ngày", "data until the end of"],
  opens_on: ["ngày mở", "opens on"],
  closes_on: ["dự kiến khóa", "to be closed on"],
  forms: ["mẫu báo cáo", "forms"],
  days_from_due: ["số ngày so với hạn", "days from the due day"],
  mails: ["số thư", "mails"],

  title: ["tiêu đề", "title"],
  byline: ["tác giả", "byline"],
  section_id: ["chuyên mục", "section"],
  body_html: ["nội dung", "text"],
  note: ["ghi chú", "note"],
  slug: ["địa chỉ", "address"],
  order: ["thứ tự", "order"],
  retired: ["đã ngừng dùng", "retired"],
  article_id: ["tin bài", "article"],
  shown_on: ["từ ngày", "from"],
  shown_until: ["đến ngày", "until"],
  ended_at: ["hạ lúc", "ended at"],
  due_at: ["hẹn đăng lúc", "due at"],
  work: ["việc đang làm", "work"],
  publication: ["tình trạng đăng", "publication"],
  bypass: ["không qua người thứ hai", "without a second person"],
  restored_from: ["khôi phục từ phiên bản", "restored from version"],
  expires_at: ["hết hạn lúc", "expires at"],
  highlights: ["tin nổi bật", "highlights"],

  email: ["thư điện tử", "e-mail"],
  locale: ["ngôn ngữ", "language"],
  disabled_at: ["khóa lúc", "disabled at"],
  sessions: ["số phiên", "sessions"],
  role: ["vai trò", "role"],
  user_id: ["người dùng", "person"],
  successors: ["nơi kế tiếp", "successors"],

  recipient: ["người nhận", "recipient"],
  subject: ["tiêu đề thư", "subject"],
  error: ["lỗi", "error"],
  emptied: ["số thư bỏ nội dung", "texts removed"],
  removed: ["số bản ghi bỏ đi", "records removed"],
  job: ["công việc", "job"],

  year: ["năm", "year"],
  points: ["điểm", "points"],
  class: ["xếp loại", "class"],
  rank: ["xếp hạng", "rank"],
  agrees: ["ban kiểm soát đồng ý", "the control board agrees"],
  done_by: ["người thực hiện", "done by"],
  outcome: ["kết quả giải quyết", "outcome"],
  not_rated_reason: ["lý do không xếp loại", "why not rated"],
  document_on: ["ngày văn bản", "dated"],
  windows: ["thời hạn", "windows"],
  thresholds: ["ngưỡng", "thresholds"],
  criteria: ["tiêu chí, thang điểm, các loại", "criteria, scales, classes"],
  reason: ["lý do", "reason"],

  number: ["số, ký hiệu", "number"],
  state: ["trạng thái", "state"],
  targets: ["số chỉ tiêu", "targets"],
  bound: ["số chỉ tiêu đếm được", "targets counted by the system"],
  plan: ["kế hoạch", "plan"],
  target: ["chỉ tiêu", "target"],
  measured_on: ["ngày đo", "measured on"],
  value: ["giá trị", "value"],
  measure: ["chỉ tiêu", "measure"],
  sector: ["lĩnh vực", "sector"],
  document_number: ["số văn bản", "number of the document"],
  basis: ["căn cứ, lý do", "what it rests on"],
  evidence: ["căn cứ", "evidence"],

  about: ["về mục", "about"],
  answer: ["trả lời", "answer"],
  happened_on: ["từ ngày", "since"],
  units: ["số đơn vị mới", "new units"],
  units_new: ["số đơn vị được thêm", "units added"],
  units_known: ["số đơn vị đã có", "units known already"],
  units_ended: ["số đơn vị kết thúc", "units that ended"],
  moved: ["số tổ chức chuyển theo", "organisations that followed"],
  waiting: ["số tổ chức chờ xếp", "organisations that wait"],

  words: ["lời", "words"],
  entered_through: ["kế hoạch, ước lấy đến", "plans and estimates through"],
  snapshot_id: ["số liệu chốt số", "frozen figures no."],
  governing_body: ["cơ quan chủ quản", "body above the issuer"],
  issuing_body: ["cơ quan ban hành", "issuing body"],
  symbol: ["ký hiệu", "symbol"],
  issued_at: ["nơi ban hành", "issued at"],
  issued_on: ["ngày ban hành", "issued on"],
  addressee: ["kính gửi", "addressee"],
  authority: ["thẩm quyền ký", "signs on behalf of"],
  signer_title: ["chức vụ người ký", "signer’s title"],
  signer_name: ["người ký", "signer"],
  recipients: ["nơi nhận", "recipients"],

  size: ["dung lượng (byte)", "size (bytes)"],
  media_type: ["loại tệp", "media type"],

  department: ["tên cơ quan", "department"],
  department_en: ["tên cơ quan (tiếng Anh)", "department (English)"],
  parent_body: ["cơ quan chủ quản", "parent body"],
  parent_body_en: ["cơ quan chủ quản (tiếng Anh)", "parent body (English)"],
  portal_name: ["tên trang", "name of the portal"],
  portal_name_en: ["tên trang (tiếng Anh)", "name of the portal (English)"],
  tagline: ["dòng giới thiệu", "tagline"],
  tagline_en: ["dòng giới thiệu (tiếng Anh)", "tagline (English)"],
  address: ["địa chỉ", "address"],
  phone: ["điện thoại", "phone"],
  footer: ["chân trang", "footer"],
  footer_en: ["chân trang (tiếng Anh)", "footer (English)"],
  footer_links: ["liên kết chân trang", "links in the footer"],
  banner: ["màu", "colour"],
  has_english: ["có bản tiếng Anh", "English version"],

  places: ["số địa bàn", "places"],
  successions: ["số lần sắp xếp", "successions"],
  territories: ["số lãnh thổ", "territories"],
  organisations: ["số tổ chức", "organisations"],
  reports: ["số báo cáo", "reports"],
  round: ["đợt báo cáo", "reporting round"],
  revision: ["bản lưu số", "revision"],
  reasons: ["lý do theo từng chỉ tiêu", "reasons by field"],
  receipt: ["mã tiếp nhận", "receipt"],
  official_number: ["số hiệu mẫu", "number in the circular"],
  kinds: ["dùng cho", "for"],
  from_form: ["chép từ mẫu", "copied from form"],
  from_number: ["chép từ phiên bản", "copied from version"],
  first_year: ["dùng từ năm", "first year"],
  last_year: ["đến hết năm", "last year"],
  part: ["mục của mẫu", "part of the form"],
  moved_to: ["chuyển", "moved"],
  section: ["phần", "section"],
  label: ["tên mục", "label"],
  unit: ["đơn vị tính", "unit"],
  help: ["hướng dẫn", "help"],
  source: ["nguồn", "source"],
  is_from_memory: ["ghi theo trí nhớ", "from memory"],
  is_required: ["bắt buộc", "required"],
  least: ["nhỏ nhất", "least"],
  most: ["lớn nhất", "most"],
  choices: ["danh sách để chọn", "choices"],
  total_of: ["cộng từ", "total of"],
  from_register: ["điền sẵn từ sổ đăng ký", "begins with"],
  severity: ["mức độ", "severity"],
  message: ["lời nhắn", "message"],
  fields: ["chỉ tiêu được nhắc", "fields pointed at"],
  test: ["phép thử", "test"],
  ratings: ["số kết quả xếp loại", "ratings"],
  filings: ["số báo cáo các đợt", "filings in rounds"],
  sheets: ["số phiếu chấm điểm", "scoring sheets"],
  set_aside: ["số bản để riêng", "set aside"],
  articles: ["số tin bài", "articles"],
  plans: ["số kế hoạch", "plans"],
})

/** What only those who run the system make sense of: shown in an entry, never counted up in its sentence. */
const technicalNames = inBoth({
  version: ["phiên bản", "version"],
  public_version: ["phiên bản đã đăng", "published version"],
  preview_link: ["liên kết xem trước số", "preview link no."],
  hash: ["mã băm", "hash"],
  sha256: ["mã băm", "hash"],
  xlsx: ["mã băm tệp xlsx", "hash of the xlsx"],
  docx: ["mã băm tệp docx", "hash of the docx"],
})

const choices = inBoth({
  department: ["Sở, ban, ngành", "Department"],
  peoples_committee: ["Ủy ban nhân dân", "People’s Committee"],
  alliance: ["Liên minh hợp tác xã", "Cooperative alliance"],
  fund: ["Quỹ", "Fund"],
  other: ["Khác", "Other"],
  none: ["không", "none"],
  draft: ["bản thảo", "draft"],
  in_review: ["chờ duyệt", "in review"],
  returned: ["bị trả lại", "returned"],
  submitted: ["đã gửi", "sent"],
  resubmitted: ["đã gửi lại", "sent again"],
  accepted: ["đã tiếp nhận", "accepted"],
  accepted_by_province: ["tỉnh đã duyệt", "accepted by the province"],
  locked: ["đã khóa", "locked"],
  never: ["chưa đăng", "never published"],
  scheduled: ["hẹn giờ", "scheduled"],
  published: ["đã đăng", "published"],
  unpublished: ["đã gỡ", "taken down"],
  vi: ["tiếng Việt", "Vietnamese"],
  en: ["tiếng Anh", "English"],
  green: ["xanh lá", "green"],
  blue: ["xanh dương", "blue"],
  red: ["đỏ", "red"],
  plum: ["mận", "plum"],
  year: ["cả năm", "whole year"],
  open: ["đang mở", "open"],
  closed: ["đã khóa", "closed"],
  excused: ["được miễn", "excused"],
  nil: ["không phát sinh", "nothing to report"],
  half: ["6 tháng đầu năm", "first half of the year"],
  organisations: ["các tổ chức", "organisations"],
  communes: ["các xã, phường", "communes"],
  good: ["tốt", "good"],
  fair: ["khá", "fair"],
  average: ["trung bình", "average"],
  weak: ["yếu", "weak"],
  dismissed: ["giữ nguyên kết quả", "the rating stands"],
  corrected: ["sửa điểm", "corrected"],
  under_twelve_months: ["hoạt động dưới 12 tháng", "under 12 months in operation"],
  stopped_over_three_months: ["ngừng hoạt động trên 3 tháng", "stopped over 3 months"],
})
const chosenFields = [
  "period",
  "asked",
  "kind",
  "work",
  "publication",
  "state",
  "locale",
  "banner",
  "class",
  "outcome",
  "not_rated_reason",
]

const words = inBoth({
  yes: ["có", "yes"],
  no: ["không", "no"],
  always: ["không rõ", "unknown"],
  open: ["không thời hạn", "open-ended"],
})

/** Fields that name another record by its number; `findNames` knows what they are called. */
export const references = {
  place_id: "places",
  agency_id: "agencies",
  successor_id: "agencies",
  organisation_id: "organisations",
  section_id: "sections",
  article_id: "articles",
  user_id: "users",
} as const
export type Reference = keyof typeof references

export function isReference(field: string): field is Reference {
  return Object.hasOwn(references, field)
}

/** Names of records, by field and number: "place_id:12". */
export type Names = ReadonlyMap<string, string>

export function fieldName(field: string, locale: Locale) {
  const names: Record<string, string> = { ...technicalNames[locale], ...fieldNames[locale] }
  return Object.hasOwn(names, field) ? names[field]! : field
}

const order = [...Object.keys(fieldNames.vi), ...Object.keys(technicalNames.vi)]

/** Fields in the order of the lists above, whatever order the database keeps them in. */
export function inOrder(fields: readonly string[]) {
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length)
  return [...fields].sort((one, other) => place(one) - place(other))
}

export function isTechnical(field: string) {
  return Object.hasOwn(technicalNames.vi, field)
}

/** A value as people write it; "–" for none. */
export function shownValue(field: string, value: unknown, locale: Locale, names: Names): string {
  const t = words[locale]
  if (value === null || value === undefined || value === "") return "–"
  if (typeof value === "boolean") return value ? t.yes : t.no
  if (isReference(field)) return names.get(`${field}:${value}`) ?? String(value)
  if (typeof value === "number") return formatNumber(value, locale, 3)
  if (Array.isArray(value)) return value.map((one) => shownValue(field, one, locale, names)).join("\n") || "–"
  if (typeof value === "object")
    return Object.values(value)
      .map((one) => shownValue("", one, locale, names))
      .join(" · ")
  return shownText(field, String(value), locale)
}

function shownText(field: string, text: string, locale: Locale) {
  const t = words[locale]
  if (text === "infinity") return t.open
  if (text === "-infinity") return t.always
  if (field === "role" && isRole(text)) return roleName(text, locale)
  if (chosenFields.includes(field) && Object.hasOwn(choices.vi, text))
    return choices[locale][text as keyof (typeof choices)["vi"]]
  if (field === "body_html") return plainText(text)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text, locale)
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:/.test(text)) return formatTime(new Date(text), locale)
  return text
}

/** What a text says without how it is set, a paragraph a line. */
function plainText(html: string) {
  return html
    .replace(/<\/(p|h\d|li|tr|figure|blockquote)>|<br\s*\/?>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .trim()
}
