import { enterDescribingWords } from "./describing-words.ts"
import { enterLeadingWords } from "./leading-words.ts"
import { enterNouns } from "./nouns.ts"
import type { Bound, Change, Qualifier, Subject } from "./page-import.ts"
import { type Token, tokenise } from "./tokens.ts"

/** What a word or a fixed expression of plan language stands for. */
export type Meaning =
  | { kind: "subject"; subject: Subject; qualifiers?: Qualifier[]; weak?: true; countable?: true }
  /** The collective economy as a whole: it holds things, but is not counted itself. */
  | { kind: "sector" }
  /** Bodies, laws and offices whose names hold a subject's name. */
  | { kind: "name" }
  /** `loose` ones yield to a word that says more: "hoạt động khá" tells of a grade. */
  | { kind: "qualifier"; qualifier: Qualifier; loose?: true }
  | { kind: "grade"; grade: "good" | "fair" | "average" | "weak" }
  | { kind: "change"; change: Change; pace?: true }
  /** "mới" and its like, which make the subject before them a new one. */
  | { kind: "newly" }
  | { kind: "verb"; verb: "reach" | "rise" | "fall" | "reduce" | "attract" | "contribute" | "become" }
  | { kind: "bound"; bound: Bound }
  | { kind: "limit"; bound: "at_least" | "at_most" }
  | { kind: "fewest" }
  | { kind: "none_left" }
  | { kind: "measure" }
  | { kind: "mean" }
  | { kind: "link" }
  | { kind: "goal" }
  | { kind: "result" }
  | { kind: "part" }
  | { kind: "filler"; plural?: true }
  | { kind: "place"; place: "commune" | "district" | "trade" }
  | { kind: "ordinal" }

type Node = { meaning?: Meaning; next: Map<string, Node> }
const lexicon: Node = { next: new Map() }
for (const enterWords of [enterNouns, enterDescribingWords, enterLeadingWords]) enterWords(enter)

/** The longest entry that starts at a token, and the index of the token after it. */
export function lookUp(tokens: Token[], index: number): { meaning: Meaning; next: number } | null {
  let node: Node | undefined = lexicon
  let found: { meaning: Meaning; next: number } | null = null
  for (let next = index; next < tokens.length; next += 1) {
    node = node.next.get(tokens[next]!.key)
    if (!node) break
    if (node.meaning) found = { meaning: node.meaning, next: next + 1 }
  }
  return found
}

function enter(meaning: Meaning, entries: string[]) {
  for (const entry of entries) {
    let node = lexicon
    for (const { key } of tokenise(entry)) {
      const next: Node = node.next.get(key) ?? { next: new Map() }
      node.next.set(key, next)
      node = next
    }
    node.meaning ??= meaning
  }
}
