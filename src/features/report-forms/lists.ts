import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { FormField, FormRule } from "./definition.ts"
import { kindsWords, type ListedVersion, memoryWords, stateWords, yearsWords } from "./list-page.tsx"
import type { FormVersion } from "./queries.ts"
import { testWords } from "./test-words.ts"
import { kindTexts, severityTexts, texts } from "./texts.ts"
import { fieldFacts, type HitsOfRound, versionTitle } from "./version-page.tsx"

/** All versions of all forms as a file. */
export function versionsList({ locale, today }: View, rows: readonly ListedVersion[]): List<ListedVersion> {
  const t = texts[locale]
  return {
    name: `mau-bao-cao-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "code", heading: t.code, value: ({ code }) => code },
      { key: "number", heading: t.number, kind: "number", value: ({ number }) => number },
      { key: "name", heading: t.form, value: ({ name }) => name },
      { key: "official_number", heading: t.officialNumber, value: (version) => version.official_number },
      { key: "legal_basis", heading: t.legalBasis, value: ({ legal_basis }) => legal_basis },
      {
        key: "kinds",
        heading: t.kinds,
        value: (version) => kindsWords(version, locale),
        stored: ({ kinds }) => kinds,
      },
      {
        key: "years",
        heading: t.validity,
        value: (version) => yearsWords(version, locale),
        stored: ({ first_year, last_year }) => ({ first_year, last_year }),
      },
      {
        key: "state",
        heading: t.state,
        value: (version) => stateWords(version, locale),
        stored: ({ published_at, is_asked }) => (published_at ? (is_asked ? "asked" : "published") : "draft"),
      },
      {
        key: "from_memory",
        heading: t.fromMemory,
        value: (version) => memoryWords(version, locale),
        stored: ({ definition }) => definition.fields.filter(({ is_from_memory }) => is_from_memory).length,
      },
    ],
  }
}

/** The fields of a version as a file; as JSON they are what the form itself keeps. */
export function fieldsList(view: View, version: FormVersion): List<FormField> {
  const { locale } = view
  const t = texts[locale]
  const { sections, fields } = version.definition
  const sectionOf = ({ section }: FormField) => sections.find(({ code }) => code === section)
  return {
    name: `${version.code}-${version.number}-chi-tieu`,
    title: `${version.name}, ${versionTitle(view, version)}`,
    rows: fields,
    columns: [
      { key: "code", heading: t.code, value: ({ code }) => code },
      {
        key: "section",
        heading: t.section,
        value: (field) => sectionOf(field)?.label[locale] ?? field.section,
        stored: ({ section }) => section,
      },
      { key: "label", heading: t.field, value: ({ label }) => label[locale], stored: ({ label }) => label },
      {
        key: "kind",
        heading: t.kind,
        value: ({ kind }) => kindTexts[locale][kind],
        stored: ({ kind }) => kind,
      },
      {
        key: "unit",
        heading: t.unit,
        value: ({ unit }) => unit?.[locale] ?? null,
        stored: ({ unit }) => unit ?? null,
      },
      {
        key: "facts",
        heading: t.what,
        value: (field) => fieldFacts(field, version.definition, locale).join("; "),
        stored: ({ is_required, least, most, choices, total_of, from_register }) => ({
          is_required,
          least,
          most,
          choices,
          total_of,
          from_register,
        }),
      },
      {
        key: "help",
        heading: t.help,
        value: ({ help }) => help?.[locale] ?? null,
        stored: ({ help }) => help ?? null,
      },
      { key: "source", heading: t.source, value: ({ source }) => source },
      {
        key: "is_from_memory",
        heading: t.fromMemory,
        value: ({ is_from_memory }) => (is_from_memory ? t.memoryMark : null),
        stored: ({ is_from_memory }) => is_from_memory,
      },
    ],
  }
}

/** The rules of a version as a file, with what they catch in past rounds. */
export function rulesList(view: View, version: FormVersion, hits: readonly HitsOfRound[]): List<FormRule> {
  const { locale } = view
  const t = texts[locale]
  return {
    name: `${version.code}-${version.number}-quy-tac`,
    title: `${version.name}, ${versionTitle(view, version)}`,
    rows: version.definition.rules,
    columns: [
      { key: "code", heading: t.code, value: ({ code }) => code },
      {
        key: "severity",
        heading: t.severity,
        value: ({ severity }) => severityTexts[locale][severity],
        stored: ({ severity }) => severity,
      },
      {
        key: "test",
        heading: t.test,
        value: ({ test }) => testWords(test, version.definition, locale),
        stored: ({ test }) => test,
      },
      {
        key: "message",
        heading: t.message,
        value: ({ message }) => message[locale],
        stored: ({ message }) => message,
      },
      {
        key: "fields",
        heading: t.fields,
        value: ({ fields }) => fields.join(", "),
        stored: ({ fields }) => fields,
      },
      { key: "source", heading: t.source, value: ({ source }) => source ?? null },
      ...hits.map(({ round, hits }) => ({
        key: `hits_${round.id}`,
        heading: `${t.hits}: ${round.name} (${round.filings})`,
        kind: "number" as const,
        value: ({ code }: FormRule) => hits.get(code) ?? 0,
      })),
    ],
  }
}
