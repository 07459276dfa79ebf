import { textOfHtml } from "../news/body-html.ts"

/** A run of the same fate: in both texts, only in the old one, only in the new one. */
export type Piece = { fate: "same" | "removed" | "added"; text: string }

/** A paragraph (or heading, row, list item) as it was and as it is. */
export type Row =
  | { fate: "same"; text: string }
  | { fate: "removed"; old: Piece[] }
  | { fate: "added"; new: Piece[] }
  | { fate: "changed"; old: Piece[]; new: Piece[] }

/** Two bodies, paragraph by paragraph, with the words that differ inside those that changed. */
export function compareBodies(before: string, after: string): Row[] {
  return compareParagraphs(paragraphsOf(before), paragraphsOf(after))
}

/** Two single lines, such as titles. */
export function compareLines(before: string, after: string): Row[] {
  return compareParagraphs([before].filter(Boolean), [after].filter(Boolean))
}

function compareParagraphs(before: string[], after: string[]): Row[] {
  const rows: Row[] = []
  let removed: string[] = []
  let added: string[] = []

  /** A paragraph stands beside the next one that is made of much the same words; the others came or went. */
  function flush() {
    for (const old of removed) {
      const match = added.findIndex((text) => likeness(old, text) >= alike)
      if (match < 0) {
        rows.push({ fate: "removed", old: [{ fate: "removed", text: old }] })
        continue
      }
      for (const text of added.splice(0, match)) rows.push({ fate: "added", new: [{ fate: "added", text }] })
      rows.push(changed(old, added.shift()!))
    }
    for (const text of added) rows.push({ fate: "added", new: [{ fate: "added", text }] })
    removed = []
    added = []
  }

  for (const { fate, item } of differences(before, after)) {
    if (fate === "removed") removed.push(item)
    else if (fate === "added") added.push(item)
    else {
      flush()
      rows.push({ fate, text: item })
    }
  }
  flush()
  return rows
}

const alike = 0.4

/** The share of their words that two paragraphs have in common. */
function likeness(one: string, other: string) {
  const words = new Set(one.split(/\s+/))
  const others = new Set(other.split(/\s+/))
  return (2 * [...words].filter((word) => others.has(word)).length) / (words.size + others.size)
}

function changed(before: string, after: string): Row {
  const words = differences(before.split(/(?<=\s)/), after.split(/(?<=\s)/))
  const side = (other: Piece["fate"]) => joined(words.filter(({ fate }) => fate !== other))
  return { fate: "changed", old: side("added"), new: side("removed") }
}

function joined(words: Difference[]): Piece[] {
  const pieces: Piece[] = []
  for (const { fate, item } of words) {
    const last = pieces.at(-1)
    if (last?.fate === fate) last.text += item
    else pieces.push({ fate, text: item })
  }
  return pieces
}

/** The words of each paragraph; of links and images also where they lead, which the words alone would hide. */
function paragraphsOf(html: string) {
  return html
    .replace(/<a href="([^"]*)">(.*?)<\/a>/gs, "$2 [$1]")
    .replace(/<img\b[^>]*?\bsrc="([^"]*)"[^>]*>/g, (mark, address: string) => {
      const words = /\balt="([^"]*)"/.exec(mark)?.[1] ?? ""
      return ` [${[words, address].filter(Boolean).join(": ")}] `
    })
    .replace(/<\/t[dh]>\s*<t[dh]\b[^>]*>/g, " | ")
    .split(/<\/(?:p|h[2-4]|li|tr|blockquote|caption|div)>|<br \/>|<hr \/>/)
    .map(textOfHtml)
    .filter(Boolean)
}

type Difference = { fate: Piece["fate"]; item: string }

/** Beyond so many changes the texts have nothing to do with each other, and are shown one after the other. */
const mostChanges = 1200

/** The shortest way from one list to another (Myers 1986: An O(ND) difference algorithm and its variations). */
export function differences(before: readonly string[], after: readonly string[]): Difference[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++

  const same = (item: string): Difference => ({ fate: "same", item })
  return [
    ...before.slice(0, start).map(same),
    ...between(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ]
}

function between(before: readonly string[], after: readonly string[]): Difference[] {
  const trace: Int32Array[] = []
  const most = Math.min(before.length + after.length, mostChanges)
  const middle = most + 1
  const furthest = new Int32Array(2 * most + 3)
  for (let changes = 0; changes <= most; changes++) {
    trace.push(furthest.slice(middle - changes - 1, middle + changes + 2))
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const down =
        diagonal === -changes ||
        (diagonal !== changes && furthest[middle + diagonal - 1]! < furthest[middle + diagonal + 1]!)
      let x = down ? furthest[middle + diagonal + 1]! : furthest[middle + diagonal - 1]! + 1
      let y = x - diagonal
      while (x < before.length && y < after.length && before[x] === after[y]) {
        x++
        y++
      }
      furthest[middle + diagonal] = x
      if (x >= before.length && y >= after.length) return walkBack(before, after, trace)
    }
  }
  return [
    ...before.map((item): Difference => ({ fate: "removed", item })),
    ...after.map((item): Difference => ({ fate: "added", item })),
  ]
}

function walkBack(before: readonly string[], after: readonly string[], trace: Int32Array[]) {
  const steps: Difference[] = []
  let x = before.length
  let y = after.length
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const furthest = trace[changes]!
    const at = (diagonal: number) => furthest[diagonal + changes + 1]!
    const diagonal = x - y
    const down = diagonal === -changes || (diagonal !== changes && at(diagonal - 1) < at(diagonal + 1))
    const fromX = changes === 0 ? 0 : at(down ? diagonal + 1 : diagonal - 1)
    const fromY = changes === 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1)
    while (x > fromX && y > fromY) {
      steps.push({ fate: "same", item: before[x - 1]! })
      x--
      y--
    }
    if (changes === 0) break
    if (down) steps.push({ fate: "added", item: after[y - 1]! })
    else steps.push({ fate: "removed", item: before[x - 1]! })
    x = fromX
    y = fromY
  }
  return steps.reverse()
}
