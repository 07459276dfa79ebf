import type { Editor } from "@tiptap/core"
import { ask, insertLink, labelled } from "./dialogs.ts"
import type { Tools } from "./toolbar.ts"
import { listImages, sendFile, type Upload } from "./uploads.ts"

/** An image with its alternative text, without which it does not come in; on an image, the text of that one. */
export function askImage(editor: Editor, tools: Tools) {
  const { t } = tools
  const current = editor.isActive("image") ? editor.getAttributes("image") : undefined
  let image: Upload | undefined
  const preview = document.createElement("img")
  preview.className = "rich-editor-dialog__preview"
  preview.alt = ""
  preview.hidden = !current
  if (current) preview.src = current.src

  const show = (chosen: Upload) => {
    image = chosen
    preview.src = chosen.address
    preview.hidden = false
  }
  const chooser = fileChooser(tools, t.chooseImage, "image/jpeg,image/png,image/webp,image/gif", show)
  const gallery = document.createElement("div")
  const alternative = document.createElement("textarea")
  alternative.rows = 2
  alternative.value = current?.alt ?? ""
  const decorative = document.createElement("input")
  decorative.type = "checkbox"
  decorative.checked = current?.alt === ""
  const words = labelled(alternative, t.alternative, t.alternativeHint)

  ask({
    editor,
    title: t.image,
    parts: current
      ? [preview, words, ticked(decorative, t.decorative)]
      : [chooser, gallery, preview, words, ticked(decorative, t.decorative)],
    save: t.save,
    cancel: t.cancel,
    onSave() {
      if (!image && !current) return t.imageMissing
      const alt = decorative.checked ? "" : alternative.value.trim().replace(/\s+/g, " ")
      if (alt === "" && !decorative.checked) return t.alternativeMissing
      if (current) editor.chain().updateAttributes("image", { alt }).run()
      else if (image) {
        const { address: src, srcset, width, height } = image
        editor.chain().insertContent({ type: "image", attrs: { src, srcset, width, height, alt } }).run()
      }
      return undefined
    },
  })
  if (!current) void fillGallery(gallery, tools, show)
}

/** A file becomes a link that says what it is and how large. */
export function askFile(editor: Editor, tools: Tools) {
  const { t } = tools
  let file: Upload | undefined
  const chooser = fileChooser(tools, t.chooseFile, "", (chosen) => {
    file = chosen
  })
  ask({
    editor,
    title: t.file,
    parts: [chooser],
    save: t.save,
    cancel: t.cancel,
    onSave() {
      if (!file) return t.fileMissing
      insertLink(editor, file.address, file.words)
      return undefined
    },
  })
}

/** Sends what is chosen at once, so that a refusal comes while the file is still in mind. */
function fileChooser({ t, uploads }: Tools, label: string, accept: string, chosen: (file: Upload) => void) {
  const input = document.createElement("input")
  input.type = "file"
  input.accept = accept
  const field = labelled(input, label)
  input.classList.add("field__input--file")
  const status = document.createElement("p")
  status.className = "field__hint"
  status.setAttribute("role", "status")
  field.append(status)
  input.addEventListener("change", async () => {
    const [file] = input.files ?? []
    if (!file) return
    status.className = "field__hint"
    const sent = await sendFile(uploads, file, {
      progress(share) {
        status.textContent = share < 1 ? t.sending(Math.floor(share * 100)) : t.checking
      },
    })
    status.className = sent.ok ? "field__hint" : "field__error"
    status.textContent = sent.ok ? sent.file.words : (sent.message ?? t.lost)
    if (sent.ok) chosen(sent.file)
  })
  return field
}

async function fillGallery(gallery: HTMLElement, { t, uploads }: Tools, chosen: (file: Upload) => void) {
  const images = await listImages(uploads)
  if (images.length === 0) return
  const group = document.createElement("fieldset")
  group.className = "rich-editor-dialog__gallery"
  const legend = document.createElement("legend")
  legend.textContent = t.kept
  group.append(legend)
  for (const image of images) {
    const label = document.createElement("label")
    const radio = document.createElement("input")
    radio.type = "radio"
    radio.name = "anh-da-co"
    radio.addEventListener("change", () => chosen(image))
    const picture = document.createElement("img")
    picture.src = image.address
    picture.alt = image.name
    picture.loading = "lazy"
    label.append(radio, picture)
    group.append(label)
  }
  gallery.append(group)
}

function ticked(input: HTMLInputElement, label: string) {
  const choice = labelled(input, label)
  choice.className = "choice"
  choice.prepend(input)
  input.className = ""
  return choice
}
