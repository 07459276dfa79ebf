import type { Example } from "../../features/preview/examples.ts"
import { startForm } from "../../web/forms.ts"
import { differences } from "../../web/versions.ts"
import { Conflict } from "./difference.tsx"

const labels = { "vd-td": "Tiêu đề", "vd-tt": "Tóm tắt", "vd-dc": "Địa chỉ", "vd-td2": "Ghi chú" }
const before = {
  "vd-td": ["HTX Bình An"],
  "vd-tt": ["Họp ngày 5 tại xã Bình An"],
  "vd-dc": ["Ấp 1"],
  "vd-td2": ["Cũ"],
}
const theirs = { ...before, "vd-tt": ["Họp ngày 15 tại xã Bình An"], "vd-dc": ["Ấp 2"] }
const mine = { ...before, "vd-tt": ["Họp ngày 5 tháng 6 tại xã Bình An"], "vd-td2": [""] }

export const differenceExamples: Example[] = [
  {
    state: "both changed a field, they one, and I one",
    show: (view) => (
      <Conflict
        view={view}
        action={view.path}
        back={view.path}
        form={startForm(mine)}
        current={{
          version: 4,
          changed_by: "Nguyễn Thị Lan",
          changed_at: new Date("2026-03-02T14:05:00+07:00"),
        }}
        differences={differences({ fields: Object.keys(labels), before, theirs, mine })}
        labels={labels}
      />
    ),
  },
]
