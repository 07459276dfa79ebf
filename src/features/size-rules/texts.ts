import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Ngưỡng quy mô", "Size thresholds"],
  lead: [
    "Quy mô của tổ chức theo từng văn bản, có ngày hiệu lực. Các lớp được xét từ lớn xuống; lớp chưa có ngưỡng thì những tổ chức có thể thuộc lớp đó được ghi là chưa xác định.",
    "Size classes by each law, with the days they hold. Classes are tried from the largest down; where one has no threshold yet, those that may belong to it are not determined.",
  ],
  axis: ["Theo", "By"],
  industry: ["Lĩnh vực", "Sector"],
  agriculture: ["Nông nghiệp", "Agriculture"],
  industry_: ["Công nghiệp – xây dựng", "Industry and construction"],
  finance: ["Tài chính, ngân hàng và bảo hiểm", "Finance, banking and insurance"],
  services: ["Thương mại, dịch vụ và khác", "Services and others"],
  every: ["Mọi lĩnh vực", "Every sector"],
  period: ["Hiệu lực", "Holds"],
  thresholds: ["Ngưỡng", "Thresholds"],
  article: ["Điều luật", "Article"],
  is_checked: ["Đã đối chiếu với văn bản luật", "Compared with the text of the law"],
  checked: ["đã đối chiếu", "compared"],
  unchecked: ["chưa đối chiếu", "not compared"],
  missing: [(list: string) => `chưa nhập: ${list}`, (list: string) => `not entered: ${list}`],
  allMissing: ["chưa nhập ngưỡng nào", "nothing entered yet"],
  members: [(value: string) => `từ ${value} thành viên`, (value: string) => `${value} members or more`],
  revenue: [(value: string) => `doanh thu từ ${value}`, (value: string) => `revenue of ${value} or more`],
  capital: [(value: string) => `vốn từ ${value}`, (value: string) => `capital of ${value} or more`],
  and: [
    (one: string, other: string) => `${one} và (${other})`,
    (one: string, other: string) => `${one}, and (${other})`,
  ],
  or: [" hoặc ", " or "],
  rest: ["các trường hợp còn lại", "all the rest"],
  edit: ["Sửa", "Change"],
  complete: ["Nhập ngưỡng", "Enter them"],
  newPeriod: ["Ngưỡng mới từ một ngày", "New thresholds from a day on"],
  editLead: [
    "Để trống ngưỡng nào chưa biết; lớp để trống tất cả là chưa nhập. Quy mô của mọi tổ chức được tính lại ngay.",
    "What is not known stays empty; a class left empty altogether is not entered. The size of every organisation follows at once.",
  ],
  newLead: [
    "Ngưỡng đang dùng được kết thúc vào ngày trước đó, và vẫn dùng cho các năm trước.",
    "What holds now ends on the day before, and goes on for the years before.",
  ],
  leastMembers: [(name: string) => `${name}: số thành viên từ`, (name: string) => `${name}: members from`],
  leastRevenue: [
    (name: string) => `${name}: doanh thu năm từ`,
    (name: string) => `${name}: revenue of the year from`,
  ],
  leastCapital: [
    (name: string) => `${name}: tổng nguồn vốn từ`,
    (name: string) => `${name}: total capital from`,
  ],
  lowest: ["Siêu nhỏ: mọi trường hợp còn lại", "Micro: all the rest"],
  valid_from: ["Từ ngày", "From"],
  valid_to: ["Đến hết ngày", "Until the end of"],
  openHint: ["Để trống khi còn hiệu lực.", "Left empty while it holds."],
  save: ["Lưu", "Save"],
  dong: ["đồng", "đồng"],
  faultMissing: [
    (name: string) => `Lớp ${name} chưa có ngưỡng, nên các lớp nhỏ hơn không bao giờ được xét tới.`,
    (name: string) => `The class “${name}” has no threshold, so that smaller ones are never come to.`,
  ],
  faultNotBelow: [
    (name: string, above: string) =>
      `Ngưỡng của lớp ${name} phải thấp hơn lớp ${above}, nếu không hai lớp chồng lên nhau.`,
    (name: string, above: string) =>
      `The thresholds of “${name}” have to be below those of “${above}”, or the two overlap.`,
  ],
  faultNothing: [
    (name: string) => `Lớp ${name} chưa có ngưỡng nào.`,
    (name: string) => `The class “${name}” asks for nothing.`,
  ],
  backwards: ["Ngày kết thúc phải từ ngày bắt đầu trở đi.", "The last day cannot come before the first."],
  overlaps: [
    "Đã có ngưỡng khác trong thời gian đó. Hãy chọn ngày sau khi ngưỡng đang dùng bắt đầu.",
    "Other thresholds hold in that time. Choose a day after those in use began.",
  ],
  moved: [
    "Đã có người sửa ngưỡng này sau khi bạn mở. Hãy mở lại trang, xem rồi sửa.",
    "Somebody changed these thresholds since you opened them. Open the page again, look, then change them.",
  ],
})
