import type { Example } from "../../features/preview/examples.ts"
import { startForm, withError, withProblem } from "../../web/forms.ts"
import { Button } from "../button/button.tsx"
import { VersionField } from "../difference/difference.tsx"
import { Form, FormActions } from "./form.tsx"
import { FormSummary } from "./form-summary.tsx"
import { DayField, TextField } from "./text-field.tsx"

const typed = startForm({ "vd-ho-ten": "", "vd-vao": "31/2/2020" })
const wrong = withError(
  withError(typed, "vd-ho-ten", "Hãy nhập họ và tên."),
  "vd-vao",
  "Hãy viết ngày như 15/10/2020.",
)

export const formExamples: Example[] = [
  {
    state: "came back with mistakes",
    show: ({ locale, path }) => (
      <Form action={path}>
        <FormSummary form={withProblem(wrong, "Chưa có gì được lưu.")} locale={locale} />
        <VersionField version={3} />
        <TextField form={wrong} name="vd-ho-ten" label="Họ và tên" autocomplete="name" />
        <DayField form={wrong} name="vd-vao" label="Ngày vào hợp tác xã" />
        <FormActions>
          <Button>Lưu</Button>
          <Button quiet>Lưu và thêm người nữa</Button>
        </FormActions>
      </Form>
    ),
  },
]
