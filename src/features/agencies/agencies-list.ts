import { periodWords } from "../../ui/period.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import type { Agency } from "./queries.ts"
import { texts } from "./texts.ts"

/** Agencies as a file. */
export function agenciesList({ locale, today }: View, rows: readonly Agency[]): List<Agency> {
  const t = texts[locale]
  return {
    name: `co-quan-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "name", heading: t.name, value: ({ name }) => name },
      { key: "kind", heading: t.kind, value: ({ kind }) => t[kind], stored: ({ kind }) => kind },
      {
        key: "place",
        heading: t.place,
        value: ({ place_name, place_kind }) =>
          place_name && place_kind ? placeName({ name: place_name, kind: place_kind }, locale) : null,
      },
      {
        key: "validity",
        heading: t.validity,
        value: (agency) => periodWords(agency, locale),
        stored: ({ valid_from, valid_to }) => ({ valid_from, valid_to }),
      },
    ],
  }
}
