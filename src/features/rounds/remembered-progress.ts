import type { RawBuilder } from "kysely"
import type { Database } from "../../database/connection.ts"
import { remembering } from "../../database/remembering.ts"
import { type Asking, type Progress, readProgress } from "./respondents.ts"

const kept = remembering<Progress>({ most: 2_000, milliseconds: 60_000 })

/**
 * How far a closed round is among those someone reaches, as it was at most a minute ago: nothing moves in it but what is
 * opened again, and lists of rounds would count all of its reports each time they are looked at.
 *
 * @param ofWhom Words that say whose reach it is: the same words, the same condition.
 */
export function rememberedProgress(
  db: Database,
  round: Asking,
  today: string,
  { reach, ofWhom }: { reach: () => Promise<RawBuilder<boolean>>; ofWhom: string },
) {
  const key = `${round.id} ${today} ${ofWhom}`
  const read = async () => readProgress(db, round, today, { reach: await reach() })
  return kept(db).get(key) ?? kept(db).keep(key, read())
}
