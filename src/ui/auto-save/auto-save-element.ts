// A module of its own, so that its names are no one else's.
export {}

/** Milliseconds. */
const afterTyping = 1500
const firstRetry = 4000
const longestRetry = 60_000

/**
 * <auto-save> keeps the form inside it as a draft while it is typed, and says when it last did. Without it the form
 * has its button. Passwords and files are never part of a draft. With `kept-here` what can't be sent is kept in the
 * browser under that name until it can, and offered when the page is opened again.
 */
class AutoSave extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #request: AbortController | undefined
  #retry = firstRetry
  /** What the server has; nothing is sent twice. */
  #kept = ""

  connectedCallback() {
    this.#kept = this.#content()
    this.addEventListener("input", this.#later)
    this.addEventListener("change", this.#later)
    this.addEventListener("submit", this.#stop)
    addEventListener("online", this.#now)
    document.addEventListener("visibilitychange", this.#leave)
    this.#offer()
  }

  disconnectedCallback() {
    this.#stop()
    removeEventListener("online", this.#now)
    document.removeEventListener("visibilitychange", this.#leave)
  }

  #later = () => {
    this.#wait(afterTyping)
  }

  /** The form is on its way: a draft that arrived behind it would come back as one that was not sent. */
  #stop = () => {
    clearTimeout(this.#timer)
    this.#request?.abort()
    // Sent without a connection, the form would end in the browser's own page of an error.
    if (this.getAttribute("state") === "lost" || !navigator.onLine) this.#keepHere(this.#content())
  }

  #leave = () => {
    if (document.visibilityState === "hidden" && this.#timer !== undefined) this.#now()
  }

  #now = () => {
    void this.#save()
  }

  #wait(milliseconds: number) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#now, milliseconds)
  }

  async #save() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const content = this.#content()
    if (content === this.#kept) return this.#forgetHere()

    this.#request?.abort()
    const request = new AbortController()
    this.#request = request
    const answer = await fetch(this.getAttribute("address") ?? "", {
      method: "PUT",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: content,
      signal: request.signal,
      keepalive: content.length < 60_000,
    }).catch(() => undefined)
    if (request.signal.aborted) return

    if (answer?.ok) {
      const { hour } = await answer.json()
      this.#kept = content
      this.#retry = firstRetry
      this.#forgetHere()
      this.#say("saved", (this.getAttribute("saved") ?? "").replace("{hour}", hour))
      return
    }
    this.#keepHere(content)
    if (answer?.status === 401) {
      this.#say("lost", this.getAttribute("signed-out"))
    } else if (answer && answer.status < 500) {
      this.#say("lost", this.getAttribute("refused"))
    } else {
      this.#say("lost", this.getAttribute("lost"))
      this.#wait(this.#retry)
      this.#retry = Math.min(this.#retry * 2, longestRetry)
    }
  }

  #content() {
    const form = this.querySelector("form")
    if (!form) return ""
    const secret = new Set(
      [...form.querySelectorAll<HTMLInputElement>("[type=password]")].map(({ name }) => name),
    )
    const words = [...new FormData(form)].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && !secret.has(entry[0]),
    )
    return new URLSearchParams(words).toString()
  }

  /** A browser may refuse to keep anything; then the words about the lost connection are all there is. */
  #keepHere(content: string) {
    const name = this.getAttribute("kept-here")
    try {
      if (name) localStorage.setItem(name, content)
    } catch {}
  }

  #forgetHere() {
    const name = this.getAttribute("kept-here")
    try {
      if (name) localStorage.removeItem(name)
    } catch {}
  }

  #keptHere() {
    const name = this.getAttribute("kept-here")
    try {
      return (name && localStorage.getItem(name)) || undefined
    } catch {
      return undefined
    }
  }

  /** What was typed while the connection was lost, for whoever comes back to it. */
  #offer() {
    const kept = this.#keptHere()
    const offer = this.querySelector<HTMLElement>(".auto-save__offer")
    if (!kept || !offer) return
    if (typed(kept) === typed(this.#content())) return this.#forgetHere()
    offer.hidden = false
    const [use, drop] = offer.querySelectorAll("button")
    use?.addEventListener("click", () => {
      this.#fill(new URLSearchParams(kept))
      offer.hidden = true
      this.#now()
    })
    drop?.addEventListener("click", () => {
      this.#forgetHere()
      offer.hidden = true
    })
  }

  #fill(kept: URLSearchParams) {
    for (const field of this.querySelector("form")?.elements ?? []) {
      if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox"))
        field.checked = kept.getAll(field.name).includes(field.value)
      else if (
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      )
        field.value = kept.get(field.name) ?? field.value
    }
    this.querySelector("form")?.dispatchEvent(new Event("input", { bubbles: true }))
  }

  #say(state: "saved" | "lost", words: string | null) {
    this.setAttribute("state", state)
    const status = this.querySelector(".auto-save__status")
    if (status) status.textContent = words
  }
}
/** What people typed of it: the version it was typed on is no part of that. */
function typed(content: string) {
  const words = new URLSearchParams(content)
  words.delete("phien-ban")
  return words.toString()
}

customElements.define("auto-save", AutoSave)
