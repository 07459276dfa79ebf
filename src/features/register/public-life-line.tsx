import { formatDay } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
import { placeNameInside } from "../places/names.ts"
import type { OrganisationEvent, OrganisationRecord } from "./find-organisation.ts"
import { LifeDrawing } from "./life-drawing.tsx"
import { eventNames, organisationTexts } from "./organisation-texts.ts"

type LifeLineProps = { view: View; record: OrganisationRecord; day: string }

/** What happened to it, drawn and as a list. */
export function LifeLine({ view, record, day }: LifeLineProps) {
  const { locale } = view
  const { events, statuses } = record
  const t = organisationTexts[locale]
  if (events.length === 0) return null
  return (
    <section aria-labelledby="qua-trinh">
      <h2 id="qua-trinh">{t.life}</h2>
      <LifeDrawing view={view} events={events} statuses={statuses} day={day} />
      <ol class="life-line">
        {events.map((event) => (
          <li>
            <time datetime={event.happened_on}>{formatDay(event.happened_on, locale)}</time>
            <div>
              <EventWords view={view} event={event} />
              {event.document_number && (
                <p class="quiet">
                  {event.document_on
                    ? t.documentOn(event.document_number, formatDay(event.document_on, locale))
                    : t.document(event.document_number)}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function EventWords({ view, event }: { view: View; event: OrganisationEvent }) {
  const { locale, paths } = view
  const names: Readonly<Record<string, string>> = eventNames[locale]
  const { other_slug, other_name, place_slug, place_name, place_kind, new_name } = event
  return (
    <p>
      <strong>{names[event.kind] ?? event.kind}</strong>
      {event.kind === "changed" && new_name && <span lang="vi"> – {new_name}</span>}
      {other_slug && (
        <>
          {": "}
          <a href={paths.organisation({ slug: other_slug })} lang="vi">
            {other_name}
          </a>
        </>
      )}
      {place_slug && place_name && place_kind && (
        <>
          {" – "}
          <a href={paths.place({ slug: place_slug })} lang="vi">
            {placeNameInside({ kind: place_kind, name: place_name }, locale)}
          </a>
        </>
      )}
    </p>
  )
}
