import { raw } from "hono/html"
import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import { hourWords } from "./hour.tsx"
import type { DeskEdition, Version } from "./queries.ts"
import { acts } from "./rules.ts"
import { texts } from "./texts.ts"

type VersionPageProps = { view: View; person: Person; edition: DeskEdition; version: Version }

/** A version as it was saved, with the way back to it. */
export function VersionPage({ view, person, edition, version }: VersionPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const number = String(version.number)
  return (
    <DeskLayout
      view={view}
      person={person}
      title={`${t.version(number)}: ${version.title}`}
      trail={[
        { name: t.articles, path: paths.deskArticles() },
        { name: edition.title, path: paths.deskArticle(edition) },
      ]}
    >
      <div class="desk-heading">
        <h1>{t.version(number)}</h1>
      </div>
      {version.number < edition.version && (
        <div class="actions">
          {may(person, acts.restore) && (
            <form method="post" action={paths.deskArticle(edition, "khoi-phuc")}>
              <VersionField version={edition.version} />
              <input type="hidden" name="ban" value={number} />
              <Button>{t.restore(number)}</Button>
            </form>
          )}
          <ButtonLink
            href={paths.deskArticle(edition, "so-sanh", { cu: version.number, moi: edition.version })}
            quiet
          >
            {t.compare}
          </ButtonLink>
          <p class="actions__none">{t.restoreHint}</p>
        </div>
      )}
      <section class="sheet">
        <p class="sheet__about">{t.versionBy(version.author, hourWords(version.made_at, locale))}</p>
        <h2 lang={edition.locale}>{version.title}</h2>
        <div class="article__body" lang={edition.locale}>
          {raw(version.body_html)}
        </div>
        {version.byline && <p class="article__byline">{version.byline}</p>}
      </section>
    </DeskLayout>
  )
}
