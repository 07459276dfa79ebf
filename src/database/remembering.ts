import { LRUCache } from "lru-cache"
import type { Database } from "./connection.ts"

/**
 * What was read from a database, kept for a while by what was asked for. Who asks while it is still being read waits for
 * the same answer; a reading that failed is forgotten.
 *
 * @param milliseconds How old an answer may become.
 */
export function remembering<Value>({ most, milliseconds }: { most: number; milliseconds: number }) {
  const ofAll = new WeakMap<Database, LRUCache<string, Promise<Value>>>()
  return (db: Database) => {
    const kept = ofAll.get(db) ?? new LRUCache<string, Promise<Value>>({ max: most, ttl: milliseconds })
    ofAll.set(db, kept)
    return {
      get: (key: string) => kept.get(key),
      keep(key: string, reading: Promise<Value>) {
        kept.set(key, reading)
        reading.catch(() => kept.delete(key))
        return reading
      },
    }
  }
}
