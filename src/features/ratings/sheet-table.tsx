import { TextField } from "../../ui/field/text-field.tsx"
import { inBoth } from "../../ui/language.ts"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { type Criterion, isSplit, mostPoints, type RatingItem } from "./definition.ts"
import { type Figures, figureName, unitOf } from "./figures.ts"
import { officeOf, type SheetRecord } from "./read-sheet.ts"
import { formatFigure, formatPoints } from "./scheme-words.ts"
import { type Answer, type Score, scoreSheet } from "./scoring.ts"
import { reasonField } from "./sheet-form.ts"
import { sheetTexts as texts } from "./sheet-texts.ts"
import type { Revision } from "./sheets.ts"

export const textsOfTable = inBoth({
  number: ["Số TT", "No."],
  criterion: ["Tiêu chí đánh giá", "Criterion"],
  most: ["Thang điểm tối đa", "Most points"],
})

type SheetTableProps = {
  view: View
  record: SheetRecord
  score: Score
  /** The self-score that was sent before: what differs from it is marked. */
  previous?: Revision | undefined
  /** Where it is being returned: a reason to each item. */
  reasons?: FormState
}

/** The sheet as its columns stand in Appendix 2: number, criterion, most points, self-score, notes. */
export function SheetTable({ view, record, score, previous, reasons }: SheetTableProps) {
  const { locale } = view
  const t = texts[locale]
  const { scheme, revisions, sheet } = record
  const office = officeOf({ sheet, revisions })
  const columns: Columns = {
    officeScore: office && scoreSheet(scheme, office.answers, office.figures),
    before: previous && scoreSheet(scheme, previous.answers, previous.figures),
    previous,
    reasons,
  }
  const most = mostPoints(scheme.definition)
  return (
    <Table caption={t.sheetTitle(record.year)} quietCaption>
      <thead>
        <tr>
          <th scope="col">{textsOfTable[locale].number}</th>
          <th scope="col">{textsOfTable[locale].criterion}</th>
          <th scope="col" class="table__number">
            {textsOfTable[locale].most}
          </th>
          <th scope="col" class="table__number">
            {t.self}
          </th>
          {office && (
            <th scope="col" class="table__number">
              {t.office}
            </th>
          )}
          <th scope="col">{t.note}</th>
          {reasons && <th scope="col">{t.reason}</th>}
        </tr>
      </thead>
      {scheme.definition.groups.map((group) => (
        <tbody>
          <tr class="rating-group">
            <th scope="rowgroup">{group.code}</th>
            <th scope="rowgroup">{group.label[locale]}</th>
            <td class="table__number">{formatPoints(group.most, locale)}</td>
            <td class="table__number">{formatPoints(score.groups.get(group.code)!, locale)}</td>
            {columns.officeScore && (
              <td class="table__number">
                {formatPoints(columns.officeScore.groups.get(group.code)!, locale)}
              </td>
            )}
            <td />
            {reasons && <td />}
          </tr>
          {group.criteria.map((criterion) => (
            <CriterionRows
              view={view}
              record={record}
              criterion={criterion}
              score={score}
              most={most}
              columns={columns}
            />
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <td />
          <th scope="row">{t.total}</th>
          <td class="table__number">100</td>
          <td class="table__number">{formatPoints(score.points, locale)}</td>
          {columns.officeScore && (
            <td class="table__number">{formatPoints(columns.officeScore.points, locale)}</td>
          )}
          <td />
          {reasons && <td />}
        </tr>
      </tfoot>
    </Table>
  )
}

type Columns = {
  officeScore: Score | undefined
  before: Score | undefined
  previous: Revision | undefined
  reasons: FormState | undefined
}

type CriterionRowsProps = {
  view: View
  record: SheetRecord
  criterion: Criterion
  score: Score
  most: ReadonlyMap<string, number>
  columns: Columns
}

function CriterionRows({ view, record, criterion, score, most, columns }: CriterionRowsProps) {
  const { locale } = view
  const shown = (points: number | null | undefined) =>
    points === null || points === undefined ? "–" : formatPoints(points, locale)
  return (
    <>
      {isSplit(criterion) && (
        <tr>
          <td>{criterion.code}</td>
          <th scope="row">{criterion.label[locale]}</th>
          <td class="table__number">
            {criterion.most === null ? "–" : formatPoints(criterion.most, locale)}
          </td>
          <td class="table__number">{shown(score.criteria.get(criterion.code))}</td>
          {columns.officeScore && (
            <td class="table__number">{shown(columns.officeScore.criteria.get(criterion.code))}</td>
          )}
          <td />
          {columns.reasons && <td />}
        </tr>
      )}
      {criterion.items.map((item) => (
        <tr>
          <td>{item.code}</td>
          <th scope="row" class={isSplit(criterion) ? "rating-part" : undefined}>
            {isSplit(criterion) ? item.label[locale] : criterion.label[locale]}
          </th>
          <td class="table__number">
            {item.most === null
              ? `≤ ${formatPoints(most.get(item.code)!, locale)}`
              : formatPoints(item.most, locale)}
          </td>
          <td class="table__number">{shown(score.items.get(item.code)!.points)}</td>
          {columns.officeScore && (
            <td class="table__number">{shown(columns.officeScore.items.get(item.code)!.points)}</td>
          )}
          <td class="rating-notes">
            <ItemNotes view={view} record={record} item={item} score={score} columns={columns} />
          </td>
          {columns.reasons && (
            <td>
              <TextField
                form={columns.reasons}
                name={reasonField(item.code)}
                label={texts[locale].reasonOf(item.code)}
              />
            </td>
          )}
        </tr>
      ))}
    </>
  )
}

type ItemNotesProps = {
  view: View
  record: SheetRecord
  item: RatingItem
  score: Score
  columns: Columns
}

/** What stands beside the points: figures, answers, words, the file, and what was changed since it was returned. */
function ItemNotes({ view, record, item, score, columns }: ItemNotesProps) {
  const { locale, paths } = view
  const { rated, year, sheet, files, reported } = record
  const answer: Answer = sheet?.answers[item.code] ?? {}
  const file = answer.file_id ? files.get(answer.file_id) : undefined
  return (
    <>
      {figuresShown(item, sheet?.figures ?? {}, reported.figures, locale).map((words) => (
        <p class="quiet">{words}</p>
      ))}
      {answerWords(item, answer, locale) && <p>{answerWords(item, answer, locale)}</p>}
      {answer.note && <p>{answer.note}</p>}
      {file && (
        <p>
          <a href={paths.ratingFile(rated, year, answer.file_id!)}>{file.name}</a>
        </p>
      )}
      {columns.before && (
        <ChangeMark view={view} record={record} item={item} score={score} columns={columns} />
      )}
    </>
  )
}

function ChangeMark({ view: { locale }, record, item, score, columns }: ItemNotesProps) {
  const t = texts[locale]
  const before = columns.before!.items.get(item.code)!.points
  const now = score.items.get(item.code)!.points
  if (before !== now)
    return (
      <p>
        <mark>{t.changedSince(before === null ? "–" : formatPoints(before, locale))}</mark>
      </p>
    )
  const [old, current] = [columns.previous!.answers[item.code], record.sheet!.answers[item.code]]
  if (old?.note === current?.note && old?.file_id === current?.file_id) return null
  return (
    <p>
      <mark>{t.noteChanged}</mark>
    </p>
  )
}

/** Figures as they were when it was scored, and what the report says by now where that is another. */
export function figuresShown(
  { figures, scored_by }: RatingItem,
  kept: Figures,
  now: Figures,
  locale: View["locale"],
): string[] {
  const codes = [...new Set([...figures, ...(scored_by ? [scored_by] : [])])]
  return codes.flatMap((code) => {
    const value = kept[code] ?? now[code]
    if (value === undefined) return []
    const shown = (figure: number) => formatFigure(figure, unitOf(code), locale)
    const words = `${figureName(code, locale)}: ${shown(value)}`
    const differs = kept[code] !== undefined && now[code] !== undefined && kept[code] !== now[code]
    return [differs ? `${words} (${texts[locale].differs(shown(now[code]!))})` : words]
  })
}

/** What was answered, where points alone do not say it. */
export function answerWords(item: RatingItem, { yes, choice, figure }: Answer, locale: View["locale"]) {
  if (item.input === "yes_no" && yes !== undefined && yes !== null)
    return yes ? texts[locale].yes : texts[locale].no
  if (item.input === "choices") return item.choices.find(({ code }) => code === choice)?.label[locale]
  if (item.input === "scale" && figure !== undefined && figure !== null && item.scored_by)
    return `${figureName(item.scored_by, locale)}: ${formatFigure(figure, unitOf(item.scored_by), locale)}`
  return undefined
}
