import type { Column, List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { type Column as Counted, columns, type PartRow, type Parts } from "./figures.ts"
import { placeName, placeNameInside } from "./names.ts"
import type { Place } from "./queries.ts"
import { texts } from "./texts.ts"

const headings = {
  cooperatives: "cooperatives",
  credit_funds: "ofThemFunds",
  cooperative_groups: "groups",
  cooperative_unions: "unions",
} as const satisfies Record<Counted, string>

type Shown = { place: Place; parts: Parts; day: string; unitsOn: string | undefined }

/** The units of a place with their numbers as a file: districts and, after each, its communes. */
export function unitsList(
  { locale, origin, paths }: View,
  { place, parts, day, unitsOn }: Shown,
): List<PartRow> {
  const t = texts[locale]
  return {
    name: `dia-ban-${place.slug}-${day}`,
    title: t.units(String(parts.units), placeNameInside(place, locale)),
    rows: parts.rows.flatMap((row) => [row, ...row.parts]),
    about: [
      { key: "as_of", label: t.asOf, value: day },
      { key: "units_of", label: t.unitsOfDay, value: unitsOn ?? day },
      { key: "place", label: t.within, value: placeName(place, locale) },
      ...columns.map((column) => ({
        key: `unplaced_${column}`,
        label: `${t.unplaced}: ${t[headings[column]]}`,
        value: parts.unplaced?.[column] ?? 0,
      })),
    ],
    columns: [
      { key: "name", heading: t.unit, value: (row) => placeName(row.place, locale) },
      { key: "code", heading: t.code, value: (row) => row.place.code },
      { key: "level", heading: "level", isForPrograms: true, value: (row) => row.place.level },
      {
        key: "parent_name",
        heading: t.within,
        value: ({ place: unit }) =>
          unit.parent_kind && unit.parent_name
            ? placeName({ kind: unit.parent_kind, name: unit.parent_name }, locale)
            : null,
      },
      ...columns.map(
        (column): Column<PartRow> => ({
          key: column,
          heading: t[headings[column]],
          kind: "number",
          value: (row) => row.counts[column],
        }),
      ),
      { key: "address", heading: t.page, value: (row) => origin + paths.place(row.place, { ngay: day }) },
    ],
  }
}
