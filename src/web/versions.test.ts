import { describe, expect, it } from "vitest"
import { differences, differingPart, hasMovedOn, withChoices } from "./versions.ts"

const before = { ten: ["HTX Bình An"], von: ["100"], "dia-chi": ["Thôn 1"], "linh-vuc": ["trong-trot"] }
const fields = Object.keys(before)

describe("two who changed the same record", () => {
  it("are told apart where only one of them changed a field", () => {
    const theirs = { ...before, von: ["200"] }
    const mine = { ...before, "dia-chi": ["Thôn 2"] }
    expect(differences({ fields, before, theirs, mine })).toEqual([
      { name: "von", before: ["100"], theirs: ["200"], mine: ["100"], changedBy: "them" },
      { name: "dia-chi", before: ["Thôn 1"], theirs: ["Thôn 1"], mine: ["Thôn 2"], changedBy: "me" },
    ])
  })
  it("are in each other's way where both changed it, unless to the same", () => {
    const theirs = { ...before, von: ["200"], ten: ["HTX Bình An 2"] }
    const mine = { ...before, von: ["300"], ten: ["HTX Bình An 2"] }
    expect(differences({ fields, before, theirs, mine })).toMatchObject([{ name: "von", changedBy: "both" }])
  })
  it("are taken to be so where nobody knows what it was before", () => {
    const mine = { ...before, von: ["300"] }
    expect(differences({ fields, theirs: before, mine })).toMatchObject([{ name: "von", changedBy: "both" }])
  })
  it("do not differ in what is empty for both, and do in lists", () => {
    const theirs = { ten: ["HTX"], von: [""] }
    const mine = { ten: ["HTX"], "dia-chi": [""], "linh-vuc": ["a", "b"] }
    expect(differences({ fields, theirs, mine }).map(({ name }) => name)).toEqual(["linh-vuc"])
  })
})

describe("a form opened before someone else changed the record", () => {
  const typed = (values: Record<string, string[]>) => ({ values, errors: {} })
  it("is known by the version it was opened at", () => {
    expect(hasMovedOn(typed({ "phien-ban": ["3"] }), { version: 3 })).toBe(false)
    expect(hasMovedOn(typed({ "phien-ban": ["3"] }), { version: 4 })).toBe(true)
  })
  it("counts as such when it does not say", () => {
    expect(hasMovedOn(typed({}), { version: 1 })).toBe(true)
  })
})

describe("a choice between two versions", () => {
  const offered = { "cua-ho.von": "200", "cua-toi.von": "300", ten: "HTX", "phien-ban": "4" }
  it("becomes the form that was meant", () => {
    expect(withChoices({ ...offered, "chon.von": "mine" })).toEqual({
      ten: "HTX",
      von: "300",
      "phien-ban": "4",
    })
    expect(withChoices({ ...offered, "chon.von": "theirs" })).toMatchObject({ von: "200" })
  })
  it("keeps what the other wrote when nothing was chosen", () => {
    expect(withChoices({ ...offered, "chon.von": "" })).toMatchObject({ von: "200" })
  })
  it("takes lists whole, and an empty list as nothing", () => {
    expect(
      withChoices({
        "chon.a": "mine",
        "cua-ho.a": "x",
        "cua-toi.a": ["x", "y"],
        "chon.b": "theirs",
        "cua-toi.b": "z",
      }),
    ).toEqual({ a: ["x", "y"] })
  })
})

describe("the part in which two texts differ", () => {
  it("lies between what is the same in both", () => {
    expect(differingPart("Họp ngày 5 tại xã", "Họp ngày 15 tháng 6 tại xã")).toEqual({
      before: "Họp ngày ",
      differing: "5 ",
      after: "tại xã",
    })
  })
  it.each([
    ["", "một hai"],
    ["một hai", ""],
    ["một một", "một"],
    ["a", "b"],
    ["như nhau", "như nhau"],
  ])("always makes up the whole again: “%s” beside “%s”", (one, other) => {
    const { before, differing, after } = differingPart(one, other)
    expect(before + differing + after).toBe(one)
  })
})
