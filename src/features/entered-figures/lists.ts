import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { getMeasure } from "../measures/catalogue.ts"
import { unitNames } from "../measures/labels.ts"
import { placeName } from "../places/names.ts"
import type { Place } from "../places/queries.ts"
import { sectorName } from "../register/vocabulary.ts"
import type { EnteredFigure } from "./figures.ts"
import { completionOf, type FigureRow } from "./table.ts"
import { texts } from "./texts.ts"

/** What was put down for a place and a year as a file, each estimate and plan with who put it down. */
export function figuresList(
  { locale, today }: View,
  { place, year, rows }: { place: Place; year: number; rows: readonly FigureRow[] },
): List<FigureRow> {
  const t = texts[locale]
  const words = (figure: EnteredFigure | undefined) =>
    figure ? [figure.basis, figure.document_number].filter(Boolean).join(" · ") : null
  return {
    name: `uoc-thuc-hien-${year}-${today}`,
    title: t.title,
    rows,
    about: [
      { key: "year", label: t.year, value: year },
      { key: "place", label: t.place, value: placeName(place, locale) },
    ],
    columns: [
      { key: "measure", heading: "measure", isForPrograms: true, value: ({ subject }) => subject.measure },
      {
        key: "name",
        heading: t.measure,
        value: ({ subject }) => getMeasure(subject.measure).words.name[locale],
      },
      {
        key: "unit",
        heading: t.unit,
        value: ({ subject }) => unitNames[getMeasure(subject.measure).unit][locale],
        stored: ({ subject }) => getMeasure(subject.measure).unit,
      },
      {
        key: "period",
        heading: t.period,
        value: ({ subject }) => (subject.period === "half" ? t.half : t.wholeYear),
        stored: ({ subject }) => subject.period,
      },
      {
        key: "sector",
        heading: t.sector,
        value: ({ subject }) => (subject.sector ? sectorName(subject.sector, locale) : null),
        stored: ({ subject }) => subject.sector,
      },
      { key: "plan", heading: t.plan, kind: "number", value: ({ entered }) => entered.plan?.value ?? null },
      { key: "plan_basis", heading: `${t.plan}: ${t.basis}`, value: ({ entered }) => words(entered.plan) },
      {
        key: "estimate",
        heading: t.estimate,
        kind: "number",
        value: ({ entered }) => entered.estimate?.value ?? null,
      },
      {
        key: "estimate_basis",
        heading: `${t.estimate}: ${t.basis}`,
        value: ({ entered }) => words(entered.estimate),
      },
      {
        key: "estimate_by",
        heading: `${t.estimate}: ${t.by}`,
        value: ({ entered }) => entered.estimate?.recorded_by ?? null,
      },
      { key: "outcome", heading: t.outcome, kind: "number", value: ({ outcome }) => outcome?.value ?? null },
      {
        key: "percent_of_plan",
        heading: t.ofPlan,
        kind: "number",
        value: (row) => completionOf(row) ?? null,
      },
    ],
  }
}
