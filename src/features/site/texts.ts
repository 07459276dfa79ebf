import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Thông tin của trang", "Settings of the site"],
  lead: [
    "Những gì cổng nói về mình ở đầu và chân mỗi trang. Lưu xong là mọi trang đổi theo ngay.",
    "What the portal says of itself at the head and foot of each page. Every page follows as soon as it is saved.",
  ],
  saved: ["Đã lưu. Các trang đã đổi theo.", "Saved. The pages have followed."],
  save: ["Lưu", "Save"],
  names: ["Tên", "Names"],
  portal_name: ["Tên cổng", "Name of the portal in Vietnamese"],
  portal_name_en: ["Tên cổng bằng tiếng Anh", "Name of the portal in English"],
  department: ["Cơ quan quản lý", "Department in Vietnamese"],
  department_en: ["Cơ quan quản lý, bằng tiếng Anh", "Department in English"],
  parent_body: ["Cơ quan cấp trên", "Body above it in Vietnamese"],
  parent_body_en: ["Cơ quan cấp trên, bằng tiếng Anh", "Body above it in English"],
  province: ["Tỉnh, thành phố mà cổng phụ trách", "Province the portal answers for"],
  provinceOnly: ["Hãy chọn một tỉnh hoặc thành phố trực thuộc trung ương.", "Choose a province."],
  contact: ["Liên hệ", "Contact"],
  address: ["Địa chỉ", "Address"],
  phone: ["Điện thoại", "Phone"],
  phoneWrong: ["Hãy viết số như 0297 3862 037.", "Write a number such as 0297 3862 037."],
  email: ["Thư điện tử", "Email"],
  look: ["Đầu trang", "Banner"],
  banner: ["Màu", "Colour"],
  green: ["Xanh lá", "Green"],
  blue: ["Xanh dương", "Blue"],
  red: ["Đỏ", "Red"],
  plum: ["Mận", "Plum"],
  bannerHint: [
    "Chữ trắng đọc rõ trên cả bốn màu, ở chế độ sáng và tối.",
    "White letters read well on all four, in light and dark.",
  ],
  tagline: ["Khẩu hiệu dưới tên", "Line under the name in Vietnamese"],
  tagline_en: ["Khẩu hiệu bằng tiếng Anh", "Line under the name in English"],
  languages: ["Ngôn ngữ", "Languages"],
  has_english: ["Có trang tiếng Anh", "The portal has an English version"],
  englishHint: [
    "Khi tắt, mọi địa chỉ công khai dưới /en trả lời “không tìm thấy”. Bàn làm việc vẫn có tiếng Anh.",
    "Without it, every public address under /en answers “not found”. The desk keeps its English.",
  ],
  foot: ["Chân trang", "Foot of the page"],
  footer: ["Lời ở chân trang", "Words in Vietnamese"],
  footer_en: ["Lời ở chân trang bằng tiếng Anh", "Words in English"],
  footerHint: [
    "Mỗi dòng một đoạn, ví dụ giấy phép và người chịu trách nhiệm.",
    "One paragraph a line, such as the licence and who is responsible.",
  ],
  footer_links: ["Liên kết", "Links"],
  linksHint: [
    "Mỗi dòng một liên kết: tên | tên tiếng Anh | địa chỉ. Ví dụ: Cổng Chính phủ | Government portal | https://chinhphu.vn",
    "One a line: Vietnamese name | English name | address. For example: Cổng Chính phủ | Government portal | https://chinhphu.vn",
  ],
  linkWrong: [
    (line: string) =>
      `Dòng “${line}” cần đủ ba phần cách nhau bằng dấu |, địa chỉ bắt đầu bằng https:// hoặc /.`,
    (line: string) =>
      `The line “${line}” needs three parts with | between, the address beginning with https:// or /.`,
  ],
  tooManyLinks: ["Nhiều nhất 12 liên kết.", "At most 12 links."],
  yes: ["Có", "Yes"],
})
