import type { Example } from "../../features/preview/examples.ts"
import { LivePart } from "./live-part.tsx"

export const livePartExamples: Example[] = [
  {
    state: "while a workbook is written",
    show: ({ locale, path }) => (
      <LivePart locale={locale} path={path}>
        <p id="vd-dang-lam" role="status">
          Đang ghi: 4.000 trong 20.000 dòng
        </p>
        <progress aria-labelledby="vd-dang-lam" max={20_000} value={4_000} />
      </LivePart>
    ),
  },
]
