/** "- ", "+ ", "a) ", "1.2. ": the mark of a bullet is no figure. */
export function readMarker(text: string): { style: string; length: number } {
  const match =
    /^\s*(?:([-–—+•*●▪◦·])|(\d{1,2}(?:\.\d{1,2})*)[.)](?!\d)|(\d{1,2}(?:\.\d{1,2})+)(?=\s)|\(?([a-zđ]|[ivx]{1,5})[.)]|([IVX]{1,5})[.)/-])\s*/u.exec(
      text,
    )
  if (!match) return { style: "", length: 0 }
  const style = match[1] ?? (match[2] || match[3] ? "1" : match[4] ? "a" : "I")
  return { style, length: match[0].length }
}
