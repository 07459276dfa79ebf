import type { ChainedCommands, Editor } from "@tiptap/core"
import type { Locale } from "../language.ts"
import { askCaption, askLink } from "./dialogs.ts"
import type { EditorTexts } from "./texts.ts"
import { askFile, askImage } from "./upload-dialogs.ts"

export type Tools = { t: EditorTexts; locale: Locale; uploads: string }

type Tool = {
  name: keyof EditorTexts & string
  /** What its button stands for, where it can be on or off. */
  isOn?: (editor: Editor) => boolean
  can?: (editor: Editor) => boolean
  act: (editor: Editor) => void
}

/** The library's own way to the text waits for the next frame; a key pressed meanwhile would be lost. */
function runInText(editor: Editor, command: (chain: ChainedCommands) => ChainedCommands) {
  editor.view.focus()
  command(editor.chain()).run()
}

function toggle(
  name: Tool["name"],
  command: (chain: ChainedCommands) => ChainedCommands,
  isOn: (editor: Editor) => boolean,
): Tool {
  return { name, isOn, act: (editor) => runInText(editor, command) }
}

function step(name: Tool["name"], command: (chain: ChainedCommands) => ChainedCommands): Tool {
  return {
    name,
    can: (editor) => command(editor.can().chain()).run(),
    act: (editor) => runInText(editor, command),
  }
}

function always(tools: Tools): Tool[][] {
  const heading = (level: 2 | 3 | 4) =>
    toggle(
      `heading${level}`,
      (chain) => chain.toggleHeading({ level }),
      (editor) => editor.isActive("heading", { level }),
    )
  const marked =
    (name: "bold" | "italic" | "bulletList" | "orderedList" | "blockquote") => (editor: Editor) =>
      editor.isActive(name)
  return [
    [heading(2), heading(3), heading(4)],
    [
      toggle("bold", (chain) => chain.toggleBold(), marked("bold")),
      toggle("italic", (chain) => chain.toggleItalic(), marked("italic")),
    ],
    [
      toggle("bulletList", (chain) => chain.toggleBulletList(), marked("bulletList")),
      toggle("orderedList", (chain) => chain.toggleOrderedList(), marked("orderedList")),
      toggle("blockquote", (chain) => chain.toggleBlockquote(), marked("blockquote")),
    ],
    [
      {
        name: "link",
        isOn: (editor) => editor.isActive("link"),
        act: (editor) => askLink(editor, tools),
      },
      step("table", (chain) => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true })),
      {
        name: "image",
        isOn: (editor) => editor.isActive("image"),
        act: (editor) => askImage(editor, tools),
      },
      { name: "file", act: (editor) => askFile(editor, tools) },
    ],
    [step("undo", (chain) => chain.undo()), step("redo", (chain) => chain.redo())],
  ]
}

function inTable(tools: Tools): Tool[][] {
  return [
    [
      step("addRow", (chain) => chain.addRowAfter()),
      step("addColumn", (chain) => chain.addColumnAfter()),
      step("deleteRow", (chain) => chain.deleteRow()),
      step("deleteColumn", (chain) => chain.deleteColumn()),
    ],
    [
      step("headerRow", (chain) => chain.toggleHeaderRow()),
      { name: "caption", act: (editor) => askCaption(editor, tools) },
      step("deleteTable", (chain) => chain.deleteTable()),
    ],
  ]
}

/** The buttons above the writing surface, and those of a table while the cursor is in one. */
export function addToolbar(editor: Editor, frame: HTMLElement, tools: Tools) {
  const bars = [
    makeBar(editor, tools.t.toolbar, always(tools), tools.t),
    makeBar(editor, tools.t.inTable, inTable(tools), tools.t),
  ] as const
  const heads = document.createElement("div")
  heads.className = "rich-editor__bars"
  heads.append(...bars.map(({ element }) => element))
  frame.prepend(heads)

  const refresh = () => {
    bars[1].element.hidden = !editor.isActive("table")
    for (const bar of bars) bar.refresh()
  }
  editor.on("transaction", refresh)
  refresh()
}

/** A toolbar takes one stop of the Tab key; the arrows lead from button to button. */
function makeBar(editor: Editor, label: string, groups: Tool[][], t: EditorTexts) {
  const element = document.createElement("div")
  element.className = "rich-editor__bar"
  element.setAttribute("role", "toolbar")
  element.setAttribute("aria-label", label)
  const buttons: { tool: Tool; button: HTMLButtonElement }[] = []
  for (const tools of groups) {
    const group = document.createElement("div")
    group.className = "rich-editor__group"
    for (const tool of tools) {
      const button = document.createElement("button")
      button.type = "button"
      button.textContent = t[tool.name] as string
      button.dataset.tool = tool.name
      button.tabIndex = buttons.length === 0 ? 0 : -1
      button.addEventListener("click", () => {
        // One that can do nothing now keeps the focus that brought someone to it.
        if (button.getAttribute("aria-disabled") !== "true") tool.act(editor)
      })
      buttons.push({ tool, button })
      group.append(button)
    }
    element.append(group)
  }

  const focus = (index: number) => {
    const target = buttons.at(index % buttons.length)
    if (!target) return
    for (const { button } of buttons) button.tabIndex = button === target.button ? 0 : -1
    target.button.focus()
  }
  element.addEventListener("focusin", (event) => {
    for (const { button } of buttons) button.tabIndex = button === event.target ? 0 : -1
  })
  element.addEventListener("keydown", (event) => {
    const here = buttons.findIndex(({ button }) => button === document.activeElement)
    const steps: Record<string, () => void> = {
      ArrowRight: () => focus(here + 1),
      ArrowLeft: () => focus(here - 1),
      Home: () => focus(0),
      End: () => focus(-1),
      Escape: () => editor.view.focus(),
    }
    const act = steps[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })

  return {
    element,
    refresh() {
      for (const { tool, button } of buttons) {
        if (tool.isOn) button.setAttribute("aria-pressed", String(tool.isOn(editor)))
        if (tool.can) button.setAttribute("aria-disabled", String(!tool.can(editor)))
      }
    },
  }
}
