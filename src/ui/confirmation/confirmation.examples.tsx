import type { Example } from "../../features/preview/examples.ts"
import { Confirmation, ConfirmedAct } from "./confirmation.tsx"

const words = <p>Tệp “to-trinh.pdf” sẽ mất hẳn, không lấy lại được. Bài viết có tệp này vẫn còn.</p>

export const confirmationExamples: Example[] = [
  {
    state: "on a page of its own",
    show: ({ locale, path }) => (
      <Confirmation locale={locale} action={path} back={path} act="Xóa vĩnh viễn">
        {words}
      </Confirmation>
    ),
  },
  {
    state: "a link that asks",
    show: ({ locale, path }) => (
      <ConfirmedAct
        locale={locale}
        action={path}
        page={path}
        id="vd-xoa"
        title="Xóa tệp “to-trinh.pdf”?"
        act="Xóa vĩnh viễn"
      >
        {words}
      </ConfirmedAct>
    ),
  },
]
