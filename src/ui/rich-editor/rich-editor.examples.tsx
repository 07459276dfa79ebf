import type { Example } from "../../features/preview/examples.ts"
import { startForm, withError } from "../../web/forms.ts"
import { RichEditor } from "./rich-editor.tsx"

const uploads = "/ban-lam-viec/tin-bai/tep"
const text =
  '<h2>Kết quả</h2><p>Trên <strong>90%</strong> hợp tác xã <a href="/ke-hoach">có lãi</a>.</p><ul><li>Một</li></ul>' +
  '<table><caption>Theo xã</caption><tbody><tr><th scope="col">Xã</th><th scope="col">Số</th></tr><tr><td>Tân Hội</td><td>3</td></tr></tbody></table>'

export const richEditorExamples: Example[] = [
  {
    state: "with a text",
    show: () => (
      <RichEditor form={startForm({ "vd-bai": text })} name="vd-bai" label="Bài đã viết" uploads={uploads} />
    ),
  },
  {
    state: "with a mistake",
    show: () => (
      <RichEditor
        form={withError(startForm(), "vd-bai2", "Hãy viết nội dung bài.")}
        name="vd-bai2"
        label="Bài chưa viết"
        hint="Cách đoạn bằng một dòng trống."
        rows={6}
        uploads={uploads}
      />
    ),
  },
]
