import type { Person } from "../../rights/roles.ts"
import { roles } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import type { Locale } from "../../ui/language.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import { type AskedChanges, asQuery } from "./asked.ts"
import { deeds, recordKinds } from "./deeds.ts"
import { ChangeList, DayFilter } from "./history.tsx"
import type { listActors, listChanges } from "./log.ts"
import { logTexts } from "./texts.ts"

type LogPageProps = {
  view: View
  person: Person
  asked: AskedChanges
  list: Awaited<ReturnType<typeof listChanges>>
  actors: Awaited<ReturnType<typeof listActors>>
}

/** Everything that was ever done, to be searched and taken away. */
export function LogPage({ view, person, asked, list, actors }: LogPageProps) {
  const { locale, paths } = view
  const t = logTexts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title}>
      <header class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      <LogFilters view={view} asked={asked} actors={actors} />
      <div class="desk-actions">
        <Downloads locale={locale} path={paths.changeLog()} query={asQuery(asked)} />
        <a href={paths.seals()}>{t.seals}</a>
      </div>
      {list.changes.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <ChangeList view={view} changes={list.changes} names={list.names} opensEntries />
      )}
      <Neighbours view={view} asked={asked} list={list} />
    </DeskLayout>
  )
}

function LogFilters({ view, asked, actors }: Pick<LogPageProps, "view" | "asked" | "actors">) {
  const { locale, paths } = view
  const t = logTexts[locale]
  return (
    <search>
      <form class="desk-filters" action={paths.changeLog()}>
        <div>
          <label for="tim">{t.find}</label>
          <input
            id="tim"
            name="tim"
            type="search"
            value={asked.text}
            autocomplete="off"
            maxlength={200}
            aria-describedby="tim-goi-y"
          />
          <span class="changes__facts" id="tim-goi-y">
            {t.findHint}
          </span>
        </div>
        <div>
          <label for="nguoi">{t.person}</label>
          <select id="nguoi" name="nguoi">
            <option value="">{t.anyone}</option>
            {actors.map(({ id, name }) => (
              <option value={id} selected={id === asked.actor}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for="vai-tro">{t.role}</label>
          <select id="vai-tro" name="vai-tro">
            <option value="">{t.anyRole}</option>
            {roles.map((role) => (
              <option value={role} selected={role === asked.role}>
                {roleName(role, locale)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for="viec">{t.deed}</label>
          <select id="viec" name="viec">
            <option value="">{t.anyDeed}</option>
            {recordKinds.map((kind) => (
              <DeedOptions locale={locale} kind={kind} asked={asked.deed} />
            ))}
          </select>
        </div>
        <DayFilter view={view} name="tu" label={t.from} value={asked.from} />
        <DayFilter view={view} name="den" label={t.to} value={asked.to} />
        <div class="changes__day">
          <label for="dia-chi">{t.address}</label>
          <input id="dia-chi" name="dia-chi" value={asked.address} autocomplete="off" maxlength={60} />
        </div>
        <div class="desk-filters__actions">
          <Button quiet>{t.show}</Button>
          {Object.values(asQuery(asked)).some(Boolean) && <a href={paths.changeLog()}>{t.clear}</a>}
        </div>
      </form>
    </search>
  )
}

type DeedOptionsProps = { locale: Locale; kind: keyof typeof deeds; asked: string }

function DeedOptions({ locale, kind, asked }: DeedOptionsProps) {
  const t = logTexts[locale]
  const index = locale === "vi" ? 0 : 1
  const { name, did } = deeds[kind]
  return (
    <optgroup label={capitalised(name[index])}>
      <option value={kind} selected={kind === asked}>
        {t.allOf(name[index])}
      </option>
      {Object.entries(did).map(([action, words]) => (
        <option value={`${kind}.${action}`} selected={`${kind}.${action}` === asked}>
          {capitalised(words[index].replace(/^đã /, ""))}
        </option>
      ))}
    </optgroup>
  )
}

function capitalised(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Pages have no numbers: while one reads, entries are added in front. */
function Neighbours({ view, asked, list }: Pick<LogPageProps, "view" | "asked" | "list">) {
  const { locale, paths } = view
  const t = logTexts[locale]
  const [first, last] = [list.changes[0], list.changes.at(-1)]
  if (!first || !last || (!list.hasNewer && !list.hasOlder)) return null
  const query = asQuery(asked)
  return (
    <nav class="desk-actions" aria-label={t.pages}>
      {list.hasNewer && (
        <>
          <a href={paths.changeLog(query)}>{t.newest}</a>
          <a href={paths.changeLog({ ...query, sau: first.id })} rel="prev">
            {t.newer}
          </a>
        </>
      )}
      {list.hasOlder && (
        <a href={paths.changeLog({ ...query, truoc: last.id })} rel="next">
          {t.older}
        </a>
      )}
    </nav>
  )
}
