// A module of its own, so that its names are no one else's.
export {}

/**
 * <rich-editor> puts an editor in the place of the textarea inside it, which keeps the HTML and is sent with the form.
 * Without it the textarea takes plain paragraphs or simple HTML. The editor is a large program: only a page that has
 * one fetches it.
 */
class RichEditor extends HTMLElement {
  async connectedCallback() {
    const textarea = this.querySelector("textarea")
    if (!textarea || this.dataset.state) return
    this.dataset.state = "loading"
    try {
      const { openEditor } = await import("./editor.ts")
      openEditor(this, textarea)
      this.dataset.state = "open"
    } catch (error) {
      this.dataset.state = "failed"
      throw error
    }
  }
}
customElements.define("rich-editor", RichEditor)
