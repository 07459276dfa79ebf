import type { Person } from "../../rights/roles.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import type { Part, PartKind } from "./change-definition.ts"
import { compareDefinitions, type PartDifference } from "./compare-definitions.ts"
import type { FormDefinition } from "./definition.ts"
import { nameOf, versionTrail } from "./part-pages.tsx"
import type { FormVersion } from "./queries.ts"
import { testWords } from "./test-words.ts"
import { kindTexts, registerTexts, severityTexts, texts } from "./texts.ts"
import { versionTitle } from "./version-page.tsx"

type ComparisonPageProps = { view: View; person: Person; version: FormVersion; other: FormVersion }

/** What one version of a form says and another does not, the earlier first. */
export function ComparisonPage({ view, person, version, other }: ComparisonPageProps) {
  const { locale } = view
  const t = texts[locale]
  const [before, after] = version.number < other.number ? [version, other] : [other, version]
  const title = t.compareTitle(versionTitle(view, after), versionTitle(view, before))
  const differences = compareDefinitions(before.definition, after.definition)
  const headings: Record<PartKind, string> = { section: t.section, field: t.fieldsTitle, rule: t.rulesTitle }
  return (
    <DeskLayout view={view} person={person} title={title} trail={versionTrail(view, version)}>
      <div class="page-heading">
        <h1>{title}</h1>
      </div>
      {differences.length === 0 && <p class="empty">{t.alike}</p>}
      {(["section", "field", "rule"] as const).map((kind) => {
        const own = differences.filter((difference) => difference.kind === kind)
        return (
          own.length > 0 && (
            <section class="stack">
              <h2>{headings[kind]}</h2>
              <DifferenceTable
                view={view}
                caption={headings[kind]}
                differences={own}
                before={before.definition}
                after={after.definition}
              />
            </section>
          )
        )
      })}
    </DeskLayout>
  )
}

type DifferenceTableProps = {
  view: View
  caption: string
  differences: readonly PartDifference[]
  before: FormDefinition
  after: FormDefinition
}

function DifferenceTable({ view: { locale }, caption, differences, before, after }: DifferenceTableProps) {
  const t = texts[locale]
  return (
    <Table caption={caption} quietCaption>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.before}</th>
          <th scope="col">{t.after}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <tr>
            <th scope="row">
              {nameOf((difference.after ?? difference.before)!, locale)} <code>{difference.code}</code>
              <br />
              {difference.before ? (difference.after ? t.changed : t.removed) : t.added}
            </th>
            <td>
              {difference.before && (
                <Side locale={locale} difference={difference} part={difference.before} definition={before} />
              )}
            </td>
            <td>
              {difference.after && (
                <Side locale={locale} difference={difference} part={difference.after} definition={after} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

type SideProps = {
  locale: View["locale"]
  difference: PartDifference
  part: Part
  definition: FormDefinition
}

/** Of a part that both have, what differs; of one that was added or removed, all it says. */
function Side({ locale, difference, part, definition }: SideProps) {
  const isInBoth = difference.before && difference.after
  const own = part as Record<string, unknown>
  const said = Object.keys(part).filter((key) => key !== "code" && key !== "label" && own[key] !== false)
  const keys = isInBoth ? difference.changed : said
  return (
    <dl class="report-form__side">
      {keys
        .filter((key) => own[key] !== undefined)
        .map((key) => (
          <div>
            <dt>{keyWords(key, locale)}</dt>
            <dd>{shown(key, own[key], definition, locale)}</dd>
          </div>
        ))}
    </dl>
  )
}

function keyWords(key: string, locale: View["locale"]) {
  const t = texts[locale]
  const words: Record<string, string> = {
    label: t.label,
    help: t.help,
    unit: t.unit,
    section: t.section,
    kind: t.kind,
    source: t.source,
    is_from_memory: t.memoryMark,
    is_required: t.isRequired,
    least: t.least,
    most: t.most,
    choices: t.choices,
    total_of: t.totalField,
    from_register: t.registerField,
    severity: t.severity,
    test: t.test,
    message: t.message,
    fields: t.fields,
  }
  return words[key] ?? key
}

function shown(key: string, value: unknown, definition: FormDefinition, locale: View["locale"]): string {
  const vocabularies: Record<string, Record<string, string>> = {
    kind: kindTexts[locale],
    severity: severityTexts[locale],
    from_register: registerTexts[locale],
    section: Object.fromEntries(definition.sections.map(({ code, label }) => [code, label[locale]])),
  }
  if (key === "test") return testWords(value as Record<string, unknown>, definition, locale)
  if (typeof value === "boolean") return value ? "✓" : "–"
  if (Array.isArray(value)) return value.map((each) => shown("", each, definition, locale)).join(", ")
  if (typeof value === "object" && value !== null) return (value as Record<string, string>)[locale] ?? ""
  return vocabularies[key]?.[String(value)] ?? String(value)
}
