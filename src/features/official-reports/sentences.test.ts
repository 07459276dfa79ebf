import { describe, expect, it } from "vitest"
import { outlineOf } from "./outline.ts"
import { managers, membersAndWorkers, nextTargets, numbersAndIncome, ofSector, say } from "./sentences.ts"
import { factsOf } from "./test-edition.ts"

/** Spaces that do not break are what Vietnamese asks for between a figure and its unit. */
function plain(text: string | undefined) {
  return text?.replaceAll("\u00a0", " ")
}

function total(values: Parameters<typeof factsOf>[0][string], changed: Parameters<typeof factsOf>[1] = {}) {
  return plain(say(factsOf({ "I.1": values }, changed), { subject: "Tổng số hợp tác xã", key: "I.1" }))
}

describe("a sentence with a figure", () => {
  it("says how many, how many more than last year, and how much of the plan", () => {
    expect(total({ previous: 518, plan: 520, year: 523 })).toBe(
      "Tổng số hợp tác xã 523 HTX, tăng 5 HTX so với năm trước, đạt 100,6 % kế hoạch",
    )
  })
  it("says that there are fewer, or as many", () => {
    expect(total({ previous: 525, plan: 523, year: 523 })).toBe(
      "Tổng số hợp tác xã 523 HTX, giảm 2 HTX so với năm trước, đạt 100 % kế hoạch",
    )
    expect(total({ previous: 523, year: 523 })).toBe("Tổng số hợp tác xã 523 HTX, không đổi so với năm trước")
  })
  it("leaves out what is not known: no last year, no plan, a plan of none", () => {
    expect(total({ plan: 520, year: 523 })).toBe("Tổng số hợp tác xã 523 HTX, đạt 100,6 % kế hoạch")
    expect(total({ previous: 518, year: 523 })).toBe(
      "Tổng số hợp tác xã 523 HTX, tăng 5 HTX so với năm trước",
    )
    expect(total({ plan: 0, year: 523 })).toBe("Tổng số hợp tác xã 523 HTX")
    expect(total({ previous: 518, plan: 520 })).toBeUndefined()
  })
  it("says none as a figure, and a rise from none", () => {
    expect(total({ previous: 0, plan: 3, year: 0 })).toBe(
      "Tổng số hợp tác xã 0 HTX, không đổi so với năm trước, đạt 0 % kế hoạch",
    )
    expect(total({ previous: 0, year: 2 })).toBe("Tổng số hợp tác xã 2 HTX, tăng 2 HTX so với năm trước")
  })
  it("calls an estimate one", () => {
    expect(total({ previous: 518, plan: 520, year: "523*" })).toBe(
      "Tổng số hợp tác xã ước 523 HTX, tăng 5 HTX so với năm trước, đạt 100,6 % kế hoạch",
    )
  })
  it("holds half a year against the end of the last, and the whole plan, with what the year is expected to bring", () => {
    expect(total({ previous: 518, plan: 520, half: 515, year: "521*" }, { period: "half" })).toBe(
      "Tổng số hợp tác xã 515 HTX, giảm 3 HTX so với cuối năm 2023, đạt 99 % kế hoạch năm, ước cả năm 521 HTX (100,2 % kế hoạch)",
    )
    const founded = factsOf({ "I.1b": { previous: 12, plan: 15, half: 6 } }, { period: "half" })
    expect(plain(say(founded, { subject: "Thành lập mới", key: "I.1b" }))).toBe(
      "Thành lập mới 6 HTX, đạt 40 % kế hoạch năm",
    )
  })
  it("says money in tỷ and triệu, and how much more in per cent", () => {
    const facts = factsOf({
      "I.4": { previous: 2e9, plan: 2.2e9, year: 2.2e9 },
      "I.5": { previous: -10e6, year: 200e6 },
      "I.6": { previous: 64_000_100, year: 64e6 },
    })
    expect(plain(say(facts, { subject: "Doanh thu bình quân", key: "I.4" }))).toBe(
      "Doanh thu bình quân 2,2 tỷ đồng/năm, tăng 200 triệu đồng/năm (10 %) so với năm trước, đạt 100 % kế hoạch",
    )
    // A loss divides nothing.
    expect(plain(say(facts, { subject: "Lãi bình quân", key: "I.5" }))).toBe(
      "Lãi bình quân 200 triệu đồng/năm, tăng 210 triệu đồng/năm so với năm trước",
    )
    // Nobody is told of a difference that the figures beside it do not show.
    expect(plain(say(facts, { subject: "Thu nhập", key: "I.6" }))).toBe(
      "Thu nhập 64 triệu đồng/người/năm, không đổi so với năm trước",
    )
  })
})

describe("the report of Bình Thuận for 2022", () => {
  // Kế hoạch 2949/KH-UBND, 7/9/2022: what was expected of the year, and how much of the plan that was.
  const facts = factsOf(
    {
      "I.1": { plan: 203, half: 203, year: "204*" },
      "I.1a": { half: 184 },
      "I.1b": { plan: 10, year: "10*" },
      "I.1c": { year: "5*" },
      "I.4": { plan: 2.2e9, year: "2200000000*" },
      "I.5": { plan: 200e6, year: "200000000*" },
      "II.2": { plan: 7, year: "7*" },
      "III.1": { plan: 5143, year: "3204*" },
    },
    { year: 2022, isOutcome: false },
  )
  const text = plain(numbersAndIncome(facts).join("\n"))!

  it("has its rates of completion", () => {
    expect(text).toContain("Tổng số hợp tác xã ước 204 HTX, đạt 100,5 % kế hoạch")
    expect(text).toContain("Trong năm thành lập mới ước 10 HTX, đạt 100 % kế hoạch; giải thể ước 5 HTX.")
    expect(text).toContain("Tổng số tổ hợp tác ước 3.204 THT, đạt 62,3 % kế hoạch")
    expect(text).toContain("Doanh thu bình quân một hợp tác xã ước 2,2 tỷ đồng/năm, đạt 100 % kế hoạch")
    expect(text).toContain("các liên hiệp ước 7 HTX, đạt 100 % kế hoạch")
  })
})

describe("the parts of the report", () => {
  it("say nothing where nothing is known", () => {
    const nothing = factsOf({})
    const parts = [numbersAndIncome, membersAndWorkers, managers, nextTargets]
    expect(parts.flatMap((part) => part(nothing))).toEqual([])
    expect(outlineOf(nothing).flatMap(({ sentences }) => sentences)).toEqual([])
  })
  it("say what part of all cooperatives a sector has, and only of what there is", () => {
    const facts = factsOf({
      HTX: { year: 523 },
      "HTX.agriculture": { previous: 420, year: 428 },
      "LHHTX.agriculture": { previous: 0, year: 0 },
      "THT.agriculture": { previous: 3, year: 0 },
    })
    expect(plain(ofSector(facts, "agriculture").join())).toBe(
      "Có 428 HTX, tăng 8 HTX so với năm trước; chiếm 81,8 % tổng số hợp tác xã; " +
        "0 THT, giảm 3 THT so với năm trước.",
    )
  })
  it("list what is aimed at next year", () => {
    const facts = factsOf({ "I.1": { next: 540 }, "I.4": { next: 2.4e9 } })
    expect(nextTargets(facts).map(plain)).toEqual([
      "- Tổng số hợp tác xã: 540 HTX.",
      "- Doanh thu bình quân một hợp tác xã: 2,4 tỷ đồng/năm.",
    ])
  })
  it("keep the keys that own words hang on apart", () => {
    const keys = outlineOf(factsOf({})).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
