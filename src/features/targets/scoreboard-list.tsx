import { FigureBar } from "../../ui/figure-bar/figure-bar.tsx"
import { keptHtml } from "../../ui/kept-html.ts"
import type { View } from "../../web/view.ts"
import { texts } from "../plans/texts.ts"
import { keyOfRow, TargetHistory } from "./history.tsx"
import type { ScoreboardRow } from "./scoreboard.ts"
import { StandingBadge } from "./standing-badge.tsx"
import { standingRules } from "./standing-texts.ts"
import { barOf, describeAim, describePace, formatTargetFigure } from "./words.ts"

type ScoreboardProps = {
  view: View
  plan: { slug: string; starts_on: string }
  rows: ScoreboardRow[]
  /** Kept in the links, so that a day chosen stays chosen. */
  day: string | undefined
}

/** Every target of a plan: its words, the figure, the aim, a bar, how it stands and why. */
export function Scoreboard({ view, plan, rows, day }: ScoreboardProps) {
  return (
    <ol class="scoreboard">
      {rows.map((row) => (
        <TargetCard view={view} plan={plan} row={row} day={day} />
      ))}
    </ol>
  )
}

type TargetCardProps = Omit<ScoreboardProps, "rows"> & { row: ScoreboardRow }

function TargetCard(props: TargetCardProps) {
  const key = `card ${props.day} ${keyOfRow(props.view, props.plan, props.row)}`
  return keptHtml(key, () => <Card {...props} />)
}

function Card({ view, plan, row, day }: TargetCardProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { target, verdict } = row
  const href = paths.target(plan, target, { ngay: day })
  const value = formatTargetFigure(row, row.value, locale)
  const aim = describeAim(row, locale)
  const pace = describePace(row, locale)
  return (
    <li class={`target-card${target.of_target_id ? " target-card--part" : ""}`}>
      <h3 class="target-card__quote" lang="vi">
        {target.of_target_id && (
          <span class="target-card__of" lang={locale}>
            {t.partOf}:{" "}
          </span>
        )}
        <a href={href}>{target.quote}</a>
      </h3>
      <div class={`target-card__figures standing-ink--${verdict.standing}`}>
        <p>
          <a class="target-card__value figure" href={`${href}#ho-so`} title={t.seeRecords}>
            {value}
          </a>{" "}
          <span class="target-card__aim">
            {t.aim}: <span class="figure">{aim}</span>
          </span>
        </p>
        <FigureBar {...barOf(row)} label={t.bar(value, aim)} />
      </div>
      <div class="target-card__standing">
        <StandingBadge verdict={verdict} locale={locale} />
        {pace && <span>{pace}</span>}
      </div>
      <details class="target-card__more">
        <summary>
          {t.history} · {t.rule}
        </summary>
        <p>{standingRules[verdict.rule][locale]}</p>
        {verdict.expected !== null && verdict.standing !== "reached" && !verdict.ended && (
          <p>{t.expected(formatTargetFigure(row, verdict.expected, locale))}</p>
        )}
        {!row.measure && <p>{row.evidence ? `${t.byHand}: ${row.evidence}` : t.unbound}</p>}
        <TargetHistory view={view} plan={plan} row={row} />
      </details>
    </li>
  )
}

type BriefProps = Omit<ScoreboardProps, "day">

/** The scoreboard in brief, for the home page: one line a target. */
export function ScoreboardInBrief({ view, plan, rows }: BriefProps) {
  return (
    <ul class="scoreboard-brief">
      {rows.map((row) =>
        keptHtml(`brief ${keyOfRow(view, plan, row)}`, () => <BriefLine view={view} plan={plan} row={row} />),
      )}
    </ul>
  )
}

function BriefLine({ view, plan, row }: Omit<BriefProps, "rows"> & { row: ScoreboardRow }) {
  const { locale, paths } = view
  const t = texts[locale]
  const href = paths.target(plan, row.target)
  const value = formatTargetFigure(row, row.value, locale)
  const aim = describeAim(row, locale)
  return (
    <li class={`standing-ink--${row.verdict.standing}`}>
      <a class="scoreboard-brief__quote" href={href} lang="vi">
        {row.target.quote}
      </a>
      <FigureBar {...barOf(row)} label={t.bar(value, aim)} />
      <span class="scoreboard-brief__figures">
        <a class="figure" href={`${href}#ho-so`} title={t.seeRecords}>
          {value}
        </a>
        <span class="scoreboard-brief__aim figure"> / {aim}</span>
      </span>
      <StandingBadge verdict={row.verdict} locale={locale} />
    </li>
  )
}
