import type { MeasureKind, Shown } from "./catalogue.ts"
import type { Denominator, OrganisationKind, Sector } from "./scope.ts"
import type { Both } from "./texts.ts"

export const sectorNames: Readonly<Record<Sector, Both>> = {
  agriculture: { vi: "Nông, lâm, ngư, diêm nghiệp", en: "Agriculture, forestry, fishery, salt" },
  industry: { vi: "Công nghiệp, tiểu thủ công nghiệp", en: "Industry and crafts" },
  construction: { vi: "Xây dựng", en: "Construction" },
  credit: { vi: "Tín dụng", en: "Credit" },
  trade: { vi: "Thương mại, dịch vụ", en: "Trade and services" },
  transport: { vi: "Vận tải", en: "Transport" },
  other: { vi: "Lĩnh vực khác", en: "Other sectors" },
}

export const organisationKindNames: Readonly<Record<OrganisationKind, Both>> = {
  cooperative: { vi: "Hợp tác xã", en: "Cooperative" },
  cooperative_union: { vi: "Liên hiệp hợp tác xã", en: "Union of cooperatives" },
  cooperative_group: { vi: "Tổ hợp tác", en: "Cooperative group" },
  credit_fund: { vi: "Quỹ tín dụng nhân dân", en: "People's credit fund" },
}

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
