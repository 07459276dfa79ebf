import { html } from "hono/html"

type FigureBarProps = {
  /** From 0 to 1: how far the bar is filled. None: an empty bar. */
  filled: number | null
  /** From 0 to 1: where the aim stands; none where there is no aim in figures. */
  aim: number | null
  /** From 0 to 1: where even progress would be by now. */
  expected?: number | null
  label: string
}

/**
 * A figure against its aim. Drawn as SVG, since widths in style attributes are refused by the site's policy; as a
 * template, since pages hold dozens of them and SVG elements slow every other element of a page down.
 */
export function FigureBar({ filled, aim, expected, label }: FigureBarProps) {
  const fill =
    filled !== null && html`<rect class="figure-bar__fill" y="2" width="${at(filled)}" height="6"/>`
  const line =
    expected !== null &&
    expected !== undefined &&
    html`<rect class="figure-bar__expected" x="${Math.min(at(expected), 99.4)}" y="2" width="0.6" height="6"/>`
  const tick =
    aim !== null &&
    html`<rect class="figure-bar__aim" x="${Math.min(at(aim), 99)}" y="0" width="1" height="10"/>`
  return html`<svg class="figure-bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${label}"><rect class="figure-bar__track" y="2" width="100" height="6"/>${fill}${line}${tick}</svg>`
}

function at(share: number) {
  return Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10
}
