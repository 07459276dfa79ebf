import { formatDay } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { sectorName } from "../register/vocabulary.ts"
import type { Round } from "./queries.ts"
import type { CommuneProgress, Respondent } from "./respondents.ts"
import { texts } from "./texts.ts"
import { respondentKindName, roundState } from "./words.ts"

export function roundsList({ locale, today }: View, rounds: readonly Round[]): List<Round> {
  const t = texts[locale]
  const day = (key: "data_from" | "data_to" | "opens_on" | "due_on" | "closes_on") =>
    ({ key, heading: t[key], kind: "day", value: (round: Round) => round[key] }) as const
  return {
    name: `dot-bao-cao-${today}`,
    title: t.title,
    rows: rounds,
    columns: [
      { key: "name", heading: t.name, value: ({ name }) => name },
      { key: "year", heading: t.year, kind: "number", value: ({ year }) => year },
      {
        key: "period",
        heading: t.period,
        value: ({ period }) => (period === "half" ? t.periodHalf : t.periodYear),
        stored: ({ period }) => period,
      },
      {
        key: "place",
        heading: t.place,
        value: ({ place_name, place_kind }) => placeName({ name: place_name, kind: place_kind }, locale),
      },
      day("data_from"),
      day("data_to"),
      day("opens_on"),
      day("due_on"),
      day("closes_on"),
      {
        key: "state",
        heading: t.state,
        value: (round) => roundState(round, today, locale),
        stored: ({ state }) => state,
      },
    ],
  }
}

export function respondentsList(
  { locale }: View,
  round: Round,
  title: string,
  rows: readonly Respondent[],
): List<Respondent> {
  const t = texts[locale]
  return {
    name: `${round.slug}-don-vi`,
    title: `${round.name}: ${title}`,
    rows,
    about: [{ key: "round", label: t.title, value: round.name }],
    columns: [
      { key: "name", heading: t.respondent, value: ({ name }) => name },
      {
        key: "kind",
        heading: t.kind,
        value: ({ kind }) => respondentKindName(kind, locale),
        stored: ({ kind }) => kind,
      },
      {
        key: "sector",
        heading: t.sector,
        value: ({ sector }) => sector && sectorName(sector, locale),
        stored: ({ sector }) => sector,
      },
      {
        key: "commune",
        heading: t.communeName,
        value: ({ commune_name, commune_kind }) =>
          placeName({ name: commune_name, kind: commune_kind }, locale),
      },
      {
        key: "state",
        heading: t.state,
        value: ({ standing }) => t[standing],
        stored: ({ standing }) => standing,
      },
      { key: "due_on", heading: t.due_on, kind: "day", value: ({ due_on }) => due_on },
      {
        key: "late",
        heading: t.late,
        value: ({ is_late }) => (is_late ? t.late : ""),
        stored: ({ is_late }) => is_late,
      },
      {
        key: "submitted_at",
        heading: t.submitted_at,
        value: ({ submitted_at }) => submitted_at?.toISOString() ?? null,
      },
    ],
  }
}

export function progressList(
  { locale, today }: View,
  round: Round,
  rows: readonly CommuneProgress[],
): List<CommuneProgress> {
  const t = texts[locale]
  const count = (key: "expected" | "reported" | "begun" | "returned" | "silent" | "late", heading: string) =>
    ({ key, heading, kind: "number", value: (row: CommuneProgress) => row[key] }) as const
  return {
    name: `${round.slug}-tien-do-${today}`,
    title: `${round.name}: ${t.progress}, ${formatDay(today, locale)}`,
    rows,
    columns: [
      { key: "commune", heading: t.communeName, value: (row) => placeName(row, locale) },
      count("expected", t.expected),
      count("reported", t.reported),
      count("begun", t.draft),
      count("returned", t.returned),
      count("silent", t.silent),
      count("late", t.late),
    ],
  }
}
