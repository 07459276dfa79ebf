/** What a role is held for: the whole province, one place with all inside it, one agency, one organisation. */
export type Reach = "province" | "place" | "agency" | "organisation"

/** Roles (vai trò), the widest first. */
export const roles = [
  "administrator",
  "publisher",
  "editor",
  "planner",
  "province_officer",
  "commune_officer",
  "agency_officer",
  "organisation_representative",
  "auditor",
] as const
export type Role = (typeof roles)[number]

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

const reaches: Partial<Record<Role, Reach>> = {
  commune_officer: "place",
  agency_officer: "agency",
  organisation_representative: "organisation",
}

export function reachOf(role: Role): Reach {
  return reaches[role] ?? "province"
}

/** Whoever can publish, lock, give rights or administer proves with a second factor who they are. */
const guarded: readonly Role[] = ["administrator", "publisher", "planner", "province_officer"]

export function needsSecondFactor(role: Role) {
  return guarded.includes(role)
}

/** A role as it is held: for a scope, from a day to a day, both included. */
export type HeldRole = {
  id: number
  role: Role
  place_id: number | null
  agency_id: number | null
  organisation_id: number | null
  /** The place itself and every unit inside it on the day of the request; empty for other reaches. */
  place_ids: readonly number[]
}

/** Someone who is signed in, with the roles they hold on the day of the request. */
export type Person = {
  id: string
  name: string
  email: string
  session_id: string
  /** Set when this session has shown a second factor. */
  second_factor_at: Date | null
  has_second_factor: boolean
  desk_seen_at: Date | null
  roles: readonly HeldRole[]
}

export function holds(person: Person, ...wanted: Role[]) {
  return person.roles.some(({ role }) => wanted.includes(role))
}
