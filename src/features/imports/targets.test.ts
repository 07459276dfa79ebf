import { describe, expect, it } from "vitest"
import { inShort, readAims } from "./plan-examples.ts"

const sentences: [sentence: string, ...targets: string[]][] = [
  // Founding
  ["Thành lập mới 45 hợp tác xã.", "cooperative new 45 count"],
  [
    "Toàn tỉnh phát triển mới ít nhất 30 HTX, 120 THT và 02 LHHTX.",
    "cooperative new at_least 30 count",
    "cooperative_group new 120 count",
    "cooperative_union new 2 count",
  ],
  ["Bình quân mỗi năm thành lập mới từ 12 - 17 hợp tác xã.", "cooperative new 12..17 count_per_year"],
  ["Hằng năm thành lập mới 09 tổ hợp tác.", "cooperative_group new 9 count_per_year"],
  ["Mỗi huyện, thành phố thành lập mới tối thiểu 02 HTX.", "cooperative new at_least 2 count [per_district]"],
  ["Thành lập thêm hai hợp tác xã vận tải.", "cooperative new 2 count [non_agricultural]"],
  [
    "Phấn đấu thành lập mới khoảng 60 tổ chức kinh tế tập thể, trong đó có 48 hợp tác xã, 10 tổ hợp tác, 02 liên hiệp hợp tác xã.",
    "organisation new about 60 count",
    "cooperative new 48 count part of #0",
    "cooperative_group new 10 count part of #0",
    "cooperative_union new 2 count part of #0",
  ],
  [
    "Có thêm 25 HTX được thành lập mới (15 HTX nông nghiệp, 10 HTX phi nông nghiệp).",
    "cooperative new 25 count",
    "cooperative new 15 count [agricultural] part of #0",
    "cooperative new 10 count [non_agricultural] part of #0",
  ],
  ["Thành lập mới 03 quỹ tín dụng nhân dân.", "credit_fund new 3 count"],
  ["Thành lập 01 liên đoàn hợp tác xã.", "federation new 1 count"],

  // Stocks and members
  [
    "Đến năm 2025, toàn tỉnh có khoảng 1.900 tổ hợp tác với 38 nghìn thành viên.",
    "cooperative_group level about 1900 count",
    "member of cooperative_groups level 38000 count",
  ],
  [
    "Cả nước có trên 45.000 hợp tác xã với 8 triệu thành viên, 340 liên hiệp hợp tác xã với 1.700 hợp tác xã thành viên.",
    "cooperative level at_least 45000 count",
    "member of cooperatives level 8000000 count",
    "cooperative_union level 340 count",
    "cooperative level 1700 count [member_of_union]",
  ],
  ["Tổng số thành viên hợp tác xã đạt 1,4 triệu người.", "member of cooperatives level 1400000 count"],
  ["Nâng tổng số hợp tác xã lên 480 HTX vào năm 2025.", "cooperative level 480 count"],
  ["Tăng thêm 4.200 thành viên.", "member added 4200 count"],
  ["Kết nạp mới ít nhất 1.500 thành viên hợp tác xã.", "member of cooperatives added at_least 1500 count"],
  ["Giải quyết việc làm cho 9.000 lao động trong các HTX.", "worker of cooperatives level 9000 count"],
  [
    "Ít nhất 20% dân số tham gia các tổ chức kinh tế tập thể vào năm 2045.",
    "member of organisations level at_least 20 percent by 2045",
  ],

  // Shares
  [
    "Tỷ lệ hợp tác xã hoạt động đạt loại khá, tốt chiếm từ 70% trở lên.",
    "cooperative level at_least 70 percent [good_or_fair]",
  ],
  [
    "Trên 85% số HTX hoạt động có hiệu quả, không quá 5% HTX yếu kém.",
    "cooperative level at_least 85 percent [effective]",
    "cooperative level at_most 5 percent [weak]",
  ],
  ["Có 60 - 70% HTX xếp loại tốt, khá.", "cooperative level 60..70 percent [good_or_fair]"],
  [
    "Tối thiểu 25% cán bộ quản lý hợp tác xã có trình độ cao đẳng, đại học trở lên.",
    "manager of cooperatives level at_least 25 percent [college_or_higher]",
  ],
  [
    "Khoảng 80% giám đốc HTX được đào tạo sơ cấp nghề.",
    "manager of cooperatives level about 80 percent [primary_training]",
  ],
  [
    "100% cán bộ quản lý HTX đã qua đào tạo, bồi dưỡng, trong đó 30% có trình độ trung cấp.",
    "manager of cooperatives level 100 percent [trained]",
    "manager of cooperatives level 30 percent [intermediate] part of #0",
  ],
  [
    "Trên 60% tổ chức kinh tế tập thể đạt loại tốt, khá, trong đó ít nhất 50% tham gia liên kết theo chuỗi giá trị.",
    "organisation level at_least 60 percent [good_or_fair]",
    "organisation level at_least 50 percent [value_chain] part of #0",
  ],
  [
    "Có 15% hợp tác xã nông nghiệp ứng dụng công nghệ cao.",
    "cooperative level 15 percent [agricultural high_technology]",
  ],
  [
    "Trên 5.000 hợp tác xã và 500 tổ hợp tác ứng dụng công nghệ cao.",
    "cooperative level at_least 5000 count",
    "cooperative_group level 500 count [high_technology]",
  ],
  [
    "100% xã nông thôn mới có hợp tác xã hoạt động hiệu quả.",
    "commune level 100 percent [new_countryside effective]",
  ],
  ["Giảm tỷ lệ hợp tác xã yếu kém xuống dưới 10%.", "cooperative level at_most 10 percent [weak]"],

  // Money
  [
    "Doanh thu bình quân của một hợp tác xã đạt 3.120 triệu đồng/năm.",
    "revenue of cooperatives level 3120000000 vnd_per_year [per_organisation]",
  ],
  [
    "Lãi bình quân đạt trên 350 triệu đồng/HTX/năm.",
    "profit of cooperatives level at_least 350000000 vnd_per_year [per_organisation]",
  ],
  [
    "Thu nhập bình quân của lao động thường xuyên trong HTX đạt 6,5 triệu đồng/người/tháng.",
    "income of cooperatives level 6500000 vnd_per_month",
  ],
  [
    "Thu nhập của thành viên tổ hợp tác tăng gấp đôi so với năm 2016.",
    "income of cooperative_groups growth 2 times since 2016",
  ],
  [
    "Doanh thu của HTX tăng bình quân 6,0 %/năm, lợi nhuận tăng bình quân 5 - 7%/năm.",
    "revenue of cooperatives growth 6 percent_per_year",
    "profit growth 5..7 percent_per_year",
  ],
  [
    "Vốn điều lệ bình quân đạt tối thiểu 1,2 tỷ đồng/HTX.",
    "capital of cooperatives level at_least 1200000000 vnd [per_organisation]",
  ],
  ["Khu vực kinh tế tập thể đóng góp khoảng 5% GRDP của tỉnh.", "grdp_share level about 5 percent"],
  ["Nộp ngân sách nhà nước 50 tỷ đồng/năm.", "budget_contribution level 50000000000 vnd_per_year"],

  // Strengthening and ending
  ["Củng cố, duy trì 50 hợp tác xã hiện có.", "cooperative strengthened 50 count"],
  ["Củng cố, nâng cao chất lượng hoạt động của 120 tổ hợp tác.", "cooperative_group strengthened 120 count"],
  ["Giải thể 12 hợp tác xã ngừng hoạt động.", "cooperative end 12 count [other]"],
  ["Giải thể, xử lý dứt điểm để không còn hợp tác xã ngừng hoạt động.", "cooperative end 0 count [other]"],
  [
    "Hạn chế đến mức thấp nhất số hợp tác xã yếu kém.",
    "cooperative level as_few_as_possible – percent [weak]",
  ],

  // Land, products, communes, years
  ["Mở rộng diện tích cánh đồng lớn lên 12.000 ha.", "area level 12000 hectare [large_field]"],
  [
    "Xây dựng ít nhất 20 sản phẩm OCOP của hợp tác xã.",
    "product of cooperatives level at_least 20 count [other]",
  ],
  [
    "Mỗi xã có từ một đến hai hợp tác xã nông nghiệp.",
    "cooperative level 1..2 count [per_commune agricultural]",
  ],
  [
    "Mỗi ngành nghề có ít nhất 01 mô hình hợp tác xã hiệu quả.",
    "model level at_least 1 count [per_trade effective]",
  ],
  [
    "Năm 2021 thành lập mới 20 HTX; đến năm 2030 có 600 HTX.",
    "cooperative new 20 count by 2021",
    "cooperative level 600 count by 2030",
  ],
  ["Nâng tỷ lệ HTX có lãi từ 75% lên 90%.", "cooperative level 90 percent [profitable]"],
  [
    "Mỗi hợp tác xã có ít nhất 02 cán bộ trình độ đại học.",
    "manager of cooperatives level at_least 2 count [per_organisation college_or_higher]",
  ],
  ["Số hợp tác xã tăng bình quân 4%/năm.", "cooperative growth 4 percent_per_year"],
]

describe("a plan's sentences become targets", () => {
  it.each(sentences)("%s", (sentence, ...targets) => {
    expect(readAims(sentence).map(inShort)).toEqual(targets)
  })
})

const sentencesWithoutTargets = [
  "Hiện có 520 HTX.",
  "Tính đến 31/12/2020, toàn tỉnh có 466 HTX, 2.170 THT.",
  "Năm 2020 đã thành lập mới 25 HTX, giải thể 3 HTX, đạt 106% kế hoạch.",
  "Trong những năm qua, thành lập mới 120 HTX.",
  "Ước đạt 60% HTX khá, giỏi.",
  "Năm 2019 đạt 443 HTX với 48.000 thành viên.",
  "Kết quả giai đoạn 2016-2020: 90% HTX có lãi.",
  "Tổng số HTX hiện nay là 466 HTX với 52.955 thành viên.",
  "Kinh phí thực hiện 25 tỷ đồng từ ngân sách tỉnh.",
  "Nghị định số 77/2019/NĐ-CP; Luật Hợp tác xã năm 2012; Thông tư 09/2017/TT-BNNPTNT; 19 tiêu chí nông thôn mới.",
  "Thực hiện Nghị quyết số 20-NQ/TW ngày 16/6/2022 trong 10 năm; điện thoại 0297.3862.037.",
  "Qua rà soát, có 12 HTX ngừng hoạt động.",
  "Trước đây chỉ có 300 HTX.",
  "Khắc phục những hạn chế, yếu kém của các HTX.",
  "Một là, tuyên truyền về HTX; hai là, củng cố các hợp tác xã.",
]

describe("the same sentence", () => {
  it("reads alike in capitals", () => {
    const sentence = "Thành lập mới 105 hợp tác xã (80 HTX nông nghiệp); trên 90% hợp tác xã có lãi."
    expect(readAims(sentence.toUpperCase()).map(inShort)).toEqual(readAims(sentence).map(inShort))
    expect(readAims(sentence)).toHaveLength(3)
  })
})

describe("figures that are no targets", () => {
  it.each(sentencesWithoutTargets)("%s", (sentence) => {
    expect(readAims(sentence).map(inShort)).toEqual([])
  })

  it("are told from the aims beside them", () => {
    const targets = readAims(
      "Hiện toàn tỉnh có 466 HTX, trong đó có 340 HTX hiệu quả. Phấn đấu đến năm 2025 có 520 HTX (năm 2020 là 466 HTX), trong đó 400 HTX hoạt động hiệu quả.",
    )
    expect(targets.map(inShort)).toEqual([
      "cooperative level 520 count",
      "cooperative level 400 count [effective] part of #0",
    ])
  })

  it("include a condition on what is counted", () => {
    expect(readAims("90% HTX có doanh thu trên 1 tỷ đồng/năm.").map(inShort)).toEqual([
      "cooperative level 90 percent [other]",
    ])
  })
})

describe("targets in several paragraphs", () => {
  it("take the year of the heading above them", () => {
    const targets = readAims("", "a) Đến năm 2025", "- Số HTX: 571.", "b) Đến năm 2030", "- Số HTX: 700 HTX.")
    expect(targets.map(inShort)).toEqual([
      "cooperative level 571 count",
      "cooperative level 700 count by 2030",
    ])
  })

  it("are parts of the one that opens their list", () => {
    const targets = readAims(
      "",
      "- Thành lập mới 105 HTX, trong đó:",
      "+ 80 HTX nông nghiệp;",
      "+ 25 HTX phi nông nghiệp.",
      "- 20 HTX ứng dụng công nghệ cao.",
    )
    expect(targets.map(inShort)).toEqual([
      "cooperative new 105 count",
      "cooperative new 80 count [agricultural] part of #0",
      "cooperative new 25 count [non_agricultural] part of #0",
      "cooperative level 20 count [high_technology]",
    ])
  })

  it("are listed once, where they are said most fully", () => {
    const targets = readAims(
      "Thành lập mới 105 HTX.",
      "Thành lập mới ít nhất 105 HTX hoạt động hiệu quả (80 HTX nông nghiệp).",
    )
    expect(targets.map(inShort)).toEqual([
      "cooperative new at_least 105 count [effective]",
      "cooperative new 80 count [agricultural] part of #0",
    ])
  })
})
