import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatDay, formatNumber } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import type { View } from "../../web/view.ts"
import type { listPlans } from "./queries.ts"
import { texts } from "./texts.ts"

type PlanListProps = { view: View; plans: Awaited<ReturnType<typeof listPlans>> }

export function PlanListPage({ view, plans }: PlanListProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <Layout view={view} title={t.plans} description={t.plansLead}>
      <header class="page-heading">
        <h1>{t.plans}</h1>
        <p class="lead">{t.plansLead}</p>
      </header>
      {plans.length === 0 ? (
        <p class="empty">{t.noPlans}</p>
      ) : (
        <ul class="plan-list">
          {plans.map((plan) => (
            <li class="card">
              <p class="kicker">
                {t.plan} {plan.number} ·{" "}
                {t.periodWords(formatDay(plan.starts_on, locale), formatDay(plan.ends_on, locale))}
              </p>
              <h2 lang="vi">
                <a href={paths.plan(plan)}>{plan.title}</a>
              </h2>
              <p>
                <span lang="vi">{plan.issuer}</span> ·{" "}
                {t.targetCount(formatNumber(plan.targets ?? 0, locale))}
              </p>
            </li>
          ))}
        </ul>
      )}
      {plans.length > 0 && <Downloads locale={locale} path={paths.plans()} />}
    </Layout>
  )
}
