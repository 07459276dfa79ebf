import type { FieldProps } from "../field/field.tsx"
import { TextArea } from "../field/text-field.tsx"

type RichEditorProps = FieldProps & {
  rows?: number
  lang?: "vi" | "en"
  /** Where images and files are sent and found. */
  uploads: string
}

/**
 * A text with headings, lists, tables, links, images and files. It is a textarea that takes plain paragraphs or
 * simple HTML; with scripts an editor stands in its place.
 */
export function RichEditor({ uploads, rows = 20, ...field }: RichEditorProps) {
  return (
    <rich-editor uploads={uploads}>
      <TextArea {...field} rows={rows} />
    </rich-editor>
  )
}
