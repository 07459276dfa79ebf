import { inBoth } from "../language.ts"

export const texts = inBoth({
  hint: ["Gõ vài chữ của tên, không cần dấu.", "Type a few letters of the name; marks may be left out."],
  candidates: ["Chọn một trong số này", "Choose one of these"],
  found: [
    "Có {count} gợi ý. Dùng phím mũi tên để chọn.",
    "{count} suggestions. Use the arrow keys to choose.",
  ],
  nothing: ["Không có gợi ý nào.", "No suggestions."],
})
