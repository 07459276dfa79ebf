/** Text as people type it without marks: "Hoà Bình, Đông Điền" → "hoa binh, dong dien". The same rule as fold() in the database. */
export function fold(text: string) {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
}

/** The part of an address that names something: "148/KH-UBND" → "148-kh-ubnd". */
export function slugify(text: string, longest = 100) {
  const slug = fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
  if (slug.length <= longest) return slug
  const cut = slug.slice(0, longest + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), longest >> 1))
}
