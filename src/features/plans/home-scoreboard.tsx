import { formatDay, formatNumber } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
import type { ScoreboardRow } from "../targets/scoreboard.ts"
import { ScoreboardInBrief } from "../targets/scoreboard-list.tsx"
import type { Plan } from "./queries.ts"
import { texts } from "./texts.ts"

type HomeScoreboardProps = { view: View; plan: Plan; rows: ScoreboardRow[]; shownOn: string }

/** What the plan promised and how far it is, in a glance: the home page's first answer. */
export function HomeScoreboard({ view, plan, rows, shownOn }: HomeScoreboardProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const reached = rows.filter(({ verdict }) => verdict.standing === "reached").length
  return (
    <section class="home-scoreboard card" aria-labelledby="bang-chi-tieu">
      <div class="section-heading">
        <h2 id="bang-chi-tieu">
          <a href={paths.plan(plan)}>
            {t.plan} {plan.number}
          </a>
        </h2>
        <p>
          <strong>{t.summary(formatNumber(reached, locale), formatNumber(rows.length, locale))}</strong>
        </p>
      </div>
      <p lang="vi">{plan.title}</p>
      <ScoreboardInBrief view={view} plan={plan} rows={rows} />
      <p class="home-scoreboard__day">{t.through(formatDay(shownOn, locale))}</p>
      <p>
        <a href={paths.plan(plan)}>{t.wholePlan}</a>
      </p>
    </section>
  )
}
