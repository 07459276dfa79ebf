import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  register: ["Danh bạ tổ chức kinh tế tập thể", "Register of the collective economy"],
  registerLead: [
    "Hợp tác xã, liên hiệp hợp tác xã, tổ hợp tác và quỹ tín dụng nhân dân. Gõ tên có dấu hay không dấu đều được.",
    "Cooperatives, unions of cooperatives, cooperative groups and people’s credit funds. Names may be typed with or without Vietnamese marks.",
  ],
  description: [
    "Tra cứu hợp tác xã, tổ hợp tác, liên hiệp hợp tác xã và quỹ tín dụng nhân dân theo tên, mã số, lĩnh vực và địa bàn.",
    "Look up cooperatives, cooperative groups, unions of cooperatives and people’s credit funds by name, code, sector and place.",
  ],
  find: ["Tên hoặc mã số", "Name or code"],
  kind: ["Loại hình", "Kind"],
  allKinds: ["Mọi loại hình", "All kinds"],
  sector: ["Lĩnh vực", "Sector"],
  allSectors: ["Mọi lĩnh vực", "All sectors"],
  place: ["Địa bàn", "Place"],
  allPlaces: ["Mọi địa bàn", "All places"],
  placeTyped: ["Tên xã, phường, huyện", "Name of a commune or district"],
  wholeOf: [(name: string) => `Toàn bộ ${name}`, (name: string) => `All of ${name}`],
  status: ["Tình trạng", "Status"],
  notEnded: ["Đang có (chưa chấm dứt)", "Existing (not ended)"],
  anyStatus: ["Tất cả, kể cả đã chấm dứt", "All, ended ones too"],
  countsTitle: ["Tổ chức kinh tế tập thể theo địa bàn", "Organisations by place"],
  countsLead: [
    (place: string, day: string) =>
      `Số tổ chức của ${place} theo địa bàn, lĩnh vực và tình trạng, tính đến hết ngày ${day}. Bấm vào một con số để xem danh sách.`,
    (place: string, day: string) =>
      `Organisations of ${place} by place, sector and status as of the end of ${day}. Follow a number to its list.`,
  ],
  asList: ["Xem dạng danh sách", "See them as a list"],
  asCounts: ["Xem theo địa bàn, lĩnh vực", "See them by place and sector"],
  byProvince: ["Theo tỉnh, thành phố", "By province"],
  byCommune: ["Theo xã, phường", "By commune"],
  unitsBySector: ["Địa bàn và lĩnh vực", "Places and sectors"],
  sectorsByStatus: ["Lĩnh vực và tình trạng", "Sectors and statuses"],
  unplaced: ["Chưa rõ đơn vị", "Unit unknown"],
  total: ["Tổng cộng", "Total"],
  size: ["Quy mô", "Size"],
  anySize: ["Mọi quy mô", "Any size"],
  ocop: ["Sản phẩm OCOP", "OCOP products"],
  anyOcop: ["Có hoặc không", "With or without"],
  hasOcop: ["Có sản phẩm OCOP", "Has an OCOP product"],
  ocopStars: [
    (stars: string) => `Có sản phẩm ${stars} sao`,
    (stars: string) => `Has a product of ${stars} stars`,
  ],
  asOf: ["Tính đến ngày", "As of"],
  asKnown: ["Theo sổ ghi đến hết ngày", "As recorded by the end of"],
  knownOnDay: [
    (day: string, known: string) =>
      `tính đến hết ngày ${day}, theo những gì sổ đã ghi đến hết ngày ${known}. Mã số và ngày thành lập theo hồ sơ hiện nay.`,
    (day: string, known: string) =>
      `as of the end of ${day}, by what the register had recorded by the end of ${known}. Codes and founding days are those on record now.`,
  ],
  nothingKnown: [
    (known: string) => `Đến hết ngày ${known}, sổ chưa ghi tổ chức nào như vậy.`,
    (known: string) => `At the end of ${known} the register held no such organisation yet.`,
  ],
  tryNow: ["Xem theo những gì hiện đã biết", "Go by what is known now"],
  dayUnread: [
    (typed: string) => `Không đọc được ngày “${typed}”. Hãy viết như 31/12/2023.`,
    (typed: string) => `“${typed}” could not be read as a day. Write it as 31/12/2023.`,
  ],
  show: ["Tìm", "Search"],
  clear: ["Xóa bộ lọc", "Clear the filters"],
  download: ["Tải danh sách này (CSV)", "Download this list (CSV)"],
  found: [(count: string) => `${count} tổ chức`, (count: string) => `${count} organisations`],
  foundOne: ["1 tổ chức", "1 organisation"],
  foundMore: [
    (count: string) => `Hơn ${count} tổ chức`,
    (count: string) => `More than ${count} organisations`,
  ],
  onDay: [(day: string) => `tính đến hết ngày ${day}`, (day: string) => `as of the end of ${day}`],
  cappedWords: [
    "Danh sách dừng ở đây; hãy thêm chữ hoặc bộ lọc để thu hẹp. Tệp CSV có đầy đủ các dòng.",
    "The list stops here; add words or filters to narrow it. The CSV file holds every row.",
  ],
  impliedKind: [
    (kind: string) => `Chữ đã gõ chỉ loại hình “${kind}”, nên danh sách chỉ có loại hình này.`,
    (kind: string) => `The words typed name the kind “${kind}”, so the list holds that kind only.`,
  ],
  widenedKind: [
    (kind: string) => `Không có “${kind}” nào như vậy; dưới đây là các loại hình khác.`,
    (kind: string) => `There is no “${kind}” like that; these are of other kinds.`,
  ],
  name: ["Tên", "Name"],
  code: ["Mã số", "Code"],
  founded: ["Thành lập", "Founded"],
  noCode: ["chưa có", "none"],
  nothing: ["Không tìm thấy tổ chức nào.", "No organisation was found."],
  unknownWords: [
    (words: string) => `Không có tên nào chứa chữ: ${words}. Hãy kiểm tra lại cách viết.`,
    (words: string) => `No name holds: ${words}. Check the spelling.`,
  ],
  tryFewer: ["Thử gõ ít chữ hơn, chỉ giữ tên riêng.", "Try fewer words: only the proper name."],
  tryWithout: ["Bỏ bớt bộ lọc", "Search without the filters"],
  tryEnded: ["Tìm cả tổ chức đã chấm dứt", "Look among those that have ended too"],
  tryToday: ["Xem theo ngày hôm nay", "Look at today instead"],
  placeUnknown: [
    (typed: string) => `Không có địa bàn nào tên “${typed}”.`,
    (typed: string) => `There is no place called “${typed}”.`,
  ],
  placeNamesakes: [
    (typed: string) => `Có nhiều địa bàn tên “${typed}”. Hãy chọn một:`,
    (typed: string) => `Several places are called “${typed}”. Choose one:`,
  ],
  until: [(day: string) => `đến ${day}`, (day: string) => `until ${day}`],
})

export const columnTexts = inBoth({
  code: ["Mã số", "Code"],
  name: ["Tên", "Name"],
  kind: ["Loại hình", "Kind"],
  sector: ["Lĩnh vực", "Sector"],
  status: ["Tình trạng", "Status"],
  place: ["Địa bàn", "Place"],
  parent: ["Thuộc", "Within"],
  founded: ["Ngày thành lập", "Founded on"],
  address: ["Trang thông tin", "Page"],
  count: ["Số tổ chức", "Organisations"],
})
