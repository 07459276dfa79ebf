/** <print-button label="…"> offers the browser's own printing. Without it, the browser's menu prints the page. */
class PrintButton extends HTMLElement {
  connectedCallback() {
    if (this.firstElementChild) return
    const button = document.createElement("button")
    button.type = "button"
    button.className = "button"
    button.textContent = this.getAttribute("label")
    button.addEventListener("click", () => print())
    this.append(button)
  }
}
customElements.define("print-button", PrintButton)
