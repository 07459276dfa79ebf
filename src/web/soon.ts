import { setTimeout as delay } from "node:timers/promises"

/** Milliseconds that a page waits for work; then it shows how far that has come. */
const patience = 3_000

/** Nothing where it takes longer than somebody likes to look at an empty page; the work goes on. */
export async function soon<Result>(work: Promise<Result>): Promise<Result | undefined> {
  const late = new AbortController()
  const waiting = delay(patience, undefined, { signal: late.signal }).catch(() => undefined)
  try {
    return await Promise.race([work, waiting])
  } finally {
    late.abort()
  }
}
