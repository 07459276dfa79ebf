import type { Place } from "../places/queries.ts"

/** The kinds of units, and the level each stands on. */
export const levels = {
  province: "province",
  municipality: "province",
  city: "district",
  town: "district",
  district: "district",
  ward: "commune",
  commune: "commune",
  township: "commune",
  special_zone: "commune",
} as const satisfies Record<string, Place["level"]>
export type UnitKind = keyof typeof levels

/** A unit that begins, and the units of its level whose land it has, wholly or in part. */
export type NewUnit = {
  /** Where it stands: its row in a sheet, or its number in the list of a JSON file. */
  row: number
  code: string
  kind: UnitKind
  name: string
  /** None: the unit above stays the one its predecessors had. */
  parent_code: string | null
  /** None: the act of the whole reorganisation. */
  legal_act: string | null
  /** Codes of the day before. A code that stands with several new units is of one that is divided. */
  from: string[]
}

/** A unit that ends while none of its level takes its place: the districts on 1/7/2025. */
export type EndedUnit = { row: number; code: string }

/** What a file says: all that begins on one day, by one legal act. Days as "2025-07-01". */
export type Reorganisation = {
  day: string
  legal_act: string
  units: NewUnit[]
  ended: EndedUnit[]
}

/** What stands in the way, and where: `row` as in NewUnit, none where the whole file is meant. */
export type Fault = { row: number | null; field: Field | null } & (
  | { fault: "unreadable" | "no_units" | "no_day" | "no_act" | "day_out_of_range" }
  | { fault: "several_days" | "several_acts" }
  | { fault: "no_code" | "bad_code" | "no_name" | "bad_kind" | "no_origin" }
  | {
      fault: "code_twice" | "code_in_use" | "origin_unknown" | "parent_unknown" | "ended_unknown"
      code: string
    }
  | { fault: "origin_ends_later"; code: string; name: string; on: string }
  | { fault: "known_otherwise"; code: string; name: string }
  | { fault: "began_earlier"; code: string; name: string; on: string }
  | { fault: "left_behind"; code: string; name: string }
  | { fault: "without_successor"; code: string; name: string }
)
export type Field = "day" | "legal_act" | "code" | "kind" | "name" | "parent_code" | "from" | "ended"
