import { sql } from "kysely"
import { average, type Entry, flow, stock, sumOfReports, unions } from "./entry.ts"
import { averageOf, endings, everyOrganisation, happened, operating, reported } from "./records.ts"
import { unionsWithMembers } from "./sources.ts"
import {
  averageFormula,
  type Both,
  flowFormula,
  operatingFormula,
  reportForms,
  stockFormula,
  sumFormula,
} from "./words.ts"

const counted = { section: "unions", kinds: unions } as const
const perUnion: Both = { vi: "liên hiệp hợp tác xã", en: "unions" }

/** II of the ministry's table: unions of cooperatives. */
export const unionMeasures = {
  cooperative_unions: {
    ...stock,
    ...counted,
    records: everyOrganisation,
    words: {
      name: { vi: "Tổng số liên hiệp hợp tác xã", en: "Unions of cooperatives" },
      counts: {
        vi: "Liên hiệp hợp tác xã chưa giải thể hay chấm dứt.",
        en: "Unions of cooperatives that have not ended.",
      },
      formula: stockFormula,
      source: reportForms,
    },
  },
  cooperative_unions_operating: {
    ...stock,
    ...counted,
    records: operating,
    words: {
      name: { vi: "Số liên hiệp hợp tác xã đang hoạt động", en: "Unions of cooperatives operating" },
      counts: {
        vi: "Liên hiệp hợp tác xã đang hoạt động vào ngày tính.",
        en: "Unions of cooperatives that operate on the day.",
      },
      formula: operatingFormula,
      source: reportForms,
    },
  },
  cooperative_unions_founded: {
    ...flow,
    ...counted,
    records: happened("founded"),
    words: {
      name: { vi: "Số liên hiệp hợp tác xã thành lập mới", en: "Unions of cooperatives founded" },
      counts: {
        vi: "Liên hiệp hợp tác xã thành lập mới trong kỳ.",
        en: "Unions of cooperatives founded in the period.",
      },
      formula: flowFormula,
      source: reportForms,
    },
  },
  cooperative_unions_ended: {
    ...flow,
    ...counted,
    better: "less",
    records: happened(...endings),
    words: {
      name: {
        vi: "Số liên hiệp hợp tác xã giải thể, phá sản",
        en: "Unions of cooperatives dissolved or bankrupt",
      },
      counts: {
        vi: "Liên hiệp hợp tác xã giải thể hoặc phá sản trong kỳ.",
        en: "Unions of cooperatives dissolved or bankrupt in the period.",
      },
      formula: flowFormula,
      source: reportForms,
    },
  },
  cooperatives_in_unions: {
    ...stock,
    ...counted,
    shows: "member_cooperatives",
    records: (scope) => ({
      source: unionsWithMembers(scope),
      numerator: sql`joined.cooperatives`,
    }),
    words: {
      name: {
        vi: "Tổng số hợp tác xã thành viên của liên hiệp",
        en: "Member cooperatives of unions",
      },
      counts: {
        vi: "Hợp tác xã đang là thành viên của liên hiệp hợp tác xã theo sổ đăng ký; tính theo địa bàn của liên hiệp, hợp tác xã ở hai liên hiệp được tính hai lần.",
        en: "Cooperatives that the register has as members of a union; they count where the union is, and one that is in two unions counts twice.",
      },
      formula: {
        vi: "Tổng số hợp tác xã thành viên còn tồn tại vào ngày tính của các liên hiệp.",
        en: "Sum over the unions of their member cooperatives that exist on the day.",
      },
      source: reportForms,
    },
  },
  workers_of_unions: {
    ...sumOfReports,
    ...counted,
    unit: "person",
    shows: "workers",
    records: reported("workers"),
    words: {
      name: {
        vi: "Tổng số lao động trong liên hiệp hợp tác xã",
        en: "Workers of unions of cooperatives",
      },
      counts: {
        vi: "Lao động thường xuyên của chính liên hiệp, không kể của hợp tác xã thành viên.",
        en: "Regular workers of the union itself, not of its member cooperatives.",
      },
      formula: sumFormula,
      source: reportForms,
    },
  },
  average_revenue_of_unions: {
    ...average,
    ...counted,
    shows: "revenue",
    records: averageOf("revenue"),
    words: {
      name: {
        vi: "Doanh thu bình quân một liên hiệp hợp tác xã",
        en: "Average revenue of a union of cooperatives",
      },
      counts: {
        vi: "Doanh thu trong năm của liên hiệp hợp tác xã đã nộp báo cáo.",
        en: "Revenue of the year of the unions that reported.",
      },
      formula: averageFormula({ vi: "Tổng doanh thu", en: "Sum of revenues" }, perUnion),
      source: reportForms,
    },
  },
  average_profit_of_unions: {
    ...average,
    ...counted,
    shows: "profit",
    records: averageOf("profit_before_tax"),
    words: {
      name: {
        vi: "Lãi bình quân một liên hiệp hợp tác xã",
        en: "Average profit of a union of cooperatives",
      },
      counts: {
        vi: "Lợi nhuận trước thuế trong năm của liên hiệp hợp tác xã đã nộp báo cáo; lỗ là số âm và vẫn được cộng.",
        en: "Profit before tax of the unions that reported; losses are negative and stay in the sum.",
      },
      formula: averageFormula({ vi: "Tổng lợi nhuận trước thuế", en: "Sum of profits before tax" }, perUnion),
      source: reportForms,
    },
  },
} satisfies Record<string, Entry>
