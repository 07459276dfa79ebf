import { formatTime } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { deskTexts } from "./desk-texts.ts"
import type { ReportImport } from "./queries.ts"

/** Workbooks of reports that were sent, as a file. */
export function reportImportsList(
  { locale, today }: View,
  rows: readonly ReportImport[],
): List<ReportImport> {
  const t = deskTexts[locale]
  return {
    name: `bao-cao-excel-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "receipt", heading: t.receiptNumber, value: ({ receipt }) => receipt },
      { key: "file", heading: t.file, value: ({ file_name }) => file_name },
      { key: "round", heading: t.round, value: ({ round_name }) => round_name },
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
      { key: "state", heading: t.result, value: ({ state }) => t[state], stored: ({ state }) => state },
      { key: "reports", heading: t.reports, kind: "number", value: ({ sent }) => sent.length },
      { key: "hash", heading: t.hash, value: ({ file_hash }) => file_hash },
    ],
  }
}
