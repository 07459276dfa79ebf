import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { KeptWindow } from "./calendar.ts"
import { texts } from "./texts.ts"
import { dataWords, dueWords, yearsWords } from "./words.ts"

/** The windows as a file. */
export function windowsList({ locale, today }: View, rows: readonly KeptWindow[]): List<KeptWindow> {
  const t = texts[locale]
  return {
    name: `thoi-han-bao-cao-${today}`,
    title: t.title,
    rows,
    columns: [
      {
        key: "years",
        heading: t.years,
        value: (window) => yearsWords(window, locale),
        stored: ({ first_year, last_year }) => ({ first_year, last_year }),
      },
      {
        key: "due",
        heading: t.due,
        value: (window) => dueWords(window, locale),
        stored: ({ due_day, due_month, due_year_offset }) => ({ due_day, due_month, due_year_offset }),
      },
      {
        key: "data_end",
        heading: t.data,
        value: (window) => dataWords(window, locale),
        stored: ({ data_end_day, data_end_month }) => ({ data_end_day, data_end_month }),
      },
      { key: "legal_basis", heading: t.legal_basis, value: ({ legal_basis }) => legal_basis },
      {
        key: "is_checked",
        heading: t.is_checked,
        value: ({ is_checked }) => (is_checked ? t.checked : t.unchecked),
        stored: ({ is_checked }) => is_checked,
      },
    ],
  }
}
