import { formatDay } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
import type { OrganisationEvent, OrganisationRecord } from "./find-organisation.ts"
import { eventNames, organisationTexts } from "./organisation-texts.ts"
import { statuses as allStatuses, type Status, statusName } from "./vocabulary.ts"

type DrawingProps = {
  view: View
  events: readonly OrganisationEvent[]
  statuses: OrganisationRecord["statuses"]
  /** The last day that is drawn. */
  day: string
}

/** In pixels; places along the line are per cent, so that words keep their size on a phone. */
const height = { all: 66, line: 14, top: 16 }
const mostYears = 6

/** A life as one line: its statuses as stretches, what happened as points, years below. The list says the same. */
export function LifeDrawing({ view, events, statuses, day }: DrawingProps) {
  const { locale } = view
  const t = organisationTexts[locale]
  const shown = statuses.filter(({ valid_from }) => valid_from <= day)
  const from = shown[0]?.valid_from
  if (!from || events.length === 0 || from >= day) return null
  const at = (each: string) => placeOn(each, from, day)
  const names: Readonly<Record<string, string>> = eventNames[locale]
  const kinds = allStatuses.filter((status) => shown.some((each) => each.status === status))
  return (
    <figure class="life-drawing">
      <svg
        width="100%"
        height={height.all}
        role="img"
        aria-label={t.drawing(formatDay(from, locale), formatDay(day, locale), String(events.length))}
      >
        {shown.map(({ status, valid_from, valid_to }) => (
          <rect
            class={`life-drawing__stretch life-drawing__stretch--${toneOf(status)}`}
            x={`${at(valid_from)}%`}
            y={height.top}
            width={`${rounded(at(valid_to < day ? valid_to : day) - at(valid_from))}%`}
            height={height.line}
          />
        ))}
        {events.map((event) => (
          <circle
            class="life-drawing__event"
            cx={`${at(event.happened_on)}%`}
            cy={height.top + height.line / 2}
            r={6}
          >
            <title>{`${formatDay(event.happened_on, locale)}: ${names[event.kind] ?? event.kind}`}</title>
          </circle>
        ))}
        {yearsBetween(from, day).map((year) => {
          const place = at(`${year}-01-01`)
          return (
            <>
              <line
                class="life-drawing__tick"
                x1={`${place}%`}
                x2={`${place}%`}
                y1={height.top + height.line}
                y2={height.top + height.line + 6}
              />
              <text
                class="life-drawing__year"
                x={`${place}%`}
                y={height.all - 10}
                text-anchor={place < 4 ? "start" : place > 96 ? "end" : "middle"}
              >
                {year}
              </text>
            </>
          )
        })}
      </svg>
      <figcaption class="life-drawing__legend">
        {kinds.map((status) => (
          <span class={`life-drawing__key life-drawing__key--${toneOf(status)}`}>
            {statusName(status, locale)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

/** Three tones are told apart at a glance; the words beside them tell the rest. */
function toneOf(status: Status) {
  if (status === "operating") return "operating"
  return status === "ended" ? "ended" : "halted"
}

function placeOn(day: string, from: string, to: string) {
  const share = (Date.parse(day) - Date.parse(from)) / (Date.parse(to) - Date.parse(from))
  // A point at the very end would be cut in half.
  return rounded(1 + 98 * Math.min(1, Math.max(0, share)))
}

function rounded(percent: number) {
  return Number(percent.toFixed(2))
}

/** At most so many, evenly apart. */
function yearsBetween(from: string, to: string) {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(to.slice(0, 4))]
  const step = Math.max(1, Math.ceil((last - first + 1) / mostYears))
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  return years.filter((year) => (last - year) % step === 0)
}
