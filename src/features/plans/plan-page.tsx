import { formatDay, formatNumber } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import type { ScoreboardRow } from "../targets/scoreboard.ts"
import { Scoreboard } from "../targets/scoreboard-list.tsx"
import { DayPicker } from "./day-picker.tsx"
import { Legend } from "./legend.tsx"
import type { Plan, PlanSection } from "./queries.ts"
import { texts } from "./texts.ts"

type PlanPageProps = {
  view: View
  plan: Plan
  sections: PlanSection[]
  rows: ScoreboardRow[]
  /** The day the figures are of. */
  shownOn: string
  /** The day asked for in the address, where one was. */
  day: string | undefined
  /** What was typed where no day could be read from it. */
  unread: string | undefined
}

export function PlanPage({ view, plan, sections, rows, shownOn, day, unread }: PlanPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const reached = rows.filter(({ verdict }) => verdict.standing === "reached").length
  return (
    <Layout
      view={view}
      title={`${t.plan} ${plan.number}`}
      description={plan.title}
      trail={[{ name: t.plans, path: paths.plans() }]}
    >
      <header class="page-heading">
        <p class="kicker">
          {t.plan} {plan.number}
        </p>
        <h1 lang="vi">{plan.title}</h1>
      </header>
      <PlanFacts view={view} plan={plan} />

      <section class="stack" aria-labelledby="chi-tieu">
        <div class="section-heading">
          <h2 id="chi-tieu">{t.scoreboard}</h2>
          {rows.length > 0 && (
            <p>
              <strong>{t.summary(formatNumber(reached, locale), formatNumber(rows.length, locale))}</strong>
            </p>
          )}
        </div>
        {rows.length > 0 ? (
          <>
            <p class="lead">{t.scoreboardLead(formatDay(shownOn, locale))}</p>
            <DayPicker view={view} path={paths.plan(plan)} day={day} shownOn={shownOn} unread={unread} />
            <Scoreboard view={view} plan={plan} rows={rows} day={day} />
            <Legend locale={locale} />
          </>
        ) : (
          <p class="empty">{t.noTargets}</p>
        )}
      </section>

      {sections.length > 0 && (
        <section class="stack" aria-labelledby="noi-dung-ke-hoach">
          <div class="section-heading">
            <h2 id="noi-dung-ke-hoach">{t.textOfPlan}</h2>
          </div>
          {locale === "en" && <p class="notice">{t.inVietnamese}</p>}
          {sections.map((section) => (
            <PlanText section={section} />
          ))}
        </section>
      )}
    </Layout>
  )
}

function PlanFacts({ view, plan }: { view: View; plan: Plan }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <dl class="facts">
      <div>
        <dt>{t.number}</dt>
        <dd>{plan.number}</dd>
      </div>
      {plan.issuer && (
        <div>
          <dt>{t.issuer}</dt>
          <dd lang="vi">{plan.issuer}</dd>
        </div>
      )}
      {plan.issued_on && (
        <div>
          <dt>{t.issuedOn}</dt>
          <dd>
            <time datetime={plan.issued_on}>{formatDay(plan.issued_on, locale)}</time>
          </dd>
        </div>
      )}
      <div>
        <dt>{t.period}</dt>
        <dd>{t.periodWords(formatDay(plan.starts_on, locale), formatDay(plan.ends_on, locale))}</dd>
      </div>
      <div>
        <dt>{t.place}</dt>
        <dd>
          <a href={paths.place({ slug: plan.place_slug })}>
            {placeName({ name: plan.place_name, kind: plan.place_kind }, locale)}
          </a>
        </dd>
      </div>
      {plan.article_slug && (
        <div>
          <dt>{t.announcement}</dt>
          <dd lang="vi">
            <a href={paths.article({ slug: plan.article_slug })}>{plan.article_title}</a>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** A part of the plan's own text, always in Vietnamese. A part made of points shows the points alone. */
function PlanText({ section }: { section: PlanSection }) {
  return (
    <section class="plan-text" lang="vi">
      <h3>{section.heading}</h3>
      {section.items.length > 1 ? (
        <ol>
          {section.items.map((item) => (
            <li>{item}</li>
          ))}
        </ol>
      ) : (
        <p>{section.body}</p>
      )}
    </section>
  )
}
