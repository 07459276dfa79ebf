import type { MeasureKind, Shown } from "./catalogue.ts"
import type { Denominator } from "./scope.ts"
import type { Both } from "./texts.ts"

export const denominatorNames: Readonly<Record<Denominator, Both>> = {
  all: { vi: "tất cả", en: "all" },
  operating: { vi: "đang hoạt động", en: "operating" },
  reporting: { vi: "đã nộp báo cáo", en: "that reported" },
  rated: { vi: "đã xếp loại", en: "rated" },
}

export const measureKindNames: Readonly<Record<MeasureKind, Both>> = {
  stock: { vi: "Số có vào một ngày", en: "As of a day" },
  flow: { vi: "Số phát sinh trong kỳ", en: "Over a period" },
  share: { vi: "Tỷ lệ", en: "Share" },
  average: { vi: "Bình quân", en: "Average" },
}

/** The head of the column that the list of records has for the measure. */
export const shownNames: Readonly<Record<Shown, Both>> = {
  founded_on: { vi: "Ngày thành lập", en: "Founded" },
  happened_on: { vi: "Ngày", en: "Day" },
  profit: { vi: "Lợi nhuận trước thuế", en: "Profit before tax" },
  revenue: { vi: "Doanh thu", en: "Revenue" },
  points: { vi: "Điểm, xếp loại", en: "Points and class" },
  members: { vi: "Số thành viên", en: "Members" },
  workers: { vi: "Số lao động", en: "Workers" },
  hectares: { vi: "Cánh đồng lớn (ha)", en: "Large field (ha)" },
  wages: { vi: "Tiền công", en: "Wages" },
  yes_or_no: { vi: "Có", en: "Yes" },
  models: { vi: "Số mô hình", en: "Models" },
}

export const classNames: Readonly<Record<"good" | "fair" | "average" | "weak", Both>> = {
  good: { vi: "Tốt", en: "Good" },
  fair: { vi: "Khá", en: "Fair" },
  average: { vi: "Trung bình", en: "Average" },
  weak: { vi: "Yếu", en: "Weak" },
}

/** A record whose commune was divided among several units, so that none of them can claim it. */
export const unplaced: Both = {
  vi: "Không xác định được đơn vị (xã cũ đã chia cho nhiều đơn vị)",
  en: "Unit unknown (the former commune was divided among several)",
}

export const notYetMeasured: Both = { vi: "Chưa có số liệu", en: "Not yet measured" }
