import { inBoth, type Locale } from "../../ui/language.ts"
import type { ListedState } from "./queries.ts"
import type { EventKind, Publication, Work } from "./states.ts"

export const texts = inBoth({
  articles: ["Tin bài", "Articles"],
  newArticle: ["Viết bài mới", "Write an article"],
  search: ["Tìm theo tiêu đề", "Find by title"],
  searchHint: ["Không cần gõ dấu.", "Marks may be left out."],
  state: ["Tình trạng", "State"],
  anyState: ["Tất cả", "All"],
  section: ["Chuyên mục", "Section"],
  anySection: ["Mọi chuyên mục", "All sections"],
  mine: ["Chỉ bài tôi có viết", "Only those I wrote on"],
  filter: ["Lọc", "Show"],
  clear: ["Bỏ lọc", "Show all"],
  found: [(count: string) => `${count} bài`, (count: string) => `${count} articles`],
  none: ["Chưa có bài nào.", "There are no articles yet."],
  noneFound: ["Không có bài nào khớp.", "No article fits."],
  beginHint: [
    "Bài mới là bản nháp: chỉ người ở bàn làm việc thấy, cho đến khi một người thứ hai duyệt đăng.",
    "A new article is a draft: only people at the desk see it, until a second person publishes it.",
  ],
  translation: ["Bản tiếng Anh", "English"],
  author: ["Người viết", "Author"],
  since: ["Từ lúc", "Since"],
  title: ["Tiêu đề", "Title"],
  titleHint: ["Một câu nói đủ việc gì, ở đâu.", "One sentence: what, and where."],
  enterTitle: ["Hãy viết tiêu đề.", "Write a title."],
  enterBody: ["Hãy viết nội dung bài.", "Write the text of the article."],
  chooseSection: ["Hãy chọn chuyên mục.", "Choose a section."],
  sectionEmpty: ["Chọn chuyên mục", "Choose a section"],
  body: ["Nội dung", "Text"],
  fromWord: ["Từ tệp Word", "From a Word file"],
  files: ["Ảnh và tệp để chèn vào bài", "Images and files to put into the text"],
  silentImages: [
    (images: string) => `Hãy viết nội dung ảnh, hoặc đánh dấu ảnh chỉ để trang trí (alt=""): ${images}.`,
    (images: string) => `Write what each image shows, or mark it as decorating only (alt=""): ${images}.`,
  ],
  silentImage: [
    (number: number, name: string) => `ảnh thứ ${number} (${name})`,
    (number: number, name: string) => `image ${number} (${name})`,
  ],
  bodyHint: [
    "Cách đoạn bằng một dòng trống. Có thể dùng HTML đơn giản: <h2>, <h3>, <p>, <ul>, <ol>, <li>, <strong>, <em>, <blockquote>, <table>, <a href=…>. Những gì khác được bỏ đi.",
    "Leave an empty line between paragraphs. Simple HTML is understood: <h2>, <h3>, <p>, <ul>, <ol>, <li>, <strong>, <em>, <blockquote>, <table>, <a href=…>. Anything else is left out.",
  ],
  byline: ["Tác giả", "Byline"],
  note: ["Bản này sửa gì", "What this version changes"],
  noteHint: [
    "Để đồng nghiệp đọc; khi đính chính, đây là gợi ý cho lời báo với bạn đọc.",
    "For colleagues; when something is corrected, it becomes the first wording of what readers are told.",
  ],
  save: ["Lưu", "Save"],
  back: ["Về trang bài", "Back to the article"],
  edit: ["Sửa bài", "Change"],
  editTitle: [(title: string) => `Sửa: ${title}`, (title: string) => `Change: ${title}`],
  translate: ["Dịch sang tiếng Anh", "Translate into English"],
  translateTitle: [(title: string) => `Dịch: ${title}`, (title: string) => `Translate: ${title}`],
  original: ["Bài tiếng Việt để đối chiếu", "The Vietnamese text to translate from"],
  vietnamese: ["Tiếng Việt", "Vietnamese"],
  english: ["Tiếng Anh", "English"],
  languages: ["Ngôn ngữ của bài", "Languages of the article"],
  outdated: [
    (from: string, by: string) =>
      `Dịch từ bản tiếng Việt số ${from}; nay đã có bản số ${by}. Hãy xem lại bản dịch.`,
    (from: string, by: string) =>
      `Translated from Vietnamese version ${from}; by now there is version ${by}. Look the translation over.`,
  ],
  seeChanges: ["Xem tiếng Việt đã đổi gì", "See what changed in Vietnamese"],
  next: ["Việc tiếp theo", "What comes next"],
  nothingToDo: ["Không có việc nào chờ bạn ở bài này.", "Nothing about this article waits for you."],
  submit: ["Gửi duyệt", "Send for review"],
  takeBack: ["Rút về để sửa", "Take back"],
  return: ["Trả lại", "Return"],
  returnReason: ["Cần sửa gì", "What has to be changed"],
  returnHint: ["Người viết đọc được lời này.", "The writer reads this."],
  enterReturn: ["Hãy viết cần sửa gì.", "Write what has to be changed."],
  publish: ["Đăng ngay", "Publish now"],
  correct: ["Đăng bản sửa", "Publish the correction"],
  correctionNote: ["Báo với bạn đọc: đã sửa gì", "What readers are told was put right"],
  correctionHint: [
    "Hiện dưới tiêu đề bài: “Đã chỉnh sửa lúc … : …”.",
    "Shown under the title: “Corrected at …: …”.",
  ],
  enterCorrection: ["Hãy viết một câu báo bạn đọc đã sửa gì.", "Write in a sentence what was put right."],
  bypass: ["Lý do đăng không qua người thứ hai", "Why it is published without a second person"],
  bypassOwn: [
    "Bạn là người viết bản này. Lý do được ghi vào lịch sử và luôn hiện ở bàn làm việc.",
    "You wrote this version. The reason goes into the history and stays visible at the desk.",
  ],
  bypassNotReviewed: [
    "Bản này chưa được gửi duyệt. Lý do được ghi vào lịch sử và luôn hiện ở bàn làm việc.",
    "This version was not sent for review. The reason goes into the history and stays visible at the desk.",
  ],
  enterBypass: [
    "Hãy viết lý do, hoặc để một người khác duyệt đăng.",
    "Write why, or let somebody else publish it.",
  ],
  schedule: ["Hẹn giờ đăng", "Publish later"],
  reschedule: ["Đổi giờ đăng", "Change the hour"],
  day: ["Ngày", "Day"],
  dayHint: ["Ví dụ 15/10/2026", "Such as 15/10/2026"],
  hour: ["Giờ", "Hour"],
  hourHint: ["Ví dụ 7:30 hoặc 16 giờ, giờ Việt Nam", "Such as 7:30 or 16:00, time of Vietnam"],
  enterHour: ["Hãy viết giờ như 7:30 hoặc 16 giờ.", "Write an hour such as 7:30."],
  enterLater: ["Hãy chọn một lúc chưa qua.", "Choose a moment that is still to come."],
  unschedule: ["Bỏ hẹn giờ", "Take the hour back"],
  unpublish: ["Gỡ bài", "Take down"],
  unpublishReason: ["Lý do gỡ, bạn đọc thấy được", "Why it is taken down; readers see this"],
  unpublishHint: [
    "Địa chỉ bài còn đó, với tiêu đề và lời này. Bài có thể được đăng lại.",
    "The address stays, with the title and these words. The article can be published again.",
  ],
  unpublishTranslation: [
    "Trang tiếng Anh trở lại với bài tiếng Việt.",
    "The English page shows the Vietnamese text again.",
  ],
  enterUnpublish: ["Hãy viết lý do gỡ bài.", "Write why it is taken down."],
  republish: ["Đăng lại như cũ", "Publish again as it was"],
  stale: [
    "Chưa làm gì: trong lúc đó bài đã đổi. Hãy xem tình trạng hiện nay ở dưới rồi quyết định lại.",
    "Nothing was done: the article changed meanwhile. See below how it stands now, and decide again.",
  ],
  latest: [
    (number: string) => `Bản ${number}, mới nhất`,
    (number: string) => `Version ${number}, the latest`,
  ],
  version: [(number: string) => `Bản ${number}`, (number: string) => `Version ${number}`],
  versionBy: [
    (who: string, when: string) => `${who} lưu lúc ${when}`,
    (who: string, when: string) => `saved by ${who}, ${when}`,
  ],
  publicVersion: ["bản đang đăng", "the one published"],
  history: ["Các bản và lịch sử", "Versions and history"],
  compare: ["So sánh", "Compare"],
  compareTitle: ["So sánh hai bản", "Two versions compared"],
  older: ["Bản cũ", "Older version"],
  newer: ["Bản mới", "Newer version"],
  seeVersion: ["Xem", "See"],
  withPrevious: ["So với bản trước", "Compare with the one before"],
  withPublic: ["So với bản đang đăng", "Compare with what is published"],
  noDifference: ["Hai bản giống hệt nhau.", "The two versions are the same."],
  unchanged: [
    (count: string) => `${count} đoạn không đổi`,
    (count: string) => `${count} paragraphs unchanged`,
  ],
  removed: ["bỏ:", "removed:"],
  added: ["thêm:", "added:"],
  restore: [(number: string) => `Khôi phục bản ${number}`, (number: string) => `Restore version ${number}`],
  restoreHint: [
    "Thành một bản mới; không bản nào mất đi.",
    "Becomes a new version; none of the others is lost.",
  ],
  restoredNote: [
    (number: string) => `Khôi phục bản ${number}`,
    (number: string) => `Version ${number} restored`,
  ],
  facts: ["Về bài này", "About this article"],
  address: ["Địa chỉ", "Address"],
  changeAddress: ["Đổi địa chỉ", "Change the address"],
  addressHint: [
    "Chữ thường không dấu, số và gạch nối. Nếu bài đã từng đăng, địa chỉ cũ vẫn dẫn về đây mãi mãi.",
    "Small letters without marks, digits and hyphens. If it was ever published, the old address leads here for ever.",
  ],
  enterAddress: [
    "Hãy viết bằng chữ thường không dấu, số và gạch nối, như ke-hoach-148.",
    "Use small letters without marks, digits and hyphens, such as ke-hoach-148.",
  ],
  addressTaken: [
    "Địa chỉ này đang hoặc đã từng là của một bài khác. Hãy chọn địa chỉ khác.",
    "This address is or was another article's. Choose another one.",
  ],
  oldAddresses: ["Địa chỉ cũ, dẫn về đây", "Old addresses that lead here"],
  seePublic: ["Xem trên trang công khai", "See it on the public site"],
  publishedAt: ["Đăng lúc", "Published"],
  dueAt: ["Hẹn đăng lúc", "Due"],
  unpublishedAt: ["Gỡ lúc", "Taken down"],
  source: ["Nguồn", "Source"],
  previews: ["Cho người ngoài xem trước", "Let people without an account preview it"],
  previewHint: [
    "Ai có liên kết đều đọc được bản mới nhất của bài, cho đến khi hết hạn hoặc bị thu hồi.",
    "Whoever has the link can read the latest version, until it expires or is revoked.",
  ],
  previewFor: ["Cho ai", "For whom"],
  previewDays: ["Hạn", "Good for"],
  days: [(count: number) => `${count} ngày`, (count: number) => (count === 1 ? "1 day" : `${count} days`)],
  makePreview: ["Tạo liên kết", "Make a link"],
  newPreview: [
    "Liên kết mới. Hãy chép ngay: nó không hiện lại lần nữa.",
    "The new link. Copy it now: it is not shown again.",
  ],
  previewUntil: [(when: string) => `đến ${when}`, (when: string) => `until ${when}`],
  madeBy: [(who: string) => `${who} tạo`, (who: string) => `made by ${who}`],
  revoke: ["Thu hồi", "Revoke"],
  previewTitle: ["Bản xem trước", "Preview"],
  previewNotice: [
    (when: string) => `Đây là bản xem trước, chưa đăng. Liên kết này dùng được đến ${when}.`,
    (when: string) => `This is a preview; it is not published. The link works until ${when}.`,
  ],
  bypassed: ["Đăng không qua người thứ hai", "Published without a second person"],
  reason: ["Lý do", "Reason"],
})

const workWords: Readonly<Record<Locale, Readonly<Record<Work, string>>>> = inBoth({
  none: ["Xong", "Done"],
  draft: ["Bản nháp", "Draft"],
  in_review: ["Chờ duyệt", "In review"],
  returned: ["Trả lại", "Returned"],
})
const publicationWords: Readonly<Record<Locale, Readonly<Record<Publication, string>>>> = inBoth({
  never: ["Chưa đăng", "Not published"],
  scheduled: ["Hẹn giờ", "Scheduled"],
  published: ["Đã đăng", "Published"],
  unpublished: ["Đã gỡ", "Taken down"],
})

export function workName(work: Work, locale: Locale) {
  return workWords[locale][work]
}
export function publicationName(publication: Publication, locale: Locale) {
  return publicationWords[locale][publication]
}

export function listedStateName(state: ListedState, locale: Locale) {
  if (state === "bypassed") return texts[locale].bypassed
  return state === "draft" || state === "in_review" || state === "returned"
    ? workWords[locale][state]
    : publicationWords[locale][state]
}

/** What happened, as the end of a sentence that begins with who did it. */
const eventWords = inBoth({
  written: [(version: string) => `viết bản ${version}`, (version: string) => `wrote version ${version}`],
  restored: [
    (version: string) => `khôi phục một bản cũ thành bản ${version}`,
    (version: string) => `restored an older one as version ${version}`,
  ],
  submitted: [
    (version: string) => `gửi duyệt bản ${version}`,
    (version: string) => `sent version ${version} for review`,
  ],
  taken_back: [
    (version: string) => `rút bản ${version} về để sửa`,
    (version: string) => `took version ${version} back`,
  ],
  returned: [
    (version: string) => `trả lại bản ${version}`,
    (version: string) => `returned version ${version}`,
  ],
  scheduled: [
    (version: string) => `hẹn giờ đăng bản ${version}`,
    (version: string) => `scheduled version ${version}`,
  ],
  unscheduled: [() => "bỏ hẹn giờ", () => "took the hour back"],
  published: [
    (version: string) => `đăng bản ${version}`,
    (version: string) => `published version ${version}`,
  ],
  corrected: [
    (version: string) => `đăng bản sửa ${version}`,
    (version: string) => `published version ${version} as a correction`,
  ],
  unpublished: [() => "gỡ bài", () => "took it down"],
  republished: [
    (version: string) => `đăng lại bản ${version}`,
    (version: string) => `published version ${version} again`,
  ],
} satisfies Record<EventKind, readonly [(version: string) => string, (version: string) => string]>)

export function eventWordsOf({ kind, version }: { kind: EventKind; version: number }, locale: Locale) {
  return eventWords[locale][kind](String(version))
}
