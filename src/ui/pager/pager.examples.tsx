import type { Example } from "../../features/preview/examples.ts"
import { withQuery } from "../../paths.ts"
import { Pager } from "./pager.tsx"

export const pagerExamples: Example[] = [
  {
    state: "in the middle of many pages",
    show: ({ locale, path }) => (
      <Pager
        locale={locale}
        page={7}
        perPage={20}
        total={400}
        pathOf={(page) => withQuery(path, { trang: page })}
      />
    ),
  },
]
