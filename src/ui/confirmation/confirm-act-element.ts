/** <confirm-act> asks its question in a dialog. Without it the link inside leads to a page that asks the same. */
class ConfirmAct extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this.#ask)
  }

  #ask = (event: MouseEvent) => {
    const link = (event.target as Element).closest("a")
    const dialog = this.querySelector("dialog")
    // Someone who opens the link in another tab wants the page.
    if (!link || !dialog || link.closest("dialog") || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    dialog.showModal()
    // What does no harm is under the finger first.
    dialog.querySelector<HTMLElement>("[method=dialog] button")?.focus()
  }
}
customElements.define("confirm-act", ConfirmAct)
