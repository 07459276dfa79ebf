import { cooperative, type Enter, each, list } from "./entries.ts"
import type { Subject } from "./page-import.ts"

/** What plans count and measure, the places they share it out over, and the names that only sound like it. */
export function enterNouns(enter: Enter) {
  function subject(subject: Subject, ...entries: string[]) {
    enter({ kind: "subject", subject }, entries)
  }

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
}
