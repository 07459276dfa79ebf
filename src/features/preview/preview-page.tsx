import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import { examples } from "./examples.ts"

/** Every component in every state, for whoever works on them: what is not here is not looked after. */
export function PreviewPage({ view }: { view: View }) {
  const title = view.locale === "vi" ? "Các thành phần" : "Components"
  return (
    <DeskLayout view={view} title={title}>
      <div class="page-heading">
        <h1>{title}</h1>
      </div>
      {Object.entries(examples).map(([component, states]) => (
        <section class="preview">
          <h2>{component}</h2>
          {states.map(({ state, show }) => (
            <section class="preview__example">
              <h3>{state}</h3>
              {show(view)}
            </section>
          ))}
        </section>
      ))}
    </DeskLayout>
  )
}
