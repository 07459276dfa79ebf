import { periodWords } from "../../ui/period.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { CountedList, KeptLine, LineList } from "./keep-lines.ts"
import { texts } from "./texts.ts"

/** The versions of the list as a file. */
export function lineListsList({ locale, today }: View, rows: readonly CountedList[]): List<CountedList> {
  const t = texts[locale]
  return {
    name: `he-thong-nganh-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "code", heading: t.list, value: ({ code }) => code },
      { key: "legal_basis", heading: t.basis, value: ({ legal_basis }) => legal_basis },
      {
        key: "period",
        heading: t.period,
        value: (list) => periodWords(list, locale),
        stored: ({ valid_from, valid_to }) => ({ valid_from, valid_to }),
      },
      { key: "lines", heading: t.lines, kind: "number", value: ({ lines }) => lines },
      { key: "checked", heading: t.checkedOf, kind: "number", value: ({ checked }) => checked },
    ],
  }
}

/** The lines of one version as a file. */
export function linesList({ locale }: View, list: LineList, rows: readonly KeptLine[]): List<KeptLine> {
  const t = texts[locale]
  return {
    name: list.code,
    title: `${t.title} ${list.code}`,
    rows,
    columns: [
      { key: "code", heading: t.lineCode, value: ({ code }) => code },
      { key: "name", heading: t.lineName, value: ({ name }) => name },
      {
        key: "is_checked",
        heading: t.checkedOf,
        value: ({ is_checked }) => (is_checked ? t.checked : t.unchecked),
        stored: ({ is_checked }) => is_checked,
      },
    ],
  }
}
