import type { Measure } from "../measures/catalogue.ts"

/** A line of the catalogue as a snapshot keeps it: how it counted is in the records, what it is called and shows is here. */
export type FrozenEntry = Pick<
  Measure,
  "section" | "words" | "kind" | "unit" | "of" | "denominators" | "isReported" | "shows" | "dividesBy"
> & { mayAddCreditFunds: boolean }
