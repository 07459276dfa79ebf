import { Image } from "@tiptap/extension-image"
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table"
import StarterKit from "@tiptap/starter-kit"
import { isAllowedAddress } from "./addresses.ts"

/**
 * What an article may hold, and no more: the same as the server keeps (src/features/news/body-html.ts). No element
 * carries a style, which the site's security policy would not let through.
 */
export const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    underline: false,
    dropcursor: { class: "rich-editor__drop", color: false },
    link: {
      openOnClick: false,
      HTMLAttributes: { target: null, rel: null, class: null },
      isAllowedUri: (address) => isAllowedAddress(address),
    },
  }),
  Image.extend({
    addAttributes() {
      return {
        src: { default: null },
        // Null says that nobody has written it yet, empty that the image only decorates.
        alt: { default: null },
        width: { default: null },
        height: { default: null },
        srcset: { default: null },
      }
    },
    // Images are chosen, with their alternative text; what is typed is never one.
    addInputRules: () => [],
  }),
  Table.extend({
    addAttributes() {
      return {
        caption: {
          default: null,
          parseHTML: (table) => table.querySelector("caption")?.textContent?.trim() || null,
          rendered: false,
        },
      }
    },
    parseHTML: () => [{ tag: "table" }, { tag: "caption", ignore: true }],
    renderHTML: ({ node }) =>
      node.attrs.caption ? ["table", ["caption", node.attrs.caption], ["tbody", 0]] : ["table", ["tbody", 0]],
    addKeyboardShortcuts() {
      return {
        ...this.parent?.(),
        // From the last cell Tab leads on and adds no row, so that the keyboard comes out of a table again.
        Tab: () => this.editor.commands.goToNextCell(),
      }
    },
  }).configure({ resizable: false, View: null }),
  TableRow,
  TableHeader.extend({
    addAttributes: () => ({
      colspan: { default: 1 },
      rowspan: { default: 1 },
      scope: { default: "col" },
    }),
  }),
  TableCell.extend({ addAttributes: () => ({ colspan: { default: 1 }, rowspan: { default: 1 } }) }),
]
