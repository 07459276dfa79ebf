import { formatMoney, formatNumber, formatPercent, readNumber } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"

/**
 * <report-figures> works out totals while figures are typed, says how much they are in million or billion and how far
 * from last year's, and sets the dots between thousands. Without it the server does so whenever the form is saved.
 */
class ReportFigures extends HTMLElement {
  connectedCallback() {
    for (const button of this.querySelectorAll<HTMLButtonElement>("[data-sign]")) {
      button.hidden = false
      button.addEventListener("click", () => this.#turnSign(button.dataset.sign ?? ""))
    }
    this.addEventListener("input", this.#settle)
    this.addEventListener("change", this.#write)
    this.#settle()
  }

  get #locale(): Locale {
    return this.getAttribute("locale") === "en" ? "en" : "vi"
  }

  #settle = () => {
    for (const total of this.querySelectorAll("output")) this.#addUp(total)
    for (const input of this.querySelectorAll<HTMLInputElement>("input[data-kind]"))
      this.#describe(input.id, this.#valueOf(input.id), input.dataset)
  }

  /** Once a box is left: 1250000 becomes 1.250.000, and stays what it was where it is no number. */
  #write = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || !target.dataset.kind) return
    const value = readNumber(target.value)
    if (value !== undefined) target.value = formatNumber(value, "vi", 2)
  }

  #addUp(total: HTMLOutputElement) {
    const parts = [...total.htmlFor].map((code) => this.#valueOf(code)).filter((value) => value !== undefined)
    if (parts.length === 0) return
    const sum = parts.reduce((one, other) => one + other, 0)
    const unit = total.dataset.unit
    total.value = `${formatNumber(sum, this.#locale, 2)}${unit ? `\u00a0${unit}` : ""}`
    total.dataset.value = String(sum)
  }

  #valueOf(code: string) {
    const element = this.querySelector(`#${CSS.escape(code)}`)
    if (element instanceof HTMLInputElement) return readNumber(element.value)
    const sum = element instanceof HTMLOutputElement ? element.dataset.value : undefined
    return sum === undefined ? undefined : Number(sum)
  }

  #describe(code: string, value: number | undefined, { kind, last }: DOMStringMap) {
    const size = this.querySelector(`[data-size-of="${CSS.escape(code)}"]`)
    if (size && kind === "money") {
      const isLarge = value !== undefined && Math.abs(value) >= 1e6
      size.textContent = isLarge ? `= ${formatMoney(value, this.#locale)}` : ""
    }
    const change = this.querySelector(`[data-change-of="${CSS.escape(code)}"]`)
    if (change) change.textContent = value === undefined ? "" : this.#changeWords(value, last)
  }

  #changeWords(value: number, last: string | undefined) {
    const before = Number(last)
    if (last === undefined || before === 0) return ""
    const share = ((value - before) / Math.abs(before)) * 100
    if (share === 0) return `(${this.getAttribute("unchanged")})`
    const words = formatPercent(Math.abs(share), this.#locale)
    return `(${share > 0 ? "+" : "−"}${words})`
  }

  #turnSign(code: string) {
    const input = this.querySelector<HTMLInputElement>(`#${CSS.escape(code)}`)
    if (!input) return
    const written = input.value.trim()
    input.value = /^[-−]/.test(written) ? written.slice(1) : `-${written}`
    input.dispatchEvent(new Event("input", { bubbles: true }))
    input.focus()
  }
}
customElements.define("report-figures", ReportFigures)
