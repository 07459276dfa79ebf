import { comparable } from "./spelling.ts"

/** A word, a numeral or a sign; `key` is what the lexicon knows it by. */
export type Token = {
  kind: "word" | "numeral" | "sign"
  key: string
  start: number
  end: number
  /** Written with a capital, which tells "xã Tân" from the start of a sentence. */
  capital: boolean
}

const tokenPattern = /\p{L}[\p{L}\p{M}]*|\d+(?:[.,]\d+)*|[^\s\p{L}\d]/gu

export function tokenise(text: string): Token[] {
  return Array.from(comparable(text).matchAll(tokenPattern), ({ 0: key, index }): Token => {
    const first = text.charAt(index)
    return {
      kind: /^\d/.test(key) ? "numeral" : /^\p{L}/u.test(key) ? "word" : "sign",
      key,
      start: index,
      end: index + key.length,
      capital: first !== first.toLowerCase(),
    }
  })
}
