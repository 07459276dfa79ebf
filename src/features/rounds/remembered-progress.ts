import type { RawBuilder } from "kysely"
import { LRUCache } from "lru-cache"
import type { Database } from "../../database/connection.ts"
import { type Asking, type Progress, readProgress } from "./respondents.ts"

/** Milliseconds. */
const keptFor = 60_000

const kept = new WeakMap<Database, LRUCache<string, Promise<Progress>>>()

/**
 * How far a closed round is among those someone reaches, as it was at most a minute ago: nothing moves in it but what is
 * opened again, and lists of rounds would count all of its reports each time they are looked at.
 *
 * @param ofWhom Words that say whose reach it is: the same words, the same condition.
 */
export async function rememberedProgress(
  db: Database,
  round: Asking,
  today: string,
  { reach, ofWhom }: { reach: () => Promise<RawBuilder<boolean>>; ofWhom: string },
) {
  const all = kept.get(db) ?? new LRUCache({ max: 2_000, ttl: keptFor })
  kept.set(db, all)
  const key = `${round.id} ${today} ${ofWhom}`
  const known = all.get(key)
  if (known) return await known
  const reading = reach().then((reached) => readProgress(db, round, today, { reach: reached }))
  all.set(key, reading)
  reading.catch(() => all.delete(key))
  return await reading
}
