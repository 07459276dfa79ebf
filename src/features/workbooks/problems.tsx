import { formatNumber } from "../../ui/format.ts"
import { inBoth, type Locale } from "../../ui/language.ts"
import { Table } from "../../ui/table/table.tsx"
import type { Fault } from "./mark-faults.ts"

const texts = inBoth({
  problems: ["Cần sửa và cần xem lại", "To put right, and to look at"],
  cell: ["Ô", "Cell"],
  severity: ["Mức độ", "Severity"],
  what: ["Cần làm gì", "What to do"],
  error: ["Lỗi", "Error"],
  warning: ["Lưu ý", "Note"],
  more: [
    (count: number) => `và ${formatNumber(count, "vi")} điều nữa, có đủ trong tệp đã đánh dấu`,
    (count: number) => `and ${formatNumber(count, "en")} more, all of them in the marked file`,
  ],
})

/** More are in the marked file. */
const mostShown = 200

/** What is to be put right in a workbook, or to be looked at, cell by cell. */
export function Problems({ locale, problems }: { locale: Locale; problems: readonly Fault[] }) {
  const t = texts[locale]
  if (problems.length === 0) return null
  return (
    <section class="stack" aria-labelledby="can-sua">
      <h2 id="can-sua">{t.problems}</h2>
      <Table caption={t.problems} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.cell}</th>
            <th scope="col">{t.severity}</th>
            <th scope="col">{t.what}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, mostShown).map(({ sheet, row, column, severity, message }) => (
            <tr>
              <th scope="row">
                {sheet && `${sheet} `}
                {column ?? ""}
                {row}
              </th>
              <td>{t[severity]}</td>
              <td lang="vi">{message}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {problems.length > mostShown && <p class="quiet">{t.more(problems.length - mostShown)}</p>}
    </section>
  )
}
