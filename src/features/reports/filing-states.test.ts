import { describe, expect, it } from "vitest"
import { filingActs, filingStates, isOpenFor, stateAfter } from "./filing-states.ts"

describe("a filing", () => {
  it("goes from draft to locked by the acts of sender, commune, province and closing", () => {
    expect(stateAfter("draft", "submitted")).toBe("submitted")
    expect(stateAfter("submitted", "accepted")).toBe("accepted")
    expect(stateAfter("accepted", "accepted_by_province")).toBe("accepted_by_province")
    expect(stateAfter("accepted_by_province", "locked")).toBe("locked")
    expect(stateAfter("accepted", "locked")).toBe("locked")
  })
  it("comes back as returned, and is sent again as resubmitted, never as submitted", () => {
    expect(stateAfter("submitted", "returned")).toBe("returned")
    expect(stateAfter("returned", "submitted")).toBeUndefined()
    expect(stateAfter("returned", "resubmitted")).toBe("resubmitted")
    expect(stateAfter("resubmitted", "accepted")).toBe("accepted")
    expect(stateAfter("accepted", "returned")).toBe("returned")
  })
  it("is taken back by its sender only while it waits", () => {
    expect(stateAfter("submitted", "withdrawn")).toBe("draft")
    expect(stateAfter("resubmitted", "withdrawn")).toBe("returned")
    for (const state of ["draft", "returned", "accepted", "accepted_by_province", "locked"] as const)
      expect(stateAfter(state, "withdrawn"), state).toBeUndefined()
  })
  it("waits again where it waited, when an acceptance is taken back", () => {
    expect(stateAfter("accepted", "acceptance_withdrawn")).toBe("submitted")
    expect(stateAfter("accepted", "acceptance_withdrawn", { wasReturned: true })).toBe("resubmitted")
    expect(stateAfter("accepted_by_province", "acceptance_withdrawn", { wasReturned: true })).toBe("accepted")
    expect(stateAfter("locked", "acceptance_withdrawn")).toBeUndefined()
  })
  it("once locked changes only by being opened again", () => {
    const possible = filingActs.filter((act) => stateAfter("locked", act))
    expect(possible).toEqual(["reopened"])
    expect(stateAfter("locked", "reopened")).toBe("returned")
  })
  it("that never came in may still come in when it is opened again", () => {
    for (const state of ["draft", "submitted", "returned", "resubmitted"] as const)
      expect(stateAfter(state, "reopened"), state).toBe(state)
    expect(stateAfter("accepted", "reopened")).toBeUndefined()
  })
  it("is never locked without having been accepted", () => {
    const lockable = filingStates.filter((state) => stateAfter(state, "locked"))
    expect(lockable).toEqual(["accepted", "accepted_by_province"])
  })
})

describe("a round", () => {
  const open = { state: "open", opens_on: "2026-11-15" }
  const closed = { ...open, state: "closed" }
  it("takes filings from its first day until it is closed", () => {
    expect(isOpenFor(open, undefined, "2026-11-14")).toBe(false)
    expect(isOpenFor(open, undefined, "2026-11-15")).toBe(true)
    expect(isOpenFor(closed, undefined, "2027-01-20")).toBe(false)
  })
  it("that is closed takes only what was opened again", () => {
    expect(isOpenFor(closed, { reopened_at: null }, "2027-01-20")).toBe(false)
    expect(isOpenFor(closed, { reopened_at: new Date() }, "2027-01-20")).toBe(true)
  })
})
