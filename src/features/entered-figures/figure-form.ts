import { z } from "zod"
import type { Locale } from "../../ui/language.ts"
import {
  oneOf,
  optionalNumber,
  optionalOneOf,
  optionalText,
  requiredNumber,
  requiredText,
} from "../../web/form-fields.ts"
import { type FormState, startForm } from "../../web/forms.ts"
import { getMeasure, type MeasureCode, measureCodes } from "../measures/catalogue.ts"
import { type Sector, sectors } from "../measures/scope.ts"
import { entryFactor } from "./entry-unit.ts"
import { type EnteredFigure, type EnteredKind, enteredKinds, enteredPeriods } from "./figures.ts"
import { texts } from "./texts.ts"

export const firstYear = 1990
export const lastYear = 2100

function facts(locale: Locale) {
  return { basis: requiredText(locale, 2_000), document_number: optionalText(locale, 100) }
}

export function newFigureForm(locale: Locale) {
  return z.object({
    kind: oneOf(locale, enteredKinds),
    measure: oneOf(locale, measureCodes as unknown as readonly [MeasureCode, ...MeasureCode[]]),
    place: requiredText(locale, 200),
    year: requiredNumber(locale, undefined, { whole: true, least: firstYear, most: lastYear }),
    period: oneOf(locale, enteredPeriods),
    sector: optionalOneOf(locale, sectors as readonly [Sector, ...Sector[]]),
    value: requiredNumber(locale),
    ...facts(locale),
  })
}

/** What replaces a figure; without a value that one is taken back. */
export function replacementForm(locale: Locale) {
  return z.object({ value: optionalNumber(locale), ...facts(locale) })
}

type Start = {
  place: string
  year: number
  kind?: EnteredKind
  measure?: MeasureCode
  sector?: Sector | null
}

export function startFigure({ place, year, kind = "estimate", measure, sector }: Start): FormState {
  return startForm({ kind, measure, place, year: String(year), period: "year", sector })
}

export function startReplacement({ measure, value, basis, document_number }: EnteredFigure): FormState {
  const written = value === null ? null : String(value / entryFactor(getMeasure(measure).unit))
  return startForm({ value: written?.replace(".", ","), basis, document_number })
}

/** What is wrong with a value of a measure, as it was written; nothing where it may be. */
export function faultOf(code: MeasureCode, written: number, locale: Locale): string | undefined {
  const t = texts[locale]
  const { unit, shows } = getMeasure(code)
  if (unit === "percent" && (written < 0 || written > 100)) return t.shareFrom
  // Of all that is counted only a profit may be below nought.
  if (written < 0 && shows !== "profit") return t.least
  const isWhole = unit === "organisation" || unit === "commune" || unit === "person" || unit === "support"
  return isWhole && !Number.isInteger(written) ? t.wholeNumber : undefined
}
