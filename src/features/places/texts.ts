import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  places: ["Địa bàn", "Places"],
  placesLead: [
    (place: string, day: string) =>
      `Các đơn vị hành chính của ${place} và số tổ chức kinh tế tập thể ở từng nơi, tính đến hết ngày ${day}.`,
    (place: string, day: string) =>
      `The administrative units of ${place}, and the organisations of the collective economy in each, as of the end of ${day}.`,
  ],
  find: ["Tìm xã, phường, huyện", "Find a commune or district"],
  findShort: ["Tên địa bàn", "Name of a place"],
  search: ["Tìm", "Search"],
  found: [(count: string) => `${count} địa bàn`, (count: string) => `${count} places`],
  foundFor: [(typed: string) => `Kết quả tìm “${typed}”`, (typed: string) => `Results for “${typed}”`],
  nothing: [
    (typed: string) =>
      `Không có địa bàn nào tên “${typed}”. Hãy thử tên ngắn hơn, có dấu hay không dấu đều được.`,
    (typed: string) => `There is no place called “${typed}”. Try a shorter name, with or without marks.`,
  ],
  allPlaces: ["Xem mọi địa bàn", "See all places"],
  asOf: ["Tính đến ngày", "As of"],
  show: ["Xem", "Show"],
  showUnits: ["Xem theo đơn vị", "Show by units"],
  dayUnread: [
    (typed: string) => `Không đọc được ngày “${typed}”. Hãy viết như 31/12/2023.`,
    (typed: string) => `“${typed}” could not be read as a day. Write it as 31/12/2023.`,
  ],
  backToToday: ["Xem ngày hôm nay", "Show today"],
  changes: ["Những lần sắp xếp đơn vị", "When units were reorganised"],
  changesWords: [
    "Đơn vị nay không còn vẫn có trang riêng. Chọn một ngày để xem các đơn vị vào ngày cuối trước khi thay đổi:",
    "Units that are no more keep their pages. Choose a day to see the units on the last day before a change:",
  ],
  endedCount: [(count: string) => `${count} đơn vị chấm dứt`, (count: string) => `${count} units ended`],
  unit: ["Đơn vị", "Unit"],
  units: [
    (count: string, place: string) => `${count} đơn vị của ${place}`,
    (count: string, place: string) => `${count} units of ${place}`,
  ],
  page: ["Trang thông tin", "Page"],
  total: ["Tổng cộng", "Total"],
  unplaced: ["Chưa rõ đơn vị", "Unit unknown"],
  dividedLead: [
    "Số liệu theo đơn vị chưa chắc chắn: đất của những xã sau về nhiều đơn vị, nên tổ chức ở đó không cộng vào riêng đơn vị nào.",
    "These figures by unit are uncertain: the land of these communes lies in several units, so their organisations count for none of them alone.",
  ],
  dividedWords: [
    (count: string, units: string) => `(${count} tổ chức): ${units || "chưa rõ đơn vị"}`,
    (count: string, units: string) => `(${count} organisations): ${units || "unit unknown"}`,
  ],
  unitsOfDay: ["Theo đơn vị hành chính của ngày", "On the units of"],
  unitsOfThen: ["Theo đơn vị của ngày số liệu", "On the units of then"],
  unitsOfToday: ["Theo đơn vị hôm nay", "On the units of today"],
  restated: [
    (day: string, units: string) => `Số liệu đến hết ngày ${day}, xếp theo đơn vị hành chính ngày ${units}.`,
    (day: string, units: string) => `Figures as of the end of ${day}, restated on the units of ${units}.`,
  ],
  cooperatives: ["HTX", "HTX"],
  ofThemFunds: ["trong đó QTDND", "of them QTDND"],
  groups: ["THT", "THT"],
  unions: ["LHHTX", "LHHTX"],
  abbreviations: [
    "HTX: hợp tác xã, gồm cả quỹ tín dụng nhân dân (QTDND). THT: tổ hợp tác. LHHTX: liên hiệp hợp tác xã. Bấm vào một con số để xem hồ sơ.",
    "HTX: cooperatives, people’s credit funds (QTDND) included. THT: cooperative groups. LHHTX: unions of cooperatives. Follow a number to its records.",
  ],
  landOf: [(place: string) => `${place} trước đây`, (place: string) => `the former ${place}`],
  about: ["Đơn vị hành chính", "The administrative unit"],
  kind: ["Cấp, loại đơn vị", "Kind of unit"],
  code: ["Mã đơn vị", "Code"],
  within: ["Thuộc", "Within"],
  period: ["Thời gian tồn tại", "In existence"],
  fromTo: [
    (from: string, to: string) => `từ ${from} đến hết ${to}`,
    (from: string, to: string) => `from ${from} to the end of ${to}`,
  ],
  fromOn: [(from: string) => `từ ${from} đến nay`, (from: string) => `since ${from}`],
  untilOn: [(to: string) => `đến hết ${to}`, (to: string) => `to the end of ${to}`],
  always: ["đang có", "in existence"],
  legalAct: ["Căn cứ thành lập", "Legal act"],
  endedOn: [
    (name: string, day: string) => `${name} không còn là đơn vị hành chính sau ngày ${day}.`,
    (name: string, day: string) => `${name} is no longer an administrative unit since the end of ${day}.`,
  ],
  successors: ["Nay thuộc", "Now part of"],
  predecessors: ["Hình thành từ", "Formed from"],
  endedDay: [
    (day: string) => `Số liệu dưới đây tính đến ngày cuối cùng, ${day}.`,
    (day: string) => `The figures below are as of its last day, ${day}.`,
  ],
  notYet: [
    (day: string) => `Đơn vị này chưa có vào ngày ${day}; số liệu là của phần đất nay thuộc đơn vị.`,
    (day: string) =>
      `This unit did not exist on ${day}; the figures are those of the land that is now its own.`,
  ],
  noLonger: [
    (day: string) => `Đơn vị này không còn vào ngày ${day}; số liệu là của phần đất từng thuộc đơn vị.`,
    (day: string) =>
      `This unit no longer existed on ${day}; the figures are those of the land that was once its own.`,
  ],
  figures: ["Tổ chức kinh tế tập thể", "Organisations of the collective economy"],
  figuresOn: [(day: string) => `Tính đến hết ngày ${day}`, (day: string) => `As of the end of ${day}`],
  sector: ["Lĩnh vực", "Sector"],
  parts: ["Các đơn vị trực thuộc", "Its units"],
  list: ["Danh sách tổ chức", "Its organisations"],
  seeAll: [(count: string) => `Xem cả ${count} tổ chức`, (count: string) => `See all ${count} organisations`],
  seeInRegister: ["Lọc và tải danh sách này trong danh bạ", "Filter and download this list in the register"],
  none: ["Không có tổ chức nào ở đây vào ngày này.", "There was no organisation here on this day."],
  targets: ["Phần của địa bàn trong từng chỉ tiêu", "Its part of each target"],
  here: ["Tại đây", "Here"],
  wholePlace: [(name: string) => `Toàn ${name}`, (name: string) => `All ${name}`],
  description: [
    (name: string) => `${name}: đơn vị hành chính qua các thời kỳ, hợp tác xã, tổ hợp tác và số liệu.`,
    (name: string) => `${name}: its history as an administrative unit, its cooperatives and figures.`,
  ],
})
