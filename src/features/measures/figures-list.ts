import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import type { AskedPlace } from "./asked.ts"
import type { Measure } from "./catalogue.ts"
import type { Figure } from "./figures.ts"
import { measureKindNames } from "./labels.ts"
import { texts } from "./page-texts.ts"

type Row = { measure: Measure; figure: Figure }

/** The catalogue with its figures as a file. */
export function figuresList({ locale, today }: View, home: AskedPlace, rows: readonly Row[]): List<Row> {
  const t = texts[locale]
  return {
    name: `so-lieu-${today}`,
    title: t.measures,
    rows,
    about: [
      { key: "as_of", label: t.period, value: today },
      { key: "place", label: t.unit, value: placeName(home, locale) },
    ],
    columns: [
      { key: "measure", heading: "measure", isForPrograms: true, value: ({ measure }) => measure.code },
      { key: "name", heading: t.name, value: ({ measure }) => measure.words.name[locale] },
      {
        key: "kind",
        heading: t.kind,
        value: ({ measure }) => measureKindNames[measure.kind][locale],
        stored: ({ measure }) => measure.kind,
      },
      { key: "value", heading: t.figure, kind: "number", value: ({ figure }) => figure.value },
      { key: "unit", heading: t.unitOfFigure, value: ({ measure }) => measure.unit },
      { key: "numerator", heading: t.numerator, kind: "number", value: ({ figure }) => figure.numerator },
      {
        key: "denominator",
        heading: t.denominator,
        kind: "number",
        value: ({ figure }) => figure.denominator,
      },
      { key: "year", heading: t.reportYear("").trim(), kind: "number", value: ({ figure }) => figure.year },
    ],
  }
}
