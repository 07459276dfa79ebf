import { inBoth } from "../language.ts"

export const texts = inBoth({
  skip: ["Đến nội dung chính", "Skip to the content"],
  sample: ["Dữ liệu minh họa", "Sample data"],
  sampleWords: [
    "Các tổ chức, số liệu và tin bài trên trang là hư cấu, dùng để trình bày phần mềm.",
    "The organisations, figures and articles on this site are fictional and show how the software works.",
  ],
  navigation: ["Các mục chính", "Main sections"],
  home: ["Trang chủ", "Home"],
  news: ["Tin tức", "News"],
  plans: ["Kế hoạch", "Plans"],
  measures: ["Số liệu", "Figures"],
  register: ["Hợp tác xã", "Cooperatives"],
  places: ["Địa bàn", "Places"],
  searchRegister: ["Tìm hợp tác xã theo tên hoặc mã số", "Find a cooperative by name or code"],
  searchPlaceholder: ["Tìm hợp tác xã", "Find a cooperative"],
  search: ["Tìm", "Search"],
  otherLanguage: ["English", "Tiếng Việt"],
  address: ["Địa chỉ", "Address"],
  phone: ["Điện thoại", "Phone"],
  email: ["Thư điện tử", "Email"],
  verification: ["Xác minh báo cáo", "Check a report"],
  seals: ["Niêm phong nhật ký", "Seals of the change log"],
  feed: ["Tin mới qua RSS", "News by RSS"],
  links: ["Liên kết", "Links"],
  siteMap: ["Sơ đồ trang", "Site map"],
  breadcrumb: ["Bạn đang ở", "You are here"],
  figuresOpen: [
    "Bấm vào một con số để xem hồ sơ của các tổ chức đã tạo nên con số đó.",
    "Follow any figure to the records of the organisations behind it.",
  ],
})
