import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { kindName } from "../register/vocabulary.ts"
import { ratingClasses } from "./definition.ts"
import type { AskedQueue } from "./queue-page.tsx"
import { className } from "./scheme-words.ts"
import { type PlaceProgress, progresses, type QueueRow } from "./sheet-list.ts"
import { sheetTexts as texts } from "./sheet-texts.ts"

/** Every organisation's rating of a year as a file. */
export function queueList(
  { locale, today }: View,
  asked: AskedQueue,
  rows: readonly QueueRow[],
): List<QueueRow> {
  const t = texts[locale]
  return {
    name: `xep-loai-${asked.year}-${today}`,
    title: `${t.title}, ${asked.year}`,
    rows,
    about: [
      { key: "year", label: t.year, value: asked.year },
      ...(asked.place ? [{ key: "place", label: t.place, value: placeName(asked.place, locale) }] : []),
      ...(asked.progress ? [{ key: "state", label: t.state, value: t[asked.progress] }] : []),
    ],
    columns: [
      { key: "name", heading: t.organisation, value: ({ name }) => name },
      {
        key: "kind",
        heading: t.kind,
        value: ({ kind }) => kindName(kind, locale),
        stored: ({ kind }) => kind,
      },
      {
        key: "place",
        heading: t.place,
        value: ({ place_kind, place_name }) => placeName({ kind: place_kind, name: place_name }, locale),
      },
      {
        key: "state",
        heading: t.state,
        value: ({ progress, reason }) => (reason ? `${t[progress]}: ${t[reason]}` : t[progress]),
        stored: ({ progress, reason }) => ({ progress, reason }),
      },
      { key: "points", heading: t.points, kind: "number", value: ({ points }) => points },
      {
        key: "class",
        heading: t.class,
        value: (row) => (row.class ? className(row.class, locale) : null),
        stored: (row) => row.class,
      },
    ],
  }
}

/** What each commune comes to, as it is passed on to the province and the ministry. */
export function totalsList(
  { locale, today }: View,
  year: number,
  rows: readonly PlaceProgress[],
): List<PlaceProgress> {
  const t = texts[locale]
  return {
    name: `tong-hop-xep-loai-${year}-${today}`,
    title: `${t.classesTitle}, ${year}`,
    rows,
    about: [{ key: "year", label: t.year, value: year }],
    columns: [
      {
        key: "place",
        heading: t.place,
        value: ({ place_kind, place_name }) => placeName({ kind: place_kind, name: place_name }, locale),
      },
      { key: "total", heading: t.total, kind: "number", value: ({ total }) => total },
      ...ratingClasses.map((name) => ({
        key: name,
        heading: className(name, locale),
        kind: "number" as const,
        value: ({ classes }: PlaceProgress) => classes[name],
      })),
      ...progresses.map((name) => ({
        key: `state_${name}`,
        heading: t[name],
        kind: "number" as const,
        value: ({ progress }: PlaceProgress) => progress[name],
      })),
    ],
  }
}
