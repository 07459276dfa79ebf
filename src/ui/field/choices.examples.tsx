import type { Example } from "../../features/preview/examples.ts"
import { startForm, withError } from "../../web/forms.ts"
import { Checkbox, Checkboxes, Radios, Select } from "./choices.tsx"

const sectors = [
  { value: "trong-trot", label: "Trồng trọt" },
  { value: "chan-nuoi", label: "Chăn nuôi" },
  { value: "thuy-san", label: "Thủy sản", hint: "Nuôi, đánh bắt và chế biến" },
]

export const choiceExamples: Example[] = [
  {
    state: "one of a list",
    show: () => (
      <Select
        form={startForm({ "vd-lv": "chan-nuoi" })}
        name="vd-lv"
        label="Lĩnh vực"
        choices={sectors}
        empty="Chọn lĩnh vực"
      />
    ),
  },
  {
    state: "one of a list, with a mistake",
    show: () => (
      <Select
        form={withError(startForm(), "vd-lv2", "Hãy chọn một mục trong danh sách.")}
        name="vd-lv2"
        label="Lĩnh vực"
        choices={sectors}
        empty="Chọn lĩnh vực"
      />
    ),
  },
  {
    state: "one of a few",
    show: () => (
      <Radios form={startForm({ "vd-r": "thuy-san" })} name="vd-r" label="Lĩnh vực chính" choices={sectors} />
    ),
  },
  {
    state: "one of a few, with a mistake",
    show: () => (
      <Radios
        form={withError(startForm(), "vd-r2", "Hãy chọn lĩnh vực chính.")}
        name="vd-r2"
        label="Lĩnh vực chính"
        hint="Lĩnh vực có doanh thu lớn nhất."
        choices={sectors}
      />
    ),
  },
  {
    state: "any of a few",
    show: () => (
      <Checkboxes
        form={startForm({ "vd-c": ["trong-trot", "chan-nuoi"] })}
        name="vd-c"
        label="Các lĩnh vực"
        choices={sectors}
      />
    ),
  },
  {
    state: "a single thing to agree to",
    show: () => <Checkbox form={startForm({ "vd-dy": "1" })} name="vd-dy" label="Đưa lên đầu trang" />,
  },
  {
    state: "a single thing, with a mistake",
    show: () => (
      <Checkbox
        form={withError(startForm(), "vd-dy2", "Hãy xác nhận đã đối chiếu với bản giấy.")}
        name="vd-dy2"
        label="Đã đối chiếu với bản giấy"
        hint="Bản có chữ ký và con dấu."
      />
    ),
  },
]
