import type { Query } from "../../paths.ts"
import { FigureBar } from "../../ui/figure-bar/figure-bar.tsx"
import { Layout } from "../../ui/layout/layout.tsx"
import type { View } from "../../web/view.ts"
import { queryOf } from "../measures/asked.ts"
import { Evidence, type EvidenceProps } from "../measures/evidence.tsx"
import { FigureLine, Narrowed } from "../measures/measure-page.tsx"
import { DayPicker } from "../plans/day-picker.tsx"
import type { Plan } from "../plans/queries.ts"
import { texts } from "../plans/texts.ts"
import { TargetHistory } from "./history.tsx"
import type { ScoreboardRow } from "./scoreboard.ts"
import { StandingBadge } from "./standing-badge.tsx"
import { standingRules } from "./standing-texts.ts"
import { barOf, describeAim, describePace, formatTargetFigure } from "./words.ts"

type TargetPageProps = {
  view: View
  plan: Plan
  row: ScoreboardRow
  /** None where the figures are entered by hand. */
  evidence: Omit<EvidenceProps, "view" | "pathOf" | "filePath"> | null
}

/** One target: how it stands and why, year by year, part by part, down to every record. */
export function TargetPage({ view, plan, row, evidence }: TargetPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { target, measure } = row
  const pathOf = (query: Query) => paths.target(plan, target, query)
  const asked = evidence?.asked
  const isNarrowed = Boolean(asked?.place || asked?.sector)
  return (
    <Layout
      view={view}
      title={target.quote}
      description={measure?.words.counts[locale]}
      canonical={pathOf({})}
      trail={[
        { name: t.plans, path: paths.plans() },
        { name: `${t.plan} ${plan.number}`, path: paths.plan(plan, { ngay: asked?.day }) },
      ]}
    >
      <header class="page-heading">
        <p class="kicker">
          {t.target} · {t.plan} {plan.number}
        </p>
        <h1 class="target-quote" lang="vi">
          {target.quote}
        </h1>
        {measure && <p class="lead">{measure.words.name[locale]}</p>}
      </header>

      {evidence && isNarrowed ? (
        <section class="stack">
          <FigureLine measure={evidence.measure} figure={evidence.figure} view={view} />
          <Narrowed
            view={view}
            asked={evidence.asked}
            home={planPlace(plan)}
            whole={pathOf({ ngay: asked?.day })}
          />
        </section>
      ) : (
        <Judgement view={view} row={row} />
      )}
      {evidence && (
        <DayPicker
          view={view}
          path={pathOf({})}
          kept={queryOf(evidence.asked, { ngay: undefined }) as Record<string, string | undefined>}
          day={evidence.asked.day}
          shownOn={evidence.scope.to}
          unread={evidence.asked.unread}
        />
      )}

      {!isNarrowed && row.history.length > 0 && (
        <section class="stack" aria-labelledby="dien-bien">
          <div class="section-heading">
            <h2 id="dien-bien">{t.history}</h2>
          </div>
          <TargetHistory view={view} plan={plan} row={row} />
        </section>
      )}
      {evidence ? (
        <Evidence {...evidence} view={view} pathOf={pathOf} filePath={paths.target(plan, target)} />
      ) : (
        <p class="notice">{row.evidence ? `${t.byHand}: ${row.evidence}` : t.unbound}</p>
      )}
    </Layout>
  )
}

function Judgement({ view, row }: { view: View; row: ScoreboardRow }) {
  const { locale } = view
  const t = texts[locale]
  const { verdict, value } = row
  const shown = formatTargetFigure(row, value, locale)
  const aim = describeAim(row, locale)
  const pace = describePace(row, locale)
  return (
    <section class={`judgement standing-ink--${verdict.standing}`}>
      {row.measure && row.figure ? (
        <FigureLine measure={row.measure} figure={row.figure} view={view} />
      ) : (
        <p class="big-figure figure">{shown}</p>
      )}
      <p>
        {t.aim}: <strong class="figure">{aim}</strong> <StandingBadge verdict={verdict} locale={locale} />
      </p>
      <FigureBar {...barOf(row)} label={t.bar(shown, aim)} />
      <p>{standingRules[verdict.rule][locale]}</p>
      {verdict.expected !== null && verdict.standing !== "reached" && !verdict.ended && (
        <p>{t.expected(formatTargetFigure(row, verdict.expected, locale))}</p>
      )}
      {pace && <p>{pace}</p>}
    </section>
  )
}

function planPlace({ place_id, place_slug, place_name, place_kind }: Plan) {
  return { id: place_id, slug: place_slug, name: place_name, kind: place_kind }
}
