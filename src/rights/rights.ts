import type { HeldRole, Person, Role } from "./roles.ts"

/**
 * Who may do what: the one place that says so. An action that is read is named `see_…`; whoever may do something
 * to a kind of record may also see it. A role that is held for a place, an agency or an organisation reaches only
 * records that stand there.
 */
export const rights = {
  use_desk: [
    "administrator",
    "publisher",
    "editor",
    "planner",
    "province_officer",
    "commune_officer",
    "agency_officer",
    "organisation_representative",
    "auditor",
  ],

  see_articles: ["editor", "publisher", "auditor"],
  write_article: ["editor", "publisher"],
  publish_article: ["publisher"],
  see_highlights: ["editor", "publisher", "auditor"],
  arrange_highlights: ["publisher"],
  see_sections: ["editor", "publisher", "administrator", "auditor"],
  arrange_sections: ["publisher", "administrator"],
  see_files: ["editor", "publisher", "auditor"],

  see_people: ["administrator", "auditor"],
  manage_people: ["administrator"],
  give_roles: ["administrator"],
  see_administration: ["administrator", "auditor"],
  administer: ["administrator"],
  see_change_log: ["administrator", "auditor"],

  see_organisations: [
    "planner",
    "province_officer",
    "commune_officer",
    "organisation_representative",
    "administrator",
    "auditor",
  ],
  see_personal_data: ["administrator", "organisation_representative", "auditor"],
  keep_organisation: ["province_officer", "commune_officer"],
  see_reports: [
    "planner",
    "province_officer",
    "commune_officer",
    "organisation_representative",
    "administrator",
    "auditor",
  ],
  file_report: ["organisation_representative", "commune_officer", "province_officer"],
  check_report: ["commune_officer", "province_officer"],
  accept_report: ["province_officer"],
  keep_round: ["province_officer"],
  plan_reminders: ["province_officer", "administrator"],
  see_official_reports: ["planner", "province_officer", "administrator", "auditor"],
  write_official_report: ["planner", "province_officer"],
  see_plans: ["planner", "province_officer", "agency_officer", "administrator", "auditor"],
  keep_plan: ["planner"],
} as const satisfies Record<string, readonly Role[]>
export type Action = keyof typeof rights

/** Where a record stands; what is left out does not narrow. */
export type Standing = {
  place_id?: number | null
  agency_id?: number | null
  organisation_id?: number | null
}

/**
 * Whether someone may do something, there or anywhere. Without a standing the question is whether they may do it at
 * all, which decides what is offered; a record is always asked about with the standing it has.
 */
export function may(person: Person | undefined, action: Action, standing?: Standing) {
  return roleFor(person, action, standing) !== undefined
}

/** The role in which someone does it: the change log keeps it. */
export function roleFor(person: Person | undefined, action: Action, standing?: Standing): Role | undefined {
  const allowed: readonly Role[] = rights[action]
  return person?.roles.find((held) => allowed.includes(held.role) && reaches(held, standing))?.role
}

/** The roles in which someone may do it: queries narrow themselves to their scopes. */
export function rolesFor(person: Person, action: Action): readonly HeldRole[] {
  const allowed: readonly Role[] = rights[action]
  return person.roles.filter(({ role }) => allowed.includes(role))
}

/** Those in which someone checks reports, but for roles that accept what others have checked: that is all they are told of. */
export function checkingAlone(person: Person) {
  const accepting = rolesFor(person, "accept_report")
  return rolesFor(person, "check_report").filter(({ role }) => !accepting.some((one) => one.role === role))
}

function reaches(held: HeldRole, standing: Standing | undefined) {
  if (!standing) return true
  if (held.place_id !== null) return standing.place_id != null && held.place_ids.includes(standing.place_id)
  if (held.agency_id !== null) return standing.agency_id === held.agency_id
  if (held.organisation_id !== null) return standing.organisation_id === held.organisation_id
  return true
}
