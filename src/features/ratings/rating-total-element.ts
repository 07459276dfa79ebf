// A module of its own, so that its names are no one else's.
export {}

type ScaleRow = { at_least: number | null; below: number | null; points: number }

/**
 * <rating-total> adds up the points of the sheet inside it as they are typed, and says which class they make. Without
 * it the total is that of what was saved last.
 */
class RatingTotal extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", this.#add)
    this.addEventListener("change", this.#add)
    this.#add()
  }

  #add = () => {
    const output = this.querySelector("output")
    if (!output) return
    const hundredths = [...this.querySelectorAll<HTMLElement>(".rating-item")].map((item) =>
      Math.round(pointsOf(item) * 100),
    )
    const points = hundredths.reduce((sum, each) => sum + each, 0) / 100
    const classes = JSON.parse(this.getAttribute("classes") ?? "[]") as [lowest: number, name: string][]
    const [, name] = classes.find(([lowest]) => points >= lowest) ?? [0, "–"]
    const locale = document.documentElement.lang === "en" ? "en-GB" : "vi-VN"
    const words = (this.getAttribute("words") ?? "")
      .replace("{points}", points.toLocaleString(locale, { maximumFractionDigits: 2 }))
      .replace("{class}", name)
    if (output.textContent !== words) output.textContent = words
  }
}
customElements.define("rating-total", RatingTotal)

function pointsOf(item: HTMLElement) {
  const known = item.querySelector<HTMLElement>("[data-points]")
  if (known) return Number(known.dataset.points)

  const choices = item.querySelector<HTMLElement>("[data-choices]")
  if (choices) {
    const chosen = choices.querySelector<HTMLInputElement>("input:checked")?.value ?? ""
    return (JSON.parse(choices.dataset.choices ?? "{}") as Record<string, number>)[chosen] ?? 0
  }
  const typed = numberIn(item.querySelector<HTMLInputElement>("input[inputmode=decimal]")?.value ?? "")
  const scale = item.querySelector<HTMLElement>("[data-scale]")
  if (!scale || typed === undefined) return typed ?? 0
  const rows = JSON.parse(scale.dataset.scale ?? "[]") as ScaleRow[]
  const row = rows.find(
    ({ at_least, below }) => (at_least === null || typed >= at_least) && (below === null || typed < below),
  )
  return row?.points ?? 0
}

/** "1.250,5" as people here write it. */
function numberIn(text: string) {
  const number = Number(text.trim().replaceAll(".", "").replace(",", "."))
  return text.trim() === "" || Number.isNaN(number) ? undefined : number
}
