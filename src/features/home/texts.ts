import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  description: [
    "Kế hoạch phát triển kinh tế tập thể đã hứa gì và đã đi đến đâu; tin tức; tra cứu hợp tác xã, địa bàn.",
    "What the plan for the collective economy promised and how far it has come; news; cooperatives and places.",
  ],
  wayIn: ["Tra cứu", "Look up"],
  findCooperative: ["Tìm hợp tác xã, tổ hợp tác", "Find a cooperative or a group"],
  nameOrCode: ["Tên hoặc mã số, gõ không dấu cũng được", "Name or code; marks may be left out"],
  search: ["Tìm", "Search"],
  allCooperatives: ["Danh sách đầy đủ", "The full list"],
  places: ["Theo địa bàn", "By place"],
  placesWords: [
    "Mỗi xã, phường, huyện, tỉnh có bao nhiêu hợp tác xã, hoạt động ra sao.",
    "How many cooperatives each commune, district and province has, and how they are doing.",
  ],
  choosePlace: ["Chọn địa bàn", "Choose a place"],
  plans: ["Kế hoạch và chỉ tiêu", "Plans and targets"],
  plansWords: [
    "Từng chỉ tiêu của kế hoạch: đã hứa gì, đã đạt bao nhiêu, tính từ hồ sơ nào.",
    "Each target of a plan: what was promised, what is reached, and the records it is counted from.",
  ],
  allPlans: ["Tất cả kế hoạch", "All plans"],
  noNews: ["Chưa có tin nào.", "There is no news yet."],
})
