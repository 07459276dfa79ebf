import { Table } from "../../ui/table/table.tsx"
import { differingPart } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import type { Names } from "./fields.ts"
import { type Difference, differencesOf } from "./sentences.ts"
import { historyTexts } from "./texts.ts"

type DifferencesProps = {
  view: View
  change: { before: unknown; after: unknown }
  names: Names
  /** Says which change it is, for those who hear the table alone. */
  caption: string
}

/** What an entry says was before and is after; where both are texts, the part that differs is marked. */
export function Differences({ view, change, names, caption }: DifferencesProps) {
  const t = historyTexts[view.locale]
  const differences = differencesOf(change, view.locale, names)
  if (differences.length === 0) return null
  const [hasBefore, hasAfter] = [change.before !== null, change.after !== null]
  return (
    <Table caption={caption} quietCaption>
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          {hasBefore && <th scope="col">{t.before}</th>}
          {hasAfter && <th scope="col">{t.after}</th>}
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <tr>
            <th scope="row">{difference.name}</th>
            {hasBefore && (
              <td class="changes__value">
                <Before {...difference} />
              </td>
            )}
            {hasAfter && (
              <td class="changes__value">
                <After {...difference} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Before({ before = "–", after }: Difference) {
  if (after === undefined || before === "–") return before
  const part = differingPart(before, after)
  return (
    <>
      {part.before}
      {part.differing && <del>{part.differing}</del>}
      {part.after}
    </>
  )
}

function After({ before, after = "–" }: Difference) {
  if (before === undefined || after === "–") return after
  const part = differingPart(after, before)
  return (
    <>
      {part.before}
      {part.differing && <ins>{part.differing}</ins>}
      {part.after}
    </>
  )
}
