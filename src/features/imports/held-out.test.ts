import { describe, expect, it } from "vitest"
import { inShort, readAims } from "./plan-examples.ts"

const sentences: [sentence: string, ...targets: string[]][] = [
  [
    "Vận động nông dân thành lập mới được 18 HTX, 75 THT trong cả giai đoạn.",
    "cooperative new 18 count",
    "cooperative_group new 75 count",
  ],
  [
    "Số lượng HTX thành lập mới trong kỳ là 64 HTX, bình quân 13 HTX/năm.",
    "cooperative new 64 count",
    "cooperative new 13 count_per_year",
  ],
  [
    "Bảo đảm mỗi xã, phường có tối thiểu 1 tổ hợp tác hoạt động theo đúng quy định.",
    "cooperative_group level at_least 1 count [per_commune active]",
  ],
  [
    "Nâng số HTX nông nghiệp có liên kết tiêu thụ sản phẩm theo chuỗi giá trị đạt 55%.",
    "cooperative level 55 percent [agricultural value_chain]",
  ],
  [
    "Đưa doanh thu bình quân mỗi HTX lên 4,5 tỷ đồng/năm; lợi nhuận bình quân 410 triệu đồng/năm.",
    "revenue of cooperatives level 4500000000 vnd_per_year [per_organisation]",
    "profit level 410000000 vnd_per_year",
  ],
  ["Thu hút thêm 12.500 hộ nông dân tham gia các hợp tác xã.", "household of cooperatives added 12500 count"],
  ["Không còn hợp tác xã xếp loại yếu vào cuối năm 2024.", "cooperative level 0 count [weak] by 2024"],
  [
    "Sáp nhập, hợp nhất 14 HTX quy mô nhỏ, giải thể bắt buộc 06 HTX.",
    "cooperative end 14 count",
    "cooperative end 6 count",
  ],
  [
    "Tốc độ tăng trưởng doanh thu của các HTX đạt 7,5%/năm trở lên.",
    "revenue of cooperatives growth at_least 7.5 percent_per_year",
  ],
  [
    "Phấn đấu có từ 30% số cán bộ chủ chốt của HTX trở lên tốt nghiệp đại học.",
    "manager of cooperatives level at_least 30 percent [college_or_higher]",
  ],
  [
    "Thu nhập bình quân người lao động đạt 78 triệu đồng/năm, tăng 1,5 lần so với năm 2020.",
    "income level 78000000 vnd_per_year",
    "income growth 1.5 times since 2020",
  ],
  [
    "Duy trì hoạt động hiệu quả của 22 Quỹ tín dụng nhân dân.",
    "credit_fund strengthened 22 count [effective]",
  ],
  [
    "Toàn thành phố có 320 hợp tác xã, bao gồm 190 hợp tác xã nông nghiệp và 130 hợp tác xã phi nông nghiệp.",
    "cooperative level 320 count",
    "cooperative level 190 count [agricultural] part of #0",
    "cooperative level 130 count [non_agricultural] part of #0",
  ],
  [
    "Tối đa 3% HTX xếp loại yếu, kém; khoảng một phần mười hoạt động trung bình.",
    "cooperative level at_most 3 percent [weak]",
  ],
  [
    "Hơn hai mươi hợp tác xã ứng dụng công nghệ cao và truy xuất nguồn gốc.",
    "cooperative level at_least 20 count [high_technology other]",
  ],
  [
    "Giá trị đóng góp của kinh tế tập thể vào tổng sản phẩm trên địa bàn đạt 3,8% vào năm 2025.",
    "grdp_share level 3.8 percent",
  ],
  [
    "Ít nhất 95% xã, thị trấn có HTX; riêng các xã đạt chuẩn nông thôn mới là 100%.",
    "commune level at_least 95 percent",
    "commune level 100 percent [new_countryside]",
  ],
  [
    "Tổng nguồn vốn hoạt động của các HTX tăng bình quân từ 5% đến 6% mỗi năm.",
    "capital of cooperatives growth 5..6 percent_per_year",
  ],
  [
    "Mở 40 lớp bồi dưỡng cho 1.600 lượt cán bộ quản lý, thành viên HTX.",
    "other level 40 count",
    "manager of cooperatives level 1600 count",
  ],
  [
    "Xây dựng thí điểm 05 mô hình HTX kiểu mới gắn với chuỗi giá trị nông sản chủ lực.",
    "model level 5 count [value_chain]",
  ],
]

const further: typeof sentences = [
  [
    "Cả tỉnh phấn đấu phát triển thêm 70 hợp tác xã và 250 tổ hợp tác trong 5 năm tới.",
    "cooperative new 70 count",
    "cooperative_group new 250 count",
  ],
  [
    "Đến hết năm 2025, số HTX trên địa bàn huyện đạt 48 HTX; số thành viên tăng thêm 600 người so với cuối năm 2020.",
    "cooperative level 48 count",
    "member added 600 count since 2020",
  ],
  [
    "Tỷ lệ HTX nông nghiệp có hợp đồng bao tiêu sản phẩm đạt tối thiểu 45%; tỷ lệ HTX yếu giảm còn dưới 4%.",
    "cooperative level at_least 45 percent [agricultural value_chain]",
    "cooperative level at_most 4 percent [weak]",
  ],
  [
    "Mức thu nhập bình quân của lao động làm việc thường xuyên trong hợp tác xã phấn đấu đạt 5,8 triệu đồng/tháng.",
    "income of cooperatives level 5800000 vnd_per_month",
  ],
  [
    "Xây dựng mới ít nhất 10 mô hình HTX ứng dụng công nghệ cao, mỗi huyện 01 mô hình.",
    "model new at_least 10 count [high_technology]",
    "model new 1 count [per_district]",
  ],
  [
    "HTX khá, giỏi chiếm 65%, trung bình 30%, yếu kém không quá 5%.",
    "cooperative level 65 percent [good_or_fair]",
    "cooperative level 30 percent [average]",
    "cooperative level at_most 5 percent [weak]",
  ],
  [
    "Trình độ cán bộ quản lý: 100% qua đào tạo, trong đó đại học, cao đẳng 30%, trung cấp, sơ cấp 70%.",
    "manager level 100 percent [trained]",
    "manager level 30 percent [college_or_higher] part of #0",
    "manager level 70 percent [intermediate primary_training] part of #0",
  ],
  [
    "Nâng cao thu nhập cho thành viên, phấn đấu đạt 70 triệu đồng/người/năm.",
    "income level 70000000 vnd_per_year",
  ],
  ["Đóng góp của khu vực KTTT vào GRDP tăng từ 3% năm 2020 lên 5% năm 2025.", "grdp_share level 5 percent"],
]

const adversarial: typeof sentences = [
  [
    "Phấn đấu đến năm 2030, toàn tỉnh có 650 HTX, 1.800 THT và 12 LHHTX.",
    "cooperative level 650 count by 2030",
    "cooperative_group level 1800 count by 2030",
    "cooperative_union level 12 count by 2030",
  ],
  [
    "Bình quân mỗi năm thành lập mới 10 HTX (06 HTX nông nghiệp), 50 THT và 01 LHHTX.",
    "cooperative new 10 count_per_year",
    "cooperative new 6 count_per_year [agricultural] part of #0",
    "cooperative_group new 50 count_per_year",
    "cooperative_union new 1 count_per_year",
  ],
  [
    "Mỗi năm có thêm ít nhất 10 HTX và 50 THT được thành lập.",
    "cooperative new at_least 10 count_per_year",
    "cooperative_group new 50 count_per_year",
  ],
  [
    "Mỗi năm thành lập mới 10 HTX, đến năm 2025 có 500 HTX và 1.200 THT.",
    "cooperative new 10 count_per_year",
    "cooperative level 500 count",
    "cooperative_group level 1200 count",
  ],
  [
    "Thành lập mới 45 HTX, bình quân mỗi năm 9 HTX; 100 THT, bình quân mỗi năm 20 THT.",
    "cooperative new 45 count",
    "cooperative new 9 count_per_year",
    "cooperative_group new 100 count",
    "cooperative_group new 20 count_per_year",
  ],
  [
    "Mỗi xã có ít nhất 01 HTX, 03 THT hoạt động hiệu quả.",
    "cooperative level at_least 1 count [per_commune]",
    "cooperative_group level 3 count [per_commune effective]",
  ],
  [
    "Trên 60% số HTX ứng dụng công nghệ cao hoặc liên kết theo chuỗi giá trị (lĩnh vực nông nghiệp 45%).",
    "cooperative level at_least 60 percent [high_technology value_chain]",
    "cooperative level 45 percent [agricultural] part of #0",
  ],
  ["Thành lập mới 70 HTX (chiếm 35%).", "cooperative new 70 count"],
  [
    "Vận động thành lập từ 02 LHHTX trở lên, quy tụ tối thiểu 08 HTX thành viên.",
    "cooperative_union new at_least 2 count",
    "cooperative level at_least 8 count [member_of_union]",
  ],
  [
    "Vốn hoạt động bình quân đạt 2 tỷ đồng/HTX, gấp 1,5 lần năm 2021.",
    "capital of cooperatives level 2000000000 vnd [per_organisation]",
    "capital of cooperatives growth 1.5 times since 2021",
  ],
  ["Lợi nhuận của HTX gấp đôi năm 2020.", "profit of cooperatives growth 2 times since 2020"],
  [
    "Tỷ lệ cán bộ quản lý HTX có trình độ trung cấp, sơ cấp đạt 45%; trình độ cao đẳng, đại học 30%.",
    "manager of cooperatives level 45 percent [intermediate primary_training]",
    "manager of cooperatives level 30 percent [college_or_higher]",
  ],
  [
    "Giảm tỷ lệ HTX trung bình xuống còn dưới 15%, HTX yếu kém dưới 3%.",
    "cooperative level at_most 15 percent [average]",
    "cooperative level at_most 3 percent [weak]",
  ],
  [
    "Số thành viên HTX tăng bình quân 3%/năm, đến cuối năm 2030 đạt 95 nghìn thành viên.",
    "member of cooperatives growth 3 percent_per_year",
    "member level 95000 count by 2030",
  ],
  ["Đến năm 2030 không còn HTX yếu kém.", "cooperative level 0 count [weak] by 2030"],
]

describe("sentences that tried the grammar out after it was written", () => {
  it.each([...sentences, ...further, ...adversarial])("%s", (sentence, ...targets) => {
    expect(readAims(sentence).map(inShort)).toEqual(targets)
  })
})
