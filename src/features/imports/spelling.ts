/** Old and new places of the tone mark ("hoà" and "hòa"), where they differ: at the end of a syllable. */
const toneMoves: Record<string, string> = Object.fromEntries(
  ["oa", "oe", "uy"].flatMap((vowels) =>
    ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"].map((tone) => [
      (vowels + tone).normalize("NFC"),
      (vowels[0] + tone + vowels[1]).normalize("NFC"),
    ]),
  ),
)
const movableTone = new RegExp(`(?<!q)(?:${Object.keys(toneMoves).join("|")})(?!\\p{L})`, "gu")

/**
 * The text as it is compared: small letters, one place for the tone mark, every space and dash alike.
 * Its length is that of the text, so that an offset found here holds there.
 */
export function comparable(text: string) {
  return lowerCase(text)
    .replace(/\s|\u200b|\u200c|\u200d|\u2060|\ufeff|\u00ad/g, " ")
    .replace(/[‐-―−]/g, "-")
    .replace(/％/g, "%")
    .replace(movableTone, (vowels) => toneMoves[vowels] ?? vowels)
}

function lowerCase(text: string) {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  // A few foreign letters grow when they are made small: those stay as they are.
  return text.replace(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  )
}
