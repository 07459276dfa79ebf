import { Button } from "../../ui/button/button.tsx"
import type { View } from "../../web/view.ts"
import { Hour, hourWords } from "./hour.tsx"
import type { DeskEdition, DeskEvent, ListedVersion } from "./queries.ts"
import { eventWordsOf, texts } from "./texts.ts"

type HistoryProps = { view: View; edition: DeskEdition; events: DeskEvent[]; versions: ListedVersion[] }

/** Everything that happened to an edition, in sentences, and the door to every version. */
export function History({ view, edition, events, versions }: HistoryProps) {
  const t = texts[view.locale]
  return (
    <section class="stack" aria-labelledby="lich-su">
      <h2 class="section-heading" id="lich-su">
        {t.history}
      </h2>
      {versions.length > 1 && (
        <CompareForm
          view={view}
          edition={edition}
          versions={versions}
          older={
            edition.public_version && edition.public_version < edition.version
              ? edition.public_version
              : edition.version - 1
          }
          newer={edition.version}
        />
      )}
      <ol class="history">
        {events.map((event) => (
          <Event view={view} edition={edition} event={event} />
        ))}
      </ol>
    </section>
  )
}

function Event({ view, edition, event }: { view: View; edition: DeskEdition; event: DeskEvent }) {
  const { locale, paths } = view
  const t = texts[locale]
  const { kind, version, actor, made_at, reason, bypass_reason, due_at, note, restored_from } = event
  const isVersion = kind === "written" || kind === "restored"
  return (
    <li class={bypass_reason ? "history__event history__event--bypass" : "history__event"}>
      <p>
        <strong>{actor}</strong> {eventWordsOf(event, locale)}
        {due_at && (
          <>
            {": "}
            <Hour at={due_at} locale={locale} />
          </>
        )}
      </p>
      {kind === "restored" && restored_from && <p>← {t.version(String(restored_from))}</p>}
      {kind === "written" && note && <p class="history__words">“{note}”</p>}
      {reason && <p class="history__words">“{reason}”</p>}
      {bypass_reason && (
        <p class="history__bypass">
          {t.bypassed}. {t.reason}: “{bypass_reason}”
        </p>
      )}
      <p class="history__about">
        <Hour at={made_at} locale={locale} />
        {isVersion && <a href={paths.deskArticle(edition, `ban/${version}`)}>{t.seeVersion}</a>}
        {isVersion && version > 1 && (
          <a href={paths.deskArticle(edition, "so-sanh", { cu: version - 1, moi: version })}>
            {t.withPrevious}
          </a>
        )}
      </p>
    </li>
  )
}

type CompareFormProps = {
  view: View
  edition: DeskEdition
  versions: ListedVersion[]
  older: number
  newer: number
}

export function CompareForm({ view, edition, versions, older, newer }: CompareFormProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const choice = (name: string, label: string, chosen: number) => (
    <div>
      <label class="field__label" for={name}>
        {label}
      </label>
      <select class="field__input" id={name} name={name}>
        {versions.map(({ number, author, made_at }) => (
          <option value={String(number)} selected={number === chosen}>
            {number} – {author}, {hourWords(made_at, locale)}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form class="compare-form" action={paths.deskArticle(edition, "so-sanh")}>
      {choice("cu", t.older, older)}
      {choice("moi", t.newer, newer)}
      <Button quiet>{t.compare}</Button>
    </form>
  )
}
