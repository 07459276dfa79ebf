import type { Example } from "../../features/preview/examples.ts"
import { startForm } from "../../web/forms.ts"
import { Button } from "../button/button.tsx"
import { FileField } from "../field/file-field.tsx"
import { Form, FormActions } from "../field/form.tsx"
import { UploadProgress } from "./upload-progress.tsx"

export const uploadExamples: Example[] = [
  {
    state: "before a file is sent",
    show: ({ locale, path }) => (
      <UploadProgress locale={locale}>
        <Form action={path} files>
          <FileField
            form={startForm()}
            locale={locale}
            name="vd-gui"
            label="Tệp số liệu"
            accept=".xlsx,.csv"
          />
          <FormActions>
            <Button>Gửi tệp</Button>
          </FormActions>
        </Form>
      </UploadProgress>
    ),
  },
]
