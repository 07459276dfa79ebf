import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import type { View } from "../../web/view.ts"
import type { Status } from "../register/vocabulary.ts"
import { eventWord, offeredEvents } from "./event-rules.ts"
import { nameOf } from "./pages.tsx"
import type { Kept } from "./queries.ts"
import { texts } from "./texts.ts"

/** What can be recorded next, for whoever keeps the organisation: only what makes sense in its present state. */
export function EventOffers({ view, person, kept }: { view: View; person: Person; kept: Kept }) {
  const t = texts[view.locale]
  if (!may(person, "keep_organisation", kept.standing)) return null
  const offered = offeredEvents(kept.kind, kept.status as Status)
  if (offered.length === 0) return <p class="quiet">{t.ended}</p>
  return (
    <details class="offered-events">
      <summary class="button">{t.whatHappened}</summary>
      <ul>
        {offered.map((event) => (
          <li>
            <a href={view.paths.deskEventForm(kept, eventWord(event))}>{nameOf(event, view)}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
