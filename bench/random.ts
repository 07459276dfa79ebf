export type Random = ReturnType<typeof randomFrom>

/** Numbers that look random and are the same on every run (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed

  /** From 0 to 1. */
  function next() {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  function whole(from: number, to: number) {
    return from + Math.floor(next() * (to - from + 1))
  }
  function pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(next() * items.length)]!
  }
  function chance(share: number) {
    return next() < share
  }
  /** Skewed as sizes are: half lie below the median, a few far above it. */
  function skewed(median: number, spread: number) {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    return median * Math.exp(spread * normal)
  }
  function day(from: string, to: string) {
    const first = Date.parse(from)
    return new Date(first + next() * (Date.parse(to) - first)).toISOString().slice(0, 10)
  }
  return { next, whole, pick, chance, skewed, day }
}
