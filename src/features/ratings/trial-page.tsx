import { type Query, withQuery } from "../../paths.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatNumber } from "../../ui/format.ts"
import { inBoth } from "../../ui/language.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { type RatingClass, ratingClasses } from "./definition.ts"
import { type Given, schemesTrail, versionName } from "./scheme-pages.tsx"
import { className, formatPoints } from "./scheme-words.ts"
import type { KeptScheme } from "./schemes.ts"
import { sheetTexts } from "./sheet-texts.ts"
import { type Outcome, outcomes, type TrialRun, type Tried } from "./trial-sheets.ts"

const texts = inBoth({
  title: ["Chạy thử", "Trial run"],
  lead: [
    "Chấm lại các phiếu đã gửi và đã tiếp nhận của một năm theo bộ này, không thay đổi kết quả nào.",
    "Scores the sheets of a year that were sent or taken in by this scheme; no rating is changed.",
  ],
  how: [
    "Số liệu và câu trả lời được chấm lại theo thang của bộ này; điểm chấm tay lấy theo mục cùng số, khác điểm tối đa thì theo tỷ lệ. Mục mà phiếu không có gì để chấm thì tính từ 0 đến tối đa: nếu vì thế không rõ loại thì ghi là chưa chắc.",
    "Figures and answers are scored by the scales of this scheme; typed points are taken over by number, in proportion where the most points differ. What a sheet says nothing of counts from nought to everything: where the class then hangs on it, it is unsure.",
  ],
  year: ["Năm", "Year"],
  run: ["Chạy thử", "Run"],
  unsure: ["Chưa chắc", "Unsure"],
  changes: [
    (changed: string, all: string, unsure: string) =>
      `${changed} trong ${all} phiếu đổi loại, ${unsure} phiếu chưa chắc.`,
    (changed: string, all: string, unsure: string) =>
      `${changed} of ${all} change class, ${unsure} are unsure.`,
  ],
  without: [
    (count: string) => `${count} kết quả của năm không kèm phiếu chấm nên không chạy thử được.`,
    (count: string) => `${count} ratings of the year came without a sheet and cannot be tried.`,
  ],
  faulty: [
    "Bộ này còn những điều phải sửa: hãy sửa rồi chạy thử.",
    "Some things of this scheme have to be put right before it can be tried.",
  ],
  none: ["Năm này chưa có phiếu nào đã gửi.", "No sheet of this year was sent yet."],
  noneAtAll: [
    "Chưa có phiếu nào đã gửi để chạy thử.",
    "No sheets were sent yet: there is nothing to try it on.",
  ],
  table: ["Loại hiện nay và loại theo bộ này", "Class now, and by this scheme"],
  now: ["Hiện nay", "Now"],
  by: [(name: string) => `Theo bộ này: ${name}`, (name: string) => `By this one: ${name}`],
  byThis: ["Theo bộ này", "By this scheme"],
  list: ["Các phiếu", "Sheets"],
  changedOnly: ["Đổi loại hoặc chưa chắc", "Changed or unsure"],
  all: ["Tất cả", "All"],
  nobody: ["Không có phiếu nào đổi loại.", "No sheet changes class."],
  unknown: ["Mục chưa có gì để chấm", "Nothing known of"],
  converted: ["Mục tính theo tỷ lệ", "In proportion"],
  range: [(from: string, to: string) => `${from}–${to}`, (from: string, to: string) => `${from}–${to}`],
})

export type AskedTrial = {
  year: number | undefined
  from: RatingClass | undefined
  to: Outcome | undefined
  all: boolean
  page: number
}

export function trialQuery({ year, from, to, all, page }: Partial<AskedTrial>): Query {
  return {
    nam: year,
    tu: from,
    sang: to,
    "tat-ca": all ? 1 : undefined,
    trang: page && page > 1 ? page : undefined,
  }
}

/** The sheets that were asked for: of one class and what it becomes, or all that change. */
export function narrowed(tried: readonly Tried[], { from, to, all }: AskedTrial) {
  return tried.filter(
    (row) =>
      (from === undefined || row.class === from) &&
      (to === undefined || row.outcome === to) &&
      (all || from !== undefined || to !== undefined || row.outcome !== row.class),
  )
}

export const trialPerPage = 100

type TrialPageProps = Given & {
  scheme: KeptScheme
  asked: AskedTrial
  years: readonly number[]
  run: TrialRun | undefined
}

/** Who would change class by another scheme. */
export function TrialPage(props: TrialPageProps) {
  const { view, person, scheme, asked, years, run } = props
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout
      view={view}
      person={person}
      title={`${t.title}: ${versionName(scheme, view)}`}
      trail={[...schemesTrail(view), { name: versionName(scheme, view), path: paths.ratingScheme(scheme) }]}
    >
      <div class="page-heading">
        <h1>
          {t.title}: <span lang="vi">{versionName(scheme, view)}</span>
        </h1>
        <p class="lead">{t.lead}</p>
        <p class="quiet">{t.how}</p>
      </div>
      {years.length === 0 ? (
        <p class="empty">{t.noneAtAll}</p>
      ) : (
        <search>
          <form class="desk-filters" action={paths.ratingSchemePart(scheme, "chay-thu")}>
            <div>
              <label for="nam">{t.year}</label>
              <select id="nam" name="nam">
                {years.map((year) => (
                  <option value={year} selected={year === asked.year}>
                    {year}
                  </option>
                ))}
              </select>
            </div>
            <Button>{t.run}</Button>
          </form>
        </search>
      )}
      {!run && asked.year !== undefined && <p class="notice notice--warning">{t.faulty}</p>}
      {run && (run.tried.length === 0 ? <p class="empty">{t.none}</p> : <Result {...props} run={run} />)}
    </DeskLayout>
  )
}

function Result({ view, scheme, asked, run }: TrialPageProps & { run: TrialRun }) {
  const { locale, paths } = view
  const t = texts[locale]
  const number = (value: number) => formatNumber(value, locale)
  const { tried, withoutSheet } = run
  const unsure = tried.filter(({ outcome }) => outcome === "unsure").length
  const changed = tried.filter((row) => row.outcome !== row.class).length - unsure
  const rows = narrowed(tried, asked)
  const pathOf = (query: Partial<AskedTrial>) =>
    withQuery(paths.ratingSchemePart(scheme, "chay-thu"), trialQuery({ year: asked.year, ...query }))
  return (
    <>
      <p class="notice">{t.changes(number(changed), number(tried.length), number(unsure))}</p>
      {withoutSheet > 0 && <p class="quiet">{t.without(number(withoutSheet))}</p>}
      <Table caption={t.table}>
        <thead>
          <tr>
            <th scope="col">{t.now}</th>
            {outcomes.map((outcome) => (
              <th scope="col" class="table__number">
                {t.by(outcomeName(outcome, locale))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ratingClasses.map((from) => (
            <tr>
              <th scope="row">{className(from, locale)}</th>
              {outcomes.map((to) => {
                const count = tried.filter((row) => row.class === from && row.outcome === to).length
                return (
                  <td class="table__number">
                    {count === 0 ? "–" : <a href={pathOf({ from, to })}>{number(count)}</a>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      <section class="stack" aria-labelledby="cac-phieu">
        <h2 id="cac-phieu">{t.list}</h2>
        <ul class="choices">
          <li>
            <a href={pathOf({})} aria-current={!asked.all && !asked.from && !asked.to ? "true" : undefined}>
              {t.changedOnly}
            </a>
          </li>
          <li>
            <a href={pathOf({ all: true })} aria-current={asked.all ? "true" : undefined}>
              {t.all}
            </a>
          </li>
        </ul>
        {rows.length > 0 ? (
          <TriedTable view={view} asked={asked} rows={rows} />
        ) : (
          <p class="empty">{t.nobody}</p>
        )}
        <Pager
          locale={locale}
          page={asked.page}
          perPage={trialPerPage}
          total={rows.length}
          pathOf={(page) => pathOf({ ...asked, page })}
        />
        <Downloads
          locale={locale}
          path={paths.ratingSchemePart(scheme, "chay-thu")}
          query={trialQuery({ ...asked, page: 1 })}
        />
      </section>
    </>
  )
}

type TriedTableProps = { view: View; asked: AskedTrial; rows: readonly Tried[] }

function TriedTable({ view, asked, rows }: TriedTableProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const s = sheetTexts[locale]
  return (
    <Table caption={s.listCount(formatNumber(rows.length, locale))}>
      <thead>
        <tr>
          <th scope="col">{s.organisation}</th>
          <th scope="col">{s.place}</th>
          <th scope="col">{t.now}</th>
          <th scope="col">{t.byThis}</th>
          <th scope="col">{t.unknown}</th>
          <th scope="col">{t.converted}</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice((asked.page - 1) * trialPerPage, asked.page * trialPerPage).map((row) => (
          <tr>
            <th scope="row" lang="vi">
              <a href={paths.ratingSheet(row, asked.year!)}>{row.name}</a>
            </th>
            <td lang="vi">{placeName({ kind: row.place_kind, name: row.place_name }, locale)}</td>
            <td>
              {className(row.class, locale)} ({formatPoints(row.points, locale)})
            </td>
            <td>
              {outcomeName(row.outcome, locale)} ({rangeWords(row, locale)})
            </td>
            <td>{row.unknown.join(", ") || "–"}</td>
            <td>{row.converted.join(", ") || "–"}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function outcomeName(outcome: Outcome, locale: View["locale"]) {
  return outcome === "unsure" ? texts[locale].unsure : className(outcome, locale)
}

function rangeWords({ lowest, highest }: Tried, locale: View["locale"]) {
  const [from, to] = [formatPoints(lowest, locale), formatPoints(highest, locale)]
  return from === to ? from : texts[locale].range(from, to)
}

/** The same sheets as a file. */
export function trialList(
  { locale, today }: View,
  scheme: KeptScheme,
  asked: AskedTrial,
  rows: readonly Tried[],
): List<Tried> {
  const t = texts[locale]
  const s = sheetTexts[locale]
  return {
    name: `chay-thu-${scheme.code}-${scheme.number}-${asked.year ?? ""}-${today}`,
    title: `${t.title}: ${scheme.name}, ${scheme.number}`,
    rows,
    about: [{ key: "year", label: t.year, value: asked.year ?? null }],
    columns: [
      { key: "name", heading: s.organisation, value: ({ name }) => name },
      {
        key: "place",
        heading: s.place,
        value: ({ place_kind, place_name }) => placeName({ kind: place_kind, name: place_name }, locale),
      },
      {
        key: "points",
        heading: `${s.points}, ${t.now.toLowerCase()}`,
        kind: "number",
        value: ({ points }) => points,
      },
      {
        key: "class",
        heading: `${s.class}, ${t.now.toLowerCase()}`,
        value: (row) => className(row.class, locale),
        stored: (row) => row.class,
      },
      { key: "lowest", heading: `${t.byThis}: ≥`, kind: "number", value: ({ lowest }) => lowest },
      { key: "highest", heading: `${t.byThis}: ≤`, kind: "number", value: ({ highest }) => highest },
      {
        key: "outcome",
        heading: t.byThis,
        value: ({ outcome }) => outcomeName(outcome, locale),
        stored: ({ outcome }) => outcome,
      },
      {
        key: "unknown",
        heading: t.unknown,
        value: ({ unknown }) => unknown.join(", "),
        stored: ({ unknown }) => unknown,
      },
      {
        key: "converted",
        heading: t.converted,
        value: ({ converted }) => converted.join(", "),
        stored: ({ converted }) => converted,
      },
    ],
  }
}
