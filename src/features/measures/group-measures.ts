import { sql } from "kysely"
import {
  average,
  averageOfSum,
  type Entry,
  flow,
  flowOfReports,
  groups,
  stock,
  sumOfReports,
} from "./entry.ts"
import {
  averageOf,
  endings,
  everyOrganisation,
  happened,
  operating,
  reported,
  reportedInPeriod,
  sumOverSum,
} from "./records.ts"
import { registeredOrganisations } from "./sources.ts"
import {
  averageFormula,
  type Both,
  flowFormula,
  groupLaw,
  operatingFormula,
  reportedFlowFormula,
  reportForms,
  stockFormula,
  sumFormula,
  yearlyReport,
} from "./words.ts"

const counted = { section: "groups", kinds: groups } as const
const perGroup: Both = { vi: "tổ hợp tác", en: "groups" }

/** III of the ministry's table: cooperative groups. */
export const groupMeasures = {
  cooperative_groups: {
    ...stock,
    ...counted,
    records: everyOrganisation,
    words: {
      name: { vi: "Tổng số tổ hợp tác", en: "Cooperative groups" },
      counts: { vi: "Tổ hợp tác chưa chấm dứt.", en: "Cooperative groups that have not ended." },
      formula: stockFormula,
      source: groupLaw,
    },
  },
  cooperative_groups_operating: {
    ...stock,
    ...counted,
    records: operating,
    words: {
      name: { vi: "Số tổ hợp tác đang hoạt động", en: "Cooperative groups operating" },
      counts: {
        vi: "Tổ hợp tác đang hoạt động vào ngày tính.",
        en: "Cooperative groups that operate on the day.",
      },
      formula: operatingFormula,
      source: reportForms,
    },
  },
  cooperative_groups_founded: {
    ...flow,
    ...counted,
    records: happened("founded"),
    words: {
      name: { vi: "Số tổ hợp tác thành lập mới", en: "Cooperative groups founded" },
      counts: { vi: "Tổ hợp tác thành lập mới trong kỳ.", en: "Cooperative groups founded in the period." },
      formula: flowFormula,
      source: groupLaw,
    },
  },
  cooperative_groups_ended: {
    ...flow,
    ...counted,
    better: "less",
    records: happened(...endings),
    words: {
      name: { vi: "Số tổ hợp tác chấm dứt hoạt động", en: "Cooperative groups ended" },
      counts: {
        vi: "Tổ hợp tác chấm dứt hoạt động trong kỳ; không tính tổ hợp tác chuyển đổi thành hợp tác xã.",
        en: "Cooperative groups that ended in the period; not those that became cooperatives.",
      },
      formula: flowFormula,
      source: groupLaw,
    },
  },
  cooperative_groups_registered: {
    ...stock,
    ...counted,
    records: (scope) => ({ source: registeredOrganisations(scope) }),
    words: {
      name: {
        vi: "Số tổ hợp tác có đăng ký hoặc được chứng thực",
        en: "Cooperative groups registered or certified",
      },
      counts: {
        vi: "Tổ hợp tác mà sổ đăng ký có ghi lần đăng ký hoặc số giấy chứng nhận, chứng thực vào ngày tính.",
        en: "Cooperative groups of which the register holds a registration or the number of a certificate on the day.",
      },
      formula: stockFormula,
      source: groupLaw,
    },
  },
  members_of_cooperative_groups: {
    ...sumOfReports,
    ...counted,
    unit: "person",
    shows: "members",
    records: reported("members"),
    words: {
      name: { vi: "Tổng số thành viên tổ hợp tác", en: "Members of cooperative groups" },
      counts: { vi: "Thành viên tổ hợp tác.", en: "Members of cooperative groups." },
      formula: sumFormula,
      source: yearlyReport,
    },
  },
  members_joined_in_cooperative_groups: {
    ...flowOfReports,
    ...counted,
    shows: "members",
    records: reportedInPeriod("members_joined"),
    words: {
      name: { vi: "Số thành viên mới của tổ hợp tác", en: "Members who joined cooperative groups" },
      counts: {
        vi: "Thành viên vào tổ hợp tác trong các năm báo cáo của kỳ.",
        en: "Members who joined cooperative groups in the reporting years of the period.",
      },
      formula: reportedFlowFormula,
      source: reportForms,
    },
  },
  average_revenue_of_cooperative_groups: {
    ...average,
    ...counted,
    shows: "revenue",
    records: averageOf("revenue"),
    words: {
      name: { vi: "Doanh thu bình quân một tổ hợp tác", en: "Average revenue of a cooperative group" },
      counts: {
        vi: "Doanh thu trong năm của tổ hợp tác đã nộp báo cáo.",
        en: "Revenue of the year of the groups that reported.",
      },
      formula: averageFormula({ vi: "Tổng doanh thu", en: "Sum of revenues" }, perGroup),
      source: reportForms,
    },
  },
  average_profit_of_cooperative_groups: {
    ...average,
    ...counted,
    shows: "profit",
    records: averageOf("profit_before_tax"),
    words: {
      name: { vi: "Lãi bình quân một tổ hợp tác", en: "Average profit of a cooperative group" },
      counts: {
        vi: "Lợi nhuận trước thuế trong năm của tổ hợp tác đã nộp báo cáo; lỗ là số âm và vẫn được cộng.",
        en: "Profit before tax of the groups that reported; losses are negative and stay in the sum.",
      },
      formula: averageFormula({ vi: "Tổng lợi nhuận trước thuế", en: "Sum of profits before tax" }, perGroup),
      source: reportForms,
    },
  },
  average_income_in_cooperative_groups: {
    ...averageOfSum,
    ...counted,
    dividesBy: { vi: "lao động (hoặc thành viên)", en: "workers (or members)" },
    shows: "wages",
    records: sumOverSum(sql`report.wages`, sql`coalesce(nullif(report.workers, 0), report.members)`),
    words: {
      name: {
        vi: "Thu nhập bình quân của lao động, thành viên tổ hợp tác",
        en: "Average income of a worker or member of a cooperative group",
      },
      counts: {
        vi: "Tiền công, thu nhập tổ hợp tác đã trả cho người làm việc; tổ không khai lao động thì chia cho số thành viên.",
        en: "What groups paid those who work in them; where a group reports no workers, its members stand below the line.",
      },
      formula: {
        vi: "Tổng tiền công, thu nhập đã trả trong năm ÷ tổng số lao động (không có thì thành viên), đồng/người/năm.",
        en: "Sum of what was paid in the year ÷ sum of workers (or members, where there are none), đồng a person a year.",
      },
      source: reportForms,
    },
  },
} satisfies Record<string, Entry>
