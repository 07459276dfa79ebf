import { formatTime } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import type { ListedImport } from "./desk-queries.ts"
import { deskTexts } from "./desk-texts.ts"

/** Workbooks that were sent, as a file. */
export function importsList({ locale, today }: View, rows: readonly ListedImport[]): List<ListedImport> {
  const t = deskTexts[locale]
  return {
    name: `nhap-excel-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "id", heading: t.receiptNumber, kind: "number", value: ({ id }) => id },
      { key: "file", heading: t.file, value: ({ file_name }) => file_name },
      {
        key: "place",
        heading: t.place,
        value: ({ place_kind, place_name }) => placeName({ kind: place_kind, name: place_name }, locale),
      },
      { key: "sent_by", heading: t.by, value: ({ uploaded_by }) => uploaded_by },
      {
        key: "sent_at",
        heading: t.when,
        value: ({ uploaded_at }) => formatTime(uploaded_at, locale),
        stored: ({ uploaded_at }) => uploaded_at,
      },
      { key: "state", heading: t.state, value: ({ state }) => t[state], stored: ({ state }) => state },
      { key: "new", heading: t.countNew, kind: "number", value: ({ counts }) => counts.new },
      { key: "changed", heading: t.countChanged, kind: "number", value: ({ counts }) => counts.changed },
      { key: "refused", heading: t.countRefused, kind: "number", value: ({ counts }) => counts.refused },
      { key: "hash", heading: t.hash, value: ({ file_hash }) => file_hash },
    ],
  }
}
