import type { Example } from "../../features/preview/examples.ts"
import { startForm } from "../../web/forms.ts"
import { Button } from "../button/button.tsx"
import { Form, FormActions } from "../field/form.tsx"
import { TextArea } from "../field/text-field.tsx"
import { AutoSave, DraftNotice } from "./auto-save.tsx"

const draft = { form: "vi-du", record: "moi" }
const saved_at = new Date("2026-03-02T14:05:00+07:00")

export const autoSaveExamples: Example[] = [
  {
    state: "a draft is offered",
    show: (view) => (
      <DraftNotice
        view={view}
        {...draft}
        draft={{ saved_at, isUsed: false }}
        query={{ "ban-nhap": "dung" }}
      />
    ),
  },
  {
    state: "the form was filled from it",
    show: (view) => <DraftNotice view={view} {...draft} draft={{ saved_at, isUsed: true }} query={{}} />,
  },
  {
    state: "a form that saves itself",
    show: (view) => (
      <AutoSave view={view} {...draft}>
        <Form action={view.path}>
          <TextArea form={startForm()} name="vd-nd" label="Nội dung" rows={3} />
          <FormActions>
            <Button>Gửi</Button>
          </FormActions>
        </Form>
      </AutoSave>
    ),
  },
]
