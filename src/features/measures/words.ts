import type { Locale } from "../../ui/language.ts"

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

export const reportForms: Both = {
  vi: "Biểu chỉ tiêu phát triển kinh tế tập thể kèm kế hoạch hằng năm của Bộ.",
  en: "The ministry's table of indicators on the collective economy, sent with the yearly plan.",
}
export const yearlyReport: Both = {
  vi: "Báo cáo tình hình hoạt động hằng năm, Thông tư 09/2024/TT-BKHĐT, Điều 6 (trước đó Thông tư 07/2019/TT-BKHĐT và Nghị định 107/2017/NĐ-CP).",
  en: "The yearly report on operation, Circular 09/2024/TT-BKHĐT, Article 6 (before it Circular 07/2019/TT-BKHĐT and Decree 107/2017/NĐ-CP).",
}
export const ratingCircular: Both = {
  vi: "Thông tư 01/2020/TT-BKHĐT, Điều 8: tốt từ 80 điểm, khá từ 65, trung bình từ 50, dưới 50 là yếu.",
  en: "Circular 01/2020/TT-BKHĐT, Article 8: good from 80 points, fair from 65, average from 50, weak below.",
}
export const cooperativeLaw: Both = {
  vi: "Luật Hợp tác xã 17/2023/QH15 (trước đó Luật 23/2012/QH13).",
  en: "Law on Cooperatives 17/2023/QH15 (before it Law 23/2012/QH13).",
}
export const groupLaw: Both = {
  vi: "Luật Hợp tác xã 17/2023/QH15, Điều 4; Nghị định 77/2019/NĐ-CP.",
  en: "Law on Cooperatives 17/2023/QH15, Article 4; Decree 77/2019/NĐ-CP.",
}
export const noDefinition: Both = {
  vi: "Không văn bản nào định nghĩa; đây là cách hiểu của hệ thống này.",
  en: "No law defines it; this is the reading of this system.",
}

export const stockFormula: Both = {
  vi: "Số tổ chức có trong sổ đăng ký vào ngày tính, không kể tổ chức đã chấm dứt.",
  en: "Organisations in the register on the day, without those that have ended.",
}
export const operatingFormula: Both = {
  vi: "Số tổ chức có trạng thái “đang hoạt động” vào ngày tính.",
  en: "Organisations whose status on the day is “operating”.",
}
export const flowFormula: Both = {
  vi: "Số sự kiện trong kỳ, từ ngày đầu đến hết ngày tính; địa bàn và lĩnh vực lấy theo ngày xảy ra.",
  en: "Events of the period, from its first day through the day counted; place and sector are those of the event's own day.",
}
export const sumFormula: Both = {
  vi: "Tổng theo báo cáo đã được tiếp nhận của năm báo cáo gần nhất, của các tổ chức còn tồn tại vào ngày tính.",
  en: "Sum over the accepted reports of the latest reporting year, of organisations that exist on the day.",
}
export const reportedFlowFormula: Both = {
  vi: "Tổng theo báo cáo đã được tiếp nhận của các năm báo cáo kết thúc trong kỳ; địa bàn và lĩnh vực lấy theo ngày chốt số liệu của năm báo cáo.",
  en: "Sum over the accepted reports of the years that end within the period; place and sector are those of the last day reported on.",
}

/** What an average of organisations is made of; averages of parts are never averaged again. */
export function averageFormula(sum: Both, of: Both): Both {
  return {
    vi: `${sum.vi} ÷ số ${of.vi} của mẫu số, đồng/năm; không bao giờ lấy bình quân của các số bình quân. Mẫu số: đã nộp báo cáo (mặc định), đang hoạt động, hoặc tất cả.`,
    en: `${sum.en} ÷ ${of.en} of the denominator, đồng a year; averages are never averaged again. Denominator: those that reported (default), those operating, or all.`,
  }
}
