import type { Context } from "hono"
import type { List } from "../../web/list-file.ts"
import type { Env } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import type { Place } from "../places/queries.ts"
import type { Count, RegisterCounts } from "./counts.ts"
import type { RegisterFilter } from "./queries.ts"
import { columnTexts, texts } from "./texts.ts"
import { kindName, sectorName, statusName } from "./vocabulary.ts"

type Counted = { place: Place; found: RegisterCounts; filter: RegisterFilter }

/** The numbers as a file: one row for each place, kind, sector and status that there are any of. */
export function countsList({ var: { view } }: Context<Env>, { place, found, filter }: Counted): List<Count> {
  const { locale } = view
  const t = columnTexts[locale]
  const units = new Map(found.units.map((unit) => [unit.id, unit]))
  const unitOf = ({ unit_id }: Count) => (unit_id === null ? undefined : units.get(unit_id))
  return {
    name: `hop-tac-xa-thong-ke-${filter.day}`,
    title: texts[locale].countsTitle,
    rows: found.counts,
    about: [
      { key: "as_of", label: texts[locale].asOf, value: filter.day },
      { key: "as_known_on", label: texts[locale].asKnown, value: filter.knownOn ?? null },
      { key: "place", label: t.place, value: placeName(place, locale) },
    ],
    columns: [
      {
        key: "place_name",
        heading: t.place,
        value: (row) => {
          const unit = unitOf(row)
          return unit ? placeName(unit, locale) : texts[locale].unplaced
        },
        stored: (row) => unitOf(row)?.name ?? null,
      },
      {
        key: "place_slug",
        heading: "place_slug",
        isForPrograms: true,
        value: (row) => unitOf(row)?.slug ?? null,
      },
      {
        key: "kind",
        heading: t.kind,
        value: ({ kind }) => kindName(kind, locale),
        stored: ({ kind }) => kind,
      },
      {
        key: "sector",
        heading: t.sector,
        value: ({ sector }) => sectorName(sector, locale),
        stored: ({ sector }) => sector,
      },
      {
        key: "status",
        heading: t.status,
        value: ({ status }) => statusName(status, locale),
        stored: ({ status }) => status,
      },
      { key: "count", heading: t.count, kind: "number", value: ({ count }) => count },
    ],
  }
}
