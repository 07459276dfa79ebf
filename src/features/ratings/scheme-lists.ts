import { periodWords } from "../../ui/period.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { isSplit, type SchemeDefinition } from "./definition.ts"
import { schemeTexts as texts } from "./scheme-texts.ts"
import { scoringWords } from "./scheme-words.ts"
import type { KeptScheme, SchemeRow } from "./schemes.ts"

/** Every version of every scheme as a file. */
export function schemesList({ locale, today }: View, rows: readonly SchemeRow[]): List<SchemeRow> {
  const t = texts[locale]
  return {
    name: `bo-tieu-chi-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "code", heading: t.code, value: ({ code }) => code },
      { key: "number", heading: t.versionNumber, kind: "number", value: ({ number }) => number },
      { key: "name", heading: t.name, value: ({ name }) => name },
      { key: "legal_basis", heading: t.legal_basis, value: ({ legal_basis }) => legal_basis },
      {
        key: "period",
        heading: t.period,
        value: (scheme) => periodWords(scheme, locale),
        stored: ({ valid_from, valid_to }) => ({ valid_from, valid_to }),
      },
      {
        key: "published_at",
        heading: t.state,
        value: ({ published_at }) => (published_at ? t.inUse : t.isDraft),
        stored: ({ published_at }) => published_at,
      },
      { key: "ratings", heading: t.ratings, kind: "number", value: ({ ratings }) => ratings },
    ],
  }
}

type Line = { code: string; label: { vi: string; en: string }; most: number | null; scoring: string[] }

function linesOf({ groups }: SchemeDefinition, locale: View["locale"]): Line[] {
  return groups.flatMap((group) => [
    { code: group.code, label: group.label, most: group.most, scoring: [] },
    ...group.criteria.flatMap((criterion) => {
      const { code, label, most, items } = criterion
      const parts = items.map((item) => ({ ...item, scoring: scoringWords(item, locale) }))
      return isSplit(criterion)
        ? [{ code, label, most, scoring: [] }, ...parts]
        : [{ code, label, most, scoring: parts[0]!.scoring }]
    }),
  ])
}

/** The criteria of one version as a file. */
export function criteriaList({ locale }: View, scheme: KeptScheme): List<Line> {
  const t = texts[locale]
  return {
    name: `${scheme.code}-${scheme.number}`,
    title: scheme.name,
    rows: linesOf(scheme.definition, locale),
    about: [{ key: "legal_basis", label: t.legal_basis, value: scheme.legal_basis }],
    columns: [
      { key: "code", heading: t.number, value: ({ code }) => code },
      {
        key: "label",
        heading: t.criterion,
        value: ({ label }) => label[locale],
        stored: ({ label }) => label,
      },
      { key: "most", heading: t.most, kind: "number", value: ({ most }) => most },
      {
        key: "scoring",
        heading: t.scoring,
        value: ({ scoring }) => scoring.join("; "),
        stored: ({ scoring }) => scoring,
      },
    ],
  }
}
