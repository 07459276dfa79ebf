/**
 * Chance that falls the same way every time: a stream of its own for each purpose, so that a change in one part of
 * the sample leaves the others as they were. (mulberry32, seeded with an FNV-1a hash of the purpose.)
 */
export function randomFor(purpose: string) {
  let state = hash(purpose)

  function next() {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  function integer(lowest: number, highest: number) {
    return lowest + Math.floor(next() * (highest - lowest + 1))
  }

  function between(lowest: number, highest: number) {
    return lowest + next() * (highest - lowest)
  }

  function chance(share: number) {
    return next() < share
  }

  function pick<Item>(list: readonly Item[]): Item {
    if (list.length === 0) throw new Error(`nothing to pick from for "${purpose}"`)
    return list[integer(0, list.length - 1)]!
  }

  function weighted<Item>(list: readonly Item[], weightOf: (item: Item) => number): Item {
    let left = next() * list.reduce((sum, item) => sum + weightOf(item), 0)
    for (const item of list) {
      left -= weightOf(item)
      if (left < 0) return item
    }
    return pick(list)
  }

  function shuffled<Item>(list: readonly Item[]) {
    const copy = [...list]
    for (let last = copy.length - 1; last > 0; last--) {
      const other = integer(0, last)
      ;[copy[last], copy[other]] = [copy[other]!, copy[last]!]
    }
    return copy
  }

  /** Sizes of real organisations: many small, a few large; half of them below the median. */
  function size(median: number, spread: number) {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    return median * Math.exp(spread * normal)
  }

  /** A weekday from a day to a day. */
  function day(from: string, to: string) {
    const first = Date.parse(from) / 86_400_000
    const last = Date.parse(to) / 86_400_000
    let moment = new Date(integer(first, last) * 86_400_000)
    while (moment.getUTCDay() % 6 === 0) moment = new Date(moment.getTime() + 86_400_000)
    const chosen = moment.toISOString().slice(0, 10)
    // A weekend at the very end goes back rather than on.
    return chosen <= to ? chosen : new Date(moment.getTime() - 3 * 86_400_000).toISOString().slice(0, 10)
  }

  return { next, integer, between, chance, pick, weighted, shuffled, size, day }
}
export type Random = ReturnType<typeof randomFor>

function hash(text: string) {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193)
  return value
}
