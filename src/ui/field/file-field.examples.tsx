import type { Example } from "../../features/preview/examples.ts"
import { startForm, withError, withProblem } from "../../web/forms.ts"
import { FileField } from "./file-field.tsx"

export const fileFieldExamples: Example[] = [
  {
    state: "empty",
    show: ({ locale }) => (
      <FileField
        form={startForm()}
        locale={locale}
        name="vd-tep"
        label="Văn bản kèm theo"
        hint="PDF hoặc Word, đến 20 MB."
      />
    ),
  },
  {
    state: "with a mistake",
    show: ({ locale }) => (
      <FileField
        form={withError(startForm(), "vd-tep2", "Hãy chọn tệp nhỏ hơn 20 MB.")}
        locale={locale}
        name="vd-tep2"
        label="Văn bản kèm theo"
      />
    ),
  },
  {
    state: "back for another mistake",
    show: ({ locale }) => (
      <FileField
        form={withProblem(startForm(), "Hãy xem lại.")}
        locale={locale}
        name="vd-tep3"
        label="Ảnh"
        accept="image/*"
      />
    ),
  },
]
