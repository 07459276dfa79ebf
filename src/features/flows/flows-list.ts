import { formatDay } from "../../ui/format.ts"
import type { Column, List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { kindName, kindShort, kinds, sectorName } from "../register/vocabulary.ts"
import { type FlowLine, type FlowRecord, type Flows, flowLines } from "./flows.ts"
import type { AskedFlows } from "./flows-page.tsx"
import { texts } from "./texts.ts"

/** The lines of the period as a file, a row each; lines in which nothing happened too. */
export function flowsList(view: View, asked: AskedFlows, flows: Flows): List<FlowLine> {
  const { locale } = view
  const t = texts[locale]
  return {
    ...describe(view, asked),
    rows: flowLines,
    columns: [
      { key: "line", heading: t.line, value: (line) => t[line], stored: (line) => line },
      ...kinds.map(
        (kind): Column<FlowLine> => ({
          key: kind,
          heading: kindShort(kind),
          kind: "number",
          value: (line) => flows[line][kind] ?? 0,
        }),
      ),
      {
        key: "total",
        heading: t.total,
        kind: "number",
        value: (line) => kinds.reduce((sum, kind) => sum + (flows[line][kind] ?? 0), 0),
      },
    ],
  }
}

/** The organisations behind one line. */
export function flowRecordsList(
  view: View,
  asked: AskedFlows,
  records: readonly FlowRecord[],
): List<FlowRecord> {
  const { locale, origin, paths } = view
  const t = texts[locale]
  return {
    ...describe(view, asked),
    rows: records,
    columns: [
      { key: "code", heading: t.code, value: ({ code }) => code },
      { key: "name", heading: t.name, value: ({ name }) => name },
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
      { key: "day", heading: t.day, kind: "day", value: ({ day }) => day },
      { key: "address", heading: t.page, value: (record) => origin + paths.organisation(record) },
    ],
  }
}

function describe({ locale }: View, { place, sector, from, to, line, kind }: AskedFlows) {
  const t = texts[locale]
  const name = place ? placeName(place, locale) : t.everywhere
  return {
    name: `bien-dong-${from}-${to}${line ? `-${line.replaceAll("_", "-")}` : ""}`,
    title: t.period(name, formatDay(from, locale), formatDay(to, locale)),
    about: [
      { key: "place", label: t.place, value: name },
      { key: "from", label: t.from, value: from },
      { key: "to", label: t.to, value: to },
      { key: "sector", label: t.sector, value: sector ? sectorName(sector, locale) : null },
      { key: "line", label: t.line, value: line ?? null },
      { key: "kind", label: t.kind, value: kind ?? null },
    ],
  }
}
