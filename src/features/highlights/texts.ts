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
