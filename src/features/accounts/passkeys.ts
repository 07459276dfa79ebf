import { startAuthentication, startRegistration } from "@simplewebauthn/browser"

/**
 * <passkey-sign-in> shows its button where the browser knows passkeys, and signs in with one. Without it people sign
 * in with their password.
 */
class PasskeySignIn extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button")
    if (!button || !window.PublicKeyCredential) return
    button.hidden = false
    button.addEventListener("click", () => this.#signIn(button))
  }

  async #signIn(button: HTMLButtonElement) {
    button.disabled = true
    try {
      const { challenge = "", back } = this.dataset
      const optionsJSON = await read(await fetch(challenge))
      const response = await startAuthentication({ optionsJSON })
      const { to } = await read(await send(challenge, { response, ...(back && { back }) }))
      location.assign(to)
    } catch {
      say(this, this.dataset.refused)
      button.disabled = false
    }
  }
}
customElements.define("passkey-sign-in", PasskeySignIn)

/** <passkey-addition> makes a passkey on this device. Without it, or on a browser that knows none, nothing is offered. */
class PasskeyAddition extends HTMLElement {
  connectedCallback() {
    const part = this.querySelector<HTMLElement>(".passkey-addition")
    const button = this.querySelector("button")
    if (!part || !button || !window.PublicKeyCredential) return
    part.hidden = false
    button.addEventListener("click", () => this.#add(button))
  }

  async #add(button: HTMLButtonElement) {
    button.disabled = true
    try {
      const { challenge = "" } = this.dataset
      const optionsJSON = await read(await fetch(challenge))
      const response = await startRegistration({ optionsJSON })
      const name = this.querySelector("input")?.value.trim()
      const { to } = await read(await send(challenge, { response, ...(name && { name }) }))
      location.assign(to)
    } catch {
      say(this, this.dataset.failed)
      button.disabled = false
    }
  }
}
customElements.define("passkey-addition", PasskeyAddition)

function send(address: string, body: object) {
  const headers = { "content-type": "application/json" }
  return fetch(address, { method: "POST", headers, body: JSON.stringify(body) })
}

async function read(response: Response) {
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

function say(element: HTMLElement, words = "") {
  const status = element.querySelector('[role="status"]')
  if (status) status.textContent = words
}
