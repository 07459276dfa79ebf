import { inBoth } from "../language.ts"

export const texts = inBoth({
  lead: [
    (who: string, when: string) =>
      `${who} đã sửa bản ghi này lúc ${when}, sau khi bạn mở biểu mẫu. Chưa có gì của bạn bị mất và chưa có gì của họ bị ghi đè: hãy chọn từng mục dưới đây.`,
    (who: string, when: string) =>
      `${who} changed this record at ${when}, after you opened the form. Nothing of yours is lost and nothing of theirs was overwritten: choose for each field below.`,
  ],
  field: ["Mục", "Field"],
  before: ["Khi bạn mở", "When you opened it"],
  theirs: ["Đang lưu", "Kept now"],
  mine: ["Bạn đã gõ", "What you typed"],
  nothing: ["(để trống)", "(empty)"],
  caption: ["Những mục khác nhau", "Fields that differ"],
  choose: [
    (field: string) => `Giữ bản nào của mục “${field}”?`,
    (field: string) => `Which “${field}” to keep?`,
  ],
  keepTheirs: ["Giữ bản đang lưu", "Keep what is there now"],
  keepMine: ["Thay bằng bản của tôi", "Replace it by mine"],
  save: ["Lưu theo lựa chọn này", "Save these choices"],
  reload: ["Bỏ những gì tôi đã gõ", "Drop what I typed"],
})
