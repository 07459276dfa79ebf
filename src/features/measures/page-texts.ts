import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  measures: ["Số liệu", "Figures"],
  measuresLead: [
    (place: string, day: string) =>
      `Mọi con số mà hệ thống đếm được, ${place}, tính đến hết ngày ${day}. Mỗi con số mở ra danh sách hồ sơ đã tạo nên nó.`,
    (place: string, day: string) =>
      `Everything the system counts, ${place}, through ${day}. Every figure opens to the records behind it.`,
  ],
  name: ["Chỉ số", "Measure"],
  figure: ["Số liệu", "Figure"],
  counts: ["Đếm gì", "What is counted"],
  formula: ["Cách tính", "Formula"],
  source: ["Căn cứ", "Source"],
  kind: ["Loại số liệu", "Kind of figure"],
  period: ["Thời kỳ", "Period"],
  through: [(day: string) => `Đến hết ngày ${day}`, (day: string) => `Through ${day}`],
  fromTo: [
    (from: string, to: string) => `Từ ${from} đến hết ${to}`,
    (from: string, to: string) => `${from} through ${to}`,
  ],
  reportYear: [(year: string) => `theo báo cáo năm ${year}`, (year: string) => `from the reports of ${year}`],
  denominator: ["Mẫu số", "Denominator"],
  denominatorWords: [
    (name: string, count: string) => `${name}: ${count}`,
    (name: string, count: string) => `${name}: ${count}`,
  ],
  leftOut: [
    (count: string) => `không tính ${count} tổ chức chưa báo cáo, chưa xếp loại hoặc không hoạt động`,
    (count: string) => `without ${count} that did not report, were not rated or do not operate`,
  ],
  fraction: [
    (numerator: string, denominator: string) => `${numerator} trên ${denominator}`,
    (numerator: string, denominator: string) => `${numerator} of ${denominator}`,
  ],
  narrowed: ["Đang xem riêng", "Narrowed to"],
  widen: ["Xem toàn bộ", "See the whole"],
  breakdown: ["Phân theo", "Broken down by"],
  byDistrict: ["Theo huyện, thành phố", "By district"],
  byCommune: ["Theo xã, phường, thị trấn, đặc khu", "By commune"],
  bySector: ["Theo lĩnh vực", "By sector"],
  byKind: ["Theo loại hình", "By kind"],
  byProvince: ["Theo tỉnh, thành phố", "By province"],
  unit: ["Đơn vị", "Unit"],
  sector: ["Lĩnh vực", "Sector"],
  share: ["Tử số / mẫu số", "Numerator / denominator"],
  records: ["Hồ sơ đứng sau con số", "The records behind the figure"],
  recordCount: [(count: string) => `${count} hồ sơ`, (count: string) => `${count} records`],
  counted: ["Được tính", "Counted"],
  yes: ["Có", "Yes"],
  no: ["Không", "No"],
  unknown: ["Chưa có số liệu", "Nothing known yet"],
  organisation: ["Tổ chức", "Organisation"],
  commune: ["Xã, phường", "Commune"],
  kindOfOrganisation: ["Loại hình", "Kind"],
  code: ["Mã số", "Code"],
  download: ["Tải danh sách này (CSV)", "Download this list (CSV)"],
  noRecords: [
    "Không có hồ sơ nào trong phạm vi này. Hãy chọn ngày khác hoặc xem toàn bộ địa bàn.",
    "No record falls within this. Choose another day or see the whole place.",
  ],
  back: ["Quay lại trang đầu của danh sách", "Back to the first page of the list"],
  uncertain: [
    "Có đơn vị mới được lập từ đất của nhiều đơn vị cũ, nên con số này chỉ gồm phần chắc chắn thuộc địa bàn.",
    "Some new units were formed from the land of several old ones, so this figure holds only what surely lies in the place.",
  ],
})
