/**
 * <highlights-strip> adds buttons that bring the previous or next headline into view, and says which one it is.
 * Without it the headlines are a row that scrolls by touch, wheel and arrow keys.
 */
class HighlightsStrip extends HTMLElement {
  #status = document.createElement("p")

  connectedCallback() {
    if (this.querySelector(".highlights__buttons")) return
    const buttons = document.createElement("div")
    buttons.className = "highlights__buttons"
    buttons.append(this.#button("previous", "‹", -1), this.#button("next", "›", 1))
    this.#status.className = "visually-hidden"
    this.#status.setAttribute("role", "status")
    this.querySelector(".highlights__heading")?.append(buttons, this.#status)
  }

  get #frame() {
    return this.querySelector<HTMLElement>(".highlights__frame")!
  }

  #button(name: "previous" | "next", sign: string, step: -1 | 1) {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = sign
    button.setAttribute("aria-label", this.getAttribute(name) ?? name)
    button.addEventListener("click", () => this.#move(step))
    return button
  }

  /** At either end it goes round, so that a button is never dead under the finger. */
  #move(step: -1 | 1) {
    const frame = this.#frame
    const items = [...frame.querySelectorAll("li")]
    const width = items[0]?.getBoundingClientRect().width ?? 0
    const furthest = frame.scrollWidth - frame.clientWidth
    if (width === 0 || furthest <= 0) return

    const atStart = frame.scrollLeft < width / 2
    const atEnd = frame.scrollLeft > furthest - width / 2
    const left =
      step === 1 ? (atEnd ? 0 : frame.scrollLeft + width) : atStart ? furthest : frame.scrollLeft - width
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches
    frame.scrollTo({ left, behavior: still ? "instant" : "smooth" })
    this.#tell(items, Math.min(items.length - 1, Math.round(Math.max(0, left) / width)))
  }

  #tell(items: HTMLElement[], index: number) {
    const position = (this.getAttribute("position") ?? "")
      .replace("{n}", String(index + 1))
      .replace("{total}", String(items.length))
    this.#status.textContent = `${position}: ${items[index]?.querySelector(".highlights__title")?.textContent ?? ""}`
  }
}
customElements.define("highlights-strip", HighlightsStrip)
