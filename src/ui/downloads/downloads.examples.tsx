import type { Example } from "../../features/preview/examples.ts"
import { Downloads } from "./downloads.tsx"

export const downloadsExamples: Example[] = [
  {
    state: "of a list that is narrowed",
    show: ({ locale, path }) => <Downloads locale={locale} path={path} query={{ tim: "nông nghiệp" }} />,
  },
]
