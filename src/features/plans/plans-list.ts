import { formatDay } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { ScoreboardRow } from "../targets/scoreboard.ts"
import { standingNames } from "../targets/standing-texts.ts"
import type { listPlans } from "./queries.ts"
import { texts } from "./texts.ts"

type Plan = Awaited<ReturnType<typeof listPlans>>[number]

/** The published plans as a file. */
export function plansList({ locale, origin, paths, today }: View, rows: readonly Plan[]): List<Plan> {
  const t = texts[locale]
  return {
    name: `ke-hoach-${today}`,
    title: t.plans,
    rows,
    columns: [
      { key: "number", heading: t.number, value: ({ number }) => number },
      { key: "title", heading: t.planTitle, value: ({ title }) => title },
      { key: "issuer", heading: t.issuer, value: ({ issuer }) => issuer },
      { key: "issued_on", heading: t.issuedOn, kind: "day", value: ({ issued_on }) => issued_on },
      { key: "starts_on", heading: t.startsOn, kind: "day", value: ({ starts_on }) => starts_on },
      { key: "ends_on", heading: t.endsOn, kind: "day", value: ({ ends_on }) => ends_on },
      { key: "targets", heading: t.targets, kind: "number", value: ({ targets }) => targets ?? 0 },
      { key: "address", heading: t.page, value: (plan) => origin + paths.plan(plan) },
    ],
  }
}

type Shown = {
  plan: { slug: string; number: string; title: string }
  rows: readonly ScoreboardRow[]
  day: string
}

/** The targets of a plan as they stand on a day. */
export function targetsList(view: View, { plan, rows, day }: Shown): List<ScoreboardRow> {
  const { locale, origin, paths } = view
  const t = texts[locale]
  return {
    name: `${plan.slug}-${day}`,
    title: `${t.plan} ${plan.number}: ${plan.title}`,
    rows,
    about: [{ key: "as_of", label: t.asOf, value: formatDay(day, "vi") }],
    columns: [
      { key: "target", heading: t.target, value: ({ target }) => target.quote },
      {
        key: "measure",
        heading: "measure",
        isForPrograms: true,
        value: ({ measure }) => measure?.code ?? null,
      },
      { key: "value", heading: t.value, kind: "number", value: ({ value }) => value },
      {
        key: "standing",
        heading: t.standing,
        value: ({ verdict }) => standingNames[verdict.standing][locale],
        stored: ({ verdict }) => verdict.standing,
      },
      { key: "evidence", heading: t.evidence, value: ({ evidence }) => evidence },
      { key: "address", heading: t.page, value: ({ target }) => origin + paths.target(plan, target) },
    ],
  }
}
