import type { Example } from "../../features/preview/examples.ts"
import { Button, ButtonLink } from "./button.tsx"

export const buttonExamples: Example[] = [
  { state: "acts", show: () => <Button>Lưu bài viết</Button> },
  { state: "quiet", show: () => <Button quiet>Xem thử</Button> },
  {
    state: "a link that looks like one",
    show: ({ paths }) => <ButtonLink href={paths.home()}>Trang chủ</ButtonLink>,
  },
]
