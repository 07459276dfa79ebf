import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Chuyên mục", "Sections"],
  lead: [
    "Thứ tự ở đây là thứ tự trên trang công khai. Chuyên mục chưa có bài nào thì người đọc chưa thấy.",
    "The order here is the order on the public site. Readers see a section once there is an article in it.",
  ],
  retired: ["Đã ngừng dùng", "Retired"],
  retiredLead: [
    "Không xếp bài mới vào các chuyên mục này. Bài đã có vẫn đọc được ở địa chỉ cũ.",
    "No new articles are put in these. Those that are there can still be read at the same addresses.",
  ],
  none: [
    "Chưa có chuyên mục nào. Hãy thêm chuyên mục đầu tiên.",
    "There are no sections yet. Add the first.",
  ],
  name: ["Tên", "Name"],
  nameEn: ["Tên tiếng Anh", "Name in English"],
  articleCount: ["Số bài", "Articles"],
  articlesIn: [(count: string) => `${count} bài`, (count: string) => `articles: ${count}`],
  rename: ["Đổi tên", "Rename"],
  renameOne: [(name: string) => `Đổi tên ${name}`, (name: string) => `Rename ${name}`],
  retire: ["Ngừng dùng chuyên mục", "Retire the section"],
  restore: ["Dùng lại chuyên mục", "Use the section again"],
  delete: ["Xóa chuyên mục", "Delete the section"],
  retireWords: [
    (articles: string) =>
      `Chuyên mục đã có bài (hiện nay: ${articles}) nên không xóa được. Ngừng dùng thì chuyên mục không còn trong danh sách, bài vẫn ở địa chỉ cũ.`,
    (articles: string) =>
      `There have been articles in it (now: ${articles}), so it cannot be deleted. Retired, it is no longer listed, and its articles keep their addresses.`,
  ],
  restoreWords: [
    "Chuyên mục sẽ trở lại danh sách và nhận bài mới.",
    "It will be listed again and take new articles.",
  ],
  deleteWords: [
    "Chưa có bài nào trong chuyên mục nên có thể xóa hẳn.",
    "There is no article in it, so it can be deleted for good.",
  ],
  add: ["Thêm chuyên mục", "Add a section"],
  nameHint: [
    "Địa chỉ của chuyên mục được đặt theo tên này.",
    "The address of the section is made from this name.",
  ],
  renameHint: [
    "Địa chỉ đổi theo tên; địa chỉ cũ tự dẫn đến địa chỉ mới.",
    "The address follows the name; the old one leads to the new one.",
  ],
  save: ["Lưu", "Save"],
  enterName: ["Hãy nhập tên chuyên mục.", "Enter the name of the section."],
  enterNameEn: ["Hãy nhập tên tiếng Anh.", "Enter the name in English."],
  nameTaken: [
    "Đã có chuyên mục tên này. Hãy chọn tên khác.",
    "There is a section of this name already. Choose another.",
  ],
  changedMeanwhile: [
    (name: string, nameEn: string) =>
      `Trong lúc bạn sửa, người khác đã đổi tên chuyên mục thành “${name}” (${nameEn}). Hãy xem lại rồi lưu lần nữa nếu vẫn muốn đổi.`,
    (name: string, nameEn: string) =>
      `While you were writing, someone else named the section “${name}” (${nameEn}). Look again, and save once more if you still want your names.`,
  ],
  stillUsed: [
    "Chuyên mục vừa có bài nên không xóa được nữa. Bạn có thể ngừng dùng.",
    "An article has come into it, so it cannot be deleted any more. You can retire it.",
  ],
})
