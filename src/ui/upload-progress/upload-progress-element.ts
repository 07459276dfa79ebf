// A module of its own, so that its names are no one else's.
export {}

/**
 * <upload-progress> sends the form inside it and shows how far its files have come. Without it the browser sends the
 * form, and shows what it shows.
 */
class UploadProgress extends HTMLElement {
  #bar = document.createElement("progress")
  #status = document.createElement("p")

  connectedCallback() {
    this.#bar.max = 100
    this.#bar.hidden = true
    this.#status.className = "upload-progress__status"
    this.#status.setAttribute("role", "status")
    this.#status.id = `tai-len-${[...document.querySelectorAll("upload-progress")].indexOf(this)}`
    this.#bar.setAttribute("aria-labelledby", this.#status.id)
    this.append(this.#bar, this.#status)
    this.addEventListener("submit", this.#send)
  }

  #send = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement
    const hasFile = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")].some(
      ({ files }) => files !== null && files.length > 0,
    )
    if (!hasFile || event.defaultPrevented) return
    event.preventDefault()

    const request = new XMLHttpRequest()
    request.open("POST", form.action)
    request.upload.addEventListener("progress", ({ loaded, total }) => this.#show(loaded / total))
    request.addEventListener("load", () => this.#answered(request))
    request.addEventListener("error", () => {
      this.#end()
      this.#status.textContent = this.getAttribute("lost")
    })
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined
    // Before the buttons are put out of use: a disabled one says nothing of itself.
    const content = new FormData(form, button)
    this.#begin(form)
    request.send(content)
  }

  #begin(form: HTMLFormElement) {
    for (const button of form.querySelectorAll("button")) button.disabled = true
    this.#bar.hidden = false
    this.#show(0)
  }

  #show(share: number) {
    const percent = Math.floor(share * 100)
    this.#bar.value = percent
    // Told in steps: a screen reader that heard every one of them would say nothing else.
    const told = percent === 100 ? this.getAttribute("checking") : this.getAttribute("sent")
    if (percent % 10 === 0) this.#status.textContent = (told ?? "").replace("{percent}", String(percent))
  }

  #end() {
    this.#bar.hidden = true
    for (const button of this.querySelectorAll("button")) button.disabled = false
  }

  /** A form that came back takes the place of this one; any other refusal is told here, and nothing typed is lost. */
  #answered({ status, responseURL, responseText }: XMLHttpRequest) {
    if (status < 400) return location.assign(responseURL)

    const answer = new DOMParser().parseFromString(responseText, "text/html")
    const main = answer.querySelector("main")
    if (main && (status === 409 || status === 422)) {
      document.title = answer.title
      document.querySelector("main")?.replaceWith(main)
      document.querySelector<HTMLElement>(".form-summary")?.focus()
    } else {
      this.#end()
      this.#status.textContent = answer.querySelector("h1")?.textContent ?? this.getAttribute("lost")
    }
  }
}
customElements.define("upload-progress", UploadProgress)
