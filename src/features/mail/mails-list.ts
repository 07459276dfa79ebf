import { formatTime } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { MailRow } from "./queries.ts"
import { stateNames, texts } from "./texts.ts"

/** Mails as a file; never their text. */
export function mailsList({ locale, today }: View, rows: readonly MailRow[]): List<MailRow> {
  const t = texts[locale]
  return {
    name: `thu-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "subject", heading: t.subject, value: ({ subject }) => subject },
      { key: "recipient", heading: t.to, value: ({ recipient }) => recipient },
      {
        key: "state",
        heading: t.state,
        value: ({ state }) => stateNames[locale][state as keyof (typeof stateNames)["vi"]],
        stored: ({ state }) => state,
      },
      { key: "attempts", heading: t.attempts, kind: "number", value: ({ attempts }) => attempts },
      {
        key: "moment",
        heading: t.moment,
        value: ({ sent_at, created_at }) => formatTime(sent_at ?? created_at, locale),
        stored: ({ sent_at, created_at }) => sent_at ?? created_at,
      },
      { key: "error", heading: t.error, value: ({ last_error }) => last_error },
    ],
  }
}
