import { z } from "zod"
import { formatDay } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import {
  oneOf,
  optionalText,
  recordId,
  requiredDay,
  requiredNumber,
  requiredText,
} from "../../web/form-fields.ts"
import { type FormState, startForm } from "../../web/forms.ts"
import { startPick } from "../choosing/pick-one.ts"
import { placeNameWithParent } from "../places/names.ts"
import { kinds } from "../register/vocabulary.ts"
import type { RoundFacts } from "./keep-rounds.ts"
import { type Period, type ProposedDays, periods } from "./proposals.ts"
import type { FormChoice, Round } from "./queries.ts"
import { texts } from "./texts.ts"

/** Who may be asked: the kinds of organisations, or communes. */
export const askedKinds = [...kinds, "commune"] as const

export const formField = (kind: string) => `mau-${kind}`

export const roundForm = (locale: Locale) =>
  z.object({
    name: requiredText(locale, 200),
    year: requiredNumber(locale, undefined, { least: 1990, most: 2100, whole: true }),
    period: oneOf(locale, periods),
    asked: oneOf(locale, ["organisations", "communes"]),
    legal_basis: optionalText(locale, 500),
    data_from: requiredDay(locale),
    data_to: requiredDay(locale),
    opens_on: requiredDay(locale),
    due_on: requiredDay(locale),
    closes_on: requiredDay(locale),
    ...Object.fromEntries(askedKinds.map((kind) => [formField(kind), optionalForm(locale)])),
  })
export type TypedRound = Omit<RoundFacts, "place_id" | "forms">

function optionalForm(locale: Locale) {
  return z.preprocess((value) => (value === "" ? undefined : value), recordId(locale).optional())
}

type Fault = { field: string; message: string }

/** What fits each field and not the others: days run forwards, and somebody is asked. */
export function faultOf(round: TypedRound, forms: RoundFacts["forms"], locale: Locale): Fault | undefined {
  const t = texts[locale]
  const order = [
    ["data_from", "data_to"],
    ["opens_on", "due_on"],
    ["due_on", "closes_on"],
  ] as const
  const wrong = order.find(([first, next]) => round[next] < round[first])
  if (wrong) return { field: wrong[1], message: t.backwards }
  if (forms.length === 0) {
    return { field: formField(round.asked === "communes" ? "commune" : kinds[0]!), message: t.formNeeded }
  }
  return undefined
}

/** The forms chosen for those who are asked; one that is not offered to a kind is not taken. */
export function formsChosen(
  asked: RoundFacts["asked"],
  typed: Record<string, unknown>,
  choices: readonly FormChoice[],
): RoundFacts["forms"] {
  const wanted = asked === "communes" ? (["commune"] as const) : kinds
  return wanted.flatMap((kind) => {
    const choice = choicesFor(kind, choices).find(({ id }) => id === typed[formField(kind)])
    return choice ? [{ kind, form_version_id: choice.id }] : []
  })
}

export function choicesFor(kind: string, choices: readonly FormChoice[]) {
  return choices.filter((choice) => choice.kinds.includes(kind))
}

type Beginning = {
  year: number
  period: Period
  place: { id: number; name: string; kind: string } | undefined
  days: ProposedDays
  choices: readonly FormChoice[]
}

/** A new round as it is proposed: the form in force in the year for every kind that has one. */
export function startNewRound({ year, period, place, days, choices }: Beginning, locale: Locale): FormState {
  return startForm({
    name: `${period === "half" ? "Báo cáo 6 tháng đầu năm" : "Báo cáo năm"} ${year}`,
    year: String(year),
    period,
    asked: "organisations",
    ...startPick("place", place && { id: place.id, label: placeNameWithParent(place, null, locale) }),
    legal_basis: days.legal_basis,
    ...daysOf(days),
    ...Object.fromEntries(
      kinds.map((kind) => {
        const inForce = choicesFor(kind, choices).find(
          ({ first_year, last_year }) => first_year <= year && year <= (last_year ?? year),
        )
        return [formField(kind), inForce && String(inForce.id)]
      }),
    ),
  })
}

export function startRound(round: Round, locale: Locale): FormState {
  return startForm({
    name: round.name,
    year: String(round.year),
    period: round.period,
    asked: round.asked,
    ...startPick("place", {
      id: round.place_id,
      label: placeNameWithParent({ name: round.place_name, kind: round.place_kind }, null, locale),
    }),
    legal_basis: round.legal_basis,
    ...daysOf(round),
    ...Object.fromEntries(
      round.forms.map(({ kind, form_version_id }) => [formField(kind), String(form_version_id)]),
    ),
  })
}

function daysOf(days: Pick<ProposedDays, "data_from" | "data_to" | "opens_on" | "due_on" | "closes_on">) {
  const { data_from, data_to, opens_on, due_on, closes_on } = days
  const written = Object.entries({ data_from, data_to, opens_on, due_on, closes_on })
  return Object.fromEntries(written.map(([name, day]) => [name, day && formatDay(day, "vi")]))
}
