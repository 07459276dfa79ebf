import { sql } from "kysely"
import {
  average,
  averageOfSum,
  cooperativesAlone,
  cooperativesAndFunds,
  type Entry,
  flow,
  flowOfReports,
  shareOfReporting,
  shareOfSum,
  stock,
  sumOfReports,
} from "./entry.ts"
import {
  averageOf,
  endings,
  everyOrganisation,
  happened,
  operating,
  ratedAs,
  reported,
  reportedInPeriod,
  reportedYes,
  sumOverSum,
} from "./records.ts"
import { ratings, reports } from "./sources.ts"
import {
  averageFormula,
  type Both,
  cooperativeLaw,
  flowFormula,
  operatingFormula,
  ratingCircular,
  reportedFlowFormula,
  reportForms,
  stockFormula,
  sumFormula,
  yearlyReport,
} from "./words.ts"

const section = "cooperatives"
const counted = { section, kinds: cooperativesAndFunds } as const
const people = { ...sumOfReports, ...counted, unit: "person" } as const
const joining = { ...flowOfReports, ...counted } as const
const ratedShare = {
  ...shareOfReporting,
  section,
  kinds: cooperativesAlone,
  denominators: ["rated", "operating", "all"],
  shows: "points",
} as const
const rated = { ...sumOfReports, section, kinds: cooperativesAlone, shows: "points" } as const
/** The size of credit funds would drown every average: they are counted in where that is asked for. */
const averageAlone = { ...average, section, kinds: cooperativesAlone, mayAddCreditFunds: true } as const
const averageOfSumAlone = {
  ...averageOfSum,
  section,
  kinds: cooperativesAlone,
  mayAddCreditFunds: true,
} as const

function ratedShareFormula(vi: string, en: string): Both {
  return {
    vi: `Số hợp tác xã xếp loại ${vi} ÷ số hợp tác xã của mẫu số × 100. Mẫu số: hợp tác xã đã xếp loại (mặc định), đang hoạt động, hoặc tất cả.`,
    en: `Cooperatives rated ${en} ÷ cooperatives of the denominator × 100. Denominator: those rated (default), those operating, or all.`,
  }
}
function ratedFormula(vi: string, en: string): Both {
  return {
    vi: `Số hợp tác xã tồn tại vào ngày tính và xếp loại ${vi} trong năm đánh giá gần nhất.`,
    en: `Cooperatives that exist on the day and are rated ${en} in the latest year rated.`,
  }
}
function ratedAmong(vi: string, en: string): Both {
  return {
    vi: `Hợp tác xã được xếp loại ${vi} trong năm đánh giá gần nhất; quỹ tín dụng nhân dân do Ngân hàng Nhà nước xếp hạng nên không tính.`,
    en: `Cooperatives rated ${en} in the latest year rated; credit funds are ranked by the State Bank and left out.`,
  }
}
const perCooperative: Both = { vi: "hợp tác xã", en: "cooperatives" }
const managersOf = sql<number>`report.managers`
const managersWithCollege = sql<number>`report.managers_with_college_or_higher`

/** I of the ministry's table: cooperatives, people's credit funds among them. */
export const cooperativeMeasures = {
  cooperatives: {
    ...stock,
    ...counted,
    records: everyOrganisation,
    words: {
      name: { vi: "Tổng số hợp tác xã", en: "Cooperatives" },
      counts: {
        vi: "Hợp tác xã chưa giải thể, phá sản hay chấm dứt, kể cả đang tạm ngừng; gồm cả quỹ tín dụng nhân dân.",
        en: "Cooperatives not dissolved, bankrupt or otherwise ended, the suspended included; credit funds count as cooperatives.",
      },
      formula: stockFormula,
      source: reportForms,
    },
  },
  cooperatives_operating: {
    ...stock,
    ...counted,
    records: operating,
    words: {
      name: { vi: "Số hợp tác xã đang hoạt động", en: "Cooperatives operating" },
      counts: {
        vi: "Hợp tác xã và quỹ tín dụng nhân dân đang hoạt động vào ngày tính.",
        en: "Cooperatives and credit funds that operate on the day.",
      },
      formula: operatingFormula,
      source: reportForms,
    },
  },
  cooperatives_founded: {
    ...flow,
    ...counted,
    records: happened("founded"),
    words: {
      name: { vi: "Số hợp tác xã thành lập mới", en: "Cooperatives founded" },
      counts: {
        vi: "Hợp tác xã và quỹ tín dụng nhân dân thành lập mới trong kỳ; không tính tổ chức hình thành do chia, tách, hợp nhất, chuyển đổi.",
        en: "Cooperatives and credit funds founded in the period; not those that came of a division, separation, consolidation or conversion.",
      },
      formula: flowFormula,
      source: reportForms,
    },
  },
  cooperatives_ended: {
    ...flow,
    ...counted,
    better: "less",
    records: happened(...endings),
    words: {
      name: { vi: "Số hợp tác xã giải thể, phá sản", en: "Cooperatives dissolved or bankrupt" },
      counts: {
        vi: "Hợp tác xã và quỹ tín dụng nhân dân giải thể hoặc phá sản trong kỳ; không tính chia, hợp nhất, sáp nhập, chuyển đổi.",
        en: "Cooperatives and credit funds dissolved or bankrupt in the period; not those divided, consolidated, merged or converted.",
      },
      formula: flowFormula,
      source: reportForms,
    },
  },
  cooperatives_converted: {
    ...flow,
    ...counted,
    better: "less",
    records: happened("converted"),
    words: {
      name: {
        vi: "Số hợp tác xã chuyển đổi thành doanh nghiệp",
        en: "Cooperatives converted to enterprises",
      },
      counts: {
        vi: "Hợp tác xã chuyển đổi sang loại hình khác (doanh nghiệp) trong kỳ.",
        en: "Cooperatives that became another kind of body, such as an enterprise, in the period.",
      },
      formula: flowFormula,
      source: reportForms,
    },
  },
  cooperatives_created_by_reorganisation: {
    ...flow,
    ...counted,
    records: happened(
      "created_by_division",
      "created_by_separation",
      "created_by_consolidation",
      "created_by_conversion",
    ),
    words: {
      name: { vi: "Số hợp tác xã hình thành do tổ chức lại", en: "Cooperatives created by reorganisation" },
      counts: {
        vi: "Hợp tác xã hình thành trong kỳ do chia, tách, hợp nhất hoặc chuyển đổi.",
        en: "Cooperatives that came of a division, separation, consolidation or conversion in the period.",
      },
      formula: flowFormula,
      source: cooperativeLaw,
    },
  },
  cooperatives_ended_by_reorganisation: {
    ...flow,
    ...counted,
    better: "less",
    records: happened("divided", "consolidated", "merged"),
    words: {
      name: { vi: "Số hợp tác xã chấm dứt do tổ chức lại", en: "Cooperatives ended by reorganisation" },
      counts: {
        vi: "Hợp tác xã chấm dứt trong kỳ do bị chia, hợp nhất hoặc sáp nhập vào hợp tác xã khác.",
        en: "Cooperatives that ended in the period because they were divided, consolidated or merged into another.",
      },
      formula: flowFormula,
      source: cooperativeLaw,
    },
  },
  credit_funds: {
    ...stock,
    section,
    kinds: ["credit_fund"],
    records: everyOrganisation,
    words: {
      name: { vi: "Số quỹ tín dụng nhân dân", en: "People's credit funds" },
      counts: {
        vi: "Quỹ tín dụng nhân dân chưa giải thể hay chấm dứt.",
        en: "People's credit funds that have not ended.",
      },
      formula: stockFormula,
      source: {
        vi: "Luật Các tổ chức tín dụng 32/2024/QH15; tính vào hợp tác xã, lĩnh vực tín dụng.",
        en: "Law on Credit Institutions 32/2024/QH15; counted among cooperatives, sector credit.",
      },
    },
  },
  cooperatives_good_or_fair: {
    ...rated,
    records: ratedAs("good", "fair"),
    words: {
      name: { vi: "Số hợp tác xã xếp loại tốt, khá", en: "Cooperatives rated good or fair" },
      counts: ratedAmong("tốt hoặc khá (“khá, giỏi”)", "good or fair"),
      formula: ratedFormula("tốt, khá", "good or fair"),
      source: ratingCircular,
    },
  },
  cooperatives_average: {
    ...rated,
    better: "closer",
    records: ratedAs("average"),
    words: {
      name: { vi: "Số hợp tác xã xếp loại trung bình", en: "Cooperatives rated average" },
      counts: ratedAmong("trung bình", "average"),
      formula: ratedFormula("trung bình", "average"),
      source: ratingCircular,
    },
  },
  cooperatives_weak: {
    ...rated,
    better: "less",
    records: ratedAs("weak"),
    words: {
      name: { vi: "Số hợp tác xã xếp loại yếu", en: "Cooperatives rated weak" },
      counts: ratedAmong("yếu", "weak"),
      formula: ratedFormula("yếu", "weak"),
      source: ratingCircular,
    },
  },
  cooperatives_not_rated: {
    ...rated,
    better: "less",
    records: (scope) => ({
      source: ratings(scope),
      numerator: sql`case when rating.class is null then 1 else 0 end`,
      isMeasured: sql`rating.class is not null`,
      amount: sql`rating.points`,
      class: sql`rating.class`,
    }),
    words: {
      name: { vi: "Số hợp tác xã không xếp loại", en: "Cooperatives not rated" },
      counts: {
        vi: "Hợp tác xã tồn tại vào ngày tính mà không có xếp loại trong năm đánh giá gần nhất: chưa đủ 12 tháng, ngừng trên 3 tháng, hoặc chưa đánh giá.",
        en: "Cooperatives that exist on the day without a class in the latest year rated: under twelve months, stopped for over three months, or not yet rated.",
      },
      formula: {
        vi: "Tổng số hợp tác xã (không kể quỹ tín dụng nhân dân) − tốt, khá − trung bình − yếu.",
        en: "All cooperatives (without credit funds) − good or fair − average − weak.",
      },
      source: ratingCircular,
    },
  },
  cooperatives_good_or_fair_share: {
    ...ratedShare,
    records: ratedAs("good", "fair"),
    words: {
      name: { vi: "Tỷ lệ hợp tác xã xếp loại tốt, khá", en: "Share of cooperatives rated good or fair" },
      counts: ratedAmong("tốt hoặc khá (“khá, giỏi”)", "good or fair"),
      formula: ratedShareFormula("tốt, khá", "good or fair"),
      source: ratingCircular,
    },
  },
  cooperatives_average_share: {
    ...ratedShare,
    better: "closer",
    records: ratedAs("average"),
    words: {
      name: { vi: "Tỷ lệ hợp tác xã xếp loại trung bình", en: "Share of cooperatives rated average" },
      counts: ratedAmong("trung bình", "average"),
      formula: ratedShareFormula("trung bình", "average"),
      source: ratingCircular,
    },
  },
  cooperatives_weak_share: {
    ...ratedShare,
    better: "less",
    records: ratedAs("weak"),
    words: {
      name: { vi: "Tỷ lệ hợp tác xã xếp loại yếu", en: "Share of cooperatives rated weak" },
      counts: ratedAmong("yếu", "weak"),
      formula: ratedShareFormula("yếu", "weak"),
      source: ratingCircular,
    },
  },
  cooperatives_profitable_share: {
    ...shareOfReporting,
    ...counted,
    shows: "profit",
    records: (scope) => ({
      source: reports(scope),
      numerator: sql`case when report.profit_before_tax > 0 then 1 else 0 end`,
      isMeasured: sql`report.id is not null`,
      amount: sql`report.profit_before_tax`,
    }),
    words: {
      name: { vi: "Tỷ lệ hợp tác xã có lãi", en: "Share of cooperatives with a profit" },
      counts: {
        vi: "Hợp tác xã (kể cả quỹ tín dụng nhân dân) có lợi nhuận trước thuế lớn hơn 0 trong năm báo cáo gần nhất.",
        en: "Cooperatives (credit funds included) with a profit before tax above nought in the latest reporting year.",
      },
      formula: {
        vi: "Số hợp tác xã có lãi ÷ số hợp tác xã của mẫu số × 100. Mẫu số: hợp tác xã đã nộp báo cáo (mặc định), đang hoạt động, hoặc tất cả.",
        en: "Cooperatives with a profit ÷ cooperatives of the denominator × 100. Denominator: those that reported (default), those operating, or all.",
      },
      source: yearlyReport,
    },
  },
  high_technology: {
    ...sumOfReports,
    ...counted,
    shows: "yes_or_no",
    records: reportedYes("high_technology"),
    words: {
      name: { vi: "Số hợp tác xã ứng dụng công nghệ cao", en: "Cooperatives with high technology" },
      counts: {
        vi: "Hợp tác xã khai ứng dụng công nghệ cao trong báo cáo của năm báo cáo gần nhất.",
        en: "Cooperatives that say in the report of the latest reporting year that they use high technology.",
      },
      formula: sumFormula,
      source: reportForms,
    },
  },
  value_chain: {
    ...sumOfReports,
    ...counted,
    shows: "yes_or_no",
    records: reportedYes("value_chain"),
    words: {
      name: { vi: "Số hợp tác xã liên kết theo chuỗi giá trị", en: "Cooperatives in value chains" },
      counts: {
        vi: "Hợp tác xã khai liên kết theo chuỗi giá trị trong báo cáo của năm báo cáo gần nhất.",
        en: "Cooperatives that say in the report of the latest reporting year that they are linked in a value chain.",
      },
      formula: sumFormula,
      source: reportForms,
    },
  },
  members: {
    ...people,
    shows: "members",
    records: reported("members"),
    words: {
      name: { vi: "Tổng số thành viên hợp tác xã", en: "Members of cooperatives" },
      counts: {
        vi: "Thành viên hợp tác xã, kể cả quỹ tín dụng nhân dân; một người tham gia hai nơi được tính hai lần.",
        en: "Members of cooperatives, credit funds included; a person who is in two counts twice.",
      },
      formula: sumFormula,
      source: yearlyReport,
    },
  },
  members_joined: {
    ...joining,
    shows: "members",
    records: reportedInPeriod("members_joined"),
    words: {
      name: { vi: "Số thành viên mới của hợp tác xã", en: "Members who joined cooperatives" },
      counts: {
        vi: "Thành viên vào hợp tác xã, quỹ tín dụng nhân dân trong các năm báo cáo của kỳ.",
        en: "Members who joined cooperatives and credit funds in the reporting years of the period.",
      },
      formula: reportedFlowFormula,
      source: reportForms,
    },
  },
  members_left: {
    ...joining,
    better: "less",
    shows: "members",
    records: reportedInPeriod("members_left"),
    words: {
      name: { vi: "Số thành viên ra khỏi hợp tác xã", en: "Members who left cooperatives" },
      counts: {
        vi: "Thành viên ra khỏi hợp tác xã, quỹ tín dụng nhân dân trong các năm báo cáo của kỳ.",
        en: "Members who left cooperatives and credit funds in the reporting years of the period.",
      },
      formula: reportedFlowFormula,
      source: reportForms,
    },
  },
  workers: {
    ...people,
    shows: "workers",
    records: reported("workers"),
    words: {
      name: { vi: "Tổng số lao động thường xuyên trong hợp tác xã", en: "Regular workers of cooperatives" },
      counts: {
        vi: "Lao động thường xuyên của hợp tác xã, kể cả quỹ tín dụng nhân dân.",
        en: "Regular workers of cooperatives, credit funds included.",
      },
      formula: sumFormula,
      source: yearlyReport,
    },
  },
  workers_joined: {
    ...joining,
    shows: "workers",
    records: reportedInPeriod("workers_joined"),
    words: {
      name: { vi: "Số lao động thường xuyên mới của hợp tác xã", en: "New regular workers of cooperatives" },
      counts: {
        vi: "Lao động thường xuyên mới của hợp tác xã, quỹ tín dụng nhân dân trong các năm báo cáo của kỳ.",
        en: "Regular workers whom cooperatives and credit funds took on in the reporting years of the period.",
      },
      formula: reportedFlowFormula,
      source: reportForms,
    },
  },
  workers_who_are_members: {
    ...people,
    shows: "workers",
    records: reported("workers_who_are_members"),
    words: {
      name: {
        vi: "Số lao động thường xuyên là thành viên hợp tác xã",
        en: "Regular workers who are members",
      },
      counts: {
        vi: "Lao động thường xuyên đồng thời là thành viên của hợp tác xã, quỹ tín dụng nhân dân.",
        en: "Regular workers of cooperatives and credit funds who are members too.",
      },
      formula: sumFormula,
      source: reportForms,
    },
  },
  average_revenue: {
    ...averageAlone,
    shows: "revenue",
    records: averageOf("revenue"),
    words: {
      name: { vi: "Doanh thu bình quân một hợp tác xã", en: "Average revenue of a cooperative" },
      counts: {
        vi: "Doanh thu trong năm của hợp tác xã đã nộp báo cáo, không kể quỹ tín dụng nhân dân.",
        en: "Revenue of the year of the cooperatives that reported, without credit funds.",
      },
      formula: averageFormula({ vi: "Tổng doanh thu", en: "Sum of revenues" }, perCooperative),
      source: reportForms,
    },
  },
  average_revenue_from_members: {
    ...averageAlone,
    shows: "revenue",
    records: averageOf("revenue_from_members"),
    words: {
      name: {
        vi: "Doanh thu bình quân của hợp tác xã đối với thành viên",
        en: "Average revenue of a cooperative from its members",
      },
      counts: {
        vi: "Doanh thu từ giao dịch với thành viên của hợp tác xã đã nộp báo cáo, không kể quỹ tín dụng nhân dân.",
        en: "Revenue from dealings with members of the cooperatives that reported, without credit funds.",
      },
      formula: averageFormula(
        { vi: "Tổng doanh thu đối với thành viên", en: "Sum of revenues from members" },
        perCooperative,
      ),
      source: reportForms,
    },
  },
  revenue_from_members_share: {
    ...shareOfSum,
    section,
    kinds: cooperativesAlone,
    mayAddCreditFunds: true,
    dividesBy: { vi: "tổng doanh thu (đồng)", en: "sum of revenues (đồng)" },
    shows: "revenue",
    records: sumOverSum(sql`report.revenue_from_members`, sql`report.revenue`),
    words: {
      name: {
        vi: "Tỷ lệ doanh thu đối với thành viên trong tổng doanh thu",
        en: "Share of revenue that comes from members",
      },
      counts: {
        vi: "Phần doanh thu từ giao dịch với thành viên, của hợp tác xã đã báo cáo cả hai số, không kể quỹ tín dụng nhân dân.",
        en: "The part of revenue from dealings with members, of cooperatives that reported both, without credit funds.",
      },
      formula: {
        vi: "Tổng doanh thu đối với thành viên ÷ tổng doanh thu × 100; không phải bình quân của các tỷ lệ.",
        en: "Sum of revenues from members ÷ sum of revenues × 100; not an average of shares.",
      },
      source: reportForms,
    },
  },
  average_profit: {
    ...averageAlone,
    shows: "profit",
    records: averageOf("profit_before_tax"),
    words: {
      name: { vi: "Lãi bình quân một hợp tác xã", en: "Average profit of a cooperative" },
      counts: {
        vi: "Lợi nhuận trước thuế trong năm của hợp tác xã đã nộp báo cáo, không kể quỹ tín dụng nhân dân; lỗ là số âm và vẫn được cộng.",
        en: "Profit before tax of the cooperatives that reported, without credit funds; losses are negative and stay in the sum.",
      },
      formula: averageFormula(
        { vi: "Tổng lợi nhuận trước thuế", en: "Sum of profits before tax" },
        perCooperative,
      ),
      source: reportForms,
    },
  },
  average_worker_income: {
    ...averageOfSumAlone,
    dividesBy: { vi: "lao động thường xuyên", en: "regular workers" },
    shows: "wages",
    records: sumOverSum(sql`report.wages`, sql`report.workers`),
    words: {
      name: {
        vi: "Thu nhập bình quân của lao động thường xuyên trong hợp tác xã",
        en: "Average income of a cooperative's regular worker",
      },
      counts: {
        vi: "Tiền công trả cho lao động thường xuyên của hợp tác xã, không kể quỹ tín dụng nhân dân; khác với thu nhập của thành viên.",
        en: "What cooperatives paid their regular workers, without credit funds; not the same as members' income.",
      },
      formula: {
        vi: "Tổng tiền công trong năm ÷ tổng số lao động thường xuyên, đồng/người/năm.",
        en: "Sum of wages of the year ÷ sum of regular workers, đồng a person a year.",
      },
      source: reportForms,
    },
  },
  managers: {
    ...people,
    shows: "managers",
    records: reported("managers"),
    words: {
      name: { vi: "Tổng số cán bộ quản lý hợp tác xã", en: "Managers of cooperatives" },
      counts: {
        vi: "Cán bộ quản lý của hợp tác xã, quỹ tín dụng nhân dân.",
        en: "Managers of cooperatives and credit funds.",
      },
      formula: sumFormula,
      source: reportForms,
    },
  },
  managers_with_primary_or_intermediate_training: {
    ...people,
    shows: "managers",
    records: (scope) => {
      const primary = sql<number>`report.managers_with_primary_training`
      const intermediate = sql<number>`report.managers_with_intermediate_training`
      return {
        source: reports(scope),
        numerator: sql`coalesce(${primary}, 0) + coalesce(${intermediate}, 0)`,
        where: sql`(${primary} is not null or ${intermediate} is not null)`,
      }
    },
    words: {
      name: {
        vi: "Số cán bộ quản lý đã qua đào tạo trình độ sơ, trung cấp",
        en: "Managers with primary or intermediate training",
      },
      counts: {
        vi: "Cán bộ quản lý của hợp tác xã, quỹ tín dụng nhân dân có trình độ sơ cấp hoặc trung cấp.",
        en: "Managers of cooperatives and credit funds with primary or intermediate training.",
      },
      formula: sumFormula,
      source: reportForms,
    },
  },
  managers_with_college_or_higher: {
    ...people,
    shows: "managers",
    records: reported("managers_with_college_or_higher"),
    words: {
      name: {
        vi: "Số cán bộ quản lý có trình độ cao đẳng, đại học trở lên",
        en: "Managers with college or higher education",
      },
      counts: {
        vi: "Cán bộ quản lý của hợp tác xã, quỹ tín dụng nhân dân có trình độ cao đẳng, đại học hoặc trên đại học.",
        en: "Managers of cooperatives and credit funds who went to college, university or beyond.",
      },
      formula: sumFormula,
      source: reportForms,
    },
  },
  managers_with_college_or_higher_share: {
    ...shareOfSum,
    ...counted,
    dividesBy: { vi: "cán bộ quản lý", en: "managers" },
    shows: "managers",
    records: sumOverSum(managersWithCollege, managersOf),
    words: {
      name: {
        vi: "Tỷ lệ cán bộ quản lý có trình độ cao đẳng, đại học trở lên",
        en: "Share of managers with college or higher education",
      },
      counts: {
        vi: "Phần cán bộ quản lý có trình độ cao đẳng, đại học trở lên, của hợp tác xã, quỹ tín dụng nhân dân đã báo cáo cả hai số.",
        en: "The part of managers who went to college or beyond, of cooperatives and credit funds that reported both.",
      },
      formula: {
        vi: "Tổng số cán bộ có trình độ cao đẳng trở lên ÷ tổng số cán bộ quản lý × 100.",
        en: "Sum of managers with college or higher ÷ sum of managers × 100.",
      },
      source: reportForms,
    },
  },
} satisfies Record<string, Entry>
