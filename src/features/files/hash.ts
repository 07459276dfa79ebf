/** SHA-256, written in small hexadecimal letters: the one name a kept file has. */
export function isHash(text: string) {
  return /^[0-9a-f]{64}$/.test(text)
}
