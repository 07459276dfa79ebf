import type { Locale } from "../../ui/language.ts"
import type { MeasureCode } from "./catalogue.ts"

/** One text in both languages. */
export type Both = Readonly<Record<Locale, string>>

export type MeasureWords = {
  name: Both
  /** What is counted, in a sentence. */
  counts: Both
  formula: Both
  /** The law or form that defines it, or that none does. */
  source: Both
}

const reportForms: Both = {
  vi: "Biểu chỉ tiêu phát triển kinh tế tập thể kèm kế hoạch hằng năm của Bộ.",
  en: "The ministry's table of indicators on the collective economy, sent with the yearly plan.",
}
const yearlyReport: Both = {
  vi: "Báo cáo tình hình hoạt động hằng năm, Thông tư 09/2024/TT-BKHĐT, Điều 6 (trước đó Thông tư 07/2019/TT-BKHĐT và Nghị định 107/2017/NĐ-CP).",
  en: "The yearly report on operation, Circular 09/2024/TT-BKHĐT, Article 6 (before it Circular 07/2019/TT-BKHĐT and Decree 107/2017/NĐ-CP).",
}
const ratingCircular: Both = {
  vi: "Thông tư 01/2020/TT-BKHĐT, Điều 8: tốt từ 80 điểm, khá từ 65, trung bình từ 50, dưới 50 là yếu.",
  en: "Circular 01/2020/TT-BKHĐT, Article 8: good from 80 points, fair from 65, average from 50, weak below.",
}
const cooperativeLaw: Both = {
  vi: "Luật Hợp tác xã 17/2023/QH15 (trước đó Luật 23/2012/QH13).",
  en: "Law on Cooperatives 17/2023/QH15 (before it Law 23/2012/QH13).",
}
const groupLaw: Both = {
  vi: "Luật Hợp tác xã 17/2023/QH15, Điều 4; Nghị định 77/2019/NĐ-CP.",
  en: "Law on Cooperatives 17/2023/QH15, Article 4; Decree 77/2019/NĐ-CP.",
}
const noDefinition: Both = {
  vi: "Không văn bản nào định nghĩa; đây là cách hiểu của hệ thống này.",
  en: "No law defines it; this is the reading of this system.",
}
const modelsAre: Both = {
  vi: "Mô hình bền vững: hợp tác xã, liên hiệp hợp tác xã hoặc tổ hợp tác hoạt động liên tục từ 24 tháng trở lên, có lãi trong hai năm báo cáo gần nhất, nếu đã xếp loại thì đạt tốt hoặc khá.",
  en: "Lasting model: a cooperative, union or cooperative group that has operated without a break for at least 24 months, made a profit in the two latest reporting years and, where rated, is good or fair.",
}
const stockFormula: Both = {
  vi: "Số tổ chức có trong sổ đăng ký vào ngày tính, không kể tổ chức đã chấm dứt.",
  en: "Organisations in the register on the day, without those that have ended.",
}
const flowFormula: Both = {
  vi: "Số sự kiện trong kỳ, từ ngày đầu đến hết ngày tính; địa bàn và lĩnh vực lấy theo ngày xảy ra.",
  en: "Events of the period, from its first day through the day counted; place and sector are those of the event's own day.",
}
const sumFormula: Both = {
  vi: "Tổng theo báo cáo đã được tiếp nhận của năm báo cáo gần nhất, của các tổ chức còn tồn tại vào ngày tính.",
  en: "Sum over the accepted reports of the latest reporting year, of organisations that exist on the day.",
}
const shareOfReportsFormula: Both = {
  vi: "Số hợp tác xã có lãi ÷ số hợp tác xã của mẫu số × 100. Mẫu số: hợp tác xã đã nộp báo cáo (mặc định), đang hoạt động, hoặc tất cả.",
  en: "Cooperatives with a profit ÷ cooperatives of the denominator × 100. Denominator: those that reported (default), those operating, or all.",
}
function shareOfRatedFormula(vi: string, en: string): Both {
  return {
    vi: `Số hợp tác xã xếp loại ${vi} ÷ số hợp tác xã của mẫu số × 100. Mẫu số: hợp tác xã đã xếp loại (mặc định), đang hoạt động, hoặc tất cả.`,
    en: `Cooperatives rated ${en} ÷ cooperatives of the denominator × 100. Denominator: those rated (default), those operating, or all.`,
  }
}
function ratedAmong(vi: string, en: string): Both {
  return {
    vi: `Hợp tác xã được xếp loại ${vi} trong năm đánh giá gần nhất; quỹ tín dụng nhân dân do Ngân hàng Nhà nước xếp hạng nên không tính.`,
    en: `Cooperatives rated ${en} in the latest year rated; credit funds are ranked by the State Bank and left out.`,
  }
}

export const measureTexts: Readonly<Record<MeasureCode, MeasureWords>> = {
  cooperatives: {
    name: { vi: "Tổng số hợp tác xã", en: "Cooperatives" },
    counts: {
      vi: "Hợp tác xã chưa giải thể, phá sản hay chấm dứt, kể cả đang tạm ngừng; gồm cả quỹ tín dụng nhân dân.",
      en: "Cooperatives not dissolved, bankrupt or otherwise ended, the suspended included; credit funds count as cooperatives.",
    },
    formula: stockFormula,
    source: reportForms,
  },
  cooperatives_operating: {
    name: { vi: "Số hợp tác xã đang hoạt động", en: "Cooperatives operating" },
    counts: {
      vi: "Hợp tác xã và quỹ tín dụng nhân dân đang hoạt động vào ngày tính.",
      en: "Cooperatives and credit funds that operate on the day.",
    },
    formula: {
      vi: "Số tổ chức có trạng thái “đang hoạt động” vào ngày tính.",
      en: "Organisations whose status on the day is “operating”.",
    },
    source: reportForms,
  },
  cooperatives_founded: {
    name: { vi: "Số hợp tác xã thành lập mới", en: "Cooperatives founded" },
    counts: {
      vi: "Hợp tác xã và quỹ tín dụng nhân dân thành lập mới trong kỳ; không tính tổ chức hình thành do chia, tách, hợp nhất, chuyển đổi.",
      en: "Cooperatives and credit funds founded in the period; not those that came of a division, separation, consolidation or conversion.",
    },
    formula: flowFormula,
    source: reportForms,
  },
  cooperatives_ended: {
    name: { vi: "Số hợp tác xã giải thể, phá sản", en: "Cooperatives dissolved or bankrupt" },
    counts: {
      vi: "Hợp tác xã và quỹ tín dụng nhân dân giải thể hoặc phá sản trong kỳ; không tính chia, hợp nhất, sáp nhập, chuyển đổi.",
      en: "Cooperatives and credit funds dissolved or bankrupt in the period; not those divided, consolidated, merged or converted.",
    },
    formula: flowFormula,
    source: reportForms,
  },
  cooperatives_created_by_reorganisation: {
    name: { vi: "Số hợp tác xã hình thành do tổ chức lại", en: "Cooperatives created by reorganisation" },
    counts: {
      vi: "Hợp tác xã hình thành trong kỳ do chia, tách, hợp nhất hoặc chuyển đổi.",
      en: "Cooperatives that came of a division, separation, consolidation or conversion in the period.",
    },
    formula: flowFormula,
    source: cooperativeLaw,
  },
  credit_funds: {
    name: { vi: "Số quỹ tín dụng nhân dân", en: "People's credit funds" },
    counts: {
      vi: "Quỹ tín dụng nhân dân chưa giải thể hay chấm dứt.",
      en: "People's credit funds that have not ended.",
    },
    formula: stockFormula,
    source: {
      vi: "Luật Các tổ chức tín dụng 32/2024/QH15; tính vào hợp tác xã, lĩnh vực tín dụng.",
      en: "Law on Credit Institutions 32/2024/QH15; counted among cooperatives, sector credit.",
    },
  },
  cooperative_groups: {
    name: { vi: "Tổng số tổ hợp tác", en: "Cooperative groups" },
    counts: { vi: "Tổ hợp tác chưa chấm dứt.", en: "Cooperative groups that have not ended." },
    formula: stockFormula,
    source: groupLaw,
  },
  cooperative_groups_founded: {
    name: { vi: "Số tổ hợp tác thành lập mới", en: "Cooperative groups founded" },
    counts: { vi: "Tổ hợp tác thành lập mới trong kỳ.", en: "Cooperative groups founded in the period." },
    formula: flowFormula,
    source: groupLaw,
  },
  cooperative_groups_founded_with_large_field: {
    name: {
      vi: "Số tổ hợp tác thành lập mới gắn với cánh đồng lớn",
      en: "Cooperative groups founded that work a large field",
    },
    counts: {
      vi: "Tổ hợp tác thành lập trong kỳ có diện tích cánh đồng lớn trong báo cáo gần nhất đã được tiếp nhận.",
      en: "Cooperative groups founded in the period whose latest accepted report has a large-field area.",
    },
    formula: flowFormula,
    source: noDefinition,
  },
  cooperative_unions: {
    name: { vi: "Tổng số liên hiệp hợp tác xã", en: "Unions of cooperatives" },
    counts: {
      vi: "Liên hiệp hợp tác xã chưa giải thể hay chấm dứt.",
      en: "Unions of cooperatives that have not ended.",
    },
    formula: stockFormula,
    source: reportForms,
  },
  cooperative_unions_founded: {
    name: { vi: "Số liên hiệp hợp tác xã thành lập mới", en: "Unions of cooperatives founded" },
    counts: {
      vi: "Liên hiệp hợp tác xã thành lập mới trong kỳ.",
      en: "Unions of cooperatives founded in the period.",
    },
    formula: flowFormula,
    source: reportForms,
  },
  cooperatives_profitable_share: {
    name: { vi: "Tỷ lệ hợp tác xã có lãi", en: "Share of cooperatives with a profit" },
    counts: {
      vi: "Hợp tác xã (kể cả quỹ tín dụng nhân dân) có lợi nhuận trước thuế lớn hơn 0 trong năm báo cáo gần nhất.",
      en: "Cooperatives (credit funds included) with a profit before tax above nought in the latest reporting year.",
    },
    formula: shareOfReportsFormula,
    source: yearlyReport,
  },
  cooperatives_good_or_fair_share: {
    name: { vi: "Tỷ lệ hợp tác xã xếp loại tốt, khá", en: "Share of cooperatives rated good or fair" },
    counts: ratedAmong("tốt hoặc khá (“khá, giỏi”)", "good or fair"),
    formula: shareOfRatedFormula("tốt, khá", "good or fair"),
    source: ratingCircular,
  },
  cooperatives_average_share: {
    name: { vi: "Tỷ lệ hợp tác xã xếp loại trung bình", en: "Share of cooperatives rated average" },
    counts: ratedAmong("trung bình", "average"),
    formula: shareOfRatedFormula("trung bình", "average"),
    source: ratingCircular,
  },
  cooperatives_weak_share: {
    name: { vi: "Tỷ lệ hợp tác xã xếp loại yếu", en: "Share of cooperatives rated weak" },
    counts: ratedAmong("yếu", "weak"),
    formula: shareOfRatedFormula("yếu", "weak"),
    source: ratingCircular,
  },
  communes_with_lasting_model_share: {
    name: { vi: "Tỷ lệ xã có mô hình bền vững", en: "Share of communes with a lasting model" },
    counts: {
      vi: `Xã, phường, thị trấn, đặc khu có ít nhất một mô hình bền vững. ${modelsAre.vi}`,
      en: `Communes, wards, townships and special zones with at least one lasting model. ${modelsAre.en}`,
    },
    formula: {
      vi: "Số xã có mô hình ÷ tổng số xã đang tồn tại vào ngày tính × 100.",
      en: "Communes with a model ÷ all communes in force on the day × 100.",
    },
    source: noDefinition,
  },
  lasting_models: {
    name: { vi: "Số mô hình bền vững", en: "Lasting models" },
    counts: modelsAre,
    formula: {
      vi: "Số tổ chức đạt đủ các điều kiện vào ngày tính.",
      en: "Organisations that fulfil every condition on the day.",
    },
    source: noDefinition,
  },
  members: {
    name: { vi: "Tổng số thành viên hợp tác xã", en: "Members of cooperatives" },
    counts: {
      vi: "Thành viên hợp tác xã, kể cả quỹ tín dụng nhân dân; một người tham gia hai nơi được tính hai lần.",
      en: "Members of cooperatives, credit funds included; a person who is in two counts twice.",
    },
    formula: sumFormula,
    source: yearlyReport,
  },
  members_of_cooperative_groups: {
    name: { vi: "Tổng số thành viên tổ hợp tác", en: "Members of cooperative groups" },
    counts: { vi: "Thành viên tổ hợp tác.", en: "Members of cooperative groups." },
    formula: sumFormula,
    source: yearlyReport,
  },
  workers: {
    name: { vi: "Tổng số lao động thường xuyên trong hợp tác xã", en: "Regular workers of cooperatives" },
    counts: {
      vi: "Lao động thường xuyên của hợp tác xã, kể cả quỹ tín dụng nhân dân.",
      en: "Regular workers of cooperatives, credit funds included.",
    },
    formula: sumFormula,
    source: yearlyReport,
  },
  large_field_area: {
    name: { vi: "Diện tích cánh đồng lớn", en: "Large-field area" },
    counts: {
      vi: "Diện tích cánh đồng lớn của hợp tác xã và tổ hợp tác, tính bằng héc-ta.",
      en: "Large-field area worked by cooperatives and cooperative groups, in hectares.",
    },
    formula: sumFormula,
    source: yearlyReport,
  },
  average_revenue: {
    name: { vi: "Doanh thu bình quân một hợp tác xã", en: "Average revenue of a cooperative" },
    counts: {
      vi: "Doanh thu trong năm của hợp tác xã đã nộp báo cáo, không kể quỹ tín dụng nhân dân.",
      en: "Revenue of the year of the cooperatives that reported, without credit funds.",
    },
    formula: {
      vi: "Tổng doanh thu ÷ số hợp tác xã đã nộp báo cáo, đồng/năm.",
      en: "Sum of revenues ÷ cooperatives that reported, đồng a year.",
    },
    source: reportForms,
  },
  average_profit: {
    name: { vi: "Lãi bình quân một hợp tác xã", en: "Average profit of a cooperative" },
    counts: {
      vi: "Lợi nhuận trước thuế trong năm của hợp tác xã đã nộp báo cáo, không kể quỹ tín dụng nhân dân; lỗ là số âm và vẫn được cộng.",
      en: "Profit before tax of the cooperatives that reported, without credit funds; losses are negative and stay in the sum.",
    },
    formula: {
      vi: "Tổng lợi nhuận trước thuế ÷ số hợp tác xã đã nộp báo cáo, đồng/năm.",
      en: "Sum of profits before tax ÷ cooperatives that reported, đồng a year.",
    },
    source: reportForms,
  },
  average_worker_income: {
    name: {
      vi: "Thu nhập bình quân của lao động thường xuyên trong hợp tác xã",
      en: "Average income of a cooperative's regular worker",
    },
    counts: {
      vi: "Tiền công trả cho lao động thường xuyên của hợp tác xã, không kể quỹ tín dụng nhân dân; khác với thu nhập của thành viên.",
      en: "What cooperatives paid their regular workers, without credit funds; not the same as members' income.",
    },
    formula: {
      vi: "Tổng tiền công trong năm ÷ tổng số lao động thường xuyên, đồng/người/năm.",
      en: "Sum of wages of the year ÷ sum of regular workers, đồng a person a year.",
    },
    source: reportForms,
  },
  high_technology: {
    name: { vi: "Số hợp tác xã ứng dụng công nghệ cao", en: "Cooperatives with high technology" },
    counts: {
      vi: "Hợp tác xã khai ứng dụng công nghệ cao trong báo cáo của năm báo cáo gần nhất.",
      en: "Cooperatives that say in the report of the latest reporting year that they use high technology.",
    },
    formula: sumFormula,
    source: reportForms,
  },
  value_chain: {
    name: { vi: "Số hợp tác xã liên kết theo chuỗi giá trị", en: "Cooperatives in value chains" },
    counts: {
      vi: "Hợp tác xã khai liên kết theo chuỗi giá trị trong báo cáo của năm báo cáo gần nhất.",
      en: "Cooperatives that say in the report of the latest reporting year that they are linked in a value chain.",
    },
    formula: sumFormula,
    source: reportForms,
  },
}
