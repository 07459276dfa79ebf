import { type Enter, each, list } from "./entries.ts"
import type { Change } from "./page-import.ts"

/** Verbs, bounds, and the words that tell an aim from a result. */
export function enterLeadingWords(enter: Enter) {
  function change(change: Change, ...entries: string[]) {
    enter({ kind: "change", change }, entries)
  }

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
    ...list(
      "bảo đảm | đảm bảo | tầm nhìn | từ nay đến | theo kế hoạch | đặt ra | đề ra | đặt mục tiêu | giao",
    ),
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
    ...list(
      "nghị quyết | nghị quyết số | quyết định | quyết định số | kế hoạch số | nghị định | nghị định số",
    ),
    ...list(
      "thông tư | thông tư số | kết luận | kết luận số | chỉ thị | chỉ thị số | công văn | công văn số",
    ),
    ...list("văn bản số | phụ lục | bảng | biểu | mẫu | bảng xếp hạng | xếp hạng | tốp | top | điện thoại"),
    ...list("đt | fax | hotline | trang | quốc lộ | đường | phòng | tầng | website | báo cáo số | quý"),
  ])
}
