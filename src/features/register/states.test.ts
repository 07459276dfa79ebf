import { describe, expect, it } from "vitest"
import { type RegisterEvent, statesFrom } from "./states.ts"

const founding: RegisterEvent = {
  kind: "founded",
  happened_on: "2020-03-10",
  facts: { name: "Hợp tác xã Rạng Đông", place_id: 1, sector: "trade", business_line: "4620" },
}

describe("the states of an organisation", () => {
  it("begin operating on the day it is founded and go on for ever", () => {
    expect(statesFrom([founding])).toEqual([
      {
        valid_from: "2020-03-10",
        valid_to: "infinity",
        status: "operating",
        name: "Hợp tác xã Rạng Đông",
        place_id: 1,
        sector: "trade",
        business_line: "4620",
      },
    ])
  })

  it("do not exist before any event is known", () => {
    expect(statesFrom([])).toEqual([])
  })

  it("change place, name and sector and keep the status", () => {
    const states = statesFrom([
      founding,
      event("suspended", "2021-01-01"),
      event("moved", "2021-02-01", { place_id: 2 }),
      event("changed", "2021-03-01", {
        name: "Hợp tác xã Bình Minh",
        sector: "agriculture",
        business_line: "0111",
      }),
      event("place_reorganised", "2025-07-01", { place_id: 3 }),
    ])
    expect(states.map(({ status, place_id }) => [status, place_id])).toEqual([
      ["operating", 1],
      ["suspended", 1],
      ["suspended", 2],
      ["suspended", 2],
      ["suspended", 3],
    ])
    expect(states.at(-1)).toMatchObject({
      name: "Hợp tác xã Bình Minh",
      sector: "agriculture",
      business_line: "0111",
    })
  })

  it("are suspended up to the day before it resumes", () => {
    expect(spells([founding, event("suspended", "2022-01-01"), event("resumed", "2022-07-01")])).toEqual([
      ["operating", "2020-03-10", "2021-12-31"],
      ["suspended", "2022-01-01", "2022-06-30"],
      ["operating", "2022-07-01", "infinity"],
    ])
  })

  it.each(["dissolved", "bankrupt", "divided", "consolidated", "merged", "converted"])(
    "end on the day it is %s",
    (kind) => {
      expect(spells([founding, event(kind, "2024-02-29")])).toEqual([
        ["operating", "2020-03-10", "2024-02-28"],
        ["ended", "2024-02-29", "infinity"],
      ])
    },
  )

  it("go on after a part was separated from it", () => {
    expect(spells([founding, event("separated", "2021-05-05")])).toEqual([
      ["operating", "2020-03-10", "infinity"],
    ])
  })

  it("take both of two events on one day, the later listed last", () => {
    expect(
      spells([
        founding,
        event("stopped", "2023-01-01"),
        event("dissolved", "2023-01-01"),
        event("moved", "2022-01-01"),
      ]),
    ).toEqual([
      ["operating", "2020-03-10", "2022-12-31"],
      ["ended", "2023-01-01", "infinity"],
    ])
    expect(statesFrom([founding, event("moved", "2020-03-10", { place_id: 9 })])).toMatchObject([
      { valid_from: "2020-03-10", valid_to: "infinity", place_id: 9, name: "Hợp tác xã Rạng Đông" },
    ])
    expect(spells([founding, event("dissolved", "2020-03-10")])).toEqual([
      ["ended", "2020-03-10", "infinity"],
    ])
  })

  it("are refused when something happens before the founding", () => {
    expect(() => statesFrom([founding, event("moved", "2020-03-09")])).toThrow(
      'The event "moved" of 2020-03-09 comes before the organisation was founded',
    )
  })

  it("are refused when something happens after the end, or it is founded twice", () => {
    expect(() =>
      statesFrom([founding, event("merged", "2022-01-01"), event("resumed", "2022-01-02")]),
    ).toThrow("comes after the organisation ended on 2022-01-01")
    expect(() => statesFrom([founding, { ...founding, happened_on: "2021-01-01" }])).toThrow("would found")
  })

  it("are refused without a name, a place and a sector to begin with", () => {
    expect(() => statesFrom([event("founded", "2020-01-01", { name: "Hợp tác xã Rạng Đông" })])).toThrow(
      "must say",
    )
  })
})

function event(kind: string, happened_on: string, facts = {}): RegisterEvent {
  return { kind, happened_on, facts }
}

function spells(events: RegisterEvent[]) {
  return statesFrom(events).map(({ status, valid_from, valid_to }) => [status, valid_from, valid_to])
}
