import { inBoth } from "../../ui/language.ts"

export const texts = inBoth({
  none: [
    (typed: string) => `Không có tên nào như “${typed}”. Hãy xem lại tên; không cần gõ dấu.`,
    (typed: string) => `Nothing is called “${typed}”. Check the name; marks may be left out.`,
  ],
  several: ["Có nhiều nơi khớp với tên này: hãy chọn một.", "Several answer to this name: choose one."],
  tooMany: [
    "Có quá nhiều kết quả khớp: hãy chọn một, hoặc gõ tên đầy đủ hơn.",
    "Too many answer to this name: choose one, or type more of the name.",
  ],
})
