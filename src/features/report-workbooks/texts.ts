import { formatNumber } from "../../ui/format.ts"

/** What an officer reads beside a row of the sheet; it stands in the answer's own workbook, in Vietnamese. */
export const rowTexts = {
  sameTarget: (row: number) =>
    `Dòng này và dòng ${row} cùng là báo cáo của một tổ chức. Hãy giữ lại một dòng.`,
  foreignKey:
    "Mã dòng ẩn của dòng này không đúng. Hãy tải lại biểu mẫu, hoặc xóa ô mã dòng để hệ thống tìm theo mã số và tên.",
  notAsked:
    "Đợt báo cáo không hỏi tổ chức này ở địa bàn của tệp, hoặc tên, mã số khác với sổ đăng ký. Hãy kiểm tra lại, hoặc bỏ dòng này.",
  severalSuch: (count: number) => `Có ${count} tổ chức cùng tên ở đây. Hãy ghi mã số để biết là tổ chức nào.`,
  notOpen: (isSent: boolean) =>
    isSent
      ? "Báo cáo này đã gửi. Muốn sửa, hãy rút lại báo cáo ở trang của nó, rồi gửi lại tệp."
      : "Báo cáo này đã được tiếp nhận nên không sửa bằng tệp được. Hãy để nơi tiếp nhận trả lại trước.",
  savedSince:
    "Có người đã sửa báo cáo này sau khi biểu mẫu được tải. Hãy tải lại biểu mẫu để thấy số mới, hoặc bỏ dòng này.",
  missing: (label: string) => `Hãy điền “${label}”. Không có thì ghi số 0.`,
  tooSmall: (label: string, least: number) => `“${label}” phải từ ${formatNumber(least, "vi", 2)} trở lên.`,
  tooLarge: (label: string, most: number) => `“${label}” không được lớn hơn ${formatNumber(most, "vi", 2)}.`,
  explain: (message: string) => `${message} Nếu số đúng, hãy ghi lý do vào cột “Giải thích”.`,
  formOfOther:
    "Biểu mẫu này được tải cho đợt báo cáo hoặc địa bàn khác. Hãy gửi đúng nơi, hoặc tải biểu mẫu của đợt này.",
  noTable:
    "Không tìm thấy bảng báo cáo: cần cột “Tên tổ chức” và các cột số liệu có tiêu đề như trong biểu mẫu của đợt.",
  noRows: "Chưa có dòng nào được điền.",
  movedOn: "Có người vừa sửa hoặc gửi một báo cáo của tệp này. Chưa ghi gì; hãy gửi lại tệp để kiểm tra lại.",
}
