import { describe, expect, it } from "vitest"
import { bindTarget, type ReadTarget } from "./bind.ts"

const read = (target: Partial<ReadTarget>): ReadTarget => ({
  quote: "",
  subject: "cooperative",
  holder: null,
  change: "level",
  value: null,
  value_max: null,
  unit: "count",
  bound: "exact",
  qualifiers: [],
  ...target,
})
const bind = (target: Partial<ReadTarget>) => bindTarget(read(target))

const count = { sector: null, denominator: null, aim_max: null, better: "more" }
const rated = { sector: null, denominator: "rated", aim_max: null }

describe("the nine targets of plan 148/KH-UBND", () => {
  it.each<[string, Partial<ReadTarget>, object]>([
    [
      "thành lập mới 105 hợp tác xã",
      { change: "new", value: 105 },
      { ...count, measure: "cooperatives_founded", aim: 105 },
    ],
    [
      "80 hợp tác xã nông nghiệp",
      { change: "new", value: 80, qualifiers: ["agricultural"] },
      { ...count, measure: "cooperatives_founded", sector: "agriculture", aim: 80 },
    ],
    [
      "560 tổ hợp tác gắn với xây dựng cánh đồng lớn",
      { subject: "cooperative_group", change: "new", value: 560, qualifiers: ["large_field"] },
      { ...count, measure: "cooperative_groups_founded_with_large_field", aim: 560 },
    ],
    [
      "01 liên hiệp hợp tác xã",
      { subject: "cooperative_union", change: "new", value: 1 },
      { ...count, measure: "cooperative_unions_founded", aim: 1 },
    ],
    [
      "trên 90% hợp tác xã có lãi",
      { value: 90, unit: "percent", bound: "at_least", qualifiers: ["profitable"] },
      { ...count, measure: "cooperatives_profitable_share", denominator: "reporting", aim: 90 },
    ],
    [
      "55% hợp tác xã khá giỏi",
      { value: 55, unit: "percent", qualifiers: ["good_or_fair"] },
      { ...rated, measure: "cooperatives_good_or_fair_share", aim: 55, better: "more" },
    ],
    [
      "40% hợp tác xã trung bình",
      { value: 40, unit: "percent", qualifiers: ["average"] },
      { ...rated, measure: "cooperatives_average_share", aim: 40, better: "closer" },
    ],
    [
      "hạn chế thấp nhất hợp tác xã yếu kém",
      { unit: "percent", bound: "as_few_as_possible", qualifiers: ["weak"] },
      { ...rated, measure: "cooperatives_weak_share", aim: null, better: "less" },
    ],
    [
      "mỗi xã, phường, thị trấn xây dựng từ 01 đến 02 mô hình",
      {
        subject: "model",
        value: 1,
        value_max: 2,
        bound: "between",
        qualifiers: ["per_commune", "lasting", "effective"],
      },
      { ...count, measure: "communes_with_lasting_model_share", denominator: "all", aim: 100 },
    ],
  ])("binds %s", (quote, target, binding) => {
    expect(bind({ quote, ...target })).toEqual(binding)
  })
})

describe("binding a target", () => {
  it("takes levels by whose they are", () => {
    expect(bind({ value: 500 })).toMatchObject({ measure: "cooperatives", aim: 500 })
    expect(bind({ value: 500, qualifiers: ["active"] })?.measure).toBe("cooperatives_operating")
    expect(bind({ value: 30, bound: "at_least", qualifiers: ["high_technology"] })?.measure).toBe(
      "high_technology",
    )
    expect(bind({ subject: "member", holder: "cooperative", value: 55_000 })?.measure).toBe("members")
    expect(bind({ subject: "member", holder: "cooperative_group", value: 45_000 })?.measure).toBe(
      "members_of_cooperative_groups",
    )
    expect(bind({ subject: "worker", holder: "cooperative", value: 9000 })?.measure).toBe("workers")
    expect(
      bind({ subject: "area", unit: "hectare", value: 75_000, qualifiers: ["large_field"] })?.measure,
    ).toBe("large_field_area")
  })

  it("brings money to đồng a year", () => {
    const income: Partial<ReadTarget> = {
      quote: "thu nhập bình quân của lao động thường xuyên trong hợp tác xã 5 triệu đồng/tháng",
      subject: "income",
      holder: "cooperative",
      value: 5_000_000,
      unit: "vnd_per_month",
    }
    expect(bind(income)).toMatchObject({ measure: "average_worker_income", aim: 60_000_000 })

    const revenue: Partial<ReadTarget> = {
      quote: "doanh thu bình quân một hợp tác xã 1.800 triệu đồng/năm",
      subject: "revenue",
      holder: "cooperative",
      value: 1_800_000_000,
      unit: "vnd_per_year",
    }
    expect(bind(revenue)).toMatchObject({ measure: "average_revenue", aim: 1_800_000_000 })
  })

  it.each<[string, Partial<ReadTarget>]>([
    ["founding outside agriculture", { change: "new", value: 25, qualifiers: ["non_agricultural"] }],
    ["founding so many a year", { change: "new", value: 15, unit: "count_per_year" }],
    ["credit funds founded", { subject: "credit_fund", change: "new", value: 2 }],
    ["effective cooperatives", { value: 396, qualifiers: ["effective"] }],
    ["growth", { change: "growth", value: 6, unit: "percent" }],
    ["members added", { subject: "member", holder: "cooperative", change: "added", value: 4200 }],
    ["members of nobody named", { subject: "member", value: 60_000 }],
    ["an end of any sort", { change: "end", value: 11 }],
    ["cooperatives strengthened", { change: "strengthened", value: 396 }],
    ["a share of a stock", { value: 30, unit: "percent", qualifiers: ["high_technology"] }],
    [
      "two models in each commune",
      { subject: "model", value: 2, bound: "at_least", qualifiers: ["per_commune"] },
    ],
    ["models in each district", { subject: "model", value: 1, qualifiers: ["per_district"] }],
    [
      "all revenue together",
      {
        quote: "tổng doanh thu của hợp tác xã",
        subject: "revenue",
        holder: "cooperative",
        value: 1e12,
        unit: "vnd_per_year",
      },
    ],
    [
      "revenue of no period",
      {
        subject: "revenue",
        holder: "cooperative",
        value: 1e9,
        unit: "vnd",
        qualifiers: ["per_organisation"],
      },
    ],
    [
      "members' income",
      {
        quote: "thu nhập của thành viên",
        subject: "income",
        holder: "cooperative",
        value: 84e6,
        unit: "vnd_per_year",
      },
    ],
    ["a bound without its figure", { unit: "percent", bound: "at_least", qualifiers: ["profitable"] }],
  ])("leaves %s unbound", (_, target) => {
    expect(bind(target)).toBeNull()
  })
})
