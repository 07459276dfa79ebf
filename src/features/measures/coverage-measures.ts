import { sql } from "kysely"
import { allKinds, type Entry, shareOfReporting } from "./entry.ts"
import type { CountingScope } from "./scope.ts"
import { reports } from "./sources.ts"
import { yearlyReport } from "./words.ts"

/** Excused, or with nothing to report, in the round of the year. */
function excusedAs(kind: "excused" | "nil", { year }: CountingScope) {
  return sql<boolean>`exists (
    select from report_excuses excuse join reporting_rounds round on round.id = excuse.round_id
    where excuse.organisation_id = state.organisation_id and excuse.kind = ${kind} and excuse.taken_back_at is null
      and round.year = ${year} and round.period = 'year')`
}

/** How much of what was asked is known: it stands beside every figure that comes from reports. */
export const coverageMeasures = {
  organisations_reporting_share: {
    ...shareOfReporting,
    section: "coverage",
    kinds: allKinds,
    denominators: ["all"],
    shows: "yes_or_no",
    records: (scope) => ({
      source: reports(scope),
      where: sql`not ${excusedAs("excused", scope)}`,
      numerator: sql`case when report.id is not null or ${excusedAs("nil", scope)} then 1 else 0 end`,
    }),
    words: {
      name: { vi: "Tỷ lệ tổ chức đã báo cáo", en: "Share of organisations that reported" },
      counts: {
        vi: "Tổ chức còn tồn tại vào ngày tính có báo cáo năm đã được tiếp nhận, hoặc được ghi nhận không có gì phát sinh; tổ chức được miễn báo cáo không tính ở cả tử số và mẫu số.",
        en: "Organisations that exist on the day with an accepted yearly report, or recorded as having nothing to report; those excused are in neither number.",
      },
      formula: {
        vi: "Số tổ chức đã báo cáo ÷ số tổ chức phải báo cáo × 100.",
        en: "Organisations that reported ÷ organisations expected to × 100.",
      },
      source: yearlyReport,
    },
  },
} satisfies Record<string, Entry>
