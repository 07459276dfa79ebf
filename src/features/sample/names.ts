import type { Branch } from "./published.ts"
import type { Random } from "./random.ts"

// Made-up names, in the way people here really name things: a word of hope, a hamlet, a canal with a number.

const firstWords =
  "Thạnh Tân Phú Hòa Bình An Đông Vĩnh Mỹ Long Phước Hưng Kim Thuận Minh Trường Thới Đại Nhơn".split(" ")
const secondWords =
  "Lợi Phát Thành Tiến Thịnh Hưng An Hòa Bình Phú Thuận Mỹ Đức Quới Trung Cường Xuân Khánh Lộc".split(" ")
const hopes =
  "Đồng Tâm,Quyết Tiến,Rạng Đông,Bình Minh,Hướng Dương,Đoàn Kết,Thống Nhất,Cùng Tiến,Sông Xanh,Cánh Đồng Vàng,Hạt Ngọc,Mùa Vàng,Phù Sa,Niềm Tin,Tương Lai,Đổi Mới,Vươn Lên,Chung Sức".split(
    ",",
  )
const canals = ["Kênh", "Rạch", "Ấp", "Tổ"]
const families = "Nguyễn Trần Lê Phạm Huỳnh Danh Châu Võ Phan Đặng Bùi Hồ Ngô Dương Lý Lâm Trương Đỗ".split(
  " ",
)
const middles = "Văn Thị Hữu Thanh Minh Ngọc Quốc Hoàng Kim Công Thành Thị Mỹ Văn".split(" ")
const givens =
  "An Bình Chiến Dũng Em Giang Hải Hạnh Hiền Hùng Khoa Lan Lành Liêm Lợi Mai Nam Nghĩa Nhàn Oanh Phúc Quí Sang Sơn Tâm Thảo Thu Toàn Trí Tuấn Út Vân Vinh Xuân Yến".split(
    " ",
  )

/** No fund is really called so; real ones bear the names of their communes. */
const fundNames =
  "Hưng Tín,Đồng Thuận Phát,Phú Tín,An Tâm Tín,Minh Tín,Tín Nghĩa Nông,Hợp Tín,Tân Niềm Tin,Vạn Tín,Thịnh Tín,Kim Tín Phát,Bình Tín,Chung Tín,Hòa Tín,Long Tín,Nhơn Tín,Quê Hương Tín,Sen Vàng,Lúa Vàng,Biển Xanh Tín,Đại Tín Nông,Thuận Tín".split(
    ",",
  )

type Line = { line: string; trades: string[] }

/** Business lines at level 4 of Quyết định 27/2018/QĐ-TTg, each with what a name says of it. */
const linesOf: Record<Branch, Line[]> = {
  crops: [
    { line: "0111", trades: ["nông nghiệp"] },
    { line: "0111", trades: ["nông nghiệp", "dịch vụ nông nghiệp", "sản xuất lúa"] },
    { line: "0111", trades: ["nông nghiệp", "sản xuất – dịch vụ nông nghiệp"] },
    { line: "0111", trades: ["nông nghiệp", "dịch vụ nông nghiệp"] },
    { line: "0161", trades: ["dịch vụ nông nghiệp", "dịch vụ bơm tưới"] },
    { line: "0161", trades: ["dịch vụ nông nghiệp"] },
    { line: "0118", trades: ["rau an toàn", "rau màu"] },
    { line: "0121", trades: ["cây ăn trái", "khóm"] },
  ],
  aquatic: [
    { line: "0322", trades: ["tôm – lúa", "nuôi tôm – lúa", "nuôi trồng thủy sản"] },
    { line: "0321", trades: ["nuôi sò huyết", "nuôi cua biển", "nuôi cá lồng bè"] },
    { line: "0322", trades: ["nuôi tôm", "nông nghiệp – thủy sản"] },
  ],
  livestock: [
    { line: "0145", trades: ["chăn nuôi heo"] },
    { line: "0146", trades: ["chăn nuôi gia cầm"] },
  ],
  trade: [
    { line: "4620", trades: ["thương mại – dịch vụ", "thương mại nông sản"] },
    { line: "4632", trades: ["thương mại thủy sản", "thương mại – dịch vụ"] },
    { line: "7912", trades: ["dịch vụ du lịch"] },
  ],
  transport: [
    { line: "5021", trades: ["vận tải thủy", "vận tải thủy bộ"] },
    { line: "5022", trades: ["vận tải thủy bộ"] },
    { line: "4932", trades: ["vận tải hành khách"] },
    { line: "4933", trades: ["vận tải hàng hóa"] },
  ],
  construction: [
    { line: "4101", trades: ["xây dựng"] },
    { line: "4299", trades: ["xây dựng"] },
  ],
  industry: [
    { line: "1629", trades: ["tiểu thủ công nghiệp", "đan lục bình"] },
    { line: "1020", trades: ["chế biến thủy sản"] },
    { line: "1061", trades: ["xay xát"] },
  ],
  credit: [{ line: "6419", trades: [""] }],
}

const groupTrades: Partial<Record<Branch, Line[]>> = {
  crops: [
    { line: "0111", trades: ["sản xuất lúa", "sản xuất lúa chất lượng cao"] },
    { line: "0111", trades: ["sản xuất lúa", "cánh đồng lớn"] },
    { line: "0111", trades: ["sản xuất lúa", "sản xuất lúa giống"] },
    { line: "0161", trades: ["bơm tưới", "làm đất", "máy gặt đập liên hợp"] },
    { line: "0161", trades: ["bơm tưới"] },
    { line: "0118", trades: ["trồng rau màu", "trồng rau an toàn"] },
    { line: "0121", trades: ["trồng khóm", "trồng cây ăn trái"] },
  ],
  aquatic: [
    { line: "0322", trades: ["nuôi tôm – lúa", "nuôi tôm", "nuôi cá đồng"] },
    { line: "0321", trades: ["nuôi cua", "nuôi sò", "nuôi cá lồng bè"] },
    { line: "0311", trades: ["khai thác thủy sản"] },
  ],
  livestock: [{ line: "0146", trades: ["nuôi gà", "nuôi vịt"] }],
  trade: [{ line: "4719", trades: ["mua bán nhỏ", "mua bán nông sản"] }],
  transport: [{ line: "5022", trades: ["chở lúa", "đò ngang"] }],
  industry: [{ line: "1629", trades: ["đan lục bình", "đan đệm bàng", "may gia công"] }],
}

export type NewName = { name: string; short_name: string | null; line: string }

/** Ponds and shrimp between the rice (0322) need the mainland. */
function fitting(lines: Line[], onIsland: boolean) {
  return onIsland ? lines.filter(({ line }) => line !== "0322") : lines
}

/** Names are handed out so that no two organisations of one kind share one within a district. */
export function namesFrom(random: Random) {
  const taken = new Set<string>()
  let funds = 0

  function cooperative(branch: Branch, district: string, onIsland = false): NewName {
    if (branch === "credit") {
      const name = fundNames[funds++ % fundNames.length]!
      return { name: `Quỹ tín dụng nhân dân ${name}`, short_name: `QTDND ${name}`, line: "6419" }
    }
    const { line, trades } = random.pick(fitting(linesOf[branch], onIsland))
    const trade = random.pick(trades)
    const own = free(`HTX ${trade} ${district}`, () =>
      random.chance(0.13) ? random.pick(hopes) : random.chance(0.16) ? canal() : pair(),
    )
    return {
      name: `Hợp tác xã ${trade} ${own}`,
      short_name: `HTX ${trade === "nông nghiệp" ? "NN" : trade} ${own}`,
      line,
    }
  }

  function group(branch: Branch, district: string, onIsland = false): NewName {
    const { line, trades } = random.pick(fitting(groupTrades[branch] ?? groupTrades.crops!, onIsland))
    const trade = random.pick(trades)
    const own = free(`THT ${trade} ${district}`, () =>
      random.chance(0.45) ? canal() : random.chance(0.6) ? `ấp ${pair()}` : pair(),
    )
    return { name: `Tổ hợp tác ${trade} ${own}`, short_name: null, line }
  }

  function pair() {
    const first = random.pick(firstWords)
    return `${first} ${random.pick(secondWords.filter((word) => word !== first))}`
  }

  function canal() {
    const number = random.integer(1, 19)
    return `${random.pick(canals)} ${number}${random.chance(0.2) ? random.pick(["A", "B"]) : ""}`
  }

  function free(within: string, make: () => string) {
    for (let attempt = 0; ; attempt++) {
      const own = attempt < 20 ? make() : `${make()} ${attempt - 18}`
      const key = `${within} ${own}`
      if (taken.has(key)) continue
      taken.add(key)
      return own
    }
  }

  function person() {
    return `${random.pick(families)} ${random.pick(middles)} ${random.pick(givens)}`
  }

  function hamlet() {
    return pair()
  }

  return { cooperative, group, person, hamlet }
}
export type Names = ReturnType<typeof namesFrom>
