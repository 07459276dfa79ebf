import type { Example } from "../../features/preview/examples.ts"
import { FigureBar } from "./figure-bar.tsx"

export const figureBarExamples: Example[] = [
  {
    state: "on the way",
    show: () => <FigureBar filled={0.6} aim={0.9} expected={0.5} label="60 trong 90" />,
  },
  { state: "not measured", show: () => <FigureBar filled={null} aim={0.9} label="Chưa đo" /> },
]
