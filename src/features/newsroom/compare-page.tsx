import type { Person } from "../../rights/roles.ts"
import { formatNumber } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import { sectionName } from "../news/headlines.tsx"
import { compareBodies, compareLines, type Piece, type Row } from "./compare.ts"
import { CompareForm } from "./history.tsx"
import { hourWords } from "./hour.tsx"
import type { DeskEdition, ListedVersion, Version } from "./queries.ts"
import { texts } from "./texts.ts"

type ComparePageProps = {
  view: View
  person: Person
  edition: DeskEdition
  versions: ListedVersion[]
  older: Version
  newer: Version
}

/** Two versions beside each other, paragraph by paragraph; on a phone the old one stands above the new one. */
export function ComparePage({ view, person, edition, versions, older, newer }: ComparePageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const parts = [
    { name: t.title, rows: compareLines(older.title, newer.title) },
    {
      name: t.section,
      rows: compareLines(sectionName(sectionOf(older), locale), sectionName(sectionOf(newer), locale)),
    },
    { name: t.body, rows: compareBodies(older.body_html, newer.body_html) },
    { name: t.byline, rows: compareLines(older.byline ?? "", newer.byline ?? "") },
  ].filter(({ rows }) => rows.some(({ fate }) => fate !== "same"))
  return (
    <DeskLayout
      view={view}
      person={person}
      title={`${t.compareTitle}: ${edition.title}`}
      trail={[
        { name: t.articles, path: paths.deskArticles() },
        { name: edition.title, path: paths.deskArticle(edition) },
      ]}
    >
      <div class="desk-heading">
        <h1>{t.compareTitle}</h1>
      </div>
      <CompareForm
        view={view}
        edition={edition}
        versions={versions}
        older={older.number}
        newer={newer.number}
      />
      <div class="comparison__sides">
        <Side view={view} edition={edition} version={older} />
        <Side view={view} edition={edition} version={newer} />
      </div>
      {parts.length === 0 && <p class="empty">{t.noDifference}</p>}
      {parts.map(({ name, rows }) => (
        <section class="comparison">
          <h2>{name}</h2>
          <div lang={edition.locale}>
            {folded(rows).map((row) => (
              <Pair row={row} locale={locale} />
            ))}
          </div>
        </section>
      ))}
    </DeskLayout>
  )
}

function Side({ view, edition, version }: { view: View; edition: DeskEdition; version: Version }) {
  const t = texts[view.locale]
  return (
    <p>
      <a href={view.paths.deskArticle(edition, `ban/${version.number}`)}>
        {t.version(String(version.number))}
      </a>
      <span>{t.versionBy(version.author, hourWords(version.made_at, view.locale))}</span>
    </p>
  )
}

function sectionOf({ section_name, section_name_en }: Version) {
  return { name: section_name, name_en: section_name_en }
}

type Folded = Row | { fate: "folded"; texts: string[] }

/** Paragraphs beside a change stay in sight; long runs without one are folded away. */
function folded(rows: Row[]): Folded[] {
  const isNear = (index: number) =>
    [index - 1, index, index + 1].some((near) => rows[near] && rows[near].fate !== "same")
  const result: Folded[] = []
  rows.forEach((row, index) => {
    const last = result.at(-1)
    if (row.fate !== "same" || isNear(index)) result.push(row)
    else if (last?.fate === "folded") last.texts.push(row.text)
    else result.push({ fate: "folded", texts: [row.text] })
  })
  return result
}

function Pair({ row, locale }: { row: Folded; locale: Locale }) {
  const t = texts[locale]
  switch (row.fate) {
    case "folded":
      return (
        <details class="comparison__folded">
          <summary lang={locale}>{t.unchanged(formatNumber(row.texts.length, locale))}</summary>
          {row.texts.map((text) => (
            <p>{text}</p>
          ))}
        </details>
      )
    case "same":
      return <p class="comparison__same">{row.text}</p>
    case "removed":
      return (
        <div class="comparison__pair">
          <Words pieces={row.old} locale={locale} />
        </div>
      )
    case "added":
      return (
        <div class="comparison__pair comparison__pair--added">
          <Words pieces={row.new} locale={locale} />
        </div>
      )
    case "changed":
      return (
        <div class="comparison__pair">
          <Words pieces={row.old} locale={locale} />
          <Words pieces={row.new} locale={locale} />
        </div>
      )
  }
}

function Words({ pieces, locale }: { pieces: Piece[]; locale: Locale }) {
  const t = texts[locale]
  const said = (words: string) => (
    <span class="visually-hidden" lang={locale}>
      {words}{" "}
    </span>
  )
  return (
    <p>
      {pieces.map(({ fate, text }) =>
        fate === "same" ? (
          text
        ) : fate === "removed" ? (
          <del>
            {said(t.removed)}
            {text}
          </del>
        ) : (
          <ins>
            {said(t.added)}
            {text}
          </ins>
        ),
      )}
    </p>
  )
}
