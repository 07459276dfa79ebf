import * as Plot from "@observablehq/plot"
import { raw } from "hono/html"
import { parseHTML } from "linkedom"
import { LRUCache } from "lru-cache"
import { formatNumber } from "../format.ts"
import { inBoth, type Locale } from "../language.ts"

export type ChartUnit = "count" | "percent" | "money" | "hectare"

export type YearSeries = {
  name: string
  /** None where nothing is known: the chart leaves a gap. */
  values: readonly { year: number; value: number | null }[]
}

export type YearChartInput = {
  series: readonly YearSeries[]
  /** Lines across all years, such as what a target must come to. */
  aims?: readonly { name: string; value: number }[]
  unit: ChartUnit
  locale: Locale
  /** What the chart shows, for those who do not see it. */
  title: string
}

const texts = inBoth({
  count: ["", ""],
  percent: ["%", "%"],
  hectare: ["ha", "ha"],
  dong: ["đồng", "đồng"],
  million: ["triệu đồng", "million đồng"],
  billion: ["tỷ đồng", "billion đồng"],
})

/** A chart with its legend. It stands beside the table it draws, never instead of it. */
export function YearChart(input: YearChartInput) {
  const { series, aims = [], unit, locale } = input
  const scale = scaleOf(input)
  return (
    <figure class="chart">
      <figcaption class="chart__legend">
        {series.map(({ name }, index) => (
          <span class={`chart__key chart__key--${index + 1}`}>{name}</span>
        ))}
        {aims.map((aim) => (
          <span class="chart__key chart__key--aim">
            {aim.name}: {formatNumber(aim.value / scale.divisor, locale, 2)} {texts[locale][scale.name]}
          </span>
        ))}
        {unit !== "count" && <span class="chart__unit">({texts[locale][scale.name]})</span>}
      </figcaption>
      {raw(yearChart(input))}
    </figure>
  )
}

/** Drawing costs more than a millisecond, and the same figures are asked for again and again. */
const drawn = new LRUCache<string, string>({ max: 500 })

/** Bars year by year as SVG, in the colours of chart.css; without styles of its own, which our pages refuse. */
export function yearChart(input: YearChartInput) {
  const key = JSON.stringify(input)
  const kept = drawn.get(key)
  if (kept) return kept

  const svg = draw(input)
  drawn.set(key, svg)
  return svg
}

// In units of the drawing, which a phone shows at about three quarters of its size.
const width = 420
const height = 225
const margin = { left: 50, right: 8, top: 20, bottom: 28 }
const padding = 0.25
const fontSize = 14

const { document } = parseHTML("<html><body></body></html>")

function draw(input: YearChartInput) {
  const { series, aims = [], locale, title } = input
  const { divisor } = scaleOf(input)
  const years = [...new Set(series.flatMap(({ values }) => values.map(({ year }) => year)))].sort()
  // As a band scale divides the width; each series takes its share of a year's band.
  const band = ((width - margin.left - margin.right) / (years.length + padding)) * (1 - padding)
  const share = band / series.length

  const known = series.map(({ values }) =>
    values.flatMap(({ year, value }) => (value === null ? [] : { year, value: value / divisor })),
  )
  const bars = known.map((values, index) =>
    Plot.barY(values, {
      x: "year",
      y: "value",
      className: `chart__bars chart__bars--${index + 1}`,
      insetLeft: index * share + 1,
      insetRight: (series.length - 1 - index) * share + 1,
    }),
  )
  const figures = series.length === 1 ? [figuresOf(known[0] ?? [], locale)] : []
  const svg = Plot.plot({
    document: document as unknown as Document,
    width,
    height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    x: { type: "band", domain: years, padding },
    y: { zero: true, nice: true },
    marks: [
      Plot.axisX({ tickFormat: String, tickSize: 0, label: null, fontSize }),
      Plot.axisY({
        ticks: 4,
        tickSize: 0,
        label: null,
        fontSize,
        tickFormat: (n) => formatNumber(n, locale, 2),
      }),
      Plot.gridY({ ticks: 4, className: "chart__grid" }),
      ...bars,
      Plot.ruleY([0], { className: "chart__base" }),
      Plot.ruleY(
        aims.map(({ value }) => value / divisor),
        { className: "chart__aim" },
      ),
      // Last, so that the line of the aim never strikes them through.
      ...figures,
    ],
  }) as unknown as SVGElement

  return withoutStyles(svg, title)
}

function figuresOf(values: { year: number; value: number }[], locale: YearChartInput["locale"]) {
  return Plot.text(values, {
    x: "year",
    y: "value",
    text: ({ value }) => formatNumber(value, locale, 1),
    dy: -8,
    className: "chart__value",
  })
}

/** The policy of our pages allows no style in the markup: what Plot writes there stands in chart.css. */
function withoutStyles(svg: SVGElement, title: string) {
  for (const style of [...svg.querySelectorAll("style")]) style.remove()
  for (const part of [svg, ...svg.querySelectorAll("*")]) {
    for (const name of ["style", "aria-label", "aria-hidden", "aria-description"]) part.removeAttribute(name)
    for (const { name, value } of [...part.attributes]) part.setAttribute(name, inTenths(value))
  }
  for (const name of ["font-family", "font-size", "width", "height"]) svg.removeAttribute(name)
  svg.setAttribute("class", "chart__drawing")
  svg.setAttribute("role", "img")
  svg.setAttribute("aria-label", title)
  return svg.outerHTML
}

/** Tenths of a unit are finer than any screen shows. Only in attributes: "1.000" in a label is a thousand. */
function inTenths(value: string) {
  return value.replace(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
}

function scaleOf({ series, aims = [], unit }: YearChartInput) {
  if (unit !== "money") return { divisor: 1, name: unit }
  const values = [
    ...series.flatMap(({ values }) => values.map(({ value }) => value ?? 0)),
    ...aims.map(({ value }) => value),
  ]
  const largest = Math.max(0, ...values.map(Math.abs))
  if (largest >= 1e9) return { divisor: 1e9, name: "billion" as const }
  if (largest >= 1e6) return { divisor: 1e6, name: "million" as const }
  return { divisor: 1, name: "dong" as const }
}
