import { inBoth } from "../../ui/language.ts"

export const closingTexts = inBoth({
  close: ["Khóa đợt báo cáo", "Close the round"],
  closeLead: [
    "Khóa đợt sẽ khóa mọi báo cáo đã được tiếp nhận và chốt toàn bộ số liệu cùng danh sách hồ sơ phía sau. Sau đó chỉ sửa được bằng cách mở lại từng báo cáo có lý do, rồi chốt một phiên bản mới.",
    "Closing locks every report that was accepted and freezes all figures with the records behind them. After it, only reports opened again with a reason can change, and the figures are frozen anew as another version.",
  ],
  covered: ["Đã báo cáo", "Reported"],
  wouldBeLost: [
    "Những báo cáo sau chưa được tiếp nhận nên sẽ không có trong số liệu:",
    "These reports are not accepted yet, and would not be in the figures:",
  ],
  nothingLost: [
    "Mọi báo cáo đã gửi đều được tiếp nhận; không có gì bị bỏ sót.",
    "Every report that was sent is accepted; nothing would be lost.",
  ],
  changedMeanwhile: [
    "Số báo cáo chưa xong đã thay đổi. Hãy xem lại trước khi khóa.",
    "What is unfinished has changed. Look at it again before closing.",
  ],
  closeAnyway: ["Vẫn khóa đợt, bỏ các báo cáo này", "Close anyway, without these reports"],
  versions: ["Các phiên bản số liệu", "Versions of the figures"],
  version: [
    (version: number, day: string, by: string) => `Phiên bản ${version}, chốt ${day}, ${by}`,
    (version: number, day: string, by: string) => `Version ${version}, frozen ${day} by ${by}`,
  ],
  figures: ["Số liệu đã chốt", "Frozen figures"],
  noFigures: [
    "Đợt này khóa trước khi hệ thống chốt số liệu; có thể chốt bây giờ.",
    "This round was closed before its figures could be frozen; they can be frozen now.",
  ],
  correct: ["Chốt lại số liệu", "Freeze the figures anew"],
  correctLead: [
    "Dùng khi có báo cáo được mở lại và sửa sau khi khóa. Phiên bản mới đứng cạnh các phiên bản cũ cùng với lý do; phiên bản cũ không đổi.",
    "For reports that were opened again and mended after closing. The new version stands beside the old ones with its reason; the old ones stay as they are.",
  ],
  reason: ["Lý do", "Reason"],
  reasonHint: [
    "Ví dụ: HTX Bình An báo cáo thiếu doanh thu, đã bổ sung ngày 10/01/2027.",
    "For example: HTX Bình An had left out part of its revenue, added on 10/01/2027.",
  ],
  reasonNeeded: ["Hãy viết lý do chốt lại.", "Write why the figures are frozen anew."],
  stillReopened: [
    (count: number) =>
      `Còn ${count} báo cáo đã mở lại mà chưa được tiếp nhận. Hãy tiếp nhận các báo cáo này rồi chốt lại.`,
    (count: number) =>
      `${count} reports that were opened again are not accepted yet. Have them accepted, then freeze anew.`,
  ],
})
