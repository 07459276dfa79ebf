import type { Example } from "../../features/preview/examples.ts"
import { startForm, withError } from "../../web/forms.ts"
import { DayField, NumberField, PasswordField, TextArea, TextField } from "./text-field.tsx"
import { fieldTexts } from "./texts.ts"

const empty = startForm()

export const textFieldExamples: Example[] = [
  { state: "text, empty", show: () => <TextField form={empty} name="vd-ten" label="Tên hợp tác xã" /> },
  {
    state: "text, with hint, not required",
    show: ({ locale }) => (
      <TextField
        form={startForm({ "vd-tat": "HTX Bình An" })}
        name="vd-tat"
        label="Tên viết tắt"
        hint="Như trên giấy chứng nhận đăng ký."
        optional={fieldTexts[locale].optional}
      />
    ),
  },
  {
    state: "text, with a mistake",
    show: () => (
      <TextField
        form={withError(startForm({ "vd-thu": "lan@" }), "vd-thu", "Hãy viết địa chỉ như ten@tinh.gov.vn.")}
        name="vd-thu"
        label="Thư điện tử"
        hint="Dùng để đăng nhập."
        type="email"
        inputmode="email"
        autocomplete="off"
        width="medium"
      />
    ),
  },
  {
    state: "number with its unit",
    show: () => (
      <NumberField
        form={startForm({ "vd-von": "1.250.000,5" })}
        name="vd-von"
        label="Vốn điều lệ"
        unit="đồng"
      />
    ),
  },
  {
    state: "number, with a mistake",
    show: () => (
      <NumberField
        form={withError(startForm({ "vd-dt": "12.5" }), "vd-dt", "Hãy viết số như 1.250 hoặc 12,5.")}
        name="vd-dt"
        label="Diện tích"
        unit="ha"
      />
    ),
  },
  {
    state: "day",
    show: () => (
      <DayField
        form={startForm({ "vd-ngay": "15/10/2020" })}
        name="vd-ngay"
        label="Ngày thành lập"
        hint="Ví dụ: 15/10/2020"
      />
    ),
  },
  {
    state: "password, which never comes back",
    show: () => (
      <PasswordField
        form={startForm({ "vd-mk": "không hiện lại" })}
        name="vd-mk"
        label="Mật khẩu"
        autocomplete="current-password"
      />
    ),
  },
  {
    state: "several lines",
    show: () => (
      <TextArea form={startForm({ "vd-gc": "Dòng một\nDòng hai" })} name="vd-gc" label="Ghi chú" rows={4} />
    ),
  },
  {
    state: "several lines, with a mistake",
    show: () => (
      <TextArea
        form={withError(empty, "vd-ld", "Hãy nêu lý do trả lại.")}
        name="vd-ld"
        label="Lý do trả lại"
        rows={3}
      />
    ),
  },
]
