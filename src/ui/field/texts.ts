import { inBoth } from "../language.ts"

export const fieldTexts = inBoth({
  optional: ["(không bắt buộc)", "(optional)"],
  title: ["Cần sửa trước khi gửi lại", "To put right before sending again"],
  fileAgain: [
    "Tệp đã chọn không được giữ lại: hãy chọn lại.",
    "The file you chose was not kept: choose it again.",
  ],
})
