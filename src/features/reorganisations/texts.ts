import { formatDay, formatTime } from "../../ui/format.ts"
import { inBoth, type Locale } from "../../ui/language.ts"
import type { Fault } from "./reorganisation.ts"

export const texts = inBoth({
  title: ["Sắp xếp đơn vị hành chính", "Reorganisations of places"],
  lead: [
    "Mỗi lần sắp xếp là một tệp: đơn vị mới, hình thành từ đơn vị nào, từ ngày nào, theo văn bản nào. Tổ chức được chuyển theo; số liệu của mọi ngày vẫn xem được theo đơn vị cũ lẫn đơn vị mới.",
    "Each reorganisation is a file: the new units, what they were formed from, since when, by which act. Organisations follow; figures of any day can be seen on the old units and on the new.",
  ],
  day: ["Có hiệu lực từ", "In force from"],
  act: ["Văn bản", "Legal act"],
  units: ["Đơn vị mới", "New units"],
  state: ["Tình trạng", "State"],
  none: ["Chưa có lần sắp xếp nào được gửi.", "No reorganisation has been sent yet."],
  stateSent: ["Chưa áp dụng", "Not applied yet"],
  stateApplied: [
    (by: string, at: string) => `${by} áp dụng lúc ${at}`,
    (by: string, at: string) => `Applied by ${by} on ${at}`,
  ],
  stateTakenBack: [
    (by: string, at: string) => `${by} hoàn tác lúc ${at}`,
    (by: string, at: string) => `Taken back by ${by} on ${at}`,
  ],
  shipped: ["Lần sắp xếp ngày 01/07/2025", "The reorganisation of 1/7/2025"],
  shippedWords: [
    "Có sẵn: hai tỉnh Kiên Giang và An Giang thành tỉnh An Giang, 102 xã, phường, đặc khu. Các đơn vị đã có trong danh mục; áp dụng để chuyển những tổ chức còn ghi ở xã cũ.",
    "Comes with the portal: Kiên Giang and An Giang became An Giang with its 102 units. They are in the list of places already; apply it to move the organisations still recorded in communes of before.",
  ],
  useShipped: ["Xem và áp dụng", "Look at it and apply"],
  send: ["Gửi một tệp sắp xếp", "Send a file"],
  file: ["Tệp sắp xếp", "File"],
  fileHint: [
    "Bảng tính .xlsx, .ods, .csv hoặc tệp .json, dưới 5 MB. Chưa ghi gì trước khi bạn xem và đồng ý.",
    "A workbook .xlsx, .ods, .csv or a .json file, below 5 MB. Nothing is written before you have seen it and agreed.",
  ],
  example: ["Tải tệp ví dụ để điền theo", "Download an example to fill in"],
  check: ["Kiểm tra tệp", "Check the file"],

  oneTitle: [(day: string) => `Sắp xếp từ ngày ${day}`, (day: string) => `Reorganisation of ${day}`],
  ready: [
    "Chưa ghi gì. Dưới đây là những gì sẽ thay đổi khi bạn áp dụng.",
    "Nothing has been written. This is what changes when you apply it.",
  ],
  refused: [
    "Chưa thể áp dụng. Sửa những chỗ dưới đây trong tệp rồi gửi lại; chưa có gì được ghi.",
    "It cannot be applied. Put these right in the file and send it again; nothing has been written.",
  ],
  future: [
    (day: string) => `Các đơn vị mới chỉ được tính từ ngày ${day}.`,
    (day: string) => `The new units count from ${day} on.`,
  ],
  unitsNew: ["Đơn vị được thêm", "Units added"],
  unitsKnown: ["Đơn vị đã có trong danh mục", "Units known already"],
  unitsEnded: ["Đơn vị kết thúc", "Units that end"],
  moved: ["Tổ chức chuyển theo", "Organisations that follow"],
  waiting: ["Tổ chức chờ xếp vì xã bị chia", "Organisations that wait, their commune divided"],
  followed: ["Tổ chức đã chuyển theo đến nay", "Organisations that have followed by now"],
  apply: ["Áp dụng", "Apply"],
  applyAgain: ["Chuyển nốt tổ chức ghi sau", "Move organisations recorded since"],
  applied: ["Đã áp dụng.", "Applied."],
  discard: ["Bỏ tệp này", "Discard this file"],
  takeBack: ["Hoàn tác", "Take back"],
  takeBackTitle: [
    (day: string) => `Hoàn tác sắp xếp từ ngày ${day}`,
    (day: string) => `Take back the reorganisation of ${day}`,
  ],
  takeBackLead: [
    "Chỉ để sửa một lần áp dụng nhầm. Đơn vị do tệp này thêm sẽ bị gỡ, tổ chức trở về xã cũ; việc đã ghi vẫn còn trong lịch sử.",
    "Only for what was applied by mistake. Units that it added are removed, organisations go back to their communes of before; what was recorded stays in the history.",
  ],
  becomes: ["Đơn vị cũ", "Formed from"],
  compare: ["So sánh số liệu theo đơn vị cũ và đơn vị mới", "Compare figures on the old and the new units"],
  row: ["Dòng", "Row"],
  what: ["Cần sửa", "What to put right"],
  wholeFile: ["Cả tệp", "The file"],
  divided: ["Xã bị chia", "Divided communes"],
  dividedWords: [
    "Đất của những xã này về hai đơn vị trở lên. Tổ chức ở đó chờ cán bộ xếp vào đúng nơi; số liệu cũ của chúng không cộng được vào riêng một đơn vị mới.",
    "Their land went to two units or more. Organisations there wait for an officer to place them; their earlier figures belong to no single new unit.",
  ],

  waitingTitle: ["Tổ chức chờ xếp địa bàn", "Organisations waiting for a place"],
  waitingLead: [
    "Xã của những tổ chức này đã được chia cho nhiều đơn vị. Chọn nơi có trụ sở; chỗ chưa rõ cứ để trống.",
    "The communes of these organisations were divided. Choose where the seat is; leave what is not known.",
  ],
  waitingNone: ["Không có tổ chức nào chờ xếp.", "No organisation is waiting."],
  waitingCount: [
    (count: string) => `${count} tổ chức chờ xếp địa bàn`,
    (count: string) => `${count} organisations waiting for a place`,
  ],
  organisation: ["Tổ chức", "Organisation"],
  address: ["Địa chỉ", "Address"],
  page: ["Trang thông tin", "Page"],
  formerPlace: ["Xã cũ", "Former commune"],
  newPlace: ["Nay thuộc", "Now in"],
  notKnown: ["Chưa rõ", "Not known yet"],
  addressUnknown: ["chưa ghi địa chỉ", "no address recorded"],
  place: ["Ghi nơi đã chọn", "Record what was chosen"],
  placed: [
    (count: string) => `Đã xếp ${count} tổ chức.`,
    (count: string) => `${count} organisations were placed.`,
  ],
  nothingChosen: [
    "Chưa chọn nơi nào. Chọn ở ít nhất một dòng.",
    "Nothing is chosen yet. Choose in one row at least.",
  ],
  placeOf: [(name: string) => `Nơi của ${name}`, (name: string) => `Place of ${name}`],
  more: [
    (shown: string, total: string) =>
      `Đang hiện ${shown} trong ${total}; số còn lại hiện ra sau khi xếp những tổ chức này.`,
    (shown: string, total: string) => `${shown} of ${total}; the others follow when these are placed.`,
  ],
})

/** Why a reorganisation can't be taken back. */
export const holdTexts = inBoth({
  applied_before: [
    "Lần sắp xếp này chưa được áp dụng, hoặc đã hoàn tác rồi.",
    "This reorganisation is not applied, or was taken back already.",
  ],
  in_use: [
    "Không hoàn tác được: đã có vai trò, cơ quan, tổ chức hoặc báo cáo ghi ở đơn vị mới. Chuyển những thứ đó đi trước.",
    "It cannot be taken back: roles, agencies, organisations or reports stand in its units by now. Move those first.",
  ],
  later: [
    "Không hoàn tác được: có lần sắp xếp sau dựa trên các đơn vị này. Hoàn tác lần sau trước.",
    "It cannot be taken back: a later reorganisation rests on its units. Take that back first.",
  ],
})

type Worded = Record<Locale, string>

const faults: { [Kind in Fault["fault"]]: (fault: Extract<Fault, { fault: Kind }>) => Worded } = {
  unreadable: () => ({
    vi: "Không đọc được tệp như một lần sắp xếp. Cần một bảng có cột “Mã mới” và “Mã cũ”, hoặc tệp JSON như tệp ví dụ.",
    en: "The file cannot be read as a reorganisation. It needs a table with the columns “Mã mới” and “Mã cũ”, or JSON like the example.",
  }),
  no_units: () => ({ vi: "Tệp không có đơn vị nào.", en: "The file names no unit." }),
  no_day: () => ({
    vi: "Thiếu ngày hiệu lực, hoặc không phải một ngày. Ghi như 01/07/2025 ở cột “Ngày hiệu lực”.",
    en: "The day it comes into force is missing, or is no day. Write it as 01/07/2025 in the column “Ngày hiệu lực”.",
  }),
  day_out_of_range: () => ({
    vi: "Ngày hiệu lực phải trong khoảng 1900 đến 2100.",
    en: "The day must lie between 1900 and 2100.",
  }),
  no_act: () => ({
    vi: "Thiếu văn bản. Ghi số, ký hiệu nghị quyết ở cột “Căn cứ pháp lý”.",
    en: "The legal act is missing. Write its number in the column “Căn cứ pháp lý”.",
  }),
  several_days: () => ({
    vi: "Tệp có nhiều ngày hiệu lực khác nhau. Mỗi ngày là một tệp.",
    en: "The file has more than one day. Each day is a file of its own.",
  }),
  several_acts: () => ({
    vi: "Tệp có nhiều văn bản khác nhau. Mỗi văn bản là một tệp.",
    en: "The file has more than one legal act. Each is a file of its own.",
  }),
  no_code: () => ({ vi: "Thiếu mã đơn vị mới.", en: "The code of the new unit is missing." }),
  bad_code: () => ({
    vi: "Mã đơn vị phải là 2 đến 5 chữ số, giữ số 0 ở đầu.",
    en: "A code has 2 to 5 digits; zeros at its beginning stay.",
  }),
  no_name: () => ({ vi: "Thiếu tên đơn vị mới.", en: "The name of the new unit is missing." }),
  bad_kind: () => ({
    vi: "Loại đơn vị phải là Xã, Phường, Thị trấn, Đặc khu, Huyện, Thị xã, Thành phố hoặc Tỉnh.",
    en: "The kind must be Xã, Phường, Thị trấn, Đặc khu, Huyện, Thị xã, Thành phố or Tỉnh.",
  }),
  no_origin: () => ({
    vi: "Thiếu mã đơn vị cũ: đơn vị này hình thành từ đâu? Đơn vị chỉ đổi tên thì ghi chính mã cũ của nó.",
    en: "The codes of old units are missing: what was it formed from? A unit that is only renamed has its own code here.",
  }),
  code_twice: ({ code }) => ({
    vi: `Mã ${code} có ở hai đơn vị mới. Gộp thành một, hoặc sửa mã.`,
    en: `The code ${code} stands with two new units. Make them one, or correct the code.`,
  }),
  code_in_use: ({ code }) => ({
    vi: `Mã ${code} đang là của một đơn vị vẫn còn. Sửa mã, hoặc ghi đơn vị đó vào cột “Mã cũ”.`,
    en: `The code ${code} is of a unit that goes on. Correct it, or name that unit among the old ones.`,
  }),
  origin_unknown: ({ code }) => ({
    vi: `Không có đơn vị cùng cấp mang mã ${code} vào ngày trước đó. Xem mã ở trang Địa bàn.`,
    en: `No unit of this level has the code ${code} on the day before. See the page of places for codes.`,
  }),
  parent_unknown: ({ code }) => ({
    vi: code
      ? `Không có đơn vị cấp trên mang mã ${code} vào ngày hiệu lực.`
      : "Không rõ đơn vị cấp trên. Ghi mã ở cột “Thuộc mã”.",
    en: code
      ? `No unit above has the code ${code} on that day.`
      : "The unit above is not known. Write its code in the column “Thuộc mã”.",
  }),
  ended_unknown: ({ code }) => ({
    vi: `Không có đơn vị nào mang mã ${code} để kết thúc.`,
    en: `No unit has the code ${code} that could end.`,
  }),
  origin_ends_later: ({ name, code, on }) => ({
    vi: `${name} (${code}) đã kết thúc ngày ${formatDay(on, "vi")} theo một lần sắp xếp khác. Hoàn tác lần đó trước.`,
    en: `${name} (${code}) ends on ${formatDay(on, "en")} by another reorganisation. Take that back first.`,
  }),
  known_otherwise: ({ name, code }) => ({
    vi: `Danh mục đã có đơn vị mã ${code} từ ngày này với tên hoặc loại khác: ${name}. Sửa tệp, hoặc sửa tên ở trang Địa bàn.`,
    en: `The unit ${code} of this day is known with another name or kind: ${name}. Correct the file, or the name on the page of places.`,
  }),
  began_earlier: ({ name, code, on }) => ({
    vi: `Mã ${code} đã là của ${name} từ ngày ${formatDay(on, "vi")}, sau ngày của tệp. Các lần sắp xếp phải theo thứ tự thời gian.`,
    en: `The code ${code} is ${name}’s from ${formatDay(on, "en")}, later than the file. Reorganisations come in the order of their days.`,
  }),
  left_behind: ({ name, code }) => ({
    vi: `${name} (${code}) vẫn còn nhưng đơn vị cấp trên kết thúc. Ghi đơn vị này vào tệp với mã cấp trên mới.`,
    en: `${name} (${code}) goes on while the unit above it ends. Name it in the file, with the new unit above it.`,
  }),
  without_successor: ({ name, code }) => ({
    vi: `${name} (${code}) kết thúc mà không đơn vị nào nhận đất. Ghi mã này ở “Mã cũ” của đơn vị nhận.`,
    en: `${name} (${code}) ends and no unit has its land. Name its code with the unit that takes over.`,
  }),
}

/** What stands in the way, and what to do about it. */
export function faultWords(fault: Fault, locale: Locale) {
  const words = faults[fault.fault] as (fault: Fault) => Worded
  return words(fault)[locale]
}

type Standing = Record<"applied_at" | "taken_back_at", Date | null> &
  Record<"applied_by" | "taken_back_by", string | null>

/** Whether it was applied or taken back, by whom and when. */
export function stateWords(
  { applied_at, applied_by, taken_back_at, taken_back_by }: Standing,
  locale: Locale,
) {
  const t = texts[locale]
  if (taken_back_at) return t.stateTakenBack(taken_back_by ?? "", formatTime(taken_back_at, locale))
  return applied_at ? t.stateApplied(applied_by ?? "", formatTime(applied_at, locale)) : t.stateSent
}
