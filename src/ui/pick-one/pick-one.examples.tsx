import type { Example } from "../../features/preview/examples.ts"
import { startForm, withError } from "../../web/forms.ts"
import { PickOne } from "./pick-one.tsx"

export const pickOneExamples: Example[] = [
  {
    state: "empty",
    show: (view) => (
      <PickOne view={view} form={startForm()} name="vd-xa" kind="commune" label="Xã, phường nơi đặt trụ sở" />
    ),
  },
  {
    state: "several answer to the words",
    show: (view) => (
      <PickOne
        view={view}
        form={withError(
          startForm({ "vd-xa2": "binh an" }),
          "vd-xa2",
          "Có nhiều nơi khớp với tên này: hãy chọn một.",
        )}
        name="vd-xa2"
        kind="commune"
        label="Xã, phường nơi đặt trụ sở"
        candidates={[
          { id: 1, label: "Xã Bình An, tỉnh An Giang" },
          { id: 2, label: "Xã Bình An, tỉnh Lâm Đồng" },
        ]}
      />
    ),
  },
]
