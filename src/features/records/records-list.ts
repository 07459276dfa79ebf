import { isOpen } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { KeptRecord, listAllRecords } from "./keep-records.ts"
import { wordsOf } from "./pages.tsx"
import { inLocale, type RecordKind } from "./record-kinds.ts"
import { texts } from "./texts.ts"

type Row = { kind: RecordKind; record: KeptRecord }
type Kinds = Awaited<ReturnType<typeof listAllRecords>>

/** What an organisation has several of, of all kinds, as a file. */
export function recordsList(
  view: View,
  organisation: { slug: string; name: string },
  kinds: Kinds,
): List<Row> {
  const { locale, today } = view
  const t = texts[locale]
  return {
    name: `${organisation.slug}-ho-so-${today}`,
    title: organisation.name,
    rows: kinds.flatMap(({ kind, records }) => records.map((record) => ({ kind, record }))),
    columns: [
      {
        key: "kind",
        heading: t.kindHeading,
        value: ({ kind }) => inLocale(kind.title, locale),
        stored: ({ kind }) => kind.word,
      },
      {
        key: "record",
        heading: t.recordHeading,
        value: ({ kind, record }) => wordsOf(kind, record, view),
        stored: ({ record }) => record.values,
      },
      { key: "valid_from", heading: t.valid_from, kind: "day", value: ({ record }) => record.valid_from },
      {
        key: "valid_to",
        heading: t.valid_to,
        kind: "day",
        value: ({ record }) => (isOpen(record.valid_to) ? null : record.valid_to),
      },
      { key: "document", heading: t.document_number, value: ({ record }) => record.document_number },
    ],
  }
}
