import { inBoth } from "../../ui/language.ts"

export const readingTexts = inBoth({
  asOf: ["Tính đến hết ngày", "As of the end of"],
  asOfHint: ["Sự việc đã xảy ra đến ngày này", "What had happened by this day"],
  asKnown: ["Theo sổ ghi đến hết ngày", "As recorded by the end of"],
  asKnownHint: ["Bỏ qua những gì ghi hoặc đính chính sau đó", "Without what was recorded or corrected later"],
  show: ["Xem", "Show"],
  backToNow: ["Về hiện tại", "Back to now"],
  dayUnread: [
    (typed: string) => `Không đọc được ngày “${typed}”. Hãy viết như 31/12/2023.`,
    (typed: string) => `“${typed}” could not be read as a day. Write it as 31/12/2023.`,
  ],
  asOfDay: [
    (day: string) => `Tính đến hết ngày ${day}, theo những gì hiện đã biết.`,
    (day: string) => `As of the end of ${day}, by what is known now.`,
  ],
  asOfAsKnown: [
    (day: string, known: string) =>
      `Tính đến hết ngày ${day}, theo những gì sổ đã ghi đến hết ngày ${known}.`,
    (day: string, known: string) =>
      `As of the end of ${day}, by what the register had recorded by the end of ${known}.`,
  ],
})

export const lifeTexts = inBoth({
  life: ["Quá trình hoạt động", "Life of the organisation"],
  lifeLead: [
    "Bản ghi không bao giờ bị sửa đè: bản đính chính đứng cạnh bản cũ, cùng người ghi và lúc ghi.",
    "Records are never overwritten: a correction stands beside what it corrects, with who made it and when.",
  ],
  nothing: ["Chưa có sự việc nào được ghi.", "Nothing has been recorded."],
  document: [(number: string) => `Văn bản: ${number}`, (number: string) => `Document: ${number}`],
  documentOn: [
    (number: string, day: string) => `Văn bản: ${number}, ngày ${day}`,
    (number: string, day: string) => `Document: ${number} of ${day}`,
  ],
  documentDated: [(day: string) => `Văn bản ngày ${day}`, (day: string) => `Document of ${day}`],
  file: [(name: string) => `Tệp: ${name}`, (name: string) => `File: ${name}`],
  until: [
    (day: string) => `Theo thông báo, đến hết ngày ${day}`,
    (day: string) => `By its notice until the end of ${day}`,
  ],
  facts: ["Nội dung đã ghi", "What was recorded"],
  recorded: [
    (who: string, when: string) => `${who} ghi lúc ${when}`,
    (who: string, when: string) => `recorded by ${who} at ${when}`,
  ],
  corrected: [
    (who: string, when: string) => `Bản đính chính của ${who}, ghi lúc ${when}, thay cho bản dưới đây`,
    (who: string, when: string) => `Corrected by ${who} at ${when}; it stands in the place of what follows`,
  ],
  withdrawn: [
    (who: string, when: string) => `Ghi nhầm: ${who} hủy bản ghi này lúc ${when}`,
    (who: string, when: string) => `Recorded by mistake: taken back by ${who} at ${when}`,
  ],
  reason: [(words: string) => `Lý do: ${words}`, (words: string) => `Reason: ${words}`],
  note: [(words: string) => `Ghi chú: ${words}`, (words: string) => `Note: ${words}`],
  former: ["Đã ghi trước đó:", "Recorded before:"],
  nothingKnown: [
    (day: string) => `Đến hết ngày ${day}, sổ chưa ghi gì về tổ chức này.`,
    (day: string) => `By the end of ${day} nothing had been recorded about this organisation.`,
  ],
  warnings: ["Cần xem lại", "To be looked at"],
  pastNotice: [
    (day: string) =>
      `Thời hạn tạm ngừng theo thông báo đã hết ngày ${day}. Hãy ghi hoạt động trở lại, thông báo tạm ngừng tiếp, hoặc ngừng hoạt động.`,
    (day: string) =>
      `The suspension ended by its notice on ${day}. Record that it resumed, a further notice, or that it stopped.`,
  ],
  noEndOfNotice: [
    (day: string) =>
      `Tạm ngừng từ ${day} nhưng chưa ghi thời hạn của thông báo. Hãy đính chính sự kiện tạm ngừng để thêm ngày cuối.`,
    (day: string) =>
      `Suspended since ${day}, but the end of its notice is not recorded. Correct the suspension to add its last day.`,
  ],
  suspendedUntil: [(day: string) => `đến hết ngày ${day}`, (day: string) => `until the end of ${day}`],
})
