/** What the cells of a column hold. Days are days, money is đồng, a code keeps its leading zeros. */
export type ColumnKind = "text" | "code" | "choice" | "day" | "money" | "whole"

export type WorkbookColumn = {
  key: string
  /** The heading the system writes. */
  heading: string
  /** Other headings offices use for the same, as they write them; case, marks and spaces do not matter. */
  synonyms: readonly string[]
  kind: ColumnKind
  isRequired?: true
  /** For a "choice": the list it is chosen from. */
  choices?: "kind" | "law" | "status" | "line"
  /** Width in characters. */
  width: number
}

/** The columns of the register's workbook, in order: one row for each organisation. */
export const workbookColumns = [
  {
    key: "kind",
    heading: "Loại hình",
    synonyms: ["Loại hình tổ chức", "Loại hình KTTT", "Loại tổ chức", "Hình thức", "HTX/THT"],
    kind: "choice",
    choices: "kind",
    isRequired: true,
    width: 22,
  },
  {
    key: "name",
    heading: "Tên tổ chức",
    synonyms: [
      "Tên HTX",
      "Tên hợp tác xã",
      "Tên đơn vị",
      "Tên THT",
      "Tên tổ hợp tác",
      "HTX",
      "Tên HTX, THT",
      "Đơn vị",
    ],
    kind: "text",
    isRequired: true,
    width: 42,
  },
  {
    key: "short_name",
    heading: "Tên viết tắt",
    synonyms: ["Viết tắt", "Tên ngắn"],
    kind: "text",
    width: 20,
  },
  {
    key: "foreign_name",
    heading: "Tên nước ngoài",
    synonyms: ["Tên tiếng Anh", "Tên bằng tiếng nước ngoài"],
    kind: "text",
    width: 24,
  },
  {
    key: "code",
    heading: "Mã số HTX/mã số thuế",
    synonyms: ["Mã số thuế", "MST", "Mã số", "Mã số HTX", "Mã số hợp tác xã", "Mã HTX"],
    kind: "code",
    width: 18,
  },
  {
    key: "governing_law",
    heading: "Luật áp dụng",
    synonyms: ["Hoạt động theo luật", "Theo Luật HTX"],
    kind: "choice",
    choices: "law",
    width: 18,
  },
  {
    key: "certificate_number",
    heading: "Số giấy chứng nhận đăng ký",
    synonyms: [
      "Số GCN",
      "Số GCNĐK",
      "Số giấy chứng nhận",
      "Số giấy CNĐKHTX",
      "Giấy chứng nhận ĐKKD",
      "Số ĐKKD",
    ],
    kind: "text",
    width: 20,
  },
  {
    key: "certificate_on",
    heading: "Ngày cấp giấy chứng nhận",
    synonyms: ["Ngày cấp", "Ngày cấp GCN", "Ngày cấp GCNĐK", "Ngày đăng ký"],
    kind: "day",
    width: 14,
  },
  {
    key: "founded_on",
    heading: "Ngày thành lập",
    synonyms: [
      "Thành lập ngày",
      "Ngày TL",
      "Ngày tháng thành lập",
      "Ngày, tháng, năm thành lập",
      "Thời gian thành lập",
    ],
    kind: "day",
    isRequired: true,
    width: 14,
  },
  {
    key: "status",
    heading: "Tình trạng",
    synonyms: ["Tình trạng hoạt động", "Trạng thái", "Hiện trạng", "Hoạt động"],
    kind: "choice",
    choices: "status",
    width: 24,
  },
  {
    key: "status_from",
    heading: "Tình trạng từ ngày",
    synonyms: ["Từ ngày", "Ngày ngừng hoạt động", "Ngày giải thể", "Ngày thay đổi tình trạng"],
    kind: "day",
    width: 14,
  },
  {
    key: "document_number",
    heading: "Số văn bản",
    synonyms: ["Văn bản", "Quyết định số", "Số quyết định", "Số thông báo"],
    kind: "text",
    width: 18,
  },
  {
    key: "commune",
    heading: "Xã, phường, đặc khu",
    synonyms: ["Xã/phường", "Xã, phường", "Xã", "Phường", "Địa bàn", "Tên xã"],
    kind: "text",
    width: 22,
  },
  {
    key: "address",
    heading: "Địa chỉ trụ sở",
    synonyms: ["Địa chỉ", "Trụ sở", "Trụ sở chính", "Nơi đặt trụ sở"],
    kind: "text",
    width: 36,
  },
  {
    key: "business_line",
    heading: "Ngành chính (VSIC cấp 4)",
    synonyms: [
      "Ngành nghề chính",
      "Ngành chính",
      "Mã ngành chính",
      "Mã ngành",
      "Ngành nghề kinh doanh",
      "Ngành nghề",
      "Lĩnh vực",
    ],
    kind: "choice",
    choices: "line",
    width: 30,
  },
  {
    key: "other_lines",
    heading: "Ngành khác (mã VSIC, cách nhau bằng dấu ;)",
    synonyms: ["Ngành khác", "Ngành nghề khác", "Các ngành khác"],
    kind: "code",
    width: 24,
  },
  {
    key: "charter_capital",
    heading: "Vốn điều lệ (đồng)",
    synonyms: [
      "Vốn điều lệ",
      "VĐL",
      "Vốn",
      "Vốn điều lệ (triệu đồng)",
      "Vốn điều lệ (tr.đ)",
      "Vốn điều lệ (tỷ đồng)",
    ],
    kind: "money",
    width: 20,
  },
  {
    key: "legal_representative",
    heading: "Người đại diện theo pháp luật",
    synonyms: [
      "Người đại diện",
      "Đại diện pháp luật",
      "Họ tên giám đốc",
      "Giám đốc",
      "Chủ nhiệm",
      "Tổ trưởng",
    ],
    kind: "text",
    width: 26,
  },
  {
    key: "phone",
    heading: "Điện thoại",
    synonyms: ["SĐT", "Số điện thoại", "ĐT", "Điện thoại liên hệ"],
    kind: "code",
    width: 16,
  },
  { key: "email", heading: "Thư điện tử", synonyms: ["Email", "E-mail"], kind: "text", width: 24 },
  { key: "website", heading: "Trang mạng", synonyms: ["Website", "Trang web"], kind: "text", width: 24 },
] as const satisfies readonly WorkbookColumn[]

export type ColumnKey = (typeof workbookColumns)[number]["key"]
