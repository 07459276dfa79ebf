import { describe, expect, it } from "vitest"
import type { Person, Role } from "../../rights/roles.ts"
import { actsOpenTo, allows, bypassOf, type Edition } from "./rules.ts"

function someone(id: string, ...roles: Role[]): Person {
  return {
    id,
    name: id,
    email: `${id}@example.vn`,
    session_id: "session",
    second_factor_at: null,
    has_second_factor: false,
    desk_seen_at: null,
    roles: roles.map((role, index) => ({
      id: index,
      role,
      place_id: null,
      agency_id: null,
      organisation_id: null,
      place_ids: [],
    })),
  }
}
const editor = someone("mai", "editor")
const publisher = someone("hùng", "publisher")
const auditor = someone("lan", "auditor")

const draft: Edition = {
  locale: "vi",
  version: 1,
  work: "draft",
  publication: "never",
  public_version: null,
  author_id: "mai",
}
const inReview: Edition = { ...draft, work: "in_review" }
const published: Edition = { ...draft, work: "none", publication: "published", public_version: 1 }

describe("an editor", () => {
  it("writes, shares and submits a draft, their own or another's", () => {
    expect(actsOpenTo(editor, draft)).toEqual(["write", "share", "submit"])
    expect(actsOpenTo(editor, { ...draft, author_id: "an" })).toEqual(["write", "share", "submit"])
  })
  it("takes back what is in review, and decides nothing about it", () => {
    expect(actsOpenTo(editor, inReview)).toEqual(["write", "share", "take_back"])
  })
  it("writes a correction of what is published, and takes nothing down", () => {
    expect(actsOpenTo(editor, published)).toEqual(["write", "share"])
  })
})

describe("a publisher", () => {
  it("returns, publishes or schedules what is in review", () => {
    expect(actsOpenTo(publisher, inReview)).toEqual([
      "write",
      "share",
      "take_back",
      "return",
      "publish",
      "schedule",
    ])
  })
  it("takes down what is published, and publishes a waiting version as a correction", () => {
    expect(actsOpenTo(publisher, published)).toContain("unpublish")
    const waiting: Edition = { ...published, version: 2, work: "in_review" }
    expect(actsOpenTo(publisher, waiting)).toContain("correct")
    expect(actsOpenTo(publisher, waiting)).not.toContain("publish")
  })
  it("publishes again what was taken down", () => {
    expect(actsOpenTo(publisher, { ...published, publication: "unpublished" })).toContain("republish")
  })
  it("changes the hour of what is scheduled or takes it back", () => {
    const scheduled: Edition = { ...published, publication: "scheduled" }
    expect(actsOpenTo(publisher, scheduled)).toEqual(["write", "share", "schedule", "unschedule"])
  })
})

describe("an auditor, and someone without a role", () => {
  it("does nothing about any edition", () => {
    for (const edition of [draft, inReview, published]) {
      expect(actsOpenTo(auditor, edition)).toEqual([])
      expect(actsOpenTo(someone("bình"), edition)).toEqual([])
    }
  })
})

describe("the second person", () => {
  it("is one who did not write the latest version", () => {
    expect(bypassOf(publisher, inReview)).toBeUndefined()
    expect(bypassOf(publisher, { ...inReview, author_id: "hùng" })).toBe("own_version")
  })
  it("is asked for before publishing: a draft that nobody submitted is a bypass too", () => {
    expect(bypassOf(publisher, draft)).toBe("not_in_review")
    expect(bypassOf(publisher, { ...draft, work: "returned" })).toBe("not_in_review")
  })
  it("is not asked again for a version that was approved", () => {
    expect(bypassOf(publisher, { ...published, author_id: "hùng" })).toBeUndefined()
  })
  it("may be anyone where nobody is known as the author, as after an import", () => {
    expect(bypassOf(publisher, { ...inReview, author_id: null })).toBeUndefined()
  })
})

describe("a translation", () => {
  const translation: Edition = { ...inReview, locale: "en" }
  it("is published like any edition, but has no hour of its own: it appears with its article", () => {
    expect(allows(translation, "publish")).toBe(true)
    expect(allows(translation, "schedule")).toBe(false)
  })
})
