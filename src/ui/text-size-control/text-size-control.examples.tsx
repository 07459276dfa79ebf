import type { Example } from "../../features/preview/examples.ts"
import { TextSizeControl } from "./text-size-control.tsx"

export const textSizeExamples: Example[] = [
  { state: "as it is set", show: (view) => <TextSizeControl view={view} /> },
]
