import type { MeasureKind, MeasureSection, Shown, Unit } from "./catalogue.ts"
import type { Denominator } from "./scope.ts"
import type { Both } from "./words.ts"

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

/** Units as the tables of the ministry name them. */
export const unitNames: Readonly<Record<Unit, Both>> = {
  organisation: { vi: "tổ chức", en: "organisations" },
  commune: { vi: "xã", en: "communes" },
  person: { vi: "người", en: "people" },
  support: { vi: "lượt", en: "times" },
  percent: { vi: "%", en: "%" },
  hectare: { vi: "ha", en: "ha" },
  vnd: { vi: "đồng", en: "đồng" },
  vnd_per_year: { vi: "đồng/năm", en: "đồng a year" },
  vnd_per_person_year: { vi: "đồng/người/năm", en: "đồng a person a year" },
}

export const sectionNames: Readonly<Record<MeasureSection, Both>> = {
  cooperatives: { vi: "I. Hợp tác xã", en: "I. Cooperatives" },
  unions: { vi: "II. Liên hiệp hợp tác xã", en: "II. Unions of cooperatives" },
  groups: { vi: "III. Tổ hợp tác", en: "III. Cooperative groups" },
  supports: { vi: "Kết quả hỗ trợ", en: "Support given" },
  plans: { vi: "Chỉ tiêu khác của kế hoạch", en: "What plans aim at besides" },
  coverage: { vi: "Tình hình báo cáo", en: "How many reported" },
}

/** What may be added to what, for each kind of figure. */
export const addingUp: Readonly<Record<MeasureKind, Both>> = {
  stock: {
    vi: "Cộng được theo địa bàn, lĩnh vực, loại hình; không cộng được qua các năm.",
    en: "Adds up over places, sectors and kinds; never over years.",
  },
  flow: {
    vi: "Cộng được theo địa bàn, lĩnh vực, loại hình và qua các kỳ nối tiếp.",
    en: "Adds up over places, sectors and kinds, and over one period after another.",
  },
  share: {
    vi: "Không cộng được: tỷ lệ chung tính lại từ tổng tử số ÷ tổng mẫu số.",
    en: "Never adds up: the share of the whole is worked out again, sum ÷ sum.",
  },
  average: {
    vi: "Không cộng được: bình quân chung tính lại từ tổng ÷ tổng.",
    en: "Never adds up: the average of the whole is worked out again, sum ÷ sum.",
  },
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
  managers: { vi: "Số cán bộ quản lý", en: "Managers" },
  people: { vi: "Số người", en: "People" },
  member_cooperatives: { vi: "Số hợp tác xã thành viên", en: "Member cooperatives" },
  hectares: { vi: "Cánh đồng lớn (ha)", en: "Large field (ha)" },
  wages: { vi: "Tiền công", en: "Wages" },
  money: { vi: "Đã giải ngân", en: "Disbursed" },
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
