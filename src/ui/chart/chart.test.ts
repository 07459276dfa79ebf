import { describe, expect, it } from "vitest"
import { YearChart, type YearChartInput, yearChart } from "./chart.tsx"

const revenue: YearChartInput = {
  series: [
    {
      name: "Doanh thu",
      values: [
        { year: 2021, value: 1_200_000_000 },
        { year: 2022, value: null },
        { year: 2023, value: 2_400_000_000 },
      ],
    },
    {
      name: "Lợi nhuận",
      values: [
        { year: 2021, value: -50_000_000 },
        { year: 2023, value: 310_000_000 },
      ],
    },
  ],
  unit: "money",
  locale: "vi",
  title: 'Doanh thu "gộp" và lợi nhuận',
}

describe("a chart by years", () => {
  it("is an image with a label, for those who do not see it", () => {
    expect(yearChart(revenue)).toMatch(/<svg[^>]* role="img"/)
    expect(yearChart(revenue)).toContain('aria-label="Doanh thu &quot;gộp&quot; và lợi nhuận"')
  })

  it("holds no style of its own, which our pages refuse", () => {
    expect(yearChart(revenue)).not.toMatch(/<style|\sstyle=/)
  })

  it("leaves a gap where nothing is known, and keeps the year", () => {
    const svg = yearChart(revenue)
    expect(svg.match(/<rect/g)).toHaveLength(4)
    expect(svg).toContain("2022")
  })

  it("draws the aim as a line and names it in the legend", () => {
    const values = [
      { year: 2021, value: 30 },
      { year: 2022, value: 61 },
    ]
    const input: YearChartInput = {
      series: [{ name: "Hợp tác xã thành lập mới", values }],
      aims: [{ name: "Chỉ tiêu", value: 105 }],
      unit: "count",
      locale: "vi",
      title: "Hợp tác xã thành lập mới",
    }
    expect(yearChart(input)).toContain("chart__aim")
    expect(String(YearChart(input))).toContain("Chỉ tiêu: 105")
  })

  it("draws nothing but the axes when no year is known", () => {
    expect(yearChart({ ...revenue, series: [{ name: "Doanh thu", values: [] }] })).toContain("<svg")
  })

  it("writes numbers as the language does", () => {
    expect(yearChart(revenue)).toContain("1,5")
    expect(yearChart({ ...revenue, locale: "en" })).toContain("1.5")
  })
})
