import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  title: ["Tin nổi bật", "Highlights"],
  list: ["Danh sách tin nổi bật", "List of highlights"],
  all: ["Xem đầy đủ", "See in full"],
  previous: ["Tin nổi bật trước", "Previous highlight"],
  next: ["Tin nổi bật sau", "Next highlight"],
  /** Read out by the strip, which puts the figures in. */
  position: ["Tin {n} trong {total}", "Highlight {n} of {total}"],
  description: ["Các tin nổi bật, ngày mới trước.", "Highlights, latest first."],
  none: ["Hiện không có tin nổi bật.", "There are no highlights now."],
  inVietnamese: ["Các tin bằng tiếng Việt.", "The headlines are in Vietnamese."],
})

export const deskTexts = inBoth({
  title: ["Tin nổi bật", "Highlights"],
  lead: [
    "Các tiêu đề trên dải tin nổi bật, xếp theo thứ tự ở đây. Tin mới thêm đứng đầu.",
    "The headlines on the strip, in the order here. A new one stands first.",
  ],
  preview: ["Hôm nay người đọc thấy", "What readers see today"],
  noneToday: ["Hôm nay không có tin nổi bật nào.", "There are no highlights today."],
  current: ["Đang và sẽ hiển thị", "Shown now and to come"],
  past: ["Đã thôi hiển thị", "No longer shown"],
  headline: ["Tiêu đề", "Headline"],
  toCome: ["chưa đến ngày", "to come"],
  open: ["không hạn", "no end"],
  noArticle: ["không có bài", "no article"],
  lastDay: ["Thôi hiển thị", "Off since"],
  edit: ["Sửa", "Change"],
  editOne: [
    (title: string) => `Sửa tin nổi bật “${title}”`,
    (title: string) => `Change the highlight “${title}”`,
  ],
  editTitle: ["Sửa tin nổi bật", "Change a highlight"],
  end: ["Gỡ ngay", "End now"],
  endOne: [(title: string) => `Gỡ ngay “${title}”`, (title: string) => `End “${title}” now`],
  add: ["Thêm tin nổi bật", "Add a highlight"],
  save: ["Lưu", "Save"],
  back: ["Không lưu, trở về", "Back without saving"],
  optional: ["(không bắt buộc)", "(optional)"],
  article: ["Bài viết", "Article"],
  articleHint: [
    "Gõ vài từ trong tiêu đề bài, có dấu hay không đều được, hoặc dán địa chỉ bài. Để trống nếu chỉ có tiêu đề.",
    "Type a few words of its title, with or without marks, or paste its address. Leave empty for a headline alone.",
  ],
  whichArticle: ["Chọn bài", "Which article"],
  headlineHint: ["Để trống thì lấy tiêu đề của bài viết.", "Left empty, it is the title of the article."],
  from: ["Hiển thị từ ngày", "Shown from"],
  until: ["Đến hết ngày", "To the end of"],
  dayHint: ["Ví dụ: 15/10/2020", "For example: 15/10/2020"],
  untilHint: ["Để trống thì hiển thị đến khi bạn gỡ.", "Left empty, it is shown until you end it."],
  enterHeadline: ["Hãy nhập tiêu đề, hoặc chọn một bài viết.", "Enter a headline, or choose an article."],
  noSuchArticle: [
    "Không tìm thấy bài nào. Hãy gõ ít từ hơn, hoặc dán địa chỉ bài.",
    "No article was found. Type fewer words, or paste its address.",
  ],
  severalArticles: [
    "Có nhiều bài phù hợp. Hãy chọn một bài ở dưới.",
    "Several articles match. Choose one below.",
  ],
  untilBeforeFrom: ["Ngày cuối phải từ ngày đầu trở đi.", "The last day must not be before the first."],
  alreadyThere: [
    "Đã có tin nổi bật với tiêu đề này từ ngày này.",
    "There is a highlight with this headline from this day already.",
  ],
  changedMeanwhile: [
    (title: string) =>
      `Trong lúc bạn sửa, người khác đã lưu tin này với tiêu đề “${title}”. Hãy xem lại rồi lưu lần nữa nếu vẫn muốn đổi.`,
    (title: string) =>
      `While you were writing, someone else saved it with the headline “${title}”. Look again, and save once more if you still want yours.`,
  ],
})
