import { describe, expect, it } from "vitest"
import { type Action, may, rights, roleFor } from "./rights.ts"
import { type HeldRole, needsSecondFactor, type Person, type Role, roles } from "./roles.ts"

function person(...held: (Partial<HeldRole> & { role: Role })[]): Person {
  return {
    id: "mai",
    name: "Trần Thị Mai",
    email: "mai@example.vn",
    session_id: "session",
    second_factor_at: null,
    has_second_factor: false,
    desk_seen_at: null,
    roles: held.map((role, id) => ({
      id,
      place_id: null,
      agency_id: null,
      organisation_id: null,
      place_ids: [],
      ...role,
    })),
  }
}
const officer = person({ role: "commune_officer", place_id: 7, place_ids: [7, 71, 72] })

describe("a right", () => {
  it("is nobody's who is not signed in, and nobody's without a role", () => {
    for (const action of Object.keys(rights) as Action[]) {
      expect(may(undefined, action)).toBe(false)
      expect(may(person(), action)).toBe(false)
    }
  })
  it("of a place reaches that place and all inside it, and nothing else", () => {
    expect(may(officer, "keep_organisation", { place_id: 72 })).toBe(true)
    expect(may(officer, "keep_organisation", { place_id: 8 })).toBe(false)
  })
  it("of a place does not reach a record that stands nowhere", () => {
    expect(may(officer, "keep_organisation", { place_id: null })).toBe(false)
    expect(may(officer, "keep_organisation", {})).toBe(false)
  })
  it("of an organisation reaches that one alone", () => {
    const director = person({ role: "organisation_representative", organisation_id: 3 })
    expect(may(director, "see_organisations", { organisation_id: 3, place_id: 72 })).toBe(true)
    expect(may(director, "see_organisations", { organisation_id: 4, place_id: 72 })).toBe(false)
  })
  it("of the province reaches every record", () => {
    expect(may(person({ role: "province_officer" }), "keep_organisation", { place_id: 8 })).toBe(true)
  })
  it("is used in the role that reaches the record", () => {
    const both = person(
      { role: "commune_officer", place_id: 7, place_ids: [7] },
      { role: "province_officer" },
    )
    expect(roleFor(both, "keep_organisation", { place_id: 7 })).toBe("commune_officer")
    expect(roleFor(both, "keep_organisation", { place_id: 8 })).toBe("province_officer")
  })
})

describe("the auditor", () => {
  it("may see everything that anyone may see, and change nothing", () => {
    const seen = (Object.keys(rights) as Action[]).filter((action) => action.startsWith("see_"))
    const auditor = person({ role: "auditor" })
    for (const action of Object.keys(rights) as Action[])
      expect(may(auditor, action), action).toBe(seen.includes(action) || action === "use_desk")
  })
})

describe("a second factor", () => {
  it("is asked of every role that may publish, give rights, administer or keep the plan", () => {
    const guarded: Action[] = ["publish_article", "give_roles", "manage_people", "administer", "keep_plan"]
    for (const role of roles) {
      if (guarded.some((action) => may(person({ role }), action)))
        expect(needsSecondFactor(role), role).toBe(true)
    }
  })
})
