import { Editor } from "@tiptap/core"
import type { Locale } from "../language.ts"
import { extensions } from "./extensions.ts"
import { texts } from "./texts.ts"
import { addToolbar } from "./toolbar.ts"

/** Puts the editor in the place of a textarea, which goes on holding what is written. */
export function openEditor(host: HTMLElement, textarea: HTMLTextAreaElement) {
  const locale: Locale = document.documentElement.lang === "en" ? "en" : "vi"
  const t = texts[locale]
  const label = textarea.labels?.[0]
  const frame = document.createElement("div")
  frame.className = "rich-editor"
  // The writing surface takes over the textarea's name for the page: mistakes above the form lead to it.
  const id = textarea.id
  textarea.removeAttribute("id")
  if (label) label.id ||= `${id}-nhan`
  const hint = hintOf(textarea, id)
  hint.textContent = t.keys
  const invalid = textarea.getAttribute("aria-invalid")
  const editor = new Editor({
    element: frame,
    extensions,
    content: contentOf(textarea.value),
    injectCSS: false,
    editorProps: {
      attributes: {
        id,
        class: "article__body rich-editor__surface",
        role: "textbox",
        "aria-multiline": "true",
        "aria-describedby": [
          ...new Set([...(textarea.getAttribute("aria-describedby")?.split(" ") ?? []), hint.id]),
        ].join(" "),
        ...(label && { "aria-labelledby": label.id }),
        ...(textarea.lang && { lang: textarea.lang }),
        ...(invalid && { "aria-invalid": invalid }),
      },
      handleKeyDown(_view, event) {
        if (!event.altKey || event.key !== "F10") return false
        frame.querySelector<HTMLElement>("[role=toolbar] button[tabindex='0']")?.focus()
        return true
      },
    },
    onUpdate() {
      textarea.value = editor.isEmpty ? "" : editor.getHTML()
      // Whoever listens to the form, such as what keeps drafts, hears of it as if it had been typed.
      textarea.dispatchEvent(new Event("input", { bubbles: true }))
    },
  })
  addToolbar(editor, frame, { t, locale, uploads: host.getAttribute("uploads") ?? "" })
  textarea.hidden = true
  textarea.after(frame)
  label?.addEventListener("click", () => editor.commands.focus())
}

/** What the field says of itself under its label. How to write without the editor is no longer of use there. */
function hintOf(textarea: HTMLTextAreaElement, id: string) {
  const there = document.getElementById(`${id}-goi-y`)
  if (there) return there
  const hint = document.createElement("p")
  hint.className = "field__hint"
  hint.id = `${id}-goi-y`
  textarea.before(hint)
  return hint
}

/** The text as HTML; one that was typed without marks is still in plain paragraphs. */
function contentOf(value: string) {
  if (/<\/?[a-z][^<>]*>/i.test(value)) return value
  const paragraphs = value.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "")
  return paragraphs
    .map((paragraph) => {
      const element = document.createElement("p")
      const lines = paragraph.trim().split("\n")
      element.append(
        ...lines.flatMap((line, index) => (index === 0 ? [line] : [document.createElement("br"), line])),
      )
      return element.outerHTML
    })
    .join("")
}
