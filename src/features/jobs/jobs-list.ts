import { formatTime } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { JobRow } from "./queries.ts"
import { kindName, stateNames, texts } from "./texts.ts"

/** Jobs as a file. */
export function jobsList({ locale, today }: View, rows: readonly JobRow[]): List<JobRow> {
  const t = texts[locale]
  return {
    name: `cong-viec-${today}`,
    title: t.title,
    rows,
    columns: [
      {
        key: "kind",
        heading: t.kind,
        value: ({ kind }) => kindName(kind, locale),
        stored: ({ kind }) => kind,
      },
      {
        key: "state",
        heading: t.state,
        value: ({ state }) => stateNames[locale][state],
        stored: ({ state }) => state,
      },
      { key: "attempts", heading: t.attempts, kind: "number", value: ({ attempts }) => attempts },
      {
        key: "moment",
        heading: t.moment,
        value: (job) => formatTime(job.completed_on ?? job.start_after, locale),
        stored: (job) => job.completed_on ?? job.start_after,
      },
      { key: "error", heading: t.error, value: ({ error }) => error },
    ],
  }
}
