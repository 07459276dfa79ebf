import { type RawBuilder, sql } from "kysely"
import {
  type Kind as OrganisationKind,
  kinds as organisationKinds,
  type Sector,
  sectors,
} from "../register/vocabulary.ts"

import type { ReportedYear } from "./reporting-year.ts"

export { type OrganisationKind, organisationKinds, type Sector, sectors }

/** Among which organisations a share is taken. */
export const denominators = ["all", "operating", "reporting", "rated"] as const
export type Denominator = (typeof denominators)[number]

/** Where, when and of what a measure is counted. Stocks, shares and averages are as of the day `to`. */
export type Scope = {
  placeId: number
  sector?: Sector | null
  /** None: the first one the measure allows. */
  denominator?: Denominator | null
  /** Leaves the credit funds (QTDND) out where they would count as cooperatives. */
  withoutCreditFunds?: boolean
  /** Counts them in where their size usually keeps them out: in averages of cooperatives. */
  withCreditFunds?: boolean
  from: string
  to: string
  /** The year whose reports and ratings are taken; none: the latest one due on the day `to`. */
  reportYear?: number | undefined
  /** Reports and ratings accepted through this day are known; none: through the day `to`. */
  knownOn?: string | undefined
  /** The day whose units a breakdown by places is restated on; none: those in force on the day `to`. */
  unitsOn?: string | undefined
}

/** A scope with all that its statement needs already looked up. */
export type CountingScope = Scope & {
  kinds: readonly OrganisationKind[]
  denominator: Denominator | null
  /** The whole country needs no look at the map. */
  isNation: boolean
  /** The year whose reports and ratings are taken; none before the first. */
  year: number | null
  knownOn: string
  /** The years whose reports tell what happened in the period, each with the last day it reports on. */
  reportedYears: readonly ReportedYear[]
}

type Fragment = RawBuilder<unknown>

/**
 * Whether a commune's whole land lies, or lay, or came to lie, in the place of the scope on a day. A commune that
 * is no more answers for its last day, so that organisations not yet moved to its successor keep their province; one
 * that is not there yet answers for its first, since an old organisation may be entered with its seat of today.
 */
export function inPlace(
  scope: Pick<CountingScope, "isNation" | "placeId" | "to">,
  communeId: Fragment,
  day: Fragment = sql`${scope.to}::date`,
) {
  if (scope.isNation) return sql<boolean>`true`
  return sql<boolean>`exists (
    select from place_territories territory join places unit on unit.id = territory.place_id
    where territory.territory_id = ${scope.placeId} and territory.place_id = ${communeId}
      and greatest(unit.valid_from, least(${day}, unit.valid_to)) between territory.valid_from and territory.valid_to)`
}

export function inSector(scope: CountingScope, sector: Fragment) {
  return scope.sector ? sql<boolean>`${sector} = ${scope.sector}` : sql<boolean>`true`
}

export function ofKinds(scope: CountingScope, kind: Fragment) {
  return sql<boolean>`${kind} in (${sql.join(scope.kinds)})`
}
