import type { Database } from "../../database/connection.ts"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { reportingYear } from "../measures/reporting-year.ts"
import { listRounds, type Round } from "../rounds/queries.ts"
import { type ChangedDays, type ChangedYear, changedDays, changedYears, type KeptWindow } from "./calendar.ts"
import { texts } from "./texts.ts"
import { changedDaysWords, reportsWords, yearDaysWords } from "./words.ts"

/** What follows from a change of the windows, before it is made. */
export type Effects = {
  /** How they are afterwards. */
  windows: readonly KeptWindow[]
  years: (ChangedYear & { rounds: Round[] })[]
  days: ChangedDays[]
  /** The year that figures of today are taken from. */
  today: { before: number | null; after: number | null }
}

export async function readEffects(
  db: Database,
  before: readonly KeptWindow[],
  windows: readonly KeptWindow[],
  today: string,
): Promise<Effects> {
  const rounds = await listRounds(db)
  // The year after this one is the next that anybody will open a round of.
  const upTo = Number(today.slice(0, 4)) + 1
  return {
    windows,
    years: changedYears(before, windows, upTo).map((changed) => ({
      ...changed,
      rounds: rounds.filter(({ year }) => year === changed.year),
    })),
    days: changedDays(before, windows, upTo),
    today: { before: reportingYear(before, today), after: reportingYear(windows, today) },
  }
}

export function EffectsOf({ view, effects: { years, days, today } }: { view: View; effects: Effects }) {
  const { locale, paths } = view
  const t = texts[locale]
  if (years.length === 0) return <p class="notice">{t.daysSame}</p>
  return (
    <>
      <section class="stack" aria-labelledby="nam-thay-doi">
        <h2 id="nam-thay-doi">{t.changedYears}</h2>
        <div class="organisation-table">
          <Table caption={t.changedYears} quietCaption>
            <thead>
              <tr>
                <th scope="col">{t.years}</th>
                <th scope="col">{t.before}</th>
                <th scope="col">{t.after}</th>
                <th scope="col">{t.rounds}</th>
              </tr>
            </thead>
            <tbody>
              {years.map(({ year, before, after, rounds }) => (
                <tr>
                  <th scope="row">{year}</th>
                  <td data-label={t.before}>{yearDaysWords(before, locale)}</td>
                  <td data-label={t.after}>{yearDaysWords(after, locale)}</td>
                  <td data-label={t.rounds}>
                    {rounds.length === 0
                      ? t.noRounds
                      : rounds.map((round) => (
                          <p>
                            <a href={paths.deskRound(round)} lang="vi">
                              {round.name}
                            </a>
                            , {t[round.state]}
                          </p>
                        ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
        <p>{t.roundsKeep}</p>
      </section>
      <section class="stack" aria-labelledby="so-lieu-theo">
        <h2 id="so-lieu-theo">{t.figures}</h2>
        {today.before !== today.after && (
          <p class="notice notice--warning">
            {t.figuresToday(reportsWords(today.before, locale), reportsWords(today.after, locale))}
          </p>
        )}
        {days.length === 0 ? (
          <p>{t.figuresSame}</p>
        ) : (
          <ul>
            {days.map((changed) => (
              <li>{changedDaysWords(changed, locale)}</li>
            ))}
          </ul>
        )}
        <p>{t.flowsFollow}</p>
      </section>
    </>
  )
}
