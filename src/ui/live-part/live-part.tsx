import type { Child } from "hono/jsx"
import { inBoth, type Locale } from "../language.ts"

const texts = inBoth({ again: ["Xem đã đến đâu", "See how far it is"] })

type LivePartProps = {
  locale: Locale
  /** The page that has it. */
  path: string
  children: Child
}

/** A part of a page that is still on its way: asked for again every second until the page has it no more. */
export function LivePart({ locale, path, children }: LivePartProps) {
  return (
    <live-part>
      {children}
      <noscript>
        <p>
          <a href={path}>{texts[locale].again}</a>
        </p>
      </noscript>
    </live-part>
  )
}
