import type { Status } from "./vocabulary.ts"

type Period = { valid_from: string; valid_to: string }

/** A state with the names of its place. */
export type StayRow = Period & {
  name: string
  status: Status
  place_id: number
  place_slug: string
  place_name: string
  place_kind: string
  parent_name: string | null
  parent_kind: string | null
}
export type Stay = Omit<StayRow, "name" | "status">

export type Stretches = {
  /** Where it had its seat. */
  stays: Stay[]
  /** What it was called. */
  names: ({ name: string } & Period)[]
  /** How it stood. */
  statuses: ({ status: Status } & Period)[]
  /** Since when its status of the day holds. */
  statusSince: string
}

/** A life laid out place by place, name by name and status by status, from its states in their order. */
export function stretchesOf(rows: readonly StayRow[], day: string): Stretches {
  const stays: Stay[] = []
  const names: Stretches["names"] = []
  const statuses: Stretches["statuses"] = []
  for (const { name, status, ...stay } of rows) {
    const { valid_from, valid_to } = stay
    const last = stays.at(-1)
    if (last?.place_id === stay.place_id) last.valid_to = valid_to
    else stays.push({ ...stay })
    const called = names.at(-1)
    if (called?.name === name) called.valid_to = valid_to
    else names.push({ name, valid_from, valid_to })
    const stood = statuses.at(-1)
    if (stood?.status === status) stood.valid_to = valid_to
    else statuses.push({ status, valid_from, valid_to })
  }
  const statusSince = statuses.findLast(({ valid_from }) => valid_from <= day)?.valid_from
  return { stays, names, statuses, statusSince: statusSince ?? rows[0]?.valid_from ?? day }
}
