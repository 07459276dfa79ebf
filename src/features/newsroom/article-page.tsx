import { raw } from "hono/html"
import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Select } from "../../ui/field/choices.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary } from "../../ui/field/form-summary.tsx"
import { TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { startForm } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { History as Changes, type RecordHistory } from "../changes/history.tsx"
import { sectionName } from "../news/headlines.tsx"
import { Actions, type SentForm } from "./actions.tsx"
import { startAct } from "./forms.ts"
import { History } from "./history.tsx"
import { Hour, hourWords } from "./hour.tsx"
import { type ListedPreview, previewDays } from "./previews.ts"
import type { DeskEdition, DeskEvent, ListedVersion } from "./queries.ts"
import { acts } from "./rules.ts"
import { StateMarks } from "./state-marks.tsx"
import { texts } from "./texts.ts"

type ArticlePageProps = {
  view: View
  person: Person
  edition: DeskEdition
  /** The same article in the other language, where there is one. */
  other: DeskEdition | undefined
  events: DeskEvent[]
  versions: ListedVersion[]
  /** What the change log says of the article in both languages. */
  changes: RecordHistory
  previews: ListedPreview[]
  oldSlugs: string[]
  /** The address of a preview just made; shown this once. */
  newPreview?: string | undefined
  sent?: SentForm | undefined
  /** The article changed while somebody decided about it. */
  isStale?: boolean
}

/** An article as the desk knows it: how it stands, what can be done, what it says, what happened. */
export function DeskArticlePage(props: ArticlePageProps) {
  const { view, person, edition, events, versions, changes, newPreview, sent, isStale = false } = props
  const { locale, paths } = view
  const t = texts[locale]
  const bypassed = events.some(({ bypass_reason }) => bypass_reason)
  return (
    <DeskLayout
      view={view}
      person={person}
      title={edition.title}
      hasErrors={isStale || sent !== undefined}
      trail={[{ name: t.articles, path: paths.deskArticles() }]}
    >
      <Languages {...props} />
      <header class="desk-article__heading">
        <h1 lang={edition.locale}>{edition.title}</h1>
        <StateMarks edition={{ ...edition, bypassed }} locale={locale} />
      </header>
      {isStale && (
        <p class="notice" role="alert">
          {t.stale}
        </p>
      )}
      {sent && <FormSummary form={sent.form} locale={locale} />}
      {newPreview && (
        <div class="notice new-preview" role="status">
          <p>{t.newPreview}</p>
          <p>
            <a href={newPreview}>{newPreview}</a>
          </p>
        </div>
      )}
      <Outdated {...props} />
      <Actions view={view} person={person} edition={edition} sent={sent} />
      <div class="with-aside">
        <div class="desk-article__main">
          <section class="sheet" aria-labelledby="ban-moi-nhat">
            <h2 class="sheet__about" id="ban-moi-nhat">
              {t.latest(String(edition.version))}
              <span>{t.versionBy(edition.author, hourWords(edition.made_at, locale))}</span>
            </h2>
            <div class="article__body" lang={edition.locale}>
              {raw(edition.body_html)}
            </div>
            {edition.byline && (
              <p class="article__byline" lang={edition.locale}>
                {edition.byline}
              </p>
            )}
          </section>
          <History view={view} edition={edition} events={events} versions={versions} />
          <Changes view={view} history={changes} />
        </div>
        <aside class="desk-article__aside">
          <Facts {...props} />
          {may(person, acts.share) && <Previews {...props} />}
        </aside>
      </div>
    </DeskLayout>
  )
}

function Languages({ view, person, edition, other }: ArticlePageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const key = (language: "vi" | "en") => ({ article_id: edition.article_id, locale: language })
  const exists = edition.locale === "en" || other !== undefined
  if (!exists && !may(person, acts.write)) return null
  return (
    <nav class="tabs" aria-label={t.languages}>
      <ul>
        <li>
          <a href={paths.deskArticle(key("vi"))} aria-current={edition.locale === "vi" ? "page" : undefined}>
            {t.vietnamese}
          </a>
        </li>
        <li>
          {exists ? (
            <a
              href={paths.deskArticle(key("en"))}
              aria-current={edition.locale === "en" ? "page" : undefined}
            >
              {t.english}
            </a>
          ) : (
            <a href={paths.deskArticle(key("en"), "sua")}>{t.translate}</a>
          )}
        </li>
      </ul>
    </nav>
  )
}

/** A translation whose original went on without it says so, and leads to what changed. */
function Outdated({ view, edition, other }: ArticlePageProps) {
  const { translated_from } = edition
  if (edition.locale === "vi" || !other || translated_from === null || translated_from >= other.version)
    return null
  const t = texts[view.locale]
  return (
    <p class="notice">
      {t.outdated(String(translated_from), String(other.version))}{" "}
      <a href={view.paths.deskArticle(other, "so-sanh", { cu: translated_from, moi: other.version })}>
        {t.seeChanges}
      </a>
    </p>
  )
}

function Facts(props: ArticlePageProps) {
  const { view, person, edition, oldSlugs, sent } = props
  const { locale, paths, origin } = view
  const t = texts[locale]
  const { publication, published_at, unpublished_at, unpublished_notice, public_version, version } = edition
  const section = { name: edition.section_name, name_en: edition.section_name_en }
  const address = paths.article(edition)
  return (
    <section class="stack" aria-labelledby="ve-bai">
      <h2 class="section-heading" id="ve-bai">
        {t.facts}
      </h2>
      <dl class="desk-facts">
        <dt>{t.section}</dt>
        <dd>{sectionName(section, locale)}</dd>
        {published_at && publication !== "never" && (
          <>
            <dt>{publication === "scheduled" ? t.dueAt : t.publishedAt}</dt>
            <dd>
              <Hour at={published_at} locale={locale} />
              {public_version !== null && public_version < version && (
                <>
                  {` (${t.version(String(public_version)).toLocaleLowerCase(locale)}) `}
                  <a href={paths.deskArticle(edition, "so-sanh", { cu: public_version, moi: version })}>
                    {t.withPublic}
                  </a>
                </>
              )}
            </dd>
          </>
        )}
        {unpublished_at && (
          <>
            <dt>{t.unpublishedAt}</dt>
            <dd>
              <Hour at={unpublished_at} locale={locale} />: “{unpublished_notice}”
            </dd>
          </>
        )}
        {edition.source_portal && (
          <>
            <dt>{t.source}</dt>
            <dd>{edition.source_portal}</dd>
          </>
        )}
        <dt>{t.address}</dt>
        <dd class="desk-facts__address">
          {publication === "published" || unpublished_at ? (
            <a href={address}>{origin + address}</a>
          ) : (
            origin + address
          )}
        </dd>
        {oldSlugs.length > 0 && (
          <>
            <dt>{t.oldAddresses}</dt>
            {oldSlugs.map((slug) => (
              <dd class="desk-facts__address">{paths.article({ slug })}</dd>
            ))}
          </>
        )}
      </dl>
      {edition.locale === "vi" && may(person, addressRight(edition)) && (
        <details class="act" open={sent?.act === "move"}>
          <summary class="button button--quiet">{t.changeAddress}</summary>
          <div class="act__form">
            <Form action={paths.deskArticle(edition, "dia-chi")}>
              <TextField
                form={sent?.act === "move" ? sent.form : startAct(edition)}
                name="dia-chi"
                label={t.address}
                hint={t.addressHint}
                autocomplete="off"
                spellcheck={false}
              />
              <FormActions>
                <Button>{t.changeAddress}</Button>
              </FormActions>
            </Form>
          </div>
        </details>
      )}
    </section>
  )
}

/** An address that readers may have kept is moved by whoever publishes. */
export function addressRight({ publication }: Pick<DeskEdition, "publication">) {
  return publication === "never" ? acts.write : acts.publish
}

function Previews({ view, edition, previews, sent }: ArticlePageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const form = sent?.act === "share" ? sent.form : startForm({ han: "7" })
  return (
    <section class="stack" aria-labelledby="xem-truoc">
      <h2 class="section-heading" id="xem-truoc">
        {t.previews}
      </h2>
      <p class="desk-facts__hint">{t.previewHint}</p>
      {previews.length > 0 && (
        <ul class="preview-links">
          {previews.map(({ id, note, made_by, expires_at }) => (
            <li>
              <span>
                <strong>{note ?? t.madeBy(made_by)}</strong> {t.previewUntil(hourWords(expires_at, locale))}
                {note && ` · ${t.madeBy(made_by)}`}
              </span>
              <form method="post" action={paths.deskArticle(edition, `xem-truoc/${id}/thu-hoi`)}>
                <Button quiet>{t.revoke}</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <details class="act" open={sent?.act === "share"}>
        <summary class="button button--quiet">{t.makePreview}</summary>
        <div class="act__form">
          <Form action={paths.deskArticle(edition, "xem-truoc")}>
            <TextField
              form={form}
              name="cho-ai"
              label={t.previewFor}
              optional={fieldTexts[locale].optional}
              autocomplete="off"
            />
            <Select
              form={form}
              name="han"
              label={t.previewDays}
              choices={previewDays.map((count) => ({ value: String(count), label: t.days(count) }))}
            />
            <FormActions>
              <Button>{t.makePreview}</Button>
            </FormActions>
          </Form>
        </div>
      </details>
    </section>
  )
}
