import { formatDay, formatNumber } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import type { DailySeal } from "./seals.ts"
import { texts } from "./texts.ts"

type SealsPageProps = { view: View; seals: DailySeal[]; total: number; page: number }

export const daysPerPage = 60

/** What the public can hold the change log to. */
export function SealsPage({ view, seals, total, page }: SealsPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <Layout view={view} title={t.title} description={t.lead}>
      <header class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      {seals.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <Table caption={t.title} quietCaption>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col" class="table__number">
                {t.entries}
              </th>
              <th scope="col" class="table__number">
                {t.number}
              </th>
              <th scope="col">{t.seal}</th>
            </tr>
          </thead>
          <tbody>
            {seals.map(({ day, entries, number, seal }) => (
              <tr>
                <th scope="row">
                  <time datetime={day}>{formatDay(day, locale)}</time>
                </th>
                <td class="table__number">{formatNumber(entries, locale)}</td>
                <td class="table__number">{formatNumber(number, locale)}</td>
                <td>
                  <code>{seal}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pager
        locale={locale}
        page={page}
        perPage={daysPerPage}
        total={total}
        pathOf={(each) => paths.seals(each)}
      />
    </Layout>
  )
}
