import { inBoth } from "../language.ts"

export const deskTexts = inBoth({
  skip: ["Đến nội dung chính", "Skip to the content"],
  error: ["Lỗi", "Error"],
  desk: ["Bàn làm việc", "Desk"],
  portal: ["Xem trang công khai", "See the public site"],
  otherLanguage: ["English", "Tiếng Việt"],
  signOut: ["Đăng xuất", "Sign out"],
  back: ["Quay lại", "Go back"],
  navigation: ["Các mục của bàn làm việc", "Sections of the desk"],
  articles: ["Tin bài", "Articles"],
  highlights: ["Tin nổi bật", "Highlights"],
  sections: ["Chuyên mục", "Sections"],
  imports: ["Nhập từ Excel", "From Excel"],
  organisations: ["Tổ chức", "Organisations"],
  reports: ["Báo cáo", "Reports"],
  ratings: ["Xếp loại", "Ratings"],
  administration: ["Quản trị", "Administration"],
  changeLog: ["Nhật ký thay đổi", "Change log"],
})
