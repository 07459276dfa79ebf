import { inVietnam } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { wordsOf } from "./deeds.ts"
import type { Entry } from "./queries.ts"
import { sentenceOf } from "./sentences.ts"
import { logTexts } from "./texts.ts"

/** The log as a file: as it is kept, beside the sentence that people read. */
export function changesList({ locale, today }: View, rows: AsyncIterable<Entry>): List<Entry> {
  const t = logTexts[locale]
  return {
    name: `nhat-ky-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "id", heading: t.id, kind: "number", value: ({ id }) => id },
      { key: "made_at", heading: t.when, value: shownMoment, stored: ({ made_at }) => made_at },
      { key: "actor", heading: t.who, value: ({ actor }) => actor },
      { key: "role", heading: t.role, value: ({ role }) => role },
      { key: "via", heading: t.via, value: ({ via }) => via },
      { key: "sentence", heading: t.sentence, value: (entry) => sentenceOf(entry, locale) },
      {
        key: "record_kind",
        heading: t.kind,
        value: ({ record_kind, action }) =>
          wordsOf(record_kind, action).name?.[locale === "vi" ? 0 : 1] ?? record_kind,
        stored: ({ record_kind }) => record_kind,
      },
      { key: "action", heading: t.action, value: ({ action }) => action },
      { key: "record", heading: t.record, value: ({ record_key, record_id }) => record_key ?? record_id },
      { key: "reason", heading: t.reason, value: ({ reason }) => reason },
      {
        key: "before",
        heading: t.before,
        value: ({ before }) => asText(before),
        stored: ({ before }) => before,
      },
      { key: "after", heading: t.after, value: ({ after }) => asText(after), stored: ({ after }) => after },
      { key: "address", heading: t.address, value: ({ address }) => address },
      { key: "request_id", heading: t.request, value: ({ request_id }) => request_id },
    ],
  }
}

function shownMoment({ made_at }: Entry) {
  const { day, hour } = inVietnam(made_at)
  return `${day} ${hour}:${String(made_at.getUTCSeconds()).padStart(2, "0")}`
}

function asText(value: unknown) {
  return value === null ? null : JSON.stringify(value)
}
