import type { Example } from "../../features/preview/examples.ts"
import { DeskSearch } from "./desk-search.tsx"

export const deskSearchExamples: Example[] = [
  {
    state: "with a name typed",
    show: ({ path }) => (
      <DeskSearch action={path} label="Tìm mã hoặc tên ngành" text="trồng lúa" show="Tìm" />
    ),
  },
]
