import type { Child } from "hono/jsx"
import type { Person } from "../../rights/roles.ts"
import { formatMoment, formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import type { Examination } from "./queries.ts"
import { texts } from "./texts.ts"
import { judge, type Verdict } from "./verdicts.ts"

/** Sign and words say the same as the colour. */
const signs: Record<Verdict, string> = { good: "✓", watch: "!", bad: "✕" }

type HealthPageProps = { view: View; person: Person; found: Examination; now: Date }

export function HealthPage({ view, person, found, now }: HealthPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const verdicts = judge(found, now)
  const { database, disk, backlog, mail, pendingMigrations, sealCheck } = found
  const number = (value: number) => formatNumber(value, locale)
  const moment = (value: Date) => formatMoment(value, true, locale)
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={administrationTrail(view)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">
          {t.lead} {Object.values(verdicts).every((verdict) => verdict === "good") ? t.allGood : t.notAllGood}
        </p>
      </div>
      <div class="examination">
        <Part view={view} name={t.database} verdict={verdicts.database}>
          <Fact name={t.version} value={database.version} />
          <Fact name={t.size} value={bytes(database.bytes, view)} />
          <Fact name={t.latency} value={`${formatNumber(database.milliseconds, locale, 1)} ms`} />
          <Fact name={t.connections} value={number(database.busy)} />
          <Fact name={t.waitedFor} value={number(database.waitedFor)} />
        </Part>
        <Part
          view={view}
          name={t.migrations}
          verdict={verdicts.migrations}
          words={pendingMigrations.length > 0 && t.pendingWords}
        >
          <Fact name={t.newest} value={database.newest_migration} />
          <Fact name={t.pending} value={number(pendingMigrations.length)} />
        </Part>
        <Part view={view} name={t.disk} verdict={verdicts.disk} words={!disk && t.noDisk}>
          {disk && <Fact name={t.free} value={bytes(disk.free, view)} />}
          {disk && <Fact name={t.total} value={bytes(disk.total, view)} />}
        </Part>
        <Part view={view} name={t.jobs} verdict={verdicts.jobs} path={paths.jobs()}>
          <Fact name={t.due} value={number(backlog.due)} />
          {backlog.oldest_due && <Fact name={t.oldestDue} value={moment(backlog.oldest_due)} />}
          <Fact name={t.active} value={number(backlog.active)} />
          <Fact name={t.failed} value={number(backlog.failed)} />
        </Part>
        <Part view={view} name={t.mail} verdict={verdicts.mail} path={paths.mails()}>
          <Fact name={t.server} value={mail.hasServer ? t.serverSet : t.serverMissing} />
          <Fact name={t.waiting} value={number(mail.waiting)} />
          <Fact name={t.failed} value={number(mail.failed)} />
          <Fact name={t.lastSent} value={mail.last_sent_at ? moment(mail.last_sent_at) : t.never} />
        </Part>
        <Part
          view={view}
          name={t.seals}
          verdict={verdicts.seals}
          path={paths.seals()}
          words={sealWords(verdicts.seals, sealCheck, view)}
        >
          <Fact name={t.lastCheck} value={sealCheck ? moment(sealCheck.ended_at) : t.never} />
        </Part>
      </div>
    </DeskLayout>
  )
}

type PartProps = {
  view: View
  name: string
  verdict: Verdict
  /** Where there is more about it. */
  path?: string
  words?: string | false | undefined
  children: Child
}

function Part({ view, name, verdict, path, words, children }: PartProps) {
  return (
    <section class="card">
      <h2>{path ? <a href={path}>{name}</a> : name}</h2>
      <p class={`verdict verdict--${verdict}`}>
        <span aria-hidden="true">{signs[verdict]}</span> {texts[view.locale][verdict]}
      </p>
      {words && <p>{words}</p>}
      <dl class="examination__facts">{children}</dl>
    </section>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function sealWords(verdict: Verdict, run: Examination["sealCheck"], { locale }: View) {
  if (verdict === "bad") return run?.error ?? undefined
  return verdict === "good" ? texts[locale].sealsHold : texts[locale].sealsUnchecked
}

function bytes(count: number, { locale }: View) {
  if (count >= 1e9) return `${formatNumber(count / 1e9, locale, 1)}\u00a0GB`
  return `${formatNumber(count / 1e6, locale, 1)}\u00a0MB`
}
