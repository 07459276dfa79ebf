import type { Bound, Change, Qualifier, Subject } from "./page-import.ts"
import { type Token, tokenise } from "./tokens.ts"

/** What a word or a fixed expression of plan language stands for. */
export type Meaning =
  | { kind: "subject"; subject: Subject; qualifiers?: Qualifier[]; weak?: true; countable?: true }
  /** The collective economy as a whole: it holds things, but is not counted itself. */
  | { kind: "sector" }
  /** Bodies, laws and offices whose names hold a subject's name. */
  | { kind: "name" }
  /** `loose` ones yield to a word that says more: "hoạt động khá" tells of a grade. */
  | { kind: "qualifier"; qualifier: Qualifier; loose?: true }
  | { kind: "grade"; grade: "good" | "fair" | "average" | "weak" }
  | { kind: "change"; change: Change; pace?: true }
  /** "mới" and its like, which make the subject before them a new one. */
  | { kind: "newly" }
  | { kind: "verb"; verb: "reach" | "rise" | "fall" | "reduce" | "attract" | "contribute" | "become" }
  | { kind: "bound"; bound: Bound }
  | { kind: "limit"; bound: "at_least" | "at_most" }
  | { kind: "fewest" }
  | { kind: "none_left" }
  | { kind: "measure" }
  | { kind: "mean" }
  | { kind: "link" }
  | { kind: "goal" }
  | { kind: "result" }
  | { kind: "part" }
  | { kind: "filler"; plural?: true }
  | { kind: "place"; place: "commune" | "district" | "trade" }
  | { kind: "ordinal" }

type Node = { meaning?: Meaning; next: Map<string, Node> }
const lexicon: Node = { next: new Map() }

/** The longest entry that starts at a token, and the index of the token after it. */
export function lookUp(tokens: Token[], index: number): { meaning: Meaning; next: number } | null {
  let node: Node | undefined = lexicon
  let found: { meaning: Meaning; next: number } | null = null
  for (let next = index; next < tokens.length; next += 1) {
    node = node.next.get(tokens[next]!.key)
    if (!node) break
    if (node.meaning) found = { meaning: node.meaning, next: next + 1 }
  }
  return found
}

function enter(meaning: Meaning, entries: string[]) {
  for (const entry of entries) {
    let node = lexicon
    for (const { key } of tokenise(entry)) {
      const next: Node = node.next.get(key) ?? { next: new Map() }
      node.next.set(key, next)
      node = next
    }
    node.meaning ??= meaning
  }
}

function subject(subject: Subject, ...entries: string[]) {
  enter({ kind: "subject", subject }, entries)
}

function qualifier(qualifier: Qualifier, ...entries: string[]) {
  enter({ kind: "qualifier", qualifier }, entries)
}

function change(change: Change, ...entries: string[]) {
  enter({ kind: "change", change }, entries)
}

function list(entries: string) {
  return entries.split(" | ")
}

/** Every way to join the front words with the back words: `each(["loại", ""], ["khá", "tốt"])`. */
function each(...columns: string[][]) {
  return columns.reduce(
    (rows, column) => rows.flatMap((row) => column.map((word) => `${row} ${word}`.trim())),
    [""],
  )
}

const cooperative = ["hợp tác xã", "htx"]

enter({ kind: "name" }, [
  ...each(["liên minh", "luật", "ngân hàng", "khoa", "trường", "lĩnh vực"], cooperative),
  ...each(["quỹ hỗ trợ phát triển", "quỹ hỗ trợ", "quỹ phát triển"], cooperative),
  "liên minh các hợp tác xã",
  "quỹ hỗ trợ nông dân",
  "ban chỉ đạo phát triển kinh tế tập thể",
  "ban chỉ đạo kinh tế tập thể",
  "ban chỉ đạo đổi mới , phát triển kinh tế tập thể , hợp tác xã",
  "xã hội",
  "xã hội chủ nghĩa",
  "thị xã",
  "làng xã",
  "kinh tế hộ",
  "hộ kinh doanh",
  "mặt trận tổ quốc",
  "hội viên",
  "chương trình mục tiêu quốc gia",
  "mục tiêu quốc gia",
])
enter({ kind: "sector" }, [
  ...each(
    ["", "khu vực", "thành phần"],
    ["kinh tế tập thể", "kttt", "kinh tế hợp tác", "kinh tế hợp tác xã"],
  ),
  ...each(["khu vực"], cooperative),
])

subject("cooperative", ...cooperative, "hợp tác xã kiểu mới", "htx kiểu mới")
enter({ kind: "subject", subject: "cooperative", qualifiers: ["agricultural"] }, [
  "htxnn",
  "htx nn",
  "htx dvnn",
  "htxdvnn",
  "htx dịch vụ nông nghiệp",
])
enter({ kind: "subject", subject: "cooperative", qualifiers: ["member_of_union"] }, [
  ...each(cooperative, ["thành viên", "là thành viên", "thành viên của liên hiệp", "tham gia liên hiệp"]),
])
subject("cooperative_group", "tổ hợp tác", "tht", "tổ , nhóm hợp tác", "nhóm hợp tác", "tổ hợp tác xã")
subject(
  "cooperative_union",
  ...each(["liên hiệp", "liên hiệp các", "lh", "liên hợp"], cooperative),
  "lhhtx",
  "liên hiệp",
)
subject("credit_fund", "quỹ tín dụng nhân dân", "quỹ tín dụng", "qtdnd", "quỹ tdnd", "qtd nhân dân", "qtd")
subject("federation", ...each(["liên đoàn", "liên đoàn các"], cooperative))
subject(
  "organisation",
  ...each(
    ["tổ chức", "đơn vị", "cơ sở", "loại hình"],
    ["kinh tế tập thể", "kttt", "kinh tế hợp tác", "hợp tác"],
  ),
  "tổ chức đại diện của nông dân",
)
subject("member", "thành viên", "xã viên", "tổ viên", "dân số", "số dân", "người dân", "nông dân")
subject(
  "household",
  ...each(["hộ"], ["gia đình", "nông dân", "dân", "sản xuất", "nông nghiệp"]),
  "nông hộ",
  "hộ",
)
subject(
  "worker",
  "lao động",
  "người lao động",
  "lao động thường xuyên",
  "việc làm",
  "lao động trẻ",
  "trí thức trẻ",
  "chỗ làm việc",
  "chỗ làm",
)
subject(
  "manager",
  ...each(
    ["cán bộ", "đội ngũ cán bộ", "cán bộ chủ chốt"],
    [
      "quản lý",
      "quản lý , điều hành",
      "quản lý và điều hành",
      "quản lý , kỹ thuật",
      "quản trị",
      "quản trị , điều hành",
      "lãnh đạo , quản lý",
      "điều hành",
      "chủ chốt",
      "",
    ],
  ),
  "giám đốc",
  "ban giám đốc",
  "người quản lý",
  "nhà quản lý",
  "chủ tịch hội đồng quản trị",
  "thành viên hội đồng quản trị",
  "hội đồng quản trị",
  "chủ tịch hđqt",
  "thành viên hđqt",
  "ban quản trị",
  "kế toán",
  "kế toán trưởng",
  "tổ trưởng",
  "chức danh quản lý",
)
subject("model", "mô hình", "mô hình điểm", "điển hình")
subject("product", "sản phẩm", "mặt hàng")
subject("area", "diện tích")
subject("revenue", "doanh thu", "doanh số", "tổng doanh thu")
subject("profit", "lợi nhuận", "lãi", "mức lãi", "lãi ròng", "lãi trước thuế", "lãi sau thuế")
subject("income", "thu nhập", "mức thu nhập", "tiền lương", "tiền công", "mức lương")
subject(
  "capital",
  ...each(
    ["vốn", "nguồn vốn", "tổng vốn", "tổng nguồn vốn", "tổng số vốn"],
    ["điều lệ", "hoạt động", "sản xuất", "sản xuất kinh doanh", "chủ sở hữu", "đầu tư", ""],
  ),
  "tài sản",
  "tổng tài sản",
  "vốn góp",
)
subject(
  "grdp_share",
  "grdp",
  "gdp",
  "tổng sản phẩm trên địa bàn",
  "tổng sản phẩm trong tỉnh",
  "tổng sản phẩm nội địa",
)
subject(
  "budget_contribution",
  ...each(
    ["nộp", "nộp vào", "đóng góp", "đóng góp vào", "nộp cho"],
    ["ngân sách", "ngân sách nhà nước", "nsnn"],
  ),
  "thuế",
  "nghĩa vụ thuế",
)
subject(
  "other",
  "tổng giá trị sản xuất",
  "giá trị sản xuất",
  "giá trị sản lượng",
  "sản lượng",
  "giá trị tăng thêm",
)
enter({ kind: "subject", subject: "other", countable: true }, [
  ...each(["lớp", "khóa"], ["", "đào tạo", "tập huấn", "bồi dưỡng", "học"]),
  "lớp học",
  ...list("doanh nghiệp | trang trại | dự án | nhãn hiệu | thương hiệu | cửa hàng | vùng nguyên liệu"),
  ...list("vùng sản xuất | vùng chuyên canh | làng nghề | nhà máy | kho lạnh | hợp đồng | công trình"),
  ...list("mã số vùng trồng | hội nghị | hội thảo | cuộc | đợt | chương trình | câu lạc bộ"),
])
enter({ kind: "subject", subject: "member", weak: true }, ["người", "lượt người", "nhân khẩu", "cá nhân"])
enter({ kind: "subject", subject: "other", weak: true }, ["đơn vị", "cơ sở", "tổ chức", "đv"])

enter({ kind: "place", place: "commune" }, [
  ...each(
    ["", "số", "đơn vị", "địa bàn"],
    [
      "xã , phường , thị trấn",
      "xã , phường và thị trấn",
      "xã / phường / thị trấn",
      "xã , thị trấn",
      "xã , phường",
      "xã và phường",
      "xã / phường",
      "xã - phường",
      "xã - thị trấn",
      "xã / thị trấn",
      "xã phường thị trấn",
      "phường , xã",
      "phường , thị trấn",
      "phường",
      "thị trấn",
      "xã",
      "đặc khu",
      "xã , phường , đặc khu",
      "cấp xã",
    ],
  ),
  "đơn vị hành chính cấp xã",
  "địa phương cấp xã",
])
enter({ kind: "place", place: "district" }, [
  ...each(
    ["", "địa bàn"],
    [
      "huyện",
      "quận",
      "huyện , thành phố",
      "huyện , thị xã",
      "huyện , thị xã , thành phố",
      "huyện , thị , thành phố",
      "huyện , quận",
      "quận , huyện",
      "huyện , thị , thành",
      "huyện / thành phố",
      "huyện / thị xã / thành phố",
      "huyện và thành phố",
      "huyện , thị xã và thành phố",
      "cấp huyện",
      "địa phương",
    ],
  ),
  "đơn vị cấp huyện",
  "đơn vị hành chính cấp huyện",
])
enter({ kind: "place", place: "trade" }, [
  "ngành nghề",
  "ngành",
  "ngành , nghề",
  "ngành , lĩnh vực",
  "lĩnh vực",
  "ngành hàng",
  "nghề",
  "loại hình",
  "lĩnh vực , ngành nghề",
])

qualifier(
  "non_agricultural",
  "phi nông nghiệp",
  ...each(
    ["", "lĩnh vực", "dịch vụ"],
    [
      "vận tải",
      "giao thông vận tải",
      "xây dựng dân dụng",
      "tiểu thủ công nghiệp",
      "công nghiệp",
      "thương mại",
      "du lịch",
    ],
  ),
  "thương mại - dịch vụ",
  "thương mại dịch vụ",
  "thương mại , dịch vụ",
  "công nghiệp - tiểu thủ công nghiệp",
  "công nghiệp , tiểu thủ công nghiệp",
  "vệ sinh môi trường",
)
qualifier(
  "agricultural",
  ...each(
    ["", "lĩnh vực", "ngành", "dịch vụ", "sản xuất"],
    ["nông nghiệp", "thủy sản", "lâm nghiệp", "chăn nuôi"],
  ),
  "trồng trọt",
  "nông , lâm nghiệp",
  "nông - lâm - ngư nghiệp",
  "nông lâm ngư nghiệp",
  "nông , lâm , ngư nghiệp",
  "nông lâm thủy sản",
  "nuôi trồng thủy sản",
  "diêm nghiệp",
)
enter({ kind: "filler" }, [
  "tiêu thụ nông sản",
  "đang chờ",
  "doanh nghiệp nông nghiệp",
  "sản phẩm nông nghiệp chủ lực",
])
enter({ kind: "qualifier", qualifier: "active", loose: true }, ["hoạt động"])
qualifier("active", ...list("đang hoạt động | còn hoạt động | hoạt động ổn định | hoạt động thường xuyên"))
qualifier(
  "profitable",
  ...each(
    ["", "hoạt động", "kinh doanh", "làm ăn", "sản xuất kinh doanh", "sản xuất , kinh doanh"],
    ["có lãi", "có lợi nhuận"],
  ),
  "sinh lời",
)
qualifier(
  "effective",
  ...each(
    [
      "",
      "hoạt động",
      "làm ăn",
      "kinh doanh",
      "đang hoạt động",
      "sản xuất kinh doanh",
      "sản xuất , kinh doanh",
      "hoạt động sản xuất kinh doanh",
    ],
    [
      "hiệu quả",
      "có hiệu quả",
      "đạt hiệu quả",
      "thật sự có hiệu quả",
      "thực sự hiệu quả",
      "ổn định , hiệu quả",
    ],
  ),
)
qualifier(
  "large_field",
  ...each(["", "xây dựng", "thực hiện"], ["cánh đồng lớn", "cánh đồng mẫu lớn", "cánh đồng mẫu", "cđl"]),
)
qualifier(
  "value_chain",
  ...each(
    ["", "liên kết", "liên kết theo", "tham gia", "sản xuất theo", "hoạt động theo"],
    ["chuỗi giá trị", "chuỗi liên kết"],
  ),
  ...each(
    ["", "tham gia", "thực hiện", "có", "hợp đồng"],
    ["liên kết sản xuất", "liên kết tiêu thụ", "liên kết với doanh nghiệp", "liên kết chuỗi"],
  ),
  "liên kết theo chuỗi",
  "theo chuỗi",
  "chuỗi cung ứng",
  "chuỗi sản phẩm",
  "bao tiêu sản phẩm",
)
qualifier(
  "high_technology",
  ...each(
    ["", "ứng dụng", "áp dụng", "sử dụng", "nông nghiệp"],
    ["công nghệ cao", "cnc", "nông nghiệp công nghệ cao"],
  ),
)
qualifier(
  "trained",
  ...each(
    ["", "được", "qua", "đã qua", "được qua", "đã được", "được tham gia", "tham gia", "tham dự"],
    ["đào tạo", "bồi dưỡng", "tập huấn", "đào tạo , bồi dưỡng", "bồi dưỡng , tập huấn", "đào tạo , tập huấn"],
  ),
)
qualifier("primary_training", ...each(["sơ cấp"], ["", "nghề", "trở lên"]))
qualifier("intermediate", ...each(["trung cấp"], ["", "nghề", "chuyên nghiệp"]))
for (const joint of [",", "và", "/", "hoặc", "-"]) {
  enter({ kind: "qualifier", qualifier: "primary_training" }, [`sơ ${joint} trung cấp`])
}
qualifier("college_or_higher", "cao đẳng", "đại học", "sau đại học", "trên đại học", "thạc sĩ")
qualifier("lasting", "bền vững", "phát triển bền vững", "ổn định lâu dài", "lâu dài")
qualifier(
  "new_countryside",
  ...each(
    ["", "đạt chuẩn", "xây dựng", "đạt"],
    ["nông thôn mới", "ntm", "nông thôn mới nâng cao", "nông thôn mới kiểu mẫu"],
  ),
)
qualifier(
  "member_of_union",
  "thành viên liên hiệp",
  "tham gia liên hiệp hợp tác xã",
  "tham gia liên hiệp htx",
)
qualifier(
  "other",
  ...each(["ngừng", "tạm ngừng", "ngưng", "tạm ngưng"], ["hoạt động"]),
  "không hoạt động",
  "hoạt động cầm chừng",
  "chờ giải thể",
  "không hiệu quả",
  "hoạt động không hiệu quả",
  "hoạt động kém hiệu quả",
  "kém hiệu quả",
  "phụ nữ",
  "nữ",
  "thanh niên",
  "dân tộc thiểu số",
  "ocop",
  "vietgap",
  "globalgap",
  "hữu cơ",
  "chuyển đổi số",
  "xuất khẩu",
  "bảo hiểm xã hội",
  "truy xuất nguồn gốc",
  "kinh tế tuần hoàn",
)

enter({ kind: "grade", grade: "good" }, ["tốt", "giỏi", "loại tốt", "loại giỏi"])
enter({ kind: "grade", grade: "fair" }, ["khá", "loại khá"])
enter({ kind: "grade", grade: "average" }, ["trung bình", "loại trung bình"])
enter({ kind: "grade", grade: "weak" }, ["yếu", "kém", "yếu kém", "loại yếu", "loại kém"])
enter({ kind: "filler" }, [
  "tốt hơn",
  "làm tốt",
  "thực hiện tốt",
  "tốt nghiệp",
  "khá lớn",
  "khắc phục những hạn chế , yếu kém",
])

change(
  "new",
  ...each(["thành lập", "phát triển", "xây dựng"], ["mới", "thêm"]),
  "thành lập",
  "thành lập được",
  "phát triển mới thêm",
  "thành lập mới thêm",
  "ra mắt",
  "lập mới",
)
change(
  "level",
  "xây dựng",
  "phát triển",
  "hình thành",
  "chuyển đổi",
  "nhân rộng",
  "hỗ trợ",
  "đào tạo cho",
  "tổ chức được",
)
change(
  "added",
  ...each(
    [
      "tăng",
      "có",
      "thu hút",
      "vận động",
      "kết nạp",
      "mở rộng",
      "huy động",
      "giải quyết việc làm",
      "tạo việc làm",
    ],
    ["thêm"],
  ),
  ...each(["kết nạp", "thu hút", "tăng", "tạo việc làm", "giải quyết việc làm", "tạo", "bổ sung"], ["mới"]),
  "kết nạp",
  "bổ sung",
  "tăng mới thêm",
  "kết nạp mới thêm",
)
change("growth", "tăng")
enter(
  { kind: "change", change: "growth", pace: true },
  list("tăng trưởng | tốc độ tăng | tốc độ tăng trưởng | mức tăng"),
)
change(
  "strengthened",
  "củng cố",
  "duy trì",
  "kiện toàn",
  "nâng chất",
  "nâng cao chất lượng",
  "nâng cao chất lượng hoạt động",
  "nâng cao hiệu quả",
  "nâng cao hiệu quả hoạt động",
  "nâng chất lượng",
  "giữ vững",
  "tổ chức lại",
)
change(
  "end",
  "giải thể",
  "giải thể dứt điểm",
  "giải thể bắt buộc",
  "hợp nhất",
  "sáp nhập",
  "xử lý dứt điểm",
  "xử lý",
  "xóa",
  "xóa bỏ",
  "giải quyết dứt điểm",
  "chấm dứt hoạt động",
  "chấm dứt",
  "thu hồi giấy chứng nhận",
)
enter({ kind: "newly" }, [
  "mới",
  "thành lập mới",
  "mới thành lập",
  "được thành lập",
  "được thành lập mới",
  "mới được thành lập",
])

enter({ kind: "verb", verb: "reach" }, [
  "đạt",
  "có",
  "là",
  "chiếm",
  "gồm có",
  "đạt được",
  "đạt mức",
  "bằng",
  "thu hút được",
  "ở mức",
])
enter(
  { kind: "verb", verb: "rise" },
  list("lên | lên đến | lên tới | lên trên | tăng lên | tăng lên đến | đạt đến"),
)
enter(
  { kind: "verb", verb: "fall" },
  list("giảm còn | xuống | xuống còn | giảm xuống | giảm xuống còn | còn"),
)
enter({ kind: "verb", verb: "reduce" }, ["giảm"])
enter({ kind: "verb", verb: "attract" }, [
  "thu hút",
  "vận động",
  "tạo việc làm",
  "giải quyết việc làm",
  "huy động",
  "tạo",
])
enter({ kind: "verb", verb: "contribute" }, ["đóng góp", "đóng góp vào", "nộp"])
enter({ kind: "verb", verb: "become" }, ["thành", "trở thành"])

enter({ kind: "bound", bound: "at_least" }, [
  ...list(
    "trên | hơn | ít nhất | tối thiểu | không dưới | không ít hơn | không thấp hơn | quá | vượt | từ trên",
  ),
  ...list("thấp nhất | tối thiểu là | ít nhất là | lớn hơn | cao hơn | ≥ | > | tối thiểu phải"),
])
enter({ kind: "bound", bound: "at_most" }, [
  ...list("dưới | tối đa | không quá | không vượt quá | nhiều nhất | không trên | không cao hơn | ít hơn"),
  ...list("thấp hơn | ≤ | < | nhỏ hơn | cao nhất | không hơn | không nhiều hơn"),
])
enter({ kind: "bound", bound: "about" }, [
  ...list(
    "khoảng | chừng | xấp xỉ | gần | khoảng trên dưới | trên dưới | độ khoảng | cỡ | vào khoảng | ≈ | ~",
  ),
])
enter({ kind: "limit", bound: "at_least" }, ["trở lên"])
enter({ kind: "limit", bound: "at_most" }, ["trở xuống"])
enter({ kind: "fewest" }, [
  ...each(
    ["hạn chế", "giảm", "giảm thiểu", "hạn chế đến", "giảm đến", "hạn chế ở", "giảm tới", "hạn chế tới"],
    ["thấp nhất", "mức thấp nhất", "tối đa", "mức tối đa", "mức tối thiểu", "tối thiểu"],
  ),
  ...list(
    "xuống mức thấp nhất | đến mức thấp nhất | ở mức thấp nhất | tới mức thấp nhất | hạn chế | giảm thiểu",
  ),
])
enter({ kind: "none_left" }, ["không còn", "cơ bản không còn", "không để", "không có"])

enter({ kind: "measure" }, [
  ...each(
    ["", "nâng", "tăng", "duy trì", "giảm", "đưa", "bảo đảm", "đảm bảo"],
    ["tỷ lệ", "tỉ lệ", "tỷ trọng", "số", "tổng số", "số lượng", "tổng số lượng"],
  ),
  ...list("nâng | đưa | giữ"),
  "quy mô",
  "mức",
])
enter({ kind: "mean" }, ["bình quân", "trung bình đạt", "tính bình quân", "bình quân chung"])
enter({ kind: "link" }, [
  "gắn với",
  "gắn liền với",
  "gắn",
  "để",
  "nhằm",
  "phục vụ",
  "tham gia",
  "trong việc",
  "theo",
  "thuộc",
  "vào",
  "trong lĩnh vực",
])
enter({ kind: "goal" }, [
  ...list(
    "phấn đấu | mục tiêu | chỉ tiêu | sẽ | dự kiến | hướng tới | hướng đến | tiến tới | quyết tâm | nỗ lực",
  ),
  ...list("bảo đảm | đảm bảo | tầm nhìn | từ nay đến | theo kế hoạch | đặt ra | đề ra | đặt mục tiêu | giao"),
  ...list("yêu cầu | đã đề ra | đã đặt ra | đã xác định | kế hoạch đề ra | kế hoạch đặt ra | xác định"),
])
enter({ kind: "result" }, [
  ...list(
    "đã | hiện | hiện có | hiện nay | hiện tại | đến nay | tính đến | kết quả | ước | ước đạt | ước có",
  ),
  ...list("ước tính | thời gian qua | vừa qua | năm qua | những năm qua | các năm qua | nhiệm kỳ qua"),
  ...list("giai đoạn qua | cùng kỳ | thực hiện được | thống kê | theo số liệu | theo báo cáo | trước đây"),
  ...list(
    "trước đó | đang có | ước thực hiện | năm trước | năm ngoái | tháng đầu năm | thực tế | qua đánh giá",
  ),
  ...list("so với kế hoạch | vượt kế hoạch | kế hoạch năm đề ra | đạt được kết quả | qua rà soát"),
])
enter({ kind: "filler", plural: true }, ["các", "những", "riêng các"])
enter({ kind: "part" }, [
  "trong đó",
  "trong số đó",
  "gồm",
  "bao gồm",
  "trong đó có",
  "gồm có",
  "cụ thể gồm",
  "trong số này",
])
enter({ kind: "filler" }, [
  ...list("các | những | của | tổng | trong | toàn bộ | lượt | trong tổng | loại | cả | trong số | trên"),
  ...list("thực hiện | thể hiện | phát hiện | xuất hiện | hiện đại | hiện đại hóa | hiện hành | biểu hiện"),
  ...list(
    "giao thông | giao lưu | giao dịch | quy ước | hương ước | gần đây | quá trình | tổ chức thực hiện",
  ),
  ...list("cho | tại"),
])
enter({ kind: "ordinal" }, [
  ...list("thứ | lần thứ | điều | khoản | mục | số hiệu | khóa | chương | tiêu chí | tiêu chí số"),
  ...list("nghị quyết | nghị quyết số | quyết định | quyết định số | kế hoạch số | nghị định | nghị định số"),
  ...list("thông tư | thông tư số | kết luận | kết luận số | chỉ thị | chỉ thị số | công văn | công văn số"),
  ...list("văn bản số | phụ lục | bảng | biểu | mẫu | bảng xếp hạng | xếp hạng | tốp | top | điện thoại"),
  ...list("đt | fax | hotline | trang | quốc lộ | đường | phòng | tầng | website | báo cáo số | quý"),
])
