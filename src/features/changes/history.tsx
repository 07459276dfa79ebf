import type { Context } from "hono"
import { withQuery } from "../../paths.ts"
import type { DeskEnv } from "../../rights/guard.ts"
import { may } from "../../rights/rights.ts"
import { Button } from "../../ui/button/button.tsx"
import { formatTime, readDay } from "../../ui/format.ts"
import { Pager, readPage } from "../../ui/pager/pager.tsx"
import type { View } from "../../web/view.ts"
import { Differences } from "./differences.tsx"
import type { Names } from "./fields.ts"
import { type Entry, listHistory, type Subject } from "./queries.ts"
import { sentenceOf } from "./sentences.ts"
import { historyTexts } from "./texts.ts"

const perPage = 20

/**
 * The history of what a page shows, narrowed as its address says. To be asked for once it is settled that the person
 * may see the page: who may see a record may see what happened to it.
 */
export async function readHistory<Kind extends DeskEnv>(c: Context<Kind>, subjects: readonly Subject[]) {
  const asked = {
    actor: c.req.query("nguoi")?.trim() ?? "",
    from: c.req.query("tu")?.trim() ?? "",
    to: c.req.query("den")?.trim() ?? "",
    page: readPage(c.req.query("trang")),
  }
  const { actor, from, to, page } = asked
  const found = await listHistory(c.var.db, subjects, {
    actor: actor || undefined,
    from: readDay(from),
    to: readDay(to),
    page,
    perPage,
  })
  return { asked, opensEntries: may(c.var.person, "see_change_log"), ...found }
}
export type RecordHistory = Awaited<ReturnType<typeof readHistory>>

/** What happened to a record, in sentences, the latest first. */
export function History({ view, history }: { view: View; history: RecordHistory }) {
  const t = historyTexts[view.locale]
  const { asked, changes, total, names, opensEntries } = history
  const isNarrowed = asked.actor !== "" || asked.from !== "" || asked.to !== ""
  return (
    <section class="stack" id="lich-su-thay-doi" aria-labelledby="lich-su-thay-doi-ten">
      <div class="section-heading">
        <h2 id="lich-su-thay-doi-ten">{t.title}</h2>
      </div>
      {(total > 1 || isNarrowed) && <HistoryFilters view={view} history={history} />}
      {changes.length === 0 ? (
        <p class="empty">{isNarrowed ? t.noneSuch : t.none}</p>
      ) : (
        <ChangeList view={view} changes={changes} names={names} opensEntries={opensEntries} />
      )}
      <Pager
        locale={view.locale}
        page={asked.page}
        perPage={perPage}
        total={total}
        pathOf={(page) =>
          `${withQuery(view.path, { nguoi: asked.actor, tu: asked.from, den: asked.to, trang: page })}#lich-su-thay-doi`
        }
      />
    </section>
  )
}

type ChangeListProps = {
  view: View
  changes: readonly Entry[]
  names: Names
  /** Whether each leads to its entry in the whole log. */
  opensEntries: boolean
}

export function ChangeList({ view, changes, names, opensEntries }: ChangeListProps) {
  return (
    <ol class="changes">
      {changes.map((change) => (
        <ChangeItem view={view} change={change} names={names} opensEntries={opensEntries} />
      ))}
    </ol>
  )
}

type ChangeItemProps = { view: View; change: Entry; names: Names; opensEntries: boolean }

function ChangeItem({ view, change, names, opensEntries }: ChangeItemProps) {
  const { locale, paths } = view
  const t = historyTexts[locale]
  const sentence = sentenceOf(change, locale)
  const when = formatTime(change.made_at, locale)
  return (
    <li>
      <p class="changes__facts">
        <time datetime={change.made_at.toISOString()}>{when}</time>
        {change.via !== "web" && ` · ${t[change.via as "shell" | "job"]}`}
        {opensEntries && (
          <>
            {" · "}
            <a href={paths.changeEntry(change)} aria-label={`${t.entry}: ${when}, ${sentence}`}>
              {t.entry}
            </a>
          </>
        )}
      </p>
      <p>{sentence}</p>
      {change.reason && (
        <p class="changes__reason">
          {t.reason}: {change.reason}
        </p>
      )}
      {(change.before !== null || change.after !== null) && (
        <details>
          <summary aria-label={t.differences(`${when}, ${sentence}`)}>{t.details}</summary>
          <Differences view={view} change={change} names={names} caption={t.differences(sentence)} />
        </details>
      )}
    </li>
  )
}

function HistoryFilters({ view, history }: { view: View; history: RecordHistory }) {
  const t = historyTexts[view.locale]
  const { asked, actors } = history
  return (
    <search>
      <form class="desk-filters" action={`${view.path}#lich-su-thay-doi`}>
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
        <DayFilter view={view} name="tu" label={t.from} value={asked.from} />
        <DayFilter view={view} name="den" label={t.to} value={asked.to} />
        <div class="desk-filters__actions">
          <Button quiet>{t.show}</Button>
          {(asked.actor || asked.from || asked.to) && <a href={`${view.path}#lich-su-thay-doi`}>{t.clear}</a>}
        </div>
      </form>
    </search>
  )
}

/** A day as people here write it; what is no day stays in the field and says so. */
export function DayFilter({
  view,
  name,
  label,
  value,
}: {
  view: View
  name: string
  label: string
  value: string
}) {
  const t = historyTexts[view.locale]
  const isWrong = value !== "" && !readDay(value)
  return (
    <div class="changes__day">
      <label for={`loc-${name}`}>{label}</label>
      <input
        id={`loc-${name}`}
        name={name}
        value={value}
        placeholder={t.dayHint}
        autocomplete="off"
        inputmode="numeric"
        maxlength={20}
        aria-invalid={isWrong ? "true" : undefined}
        aria-describedby={isWrong ? `loc-${name}-sai` : undefined}
      />
      {isWrong && (
        <p class="field__error" id={`loc-${name}-sai`}>
          {t.notADay}
        </p>
      )}
    </div>
  )
}
