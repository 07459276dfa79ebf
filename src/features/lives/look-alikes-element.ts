// A module of its own, so that its names are no one else's.
export {}

type LookAlike = { name: string; place: string; reason: string; path: string }

/** Milliseconds. */
const afterTyping = 500
const watched = ["name", "code", "place", "place-ma", "place-cho", "phone", "legal_representative"]

/**
 * <look-alikes> says, while the form around it is typed, which organisations of the register look the same. Without it
 * the server asks once the form is sent.
 */
class LookAlikes extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #request: AbortController | undefined
  #shown = ""

  connectedCallback() {
    this.setAttribute("aria-live", "polite")
    this.#form?.addEventListener("input", this.#later)
    this.#form?.addEventListener("change", this.#later)
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
    this.#form?.removeEventListener("input", this.#later)
    this.#form?.removeEventListener("change", this.#later)
  }

  get #form() {
    return this.closest("form")
  }

  #later = (event: Event) => {
    const { name } = event.target as HTMLInputElement
    if (!watched.includes(name)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), afterTyping)
  }

  async #ask() {
    const form = this.#form
    if (!form) return
    this.#request?.abort()
    const request = new AbortController()
    this.#request = request
    const address = new URL(this.getAttribute("source") ?? "", location.href)
    const data = new FormData(form)
    for (const name of watched) {
      const value = data.get(name)
      if (typeof value === "string" && value.trim()) address.searchParams.set(name, value)
    }
    const answer: { list: LookAlike[] } | undefined = await fetch(address, { signal: request.signal })
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined)
    if (!request.signal.aborted && answer) this.#show(answer.list)
  }

  #show(list: LookAlike[]) {
    const shown = JSON.stringify(list)
    // What was said already is not read out again.
    if (shown === this.#shown) return
    this.#shown = shown
    this.hidden = list.length === 0
    const lead = document.createElement("p")
    lead.textContent = this.getAttribute("lead")
    const items = document.createElement("ul")
    items.append(
      ...list.map(({ name, place, reason, path }) => {
        const item = document.createElement("li")
        const link = document.createElement("a")
        link.href = path
        link.target = "_blank"
        link.textContent = name
        item.append(link, ` – ${place}, ${reason}`)
        return item
      }),
    )
    this.replaceChildren(...(list.length > 0 ? [lead, items] : []))
  }
}

customElements.define("look-alikes", LookAlikes)
