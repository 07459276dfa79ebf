import type { Locale } from "../../ui/language.ts"
import type { Kind } from "../register/vocabulary.ts"

type Words = readonly [vi: string, en: string]

export type RecordField = {
  name: string
  label: Words
  /** An organisation is another one of the register, by its number. */
  kind: "text" | "whole" | "decimal" | "money" | "choice" | "organisation"
  isRequired?: true
  /** Stands behind the box. */
  unit?: string
  choices?: readonly { value: string; label: Words }[]
}

export type RecordKind = {
  table: string
  /** As written in addresses. */
  word: string
  title: Words
  /** What one of them is called. */
  one: Words
  fields: readonly RecordField[]
  /** Which kinds of organisation have such records; none: all. */
  kinds?: readonly Kind[]
  /** Whether the public may read them; people's names stay at the desk. */
  isPublic: boolean
  /** What a record says of its last day. */
  until?: Words
}

const choices = (...list: [value: string, vi: string, en: string][]) =>
  list.map(([value, vi, en]) => ({ value, label: [vi, en] as const }))
const name = (vi: string, en: string): RecordField => ({
  name: "name",
  label: [vi, en],
  kind: "text",
  isRequired: true,
})
const product: RecordField = { name: "product", label: ["Sản phẩm", "Product"], kind: "text" }
const area: RecordField = { name: "area", label: ["Diện tích", "Area"], kind: "decimal", unit: "ha" }

/** The seven forms of link between production and sale (Decree 98/2018/NĐ-CP, Article 4). */
const linkForms = choices(
  [
    "1",
    "1. Từ đầu vào, sản xuất, thu hoạch, sơ chế hoặc chế biến đến tiêu thụ",
    "1. Inputs, production, harvest, processing and sale",
  ],
  ["2", "2. Đầu vào, dịch vụ gắn với tiêu thụ", "2. Inputs or services, and sale"],
  ["3", "3. Sản xuất, thu hoạch gắn với tiêu thụ", "3. Production, harvest and sale"],
  ["4", "4. Đầu vào, sản xuất, thu hoạch gắn với tiêu thụ", "4. Inputs, production, harvest and sale"],
  ["5", "5. Sản xuất, thu hoạch, chế biến gắn với tiêu thụ", "5. Production, harvest, processing and sale"],
  ["6", "6. Đầu vào, chế biến gắn với tiêu thụ", "6. Inputs, processing and sale"],
  ["7", "7. Sơ chế, chế biến gắn với tiêu thụ", "7. Processing and sale"],
)

/** Everything that an organisation has several of, each a dated record. */
export const recordKinds: readonly RecordKind[] = [
  {
    table: "union_members",
    word: "hop-tac-xa-thanh-vien",
    title: ["Hợp tác xã thành viên", "Member cooperatives"],
    one: ["hợp tác xã thành viên", "member cooperative"],
    isPublic: false,
    kinds: ["cooperative_union"],
    until: ["Rời liên hiệp sau ngày", "Left the union after"],
    fields: [
      { name: "member_id", label: ["Hợp tác xã", "Cooperative"], kind: "organisation", isRequired: true },
    ],
  },
  {
    table: "organisation_members",
    word: "thanh-vien",
    title: ["Thành viên theo loại", "Members by kind"],
    one: ["số thành viên", "number of members"],
    isPublic: true,
    fields: [
      {
        name: "member_kind",
        label: ["Loại thành viên", "Kind of member"],
        kind: "choice",
        isRequired: true,
        choices: choices(
          ["official", "Thành viên chính thức", "Official members"],
          ["linked_with_capital", "Thành viên liên kết góp vốn", "Linked members with capital"],
          ["linked_without_capital", "Thành viên liên kết không góp vốn", "Linked members without capital"],
        ),
      },
      { name: "members", label: ["Số thành viên", "Members"], kind: "whole", isRequired: true },
      { name: "foreign_members", label: ["Trong đó người nước ngoài", "Of them foreign"], kind: "whole" },
      { name: "contributed", label: ["Vốn góp", "Capital contributed"], kind: "money", unit: "đồng" },
      {
        name: "foreign_contributed",
        label: ["Trong đó vốn góp của người nước ngoài", "Of it by foreign members"],
        kind: "money",
        unit: "đồng",
      },
      {
        name: "largest_contribution",
        label: ["Vốn góp lớn nhất của một thành viên", "Largest contribution of one member"],
        kind: "money",
        unit: "đồng",
      },
    ],
  },
  {
    table: "organisation_managers",
    word: "quan-ly",
    title: ["Người quản lý", "Managers"],
    one: ["người quản lý", "manager"],
    isPublic: false,
    fields: [
      name("Họ và tên", "Name"),
      {
        name: "position",
        label: ["Chức vụ", "Position"],
        kind: "choice",
        isRequired: true,
        choices: choices(
          ["chair", "Chủ tịch Hội đồng quản trị", "Chair of the board"],
          ["board_member", "Thành viên Hội đồng quản trị", "Member of the board"],
          ["director", "Giám đốc (Tổng giám đốc)", "Director"],
          ["deputy_director", "Phó giám đốc", "Deputy director"],
          ["head_of_control", "Trưởng Ban kiểm soát", "Head of the control board"],
          ["controller", "Kiểm soát viên", "Controller"],
          ["accountant", "Kế toán", "Accountant"],
          ["group_head", "Tổ trưởng tổ hợp tác", "Head of the group"],
        ),
      },
      {
        name: "training",
        label: ["Trình độ", "Training"],
        kind: "choice",
        choices: choices(
          ["none", "Chưa qua đào tạo", "None"],
          ["primary", "Sơ cấp", "Primary"],
          ["intermediate", "Trung cấp", "Intermediate"],
          ["college", "Cao đẳng", "College"],
          ["university", "Đại học", "University"],
          ["postgraduate", "Trên đại học", "Postgraduate"],
        ),
      },
    ],
  },
  {
    table: "organisation_branches",
    word: "don-vi-phu-thuoc",
    title: ["Chi nhánh, văn phòng đại diện, địa điểm kinh doanh", "Branches, offices and business locations"],
    one: ["đơn vị phụ thuộc", "dependent unit"],
    isPublic: true,
    kinds: ["cooperative", "cooperative_union", "credit_fund"],
    fields: [
      {
        name: "branch_kind",
        label: ["Loại", "Kind"],
        kind: "choice",
        isRequired: true,
        choices: choices(
          ["branch", "Chi nhánh", "Branch"],
          ["representative_office", "Văn phòng đại diện", "Representative office"],
          ["business_location", "Địa điểm kinh doanh", "Business location"],
        ),
      },
      name("Tên", "Name"),
      { name: "code", label: ["Mã số", "Code"], kind: "text" },
      { name: "address", label: ["Địa chỉ", "Address"], kind: "text" },
    ],
  },
  {
    table: "organisation_products",
    word: "san-pham",
    title: ["Sản phẩm, dịch vụ", "Products and services"],
    one: ["sản phẩm, dịch vụ", "product or service"],
    isPublic: true,
    fields: [
      name("Tên sản phẩm, dịch vụ", "Product or service"),
      { name: "yearly_output", label: ["Sản lượng một năm", "Yearly output"], kind: "decimal" },
      { name: "unit", label: ["Đơn vị tính", "Unit"], kind: "text" },
    ],
  },
  {
    table: "ocop_recognitions",
    word: "ocop",
    title: ["Sản phẩm OCOP", "OCOP products"],
    one: ["sản phẩm OCOP", "OCOP product"],
    isPublic: true,
    until: ["Hết hạn", "Expires"],
    fields: [
      name("Tên sản phẩm", "Product"),
      {
        name: "stars",
        label: ["Hạng sao", "Stars"],
        kind: "choice",
        isRequired: true,
        choices: choices(
          ["5", "5 sao", "5 stars"],
          ["4", "4 sao", "4 stars"],
          ["3", "3 sao", "3 stars"],
          ["2", "2 sao", "2 stars"],
          ["1", "1 sao", "1 star"],
        ),
      },
      { name: "points", label: ["Điểm", "Points"], kind: "decimal" },
    ],
  },
  {
    table: "organisation_certificates",
    word: "chung-nhan",
    title: ["Chứng nhận chất lượng", "Quality certificates"],
    one: ["chứng nhận", "certificate"],
    isPublic: true,
    until: ["Hết hạn", "Expires"],
    fields: [
      {
        name: "standard",
        label: ["Tiêu chuẩn", "Standard"],
        kind: "choice",
        isRequired: true,
        choices: choices(
          ["vietgap", "VietGAP", "VietGAP"],
          ["globalgap", "GlobalG.A.P.", "GlobalG.A.P."],
          ["organic", "Hữu cơ", "Organic"],
          ["haccp", "HACCP", "HACCP"],
          ["iso_22000", "ISO 22000", "ISO 22000"],
          ["asc_bap", "ASC, BAP", "ASC, BAP"],
          ["traceability", "Truy xuất nguồn gốc", "Traceability"],
          ["other", "Tiêu chuẩn khác", "Another standard"],
        ),
      },
      product,
      { name: "issuer", label: ["Nơi cấp", "Issued by"], kind: "text" },
      area,
    ],
  },
  {
    table: "organisation_technologies",
    word: "cong-nghe-cao",
    title: ["Ứng dụng công nghệ cao", "High technology"],
    one: ["công nghệ", "technology"],
    isPublic: true,
    fields: [
      { name: "technology", label: ["Công nghệ", "Technology"], kind: "text", isRequired: true },
      product,
      area,
    ],
  },
  {
    table: "organisation_links",
    word: "lien-ket",
    title: ["Liên kết chuỗi giá trị", "Links in value chains"],
    one: ["liên kết", "link"],
    isPublic: true,
    fields: [
      {
        name: "link_form",
        label: ["Hình thức (Nghị định 98/2018/NĐ-CP, Điều 4)", "Form (Decree 98/2018/NĐ-CP, Article 4)"],
        kind: "choice",
        isRequired: true,
        choices: linkForms,
      },
      { name: "partner", label: ["Đối tác", "Partner"], kind: "text", isRequired: true },
      { ...product, isRequired: true },
      area,
      { name: "volume", label: ["Sản lượng", "Volume"], kind: "decimal", unit: "tấn" },
    ],
  },
  {
    table: "organisation_fields",
    word: "canh-dong-lon",
    title: ["Cánh đồng lớn", "Large fields"],
    one: ["cánh đồng lớn", "large field"],
    isPublic: true,
    fields: [
      name("Tên cánh đồng", "Name of the field"),
      { name: "crop", label: ["Cây trồng", "Crop"], kind: "text" },
      { ...area, isRequired: true },
      { name: "households", label: ["Số hộ", "Households"], kind: "whole" },
    ],
  },
  {
    table: "organisation_supports",
    word: "ho-tro",
    title: ["Hỗ trợ đã nhận", "Support received"],
    one: ["khoản hỗ trợ", "support"],
    isPublic: true,
    fields: [
      {
        name: "support_kind",
        label: ["Nội dung hỗ trợ", "What was supported"],
        kind: "choice",
        isRequired: true,
        choices: choices(
          ["training", "Đào tạo, bồi dưỡng", "Training"],
          ["young_workers", "Lao động trẻ", "Young workers"],
          ["founding", "Thành lập mới, củng cố", "Founding, strengthening"],
          ["information", "Thông tin, tư vấn", "Information, advice"],
          ["infrastructure", "Kết cấu hạ tầng, trang thiết bị", "Infrastructure, equipment"],
          ["processing", "Chế biến", "Processing"],
          ["materials", "Giống, vật tư, bao bì, nhãn mác", "Seeds, materials, packaging, labels"],
          ["trade_promotion", "Xúc tiến thương mại", "Trade promotion"],
          ["technology", "Khoa học công nghệ, chuyển đổi số", "Science, technology, digital change"],
          ["credit", "Vốn vay Quỹ hỗ trợ phát triển HTX", "Credit of the development fund"],
          ["land", "Đất đai", "Land"],
          ["value_chain", "Chuỗi giá trị, liên kết", "Value chains, links"],
          ["ocop", "OCOP", "OCOP"],
          ["insurance", "Bảo hiểm, giảm rủi ro", "Insurance, less risk"],
        ),
      },
      { name: "legal_basis", label: ["Căn cứ pháp lý", "Legal basis"], kind: "text" },
      { name: "people", label: ["Số người được hỗ trợ", "People supported"], kind: "whole" },
      { name: "approved", label: ["Được duyệt", "Approved"], kind: "money", unit: "đồng" },
      { name: "disbursed", label: ["Đã giải ngân", "Disbursed"], kind: "money", unit: "đồng" },
      {
        name: "source",
        label: ["Nguồn", "Source"],
        kind: "choice",
        choices: choices(
          ["central", "Ngân sách trung ương", "Central budget"],
          ["province", "Ngân sách tỉnh", "Budget of the province"],
          ["commune", "Ngân sách huyện, xã", "Budget of district or commune"],
          ["own", "Vốn của tổ chức", "The organisation's own"],
          ["other", "Nguồn khác", "Another source"],
        ),
      },
      {
        name: "capital_kind",
        label: ["Loại vốn", "Kind of money"],
        kind: "choice",
        choices: choices(
          ["investment", "Đầu tư phát triển", "Investment"],
          ["recurrent", "Sự nghiệp", "Recurrent"],
        ),
      },
      { name: "result", label: ["Kết quả", "Result"], kind: "text" },
    ],
  },
]

export function readRecordKind(word: string) {
  return recordKinds.find((kind) => kind.word === word)
}

export function kindsFor(kind: Kind) {
  return recordKinds.filter(({ kinds }) => kinds?.includes(kind) ?? true)
}

export function inLocale(words: Words, locale: Locale) {
  return words[locale === "vi" ? 0 : 1]
}
