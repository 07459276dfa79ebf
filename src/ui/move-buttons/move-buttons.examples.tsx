import type { Example } from "../../features/preview/examples.ts"
import { MoveButtons } from "./move-buttons.tsx"

export const moveButtonExamples: Example[] = [
  {
    state: "in the middle of a list",
    show: (view) => (
      <MoveButtons view={view} action={view.path} name="Tin kinh tế" first={false} last={false} />
    ),
  },
  {
    state: "at its beginning",
    show: (view) => <MoveButtons view={view} action={view.path} name="Tin nổi bật" first last={false} />,
  },
]
