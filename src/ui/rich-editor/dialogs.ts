import type { Editor } from "@tiptap/core"
import { readAddress } from "./addresses.ts"
import type { Tools } from "./toolbar.ts"

let asked = 0

type Asking = {
  title: string
  /** Fields and words of the question, in order. */
  parts: HTMLElement[]
  save: string
  cancel: string
  /** Says what is wrong, or nothing when the dialog may close. */
  onSave: () => string | undefined
  /** Another way out, such as taking a link away. */
  other?: { name: string; act: () => void } | undefined
  editor: Editor
}

/** A question over the page; Esc closes it, and the focus goes back to the text. */
export function ask({ title, parts, save, cancel, onSave, other, editor }: Asking) {
  const dialog = document.createElement("dialog")
  dialog.className = "rich-editor-dialog"
  const heading = document.createElement("h2")
  heading.id = `hoi-${++asked}`
  heading.textContent = title
  dialog.setAttribute("aria-labelledby", heading.id)
  const problem = document.createElement("p")
  problem.className = "field__error"
  problem.setAttribute("role", "alert")
  // Not a form: it stands inside the one of the article, and Enter must not send that.
  const actions = document.createElement("div")
  actions.className = "form__actions"
  const saving = button(save, "button", () => {
    const wrong = onSave()
    problem.textContent = wrong ?? ""
    if (wrong === undefined) dialog.close()
  })
  actions.append(saving)
  if (other) {
    actions.append(
      button(other.name, "button button--quiet", () => {
        other.act()
        dialog.close()
      }),
    )
  }
  actions.append(button(cancel, "button button--quiet", () => dialog.close()))
  dialog.append(heading, ...parts, problem, actions)
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (event.target.type !== "file") saving.click()
  })
  // What is typed here is no part of the article, nor of its draft.
  for (const kind of ["input", "change"]) dialog.addEventListener(kind, (event) => event.stopPropagation())
  dialog.addEventListener("close", () => {
    dialog.remove()
    editor.view.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

export function askLink(editor: Editor, { t }: Tools) {
  const here: string = editor.getAttributes("link").href ?? ""
  const address = textField(t.linkAddress, { hint: t.linkHint, value: here })
  const words = textField(t.linkWords)
  const needsWords = editor.state.selection.empty && !here
  ask({
    editor,
    title: t.link,
    parts: needsWords ? [address.field, words.field] : [address.field],
    save: t.save,
    cancel: t.cancel,
    other: here
      ? { name: t.remove, act: () => editor.chain().extendMarkRange("link").unsetLink().run() }
      : undefined,
    onSave() {
      const href = readAddress(address.input.value)
      if (!href) return t.linkWrong
      const chain = editor.chain()
      if (needsWords) insertLink(editor, href, words.input.value.trim() || address.input.value.trim())
      else chain.extendMarkRange("link").setLink({ href }).run()
      return undefined
    },
  })
}

/** Words that lead somewhere, where the cursor stands; what is typed behind them is not part of the link. */
export function insertLink(editor: Editor, href: string, words: string) {
  editor
    .chain()
    .insertContent({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] })
    .unsetMark("link")
    .run()
}

export function askCaption(editor: Editor, { t }: Tools) {
  const caption = textField(t.captionWords, { value: editor.getAttributes("table").caption ?? "" })
  ask({
    editor,
    title: t.caption,
    parts: [caption.field],
    save: t.save,
    cancel: t.cancel,
    onSave() {
      editor
        .chain()
        .updateAttributes("table", { caption: caption.input.value.trim() || null })
        .run()
      return undefined
    },
  })
}

let fields = 0

export function textField(label: string, { hint, value = "" }: { hint?: string; value?: string } = {}) {
  const input = document.createElement("input")
  input.type = "text"
  input.value = value
  input.autocomplete = "off"
  return { input, field: labelled(input, label, hint) }
}

export function labelled(input: HTMLInputElement | HTMLTextAreaElement, label: string, hint?: string) {
  const field = document.createElement("div")
  field.className = "field"
  input.id = `o-${++fields}`
  input.className = "field__input"
  const name = document.createElement("label")
  name.className = "field__label"
  name.htmlFor = input.id
  name.textContent = label
  field.append(name)
  if (hint) {
    const words = document.createElement("p")
    words.className = "field__hint"
    words.id = `${input.id}-goi-y`
    words.textContent = hint
    input.setAttribute("aria-describedby", words.id)
    field.append(words)
  }
  field.append(input)
  return field
}

function button(name: string, className: string, act: () => void) {
  const element = document.createElement("button")
  element.type = "button"
  element.className = className
  element.textContent = name
  element.addEventListener("click", act)
  return element
}
