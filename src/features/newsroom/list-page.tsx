import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { sectionName, vietnameseIn } from "../news/headlines.tsx"
import { Moment } from "../news/moment.tsx"
import { filterQuery, stateWord } from "./asked.ts"
import { Hour } from "./hour.tsx"
import { type DeskFilter, type DeskListed, listedStates, type SectionChoice } from "./queries.ts"
import { StateMarks } from "./state-marks.tsx"
import { listedStateName, texts } from "./texts.ts"

export const perPage = 30

type ListPageProps = {
  view: View
  person: Person
  filter: DeskFilter
  sections: SectionChoice[]
  articles: DeskListed[]
  page: number
  total: number
}

/** Every article of the newsroom, what was touched last first. */
export function DeskListPage({ view, person, filter, sections, articles, page, total }: ListPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const isNarrowed = Object.values(filterQuery(filter)).some((value) => value !== undefined)
  return (
    <DeskLayout view={view} person={person} title={t.articles}>
      <div class="desk-heading">
        <h1>{t.articles}</h1>
        {may(person, "write_article") && (
          <div class="form__actions">
            <ButtonLink href={paths.newDeskArticle()}>{t.newArticle}</ButtonLink>
            <ButtonLink href={paths.wordArticle()} quiet>
              {t.fromWord}
            </ButtonLink>
          </div>
        )}
      </div>
      <StateTabs view={view} filter={filter} />
      <Filters view={view} filter={filter} sections={sections} isNarrowed={isNarrowed} />
      {articles.length === 0 ? (
        <div class="empty">
          <p>{isNarrowed ? t.noneFound : t.none}</p>
          {!isNarrowed && <p>{t.beginHint}</p>}
        </div>
      ) : (
        <>
          <Table caption={t.found(formatNumber(total, locale))}>
            <thead class="visually-hidden">
              <tr>
                <th scope="col">{t.title}</th>
                <th scope="col">{t.state}</th>
              </tr>
            </thead>
            <tbody>
              {articles.map((article) => (
                <Line view={view} article={article} />
              ))}
            </tbody>
          </Table>
          <Downloads locale={locale} path={paths.deskArticles()} query={filterQuery(filter)} />
          <Pager
            locale={locale}
            page={page}
            perPage={perPage}
            total={total}
            pathOf={(number) =>
              paths.deskArticles({ ...filterQuery(filter), trang: number === 1 ? undefined : number })
            }
          />
        </>
      )}
    </DeskLayout>
  )
}

function Line({ view, article }: { view: View; article: DeskListed }) {
  const { locale, paths } = view
  const t = texts[locale]
  const { title, author, since, publication, published_at } = article
  const section = { name: article.section_name, name_en: article.section_name_en }
  const settled = article.work === "none" && publication === "published"
  return (
    <tr class="desk-line">
      <th scope="row" class="desk-line__title">
        <a href={paths.deskArticle(article)} lang={article.locale === "vi" ? vietnameseIn(locale) : "en"}>
          {title}
        </a>
        <span class="desk-line__about">
          {article.locale === "en" && <span class="desk-line__language">{t.translation}</span>}
          <span>{sectionName(section, locale)}</span>
          <span>{author}</span>
          {/* What is settled is known by the day it was published, the rest by when it was touched. */}
          {settled && published_at ? (
            <Moment article={{ published_at, hour_is_known: false }} locale={locale} dayOnly />
          ) : (
            <Hour at={since} locale={locale} />
          )}
        </span>
      </th>
      <td class="desk-line__state">
        <StateMarks edition={article} locale={locale} />
        {publication === "scheduled" && published_at && (
          <span class="desk-line__due">
            <Hour at={published_at} locale={locale} />
          </span>
        )}
      </td>
    </tr>
  )
}

/** The states in one row: each is an address of its own. */
function StateTabs({ view, filter }: { view: View; filter: DeskFilter }) {
  const { locale, paths } = view
  const t = texts[locale]
  const tab = (name: string, state?: (typeof listedStates)[number]) => (
    <li>
      <a
        href={paths.deskArticles(filterQuery({ ...filter, state }))}
        aria-current={filter.state === state ? "page" : undefined}
      >
        {name}
      </a>
    </li>
  )
  return (
    <nav class="tabs" aria-label={t.state}>
      <ul>
        {tab(t.anyState)}
        {listedStates.map((state) => tab(listedStateName(state, locale), state))}
      </ul>
    </nav>
  )
}

type FiltersProps = { view: View; filter: DeskFilter; sections: SectionChoice[]; isNarrowed: boolean }

function Filters({ view, filter, sections, isNarrowed }: FiltersProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <search>
      <form class="desk-filters" action={paths.deskArticles()}>
        {filter.state && <input type="hidden" name="tinh-trang" value={stateWord(filter.state)} />}
        <div>
          <label class="field__label" for="tim">
            {t.search}
          </label>
          <input
            class="field__input"
            id="tim"
            name="tim"
            type="search"
            value={filter.words ?? ""}
            autocomplete="off"
            maxlength={200}
          />
        </div>
        <div>
          <label class="field__label" for="chuyen-muc">
            {t.section}
          </label>
          <select class="field__input" id="chuyen-muc" name="chuyen-muc">
            <option value="">{t.anySection}</option>
            {sections.map((section) => (
              <option value={String(section.id)} selected={section.id === filter.section}>
                {sectionName(section, locale)}
              </option>
            ))}
          </select>
        </div>
        <div class="choice desk-filters__tick">
          <input type="checkbox" id="cua-toi" name="cua-toi" value="1" checked={filter.mine} />
          <label for="cua-toi">{t.mine}</label>
        </div>
        <div class="desk-filters__actions">
          <Button quiet>{t.filter}</Button>
          {isNarrowed && <a href={paths.deskArticles()}>{t.clear}</a>}
        </div>
      </form>
    </search>
  )
}
