import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Bản ghi có thể trùng", "Possible duplicates"],
  lead: [
    "Những cặp tổ chức giống nhau về tên, mã số hoặc người đại diện. Mở từng cặp để so sánh, rồi gộp hoặc xác định không phải một.",
    "Pairs of organisations alike in name, code or representative. Open each to compare them, then join them or tell them apart.",
  ],
  none: ["Không còn cặp nào cần xem.", "No pair is left to look at."],
  pairs: [(count: string) => `${count} cặp cần xem`, (count: string) => `${count} pairs to look at`],
  more: [
    (shown: string, total: string) =>
      `Đang hiện ${shown} trong ${total} cặp; cặp khác hiện ra sau khi xử lý những cặp này.`,
    (shown: string, total: string) => `${shown} of ${total} pairs; the others follow when these are settled.`,
  ],
  one: ["Bản ghi thứ nhất", "First record"],
  other: ["Bản ghi thứ hai", "Second record"],
  why: ["Giống nhau vì", "Alike in"],
  open: ["So sánh", "Compare"],
  code: ["cùng mã số", "the same code"],
  same_name: ["cùng tên, cùng xã", "the same name and commune"],
  similar_name: ["tên gần giống, cùng xã", "a similar name, the same commune"],
  person: ["cùng người đại diện và điện thoại", "the same representative and phone"],
  compareTitle: [
    (one: string, other: string) => `So sánh ${one} và ${other}`,
    (one: string, other: string) => `Compare ${one} and ${other}`,
  ],
  notAlike: [
    "Hai bản ghi này không có dấu hiệu trùng mà hệ thống nhận ra.",
    "The system sees no sign that these two are one.",
  ],
  field: ["Mục", "Field"],
  name: ["Tên", "Name"],
  codeField: ["Mã số", "Code"],
  place: ["Địa bàn", "Place"],
  sector: ["Lĩnh vực", "Sector"],
  status: ["Tình trạng", "Status"],
  founded: ["Ngày thành lập", "Founded on"],
  representative: ["Người đại diện", "Representative"],
  phone: ["Điện thoại", "Phone"],
  address: ["Địa chỉ", "Address"],
  capital: ["Vốn điều lệ", "Charter capital"],
  events: ["Số sự kiện đã ghi", "Events recorded"],
  years: ["Năm có báo cáo", "Years reported"],
  details: ["Mục trong hồ sơ chi tiết", "Dated records"],
  differs: ["khác", "differs"],
  decide: ["Quyết định", "Decide"],
  act: ["Hai bản ghi này", "These two records"],
  keepOne: [(name: string) => `Là một: giữ “${name}”`, (name: string) => `Are one: keep “${name}”`],
  apart: ["Không phải một", "Are of two organisations"],
  actNeeded: ["Hãy chọn một quyết định.", "Choose what they are."],
  reason: ["Lý do", "Reason"],
  reasonHint: [
    "Ví dụ: đã xem giấy chứng nhận, hai mã số khác nhau.",
    "For example: saw the certificates, the codes differ.",
  ],
  reasonNeeded: ["Hãy ghi lý do.", "Give the reason."],
  save: ["Ghi quyết định", "Record the decision"],
  joinMeans: [
    "Khi gộp, không có gì bị xóa: lịch sử của cả hai được giữ, báo cáo và xếp loại của những năm còn thiếu chuyển sang bản ghi được giữ, địa chỉ cũ dẫn sang địa chỉ mới. Hoàn tác được khi chưa ai sửa hai bản ghi.",
    "Nothing is deleted by joining: both histories stay, reports and ratings of years that are missing go to the record that is kept, the old address leads to the new one. It can be undone until somebody changes either.",
  ],
  kinds: ["Hai tổ chức khác loại hình thì không phải một.", "Organisations of two kinds are not one."],
  reports: [
    (years: string) =>
      `Cả hai có báo cáo năm ${years} với số liệu khác nhau. Sửa hoặc trả lại một trong hai báo cáo trước khi gộp.`,
    (years: string) =>
      `Both have reports of ${years} with other figures. Correct or return one of them before joining.`,
  ],
  ratings: [
    (years: string) => `Cả hai có kết quả xếp loại năm ${years} khác nhau. Thống nhất kết quả trước khi gộp.`,
    (years: string) => `Both have ratings of ${years} that differ. Settle them before joining.`,
  ],
  joined_already: ["Một trong hai bản ghi đã được gộp rồi.", "One of the two was joined already."],
  keepsBoth: [
    "Chỉ người phụ trách cả hai địa bàn mới gộp được. Hãy báo cán bộ tỉnh.",
    "Only who keeps both places may join them. Tell an officer of the province.",
  ],
  apartTitle: ["Đã xác định không phải một", "Told apart"],
  joinsTitle: ["Đã gộp", "Joined"],
  joinedInto: [
    (name: string, into: string) => `“${name}” đã gộp vào “${into}”`,
    (name: string, into: string) => `“${name}” was joined into “${into}”`,
  ],
  by: [(name: string, at: string) => `${name}, ${at}`, (name: string, at: string) => `${name}, ${at}`],
  takeBack: ["Xem lại cặp này", "Look at it again"],
  undo: ["Hoàn tác việc gộp", "Undo the joining"],
  touched: [
    "Đã có thay đổi sau khi gộp nên không hoàn tác được.",
    "Something was changed since, so it can't be undone.",
  ],
  joinedHere: ["Bản ghi đã gộp vào đây", "Records joined into this one"],
})
