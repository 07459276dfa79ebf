import type { Meaning } from "./lexicon.ts"

/** Puts words and fixed expressions into the lexicon; what is entered first keeps its meaning. */
export type Enter = (meaning: Meaning, entries: string[]) => void

export function list(entries: string) {
  return entries.split(" | ")
}

/** Every way to join the front words with the back words: `each(["loại", ""], ["khá", "tốt"])`. */
export function each(...columns: string[][]) {
  return columns.reduce(
    (rows, column) => rows.flatMap((row) => column.map((word) => `${row} ${word}`.trim())),
    [""],
  )
}

export const cooperative = ["hợp tác xã", "htx"]
