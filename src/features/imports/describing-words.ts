import { type Enter, each, list } from "./entries.ts"
import type { Qualifier } from "./page-import.ts"

/** The words that narrow what is counted: branch, result, grade, training, links. */
export function enterDescribingWords(enter: Enter) {
  function qualifier(qualifier: Qualifier, ...entries: string[]) {
    enter({ kind: "qualifier", qualifier }, entries)
  }

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
      [
        "đào tạo",
        "bồi dưỡng",
        "tập huấn",
        "đào tạo , bồi dưỡng",
        "bồi dưỡng , tập huấn",
        "đào tạo , tập huấn",
      ],
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
}
