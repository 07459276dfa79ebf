import { sql } from "kysely"
import { allKinds, type Entry, flow, groups, shareOfReporting, sumOfReports } from "./entry.ts"
import {
  anyReportOfTheYear,
  communesWithModels,
  eventsWithLatestReport,
  reports,
  reportsWithModels,
} from "./sources.ts"
import { type Both, flowFormula, noDefinition, sumFormula, yearlyReport } from "./words.ts"

const section = "plans"

const modelsAre: Both = {
  vi: "Mô hình bền vững: hợp tác xã, liên hiệp hợp tác xã hoặc tổ hợp tác hoạt động liên tục từ 24 tháng trở lên, có lãi trong hai năm báo cáo gần nhất, nếu đã xếp loại thì đạt tốt hoặc khá.",
  en: "Lasting model: a cooperative, union or cooperative group that has operated without a break for at least 24 months, made a profit in the two latest reporting years and, where rated, is good or fair.",
}

/** What plans of provinces aim at beside the ministry's table. */
export const planMeasures = {
  cooperative_groups_founded_with_large_field: {
    ...flow,
    section,
    kinds: groups,
    shows: "hectares",
    records: (scope) => ({
      source: eventsWithLatestReport(scope),
      where: sql`event.kind = 'founded' and latest.large_field_area > 0`,
      amount: sql`latest.large_field_area`,
    }),
    words: {
      name: {
        vi: "Số tổ hợp tác thành lập mới gắn với cánh đồng lớn",
        en: "Cooperative groups founded that work a large field",
      },
      counts: {
        vi: "Tổ hợp tác thành lập trong kỳ có diện tích cánh đồng lớn trong báo cáo gần nhất đã được tiếp nhận.",
        en: "Cooperative groups founded in the period whose latest accepted report has a large-field area.",
      },
      formula: flowFormula,
      source: noDefinition,
    },
  },
  communes_with_lasting_model_share: {
    ...shareOfReporting,
    section,
    of: "communes",
    kinds: allKinds,
    denominators: ["all"],
    shows: "models",
    records: (scope) => ({
      source: communesWithModels(scope),
      numerator: sql`case when state.models > 0 then 1 else 0 end`,
      isMeasured: anyReportOfTheYear(scope),
      amount: sql`state.models`,
    }),
    words: {
      name: { vi: "Tỷ lệ xã có mô hình bền vững", en: "Share of communes with a lasting model" },
      counts: {
        vi: `Xã, phường, thị trấn, đặc khu có ít nhất một mô hình bền vững. ${modelsAre.vi}`,
        en: `Communes, wards, townships and special zones with at least one lasting model. ${modelsAre.en}`,
      },
      formula: {
        vi: "Số xã có mô hình ÷ tổng số xã đang tồn tại vào ngày tính × 100.",
        en: "Communes with a model ÷ all communes in force on the day × 100.",
      },
      source: noDefinition,
    },
  },
  lasting_models: {
    ...sumOfReports,
    section,
    kinds: allKinds,
    shows: "profit",
    records: (scope) => ({
      source: reportsWithModels(scope),
      numerator: sql`case when model.organisation_id is null then 0 else 1 end`,
      amount: sql`report.profit_before_tax`,
    }),
    words: {
      name: { vi: "Số mô hình bền vững", en: "Lasting models" },
      counts: modelsAre,
      formula: {
        vi: "Số tổ chức đạt đủ các điều kiện vào ngày tính.",
        en: "Organisations that fulfil every condition on the day.",
      },
      source: noDefinition,
    },
  },
  large_field_area: {
    ...sumOfReports,
    section,
    unit: "hectare",
    // Not unions: their fields are those of their member cooperatives.
    kinds: ["cooperative", "cooperative_group"],
    shows: "hectares",
    records: (scope) => ({
      source: reports(scope),
      numerator: sql`coalesce(report.large_field_area, 0)`,
    }),
    words: {
      name: { vi: "Diện tích cánh đồng lớn", en: "Large-field area" },
      counts: {
        vi: "Diện tích cánh đồng lớn của hợp tác xã và tổ hợp tác, tính bằng héc-ta.",
        en: "Large-field area worked by cooperatives and cooperative groups, in hectares.",
      },
      formula: sumFormula,
      source: yearlyReport,
    },
  },
} satisfies Record<string, Entry>
