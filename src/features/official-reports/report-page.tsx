import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Select } from "../../ui/field/choices.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { formatDay, formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import { startForm } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { entryFactor, entryUnit } from "../entered-figures/entry-unit.ts"
import { getMeasure } from "../measures/catalogue.ts"
import { placeName } from "../places/names.ts"
import { sectorName } from "../register/vocabulary.ts"
import { type Annex, type AnnexRow, annexesOf, shown, titleOf } from "./annexes.ts"
import { deskTexts } from "./desk-texts.ts"
import { isDraft } from "./edition.ts"
import type { FrozenSource, ReportFacts } from "./facts.ts"
import { figureLink } from "./figure-link.ts"
import type { LaterEntered } from "./later-entered.ts"
import type { ListedBuild, OfficialReport } from "./queries.ts"
import { reportName } from "./report-names.ts"
import { sourceName } from "./sources.ts"

type ReportPageProps = {
  view: View
  person: Person
  report: OfficialReport
  facts: ReportFacts
  builds: readonly ListedBuild[]
  /** Plans and estimates that are others by now than it takes them to be. */
  later: readonly LaterEntered[]
  /** Frozen figures that it can be made of. */
  sources: readonly FrozenSource[]
  /** Whether this person may write in it and build it. */
  mayWrite: boolean
  history: RecordHistory
}

export function reportTrail({ locale, paths }: View, report?: OfficialReport) {
  const all = { name: deskTexts[locale].title, path: paths.officialReports() }
  return report ? [all, { name: reportName(report, locale), path: paths.officialReport(report) }] : [all]
}

/** One report: where its figures come from, what was built of it, and its tables with every figure open. */
export function ReportPage(props: ReportPageProps) {
  const { view, person, report, facts, sources, mayWrite, history } = props
  const { locale, paths } = view
  const t = deskTexts[locale]
  const title = reportName(report, locale)
  const place = placeName({ kind: report.place_kind, name: report.place_name }, locale)
  return (
    <DeskLayout view={view} person={person} title={title} trail={reportTrail(view)}>
      <div class="page-heading">
        <h1>{title}</h1>
        <p class="lead">
          {place}. {sourceOf(facts, view)}
        </p>
        <p class="desk-actions">
          <ButtonLink href={paths.officialReport(report, "loi")}>{mayWrite ? t.write : t.see}</ButtonLink>
          {mayWrite && (
            <ButtonLink href={paths.officialReport(report, "the-thuc")} quiet>
              {t.letterhead}
            </ButtonLink>
          )}
        </p>
      </div>
      {mayWrite && sources.length > 0 && <Sources {...props} />}
      <Builds {...props} />
      <section class="stack" aria-labelledby="bieu">
        <h2 id="bieu">{t.tables}</h2>
        <p class="quiet">{t.tablesLead}</p>
        {annexesOf(facts).map((annex) => (
          <AnnexTable view={view} facts={facts} annex={annex} />
        ))}
      </section>
      <History view={view} history={history} />
    </DeskLayout>
  )
}

function sourceOf({ snapshot, counted_on }: ReportFacts, { locale }: View) {
  const t = deskTexts[locale]
  return snapshot
    ? t.frozen(sourceName(snapshot), formatDay(snapshot.taken_on, locale))
    : t.live(formatDay(counted_on, locale))
}

/** A closed round gives its figures; until it is chosen the report is a draft. */
function Sources({ view, report, facts, sources, later }: ReportPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  const form = startForm({
    source: report.snapshot_id === null ? "nhap" : String(report.snapshot_id),
    entered: report.entered_through === null ? "frozen" : "kept",
  })
  return (
    <section class="stack" aria-labelledby="nguon">
      <h2 id="nguon">{t.source}</h2>
      {report.snapshot_id === null && <p class="notice">{t.canBeFinal}</p>}
      {facts.isCountedLater && <p class="notice">{t.countedLater}</p>}
      {later.length > 0 && <Later view={view} later={later} />}
      <Form action={paths.officialReport(report, "nguon")}>
        <VersionField version={report.version} />
        <Select
          form={form}
          name="source"
          label={t.source}
          choices={[
            ...sources.map((source) => ({
              value: String(source.id),
              label: t.frozen(sourceName(source), formatDay(source.taken_on, locale)),
            })),
            { value: "nhap", label: t.asDraft },
          ]}
        />
        {report.snapshot_id !== null && (
          <Select
            form={form}
            name="entered"
            label={t.enteredThrough}
            choices={[
              { value: "frozen", label: t.enteredFrozen },
              ...(report.entered_through === null
                ? []
                : [
                    {
                      value: "kept",
                      label: t.enteredKept(formatTime(new Date(report.entered_through), locale)),
                    },
                  ]),
              { value: "now", label: t.enteredNow },
            ]}
          />
        )}
        <FormActions>
          <Button quiet>{t.takeSource}</Button>
        </FormActions>
      </Form>
    </section>
  )
}

function Later({ view, later }: { view: View; later: readonly LaterEntered[] }) {
  const { locale } = view
  const t = deskTexts[locale]
  const words = t.enteredSince(later.length)
  const amount = (value: number | null, measure: LaterEntered["measure"]) =>
    value === null
      ? "–"
      : `${formatNumber(value / entryFactor(getMeasure(measure).unit), locale)} ${entryUnit(getMeasure(measure).unit, locale)}`
  return (
    <>
      <p class="notice">{words}</p>
      <Table caption={words} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.indicator}</th>
            <th scope="col">{t.was}</th>
            <th scope="col">{t.isNow}</th>
            <th scope="col">{t.changedBy}</th>
          </tr>
        </thead>
        <tbody>
          {later.map(({ kind, measure, year, period, sector, before, after, by, at }) => (
            <tr>
              <th scope="row">
                {getMeasure(measure).words.name[locale]}
                {sector && `, ${sectorName(sector, locale)}`}
                <br />
                <span class="quiet">
                  {kind === "plan" ? t.planOf(year) : t.estimateOf(year, period === "half")}
                </span>
              </th>
              <td>{amount(before, measure)}</td>
              <td>{amount(after, measure)}</td>
              <td>
                {by}, <time datetime={at.toISOString()}>{formatTime(at, locale)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

function Builds({ view, report, builds, mayWrite }: ReportPageProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  return (
    <section class="stack" aria-labelledby="ban-da-xuat">
      <h2 id="ban-da-xuat">{t.builds}</h2>
      <p class="quiet">
        {t.buildsLead} <a href={paths.verification()}>{t.verification}</a>
      </p>
      {mayWrite && (
        <form method="post" action={paths.officialReport(report, "ban")}>
          <Button>{t.build}</Button>
        </form>
      )}
      {builds.length === 0 ? (
        <p class="empty">{t.noBuilds}</p>
      ) : (
        <Table caption={t.builds} quietCaption>
          <thead>
            <tr>
              <th scope="col">{t.builtAt}</th>
              <th scope="col">{t.source}</th>
              <th scope="col">{t.files}</th>
              <th scope="col">{t.code}</th>
              <th scope="col">{t.builtBy}</th>
            </tr>
          </thead>
          <tbody>
            {builds.map((build) => (
              <BuildRow view={view} report={report} build={build} />
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}

function BuildRow({ view, report, build }: { view: View; report: OfficialReport; build: ListedBuild }) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  return (
    <tr>
      <th scope="row">
        <time datetime={build.built_at.toISOString()}>{formatTime(build.built_at, locale)}</time>
      </th>
      <td>{isDraft(build.facts) ? t.isDraft : t.isFinal}</td>
      <td>
        <ul class="built-files">
          {(["docx", "xlsx"] as const).map((kind) => (
            <li>
              <a href={paths.officialReportFile(report, build, kind)}>{t[kind]}</a>
            </li>
          ))}
        </ul>
        <details>
          <summary>{t.hashes}</summary>
          <p class="verdict__hash">
            <code>{build.hashes.docx}</code>
          </p>
          <p class="verdict__hash">
            <code>{build.hashes.xlsx}</code>
          </p>
        </details>
      </td>
      <td>
        <a href={paths.verification({ ma: build.code })}>
          <code>{build.code}</code>
        </a>
      </td>
      <td>{build.built_by}</td>
    </tr>
  )
}

type AnnexProps = { view: View; facts: ReportFacts; annex: Annex }

function AnnexTable({ view, facts, annex }: AnnexProps) {
  const t = deskTexts[view.locale]
  return (
    <div class="annex stack" lang="vi">
      <Table caption={`${t.annex(annex.number)}. ${annex.title}`}>
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{annex.hasUnits ? t.indicator : t.content}</th>
            {annex.hasUnits && <th scope="col">{t.unit}</th>}
            {annex.columns.map(({ heading }) => (
              <th scope="col" class="table__number">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {annex.rows.map((row) => (
            <AnnexLine view={view} facts={facts} annex={annex} row={row} />
          ))}
        </tbody>
      </Table>
      {annex.notes.map((note) => (
        <p class="quiet">{note}</p>
      ))}
    </div>
  )
}

function AnnexLine({ view, facts, annex, row }: AnnexProps & { row: AnnexRow }) {
  const title = titleOf(row)
  if (row.kind === "group") {
    return (
      <tr class="annex__group">
        <td>{row.number}</td>
        <th scope="rowgroup" colspan={annex.columns.length + (annex.hasUnits ? 2 : 1)}>
          {title}
        </th>
      </tr>
    )
  }
  return (
    <tr class={row.kind === "part" ? "annex__part" : undefined}>
      <td>{row.number}</td>
      <th scope="row">{title}</th>
      {annex.hasUnits && <td>{row.unit}</td>}
      {row.cells.map((cell) => {
        const link = figureLink(view.paths, facts, cell)
        return <td class="table__number">{link ? <a href={link}>{shown(cell)}</a> : shown(cell)}</td>
      })}
    </tr>
  )
}
