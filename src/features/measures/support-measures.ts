import { type RawBuilder, sql } from "kysely"
import { recordKinds } from "../records/record-kinds.ts"
import { allKinds, type Entry, flow } from "./entry.ts"
import { given } from "./records.ts"
import { type Both, noDefinition } from "./words.ts"

/** Contents of support, as the register's records name them; "" stands for all of them together. */
const contents = [
  "training",
  "young_workers",
  "founding",
  "information",
  "infrastructure",
  "processing",
  "materials",
  "trade_promotion",
  "technology",
  "credit",
  "land",
  "value_chain",
  "ocop",
  "insurance",
] as const
type Content = (typeof contents)[number]

type SupportCode = `${"supports" | "supported_people" | "support_money"}${"" | `_for_${Content}`}`
type MoneySource = "central" | "local" | "other"
type MoneySourceCode = `support_money_from_${MoneySource}`

const base = { ...flow, section: "supports", kinds: allKinds } as const

const moneyFormula: Both = {
  vi: "Tổng số tiền đã giải ngân ghi trên các hồ sơ hỗ trợ có ngày trong kỳ, đồng.",
  en: "Sum of the money disbursed by records of support with a day in the period, đồng.",
}

/** The ministry's third table: what was given, to how many, and with how much money, by content. */
export const supportMeasures = Object.fromEntries<Entry>([
  ...supportsFor(""),
  ...moneyFrom(
    "central",
    { vi: "ngân sách trung ương", en: "the central budget" },
    sql`support.source = 'central'`,
  ),
  ...moneyFrom(
    "local",
    { vi: "ngân sách địa phương", en: "local budgets" },
    sql`support.source in ('province', 'commune')`,
  ),
  ...moneyFrom(
    "other",
    { vi: "nguồn khác hoặc chưa ghi nguồn", en: "other or unnamed sources" },
    sql`(support.source is null or support.source not in ('central', 'province', 'commune'))`,
  ),
  ...contents.flatMap(supportsFor),
]) as Record<SupportCode | MoneySourceCode, Entry>

/** The three figures of one content, or of all. */
function supportsFor(content: Content | ""): [SupportCode, Entry][] {
  const suffix = content && (`_for_${content}` as const)
  const of = content ? { content } : {}
  const { vi, en } = contentName(content)
  const one = { ...base, isDetail: content !== "" }
  return [
    [
      `supports${suffix}`,
      {
        ...one,
        unit: "support",
        shows: "money",
        records: given(of),
        words: {
          name: { vi: `Số lượt hỗ trợ${vi}`, en: `Supports given${en}` },
          counts: {
            vi: `Lượt tổ chức được hỗ trợ${vi} trong kỳ; tổ chức được hỗ trợ hai lần tính hai lượt.`,
            en: `Times an organisation was supported${en} in the period; one that was supported twice counts twice.`,
          },
          formula: {
            vi: "Số hồ sơ hỗ trợ trong sổ đăng ký có ngày trong kỳ; địa bàn và lĩnh vực lấy theo ngày đó.",
            en: "Records of support in the register with a day in the period; place and sector are those of that day.",
          },
          source: noDefinition,
        },
      },
    ],
    [
      `supported_people${suffix}`,
      {
        ...one,
        unit: "person",
        shows: "people",
        records: given({ ...of, column: "people" }),
        words: {
          name: { vi: `Số lượt người được hỗ trợ${vi}`, en: `People supported${en}` },
          counts: {
            vi: `Lượt người được hỗ trợ${vi} trong kỳ, theo hồ sơ hỗ trợ có ghi số người.`,
            en: `People supported${en} in the period, from the records of support that say how many.`,
          },
          formula: {
            vi: "Tổng số người ghi trên các hồ sơ hỗ trợ có ngày trong kỳ.",
            en: "Sum of the people named by records of support with a day in the period.",
          },
          source: noDefinition,
        },
      },
    ],
    [
      `support_money${suffix}`,
      {
        ...one,
        unit: "vnd",
        shows: "money",
        records: given({ ...of, column: "disbursed" }),
        words: {
          name: { vi: `Kinh phí hỗ trợ đã giải ngân${vi}`, en: `Money of support disbursed${en}` },
          counts: {
            vi: `Số tiền hỗ trợ${vi} đã giải ngân theo các hồ sơ hỗ trợ có ngày trong kỳ, mọi nguồn.`,
            en: `Money of supports${en} that was disbursed, by the records with a day in the period, from all sources.`,
          },
          formula: moneyFormula,
          source: noDefinition,
        },
      },
    ],
  ]
}

function moneyFrom(
  source: MoneySource,
  { vi, en }: Both,
  sources: RawBuilder<boolean>,
): [MoneySourceCode, Entry][] {
  return [
    [
      `support_money_from_${source}`,
      {
        ...base,
        unit: "vnd",
        shows: "money",
        records: given({ sources, column: "disbursed" }),
        words: {
          name: { vi: `Kinh phí hỗ trợ từ ${vi}`, en: `Money of support from ${en}` },
          counts: {
            vi: `Số tiền hỗ trợ từ ${vi} đã giải ngân theo các hồ sơ hỗ trợ có ngày trong kỳ.`,
            en: `Money from ${en} that was disbursed, by the records of support with a day in the period.`,
          },
          formula: moneyFormula,
          source: noDefinition,
        },
      },
    ],
  ]
}

/** The content in the words of the records, to stand behind a name; nothing for all of them. */
function contentName(content: Content | ""): Both {
  if (!content) return { vi: "", en: "" }
  const field = recordKinds
    .find(({ table }) => table === "organisation_supports")!
    .fields.find(({ name }) => name === "support_kind")!
  const [vi, en] = field.choices!.find(({ value }) => value === content)!.label
  return { vi: `: ${vi}`, en: `: ${en}` }
}
