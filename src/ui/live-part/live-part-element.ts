// A module of its own, so that its names are no one else's.
export {}

const pause = 1_000

/**
 * <live-part> asks for its page again every second and shows what it says now; once the page has none any more, it is
 * opened as a whole. A server that does not answer is asked again.
 */
class LivePart extends HTMLElement {
  #timer = 0

  connectedCallback() {
    this.#wait()
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
  }

  #wait() {
    this.#timer = window.setTimeout(this.#ask, pause)
  }

  #ask = async () => {
    const answer = await fetch(location.href).catch(() => undefined)
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html")
      const part = page.querySelector("live-part")
      if (!part) return location.reload()
      this.#show(part)
    }
    this.#wait()
  }

  /** Words and bars where they stand, so that a screen reader hears what changed and no more. */
  #show(part: Element) {
    const status = this.querySelector("[role=status]")
    const words = part.querySelector("[role=status]")?.textContent
    if (status && words && status.textContent !== words) status.textContent = words
    const bar = part.querySelector("progress")
    if (bar) this.querySelector("progress")?.replaceWith(document.importNode(bar, true))
  }
}
customElements.define("live-part", LivePart)
