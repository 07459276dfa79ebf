// A module of its own, so that its names are no one else's.
export {}

type Candidate = { id: number; label: string }

/** Milliseconds. */
const afterTyping = 180

/**
 * <pick-one> suggests what the words typed in its box may mean, as an ARIA combobox. Without it the server finds the
 * one that was meant when the form is sent, or asks back.
 */
class PickOne extends HTMLElement {
  #list = document.createElement("ul")
  #status = document.createElement("p")
  #candidates: Candidate[] = []
  #active = -1
  #timer: ReturnType<typeof setTimeout> | undefined
  #request: AbortController | undefined
  #pressed = false

  connectedCallback() {
    const input = this.#input
    if (!input || input.getAttribute("role") === "combobox") return
    this.#list.id = `${input.id}-goi-y-ten`
    this.#list.className = "pick-one__list"
    this.#list.setAttribute("role", "listbox")
    this.#list.setAttribute("aria-label", input.labels?.[0]?.textContent?.trim() ?? "")
    this.#list.hidden = true
    this.#status.className = "visually-hidden"
    this.#status.setAttribute("role", "status")
    input.setAttribute("role", "combobox")
    input.setAttribute("aria-autocomplete", "list")
    input.setAttribute("aria-controls", this.#list.id)
    input.setAttribute("aria-expanded", "false")
    input.parentElement?.append(this.#list, this.#status)

    input.addEventListener("input", () => this.#typed())
    input.addEventListener("keydown", (event) => this.#key(event))
    input.addEventListener("blur", () => {
      if (!this.#pressed) this.#close()
    })
    document.addEventListener("mousedown", this.#press, true)
    document.addEventListener("mouseup", this.#release, true)
    this.#list.addEventListener("mousedown", (event) => {
      // The box keeps the focus, so that the list does not close before the click counts.
      event.preventDefault()
      const option = (event.target as Element).closest("[role=option]")
      if (option) this.#choose(this.#candidates[[...this.#list.children].indexOf(option)])
    })
  }

  disconnectedCallback() {
    document.removeEventListener("mousedown", this.#press, true)
    document.removeEventListener("mouseup", this.#release, true)
  }

  /**
   * What lies beneath the list moves up when it closes. A click that began there must end there, or the button is not
   * pressed: so the list stays until the mouse is let go.
   */
  #press = () => {
    this.#pressed = true
  }
  #release = () => {
    this.#pressed = false
    setTimeout(() => {
      if (document.activeElement !== this.#input) this.#close()
    })
  }

  get #input() {
    return this.querySelector<HTMLInputElement>("input[type=text]")
  }

  #typed() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), afterTyping)
  }

  async #ask() {
    const words = this.#input?.value.trim() ?? ""
    this.#request?.abort()
    if (words.length < 2) return this.#close()

    const request = new AbortController()
    this.#request = request
    const address = new URL(this.getAttribute("source") ?? "", location.href)
    address.searchParams.set("tim", words)
    const answer = await fetch(address, { signal: request.signal })
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined)
    // Without an answer the server is asked once more when the form is sent.
    if (request.signal.aborted || !answer || document.activeElement !== this.#input) return
    this.#show(answer.list)
  }

  #show(candidates: Candidate[]) {
    this.#candidates = candidates
    this.#list.replaceChildren(
      ...candidates.map(({ label }, index) => {
        const option = document.createElement("li")
        option.id = `${this.#list.id}-${index}`
        option.setAttribute("role", "option")
        option.setAttribute("aria-selected", "false")
        option.lang = "vi"
        option.textContent = label
        return option
      }),
    )
    this.#activate(-1)
    this.#list.hidden = candidates.length === 0
    this.#input?.setAttribute("aria-expanded", String(candidates.length > 0))
    const words = this.getAttribute(candidates.length > 0 ? "found" : "nothing") ?? ""
    this.#status.textContent = words.replace("{count}", String(candidates.length))
  }

  #key(event: KeyboardEvent) {
    const count = this.#candidates.length
    const isOpen = !this.#list.hidden
    if (event.key === "ArrowDown" && !isOpen) void this.#ask()
    else if (event.key === "ArrowDown") this.#activate((this.#active + 1) % count)
    else if (event.key === "ArrowUp" && isOpen)
      this.#activate(this.#active <= 0 ? count - 1 : this.#active - 1)
    else if (event.key === "Enter" && isOpen && this.#active >= 0)
      this.#choose(this.#candidates[this.#active])
    else if (event.key === "Escape" && isOpen) this.#close()
    else return
    event.preventDefault()
  }

  #activate(index: number) {
    this.#active = index
    for (const [position, option] of [...this.#list.children].entries()) {
      option.setAttribute("aria-selected", String(position === index))
      if (position === index) option.scrollIntoView({ block: "nearest" })
    }
    const active = this.#list.children[index]
    if (active) this.#input?.setAttribute("aria-activedescendant", active.id)
    else this.#input?.removeAttribute("aria-activedescendant")
  }

  #choose(candidate: Candidate | undefined) {
    const input = this.#input
    if (!candidate || !input) return
    input.value = candidate.label
    this.querySelector(".pick-one__candidates")?.remove()
    this.#keep(`${input.name}-ma`, String(candidate.id))
    this.#keep(`${input.name}-cho`, candidate.label)
    this.#close()
    input.dispatchEvent(new Event("change", { bubbles: true }))
  }

  #keep(name: string, value: string) {
    let field = this.querySelector<HTMLInputElement>(`input[type=hidden][name="${CSS.escape(name)}"]`)
    if (!field) {
      field = document.createElement("input")
      field.type = "hidden"
      field.name = name
      this.append(field)
    }
    field.value = value
  }

  #close() {
    clearTimeout(this.#timer)
    this.#request?.abort()
    this.#list.hidden = true
    this.#activate(-1)
    this.#input?.setAttribute("aria-expanded", "false")
  }
}
customElements.define("pick-one", PickOne)
