import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { allows, type Edition, type EventfulAct, eventOf } from "./rules.ts"
import { type EditionState, type EventKind, publicationAt, stateAfter } from "./states.ts"

/** Where an edition stands after these, each about the version written last. */
function standing(...kinds: EventKind[]) {
  let version = 0
  return kinds.reduce<EditionState | undefined>((state, kind) => {
    if (kind === "written" || kind === "restored") version++
    return stateAfter(state, { kind, version })
  }, undefined)!
}

describe("an edition", () => {
  it("begins as a draft that nobody outside sees", () => {
    expect(standing("written")).toEqual({
      version: 1,
      work: "draft",
      publication: "never",
      public_version: null,
    })
  })
  it("stays in review while it is rewritten there, and returned until it is sent again", () => {
    expect(standing("written", "submitted", "written").work).toBe("in_review")
    expect(standing("written", "submitted", "returned", "written").work).toBe("returned")
    expect(standing("written", "submitted", "returned", "written", "submitted").work).toBe("in_review")
  })
  it("leaves nothing to do once its latest version is published", () => {
    expect(standing("written", "submitted", "published")).toEqual({
      version: 1,
      work: "none",
      publication: "published",
      public_version: 1,
    })
  })
  it("keeps what is published while a correction is written and reviewed", () => {
    const corrected = standing("written", "submitted", "published", "written", "submitted")
    expect(corrected).toEqual({ version: 2, work: "in_review", publication: "published", public_version: 1 })
  })
  it("keeps the work on a newer version when the scheduled one comes due", () => {
    const scheduled = standing("written", "submitted", "scheduled", "written")
    expect(stateAfter(scheduled, { kind: "published", version: 1 })).toEqual({
      version: 2,
      work: "draft",
      publication: "published",
      public_version: 1,
    })
  })
  it("is a draft again when its hour is taken back", () => {
    expect(standing("written", "submitted", "scheduled", "unscheduled")).toMatchObject({
      work: "draft",
      publication: "never",
      public_version: null,
    })
  })
  it("remembers which version was taken down", () => {
    expect(standing("written", "submitted", "published", "unpublished")).toMatchObject({
      publication: "unpublished",
      public_version: 1,
    })
  })
})

describe("a scheduled edition", () => {
  const due = new Date("2026-03-02T09:00:00+07:00")
  it("is published from its minute on, not before", () => {
    expect(publicationAt("scheduled", due, new Date("2026-03-02T08:59:59+07:00"))).toBe("scheduled")
    expect(publicationAt("scheduled", due, due)).toBe("published")
  })
  it("says nothing of what has no moment", () => {
    expect(publicationAt("never", null, due)).toBe("never")
    expect(publicationAt("unpublished", due, due)).toBe("unpublished")
  })
})

describe("whatever is done in whatever order, as far as it is allowed", () => {
  it("something is public exactly when a version of it is, and no newer one than there is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...(Object.keys(eventOf) as EventfulAct[])), { maxLength: 40 }),
        (tried) => {
          let edition: Edition = { ...standing("written"), locale: "vi", author_id: null }
          for (const act of tried) {
            if (!allows(edition, act)) continue
            const version = edition.version + (act === "write" || act === "restore" ? 1 : 0)
            edition = { ...edition, ...stateAfter(edition, { kind: eventOf[act], version }) }
            expect(edition.public_version === null).toBe(edition.publication === "never")
            expect(edition.public_version ?? 1).toBeLessThanOrEqual(edition.version)
            if (edition.work === "none") expect(edition.public_version).toBe(edition.version)
          }
        },
      ),
    )
  })
})
