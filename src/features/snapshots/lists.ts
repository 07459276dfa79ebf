import { inVietnam } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { Figure } from "../measures/figures.ts"
import { unitNames } from "../measures/labels.ts"
import { recordColumns } from "../measures/read-evidence.ts"
import type { ListedRecord } from "../measures/record-list.ts"
import { placeName } from "../places/names.ts"
import { sectorName } from "../register/vocabulary.ts"
import type { AskedFigures, AskedMeasure } from "./asked-figures.ts"
import type { DifferingRecord } from "./compare.ts"
import type { ClosedRound } from "./queries.ts"
import type { FrozenMeasure, Snapshot } from "./read-snapshot.ts"
import { texts } from "./texts.ts"

export function closedRoundsList({ locale }: View, rounds: readonly ClosedRound[]): List<ClosedRound> {
  const t = texts[locale]
  return {
    name: "so-lieu-dot-bao-cao",
    title: t.rounds,
    rows: rounds,
    columns: [
      { key: "round", heading: t.round, value: ({ name }) => name },
      { key: "slug", heading: "slug", isForPrograms: true, value: ({ slug }) => slug },
      { key: "year", heading: "year", isForPrograms: true, value: ({ year }) => year },
      {
        key: "place",
        heading: t.place,
        value: ({ place_name, place_kind }) => placeName({ name: place_name, kind: place_kind }, locale),
      },
      { key: "data_from", heading: t.data, kind: "day", value: ({ data_from }) => data_from },
      { key: "data_to", heading: `${t.data} (2)`, kind: "day", value: ({ data_to }) => data_to },
      { key: "taken_on", heading: t.takenOn, kind: "day", value: ({ taken_at }) => inVietnam(taken_at).day },
      { key: "version", heading: t.version, kind: "number", value: ({ version }) => version },
    ],
  }
}

/** What says of which place, sector and version a file is. */
function aboutFigures({ locale }: View, { round, snapshot, unit, sector }: AskedFigures) {
  const t = texts[locale]
  return [
    { key: "round", label: t.round, value: round.slug },
    { key: "version", label: t.version, value: snapshot.version },
    { key: "taken_on", label: t.takenOn, value: inVietnam(snapshot.taken_at).day },
    { key: "hash", label: t.hash, value: snapshot.hash },
    { key: "place", label: t.place, value: placeName(unit, locale) },
    { key: "sector", label: t.sector, value: sector && sectorName(sector, locale) },
  ]
}

type Row = { measure: FrozenMeasure; figure: Figure }

export function frozenFiguresList(view: View, figures: AskedFigures, rows: readonly Row[]): List<Row> {
  const { locale } = view
  const t = texts[locale]
  return {
    name: `${figures.round.slug}-so-lieu-v${figures.snapshot.version}`,
    title: figures.snapshot.about.name,
    rows,
    about: aboutFigures(view, figures),
    columns: [
      { key: "measure", heading: "measure", isForPrograms: true, value: ({ measure }) => measure.code },
      { key: "name", heading: t.measure, value: ({ measure }) => measure.words.name[locale] },
      {
        key: "unit",
        heading: t.unit,
        value: ({ measure }) => unitNames[measure.unit][locale],
        stored: ({ measure }) => measure.unit,
      },
      { key: "value", heading: t.figure, kind: "number", value: ({ figure }) => figure.value },
      { key: "numerator", heading: t.numerator, kind: "number", value: ({ figure }) => figure.numerator },
      {
        key: "denominator",
        heading: t.denominator,
        kind: "number",
        value: ({ figure }) => figure.denominator,
      },
      { key: "records", heading: t.recordCount, kind: "number", value: ({ figure }) => figure.records },
    ],
  }
}

export function frozenRecordsList(
  view: View,
  found: AskedMeasure,
  rows: readonly ListedRecord[],
): List<ListedRecord> {
  const { measure, round, snapshot } = found
  return {
    name: `${round.slug}-${measure.code.replaceAll("_", "-")}-v${snapshot.version}`,
    title: measure.words.name[view.locale],
    rows,
    about: [
      { key: "measure", label: texts[view.locale].measure, value: measure.code },
      ...aboutFigures(view, found),
    ],
    columns: recordColumns(measure, view.locale),
  }
}

export function differencesList(
  { locale }: View,
  round: ClosedRound,
  { from, to, rows }: { from: Snapshot; to: Snapshot; rows: readonly DifferingRecord[] },
): List<DifferingRecord> {
  const t = texts[locale]
  return {
    name: `${round.slug}-so-sanh-${from.version}-${to.version}`,
    title: t.compared(String(from.version), String(to.version)),
    rows,
    about: [{ key: "reason", label: t.reason, value: to.reason }],
    columns: [
      { key: "organisation", heading: t.organisation, value: ({ name }) => name },
      { key: "measure", heading: t.measure, value: ({ code }) => code },
      { key: "before", heading: t.before, kind: "number", value: ({ before }) => before },
      { key: "after", heading: t.after, kind: "number", value: ({ after }) => after },
    ],
  }
}
