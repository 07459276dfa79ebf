import { describe, expect, it } from "vitest"
import { checkValues, findEmpty, workOutTotals } from "./check-values.ts"
import { type FormField, type FormRule, formDefinition } from "./definition.ts"

const words = { vi: "chữ", en: "words" }
const field = (code: string, more: Partial<FormField> = {}): FormField => ({
  code,
  section: "people",
  kind: "count",
  label: words,
  source: "VII-2",
  is_from_memory: true,
  is_required: false,
  ...more,
})
const rule = (code: string, test: FormRule["test"]): FormRule => ({
  code,
  severity: "blocking",
  test,
  message: words,
  fields: ["members"],
})
const definition = formDefinition.parse({
  sections: [{ code: "people", label: words }],
  fields: [
    field("men", { is_required: true }),
    field("women"),
    field("members", { total_of: ["men", "women"], is_required: true }),
  ],
  rules: [
    rule("left_are_fewer", { "<=": [{ var: "value.left" }, { var: "value.members" }] }),
    rule("adds_up_with_last_year", {
      "==": [
        { var: "value.members" },
        { "-": [{ "+": [{ var: "last.members" }, { var: "value.joined" }] }, { var: "value.left" }] },
      ],
    }),
    rule("as_in_the_register", { ">=": [{ var: "value.members" }, { var: "register.fewest_members" }] }),
  ],
})
const codes = (faults: FormRule[]) => faults.map(({ code }) => code)

describe("totals", () => {
  it("add up what was typed, and stay empty while nothing was", () => {
    expect(workOutTotals(definition, { men: 3, women: 4 })).toMatchObject({ members: 7 })
    expect(workOutTotals(definition, { men: 3, women: null })).toMatchObject({ members: 3 })
    expect(workOutTotals(definition, { men: null })).toMatchObject({ members: null })
    expect(workOutTotals(definition, { men: 0 })).toMatchObject({ members: 0 })
  })
})

describe("rules", () => {
  it("hold across fields, across years and against the register", () => {
    const ground = { value: { members: 9, joined: 2, left: 12 }, last: { members: 10 } }
    expect(codes(checkValues(definition, ground))).toEqual(["left_are_fewer", "adds_up_with_last_year"])
    expect(codes(checkValues(definition, { ...ground, value: { members: 12, joined: 3, left: 1 } }))).toEqual(
      [],
    )
    expect(
      codes(checkValues(definition, { value: { members: 4 }, register: { fewest_members: 5 } })),
    ).toEqual(["as_in_the_register"])
  })
  it("say nothing of what is not known", () => {
    expect(checkValues(definition, { value: { members: 9, left: null } })).toEqual([])
    expect(checkValues(definition, { value: { members: 9, joined: 2, left: 1 }, last: null })).toEqual([])
    const share = rule("share", { "<=": [{ "/": [{ var: "value.left" }, { var: "value.members" }] }, 1] })
    expect(checkValues({ rules: [share] }, { value: { members: 0, left: 0 } })).toEqual([])
    expect(codes(checkValues({ rules: [share] }, { value: { members: 1, left: 2 } }))).toEqual(["share"])
  })
})

it("names required fields that are empty, and no total", () => {
  expect(findEmpty(definition, { women: 3 }).map(({ code }) => code)).toEqual(["men"])
  expect(findEmpty(definition, { men: 0 })).toEqual([])
})
