import { formatMoney, formatNumber, formatPercent } from "../../ui/format.ts"
import { completion, differenceFrom } from "./compared.ts"
import { type Fact, factOf, type ReportFacts } from "./facts.ts"
import { findIndicator, type Indicator, type sectorLines, supportRows } from "./indicators.ts"

/** What a sentence says of a line: nothing else of it is written by hand. */
type Said = { subject: string; key: string; withoutPlan?: boolean }

/**
 * "Tổng số hợp tác xã 523 HTX, tăng 5 HTX so với năm trước, đạt 100,5 % kế hoạch": what is known is said, and what is
 * not is left out. Nothing where the figure itself is not known.
 */
export function say(facts: ReportFacts, { subject, key, withoutPlan = false }: Said): string | undefined {
  const line = findIndicator(key)
  if (!line) throw new Error(`there is no line ${key}`)
  const fact = factOf(facts, key, facts.period)
  if (!fact) return undefined

  const clauses = [
    `${subject ? `${subject} ` : ""}${fact.isEstimate ? "ước " : ""}${amount(fact.value, line)}`,
    comparison(facts, line, fact),
    withoutPlan ? undefined : planClause(facts, line, fact),
    facts.period === "half" ? wholeYear(facts, line) : undefined,
  ]
  return clauses.filter((clause) => clause !== undefined).join(", ")
}

/** "tăng 5 HTX so với năm trước", "giảm 2 HTX …", "không đổi …". */
function comparison(facts: ReportFacts, line: Indicator, { value }: Fact) {
  // Half a year is not held against a whole one, unless both say how many there were on a day.
  if (facts.period === "half" && line.kind !== "stock") return undefined
  const difference = differenceFrom(value, factOf(facts, line.key, "previous")?.value)
  if (!difference) return undefined
  const before = facts.period === "half" ? `cuối năm ${facts.year - 1}` : "năm trước"
  const by = amount(Math.abs(difference.by), line)
  // What differs by less than is shown does not differ.
  if (amount(value, line) === amount(value - difference.by, line)) return `không đổi so với ${before}`
  const percent =
    line.kind === "average" && difference.percent !== undefined
      ? ` (${formatPercent(Math.abs(difference.percent), "vi")})`
      : ""
  return `${difference.by > 0 ? "tăng" : "giảm"} ${by}${percent} so với ${before}`
}

function planClause(facts: ReportFacts, line: Indicator, { value }: Fact) {
  const rate = completion(value, factOf(facts, line.key, "plan")?.value)
  if (rate === undefined) return undefined
  return `đạt ${formatPercent(rate, "vi")} kế hoạch${facts.period === "half" ? " năm" : ""}`
}

function wholeYear(facts: ReportFacts, line: Indicator) {
  const estimate = factOf(facts, line.key, "year")
  if (!estimate) return undefined
  const words = estimate.isEstimate ? "ước cả năm" : "cả năm"
  const rate = completion(estimate.value, factOf(facts, line.key, "plan")?.value)
  return `${words} ${amount(estimate.value, line)}${rate === undefined ? "" : ` (${formatPercent(rate, "vi")} kế hoạch)`}`
}

/** Money in triệu or tỷ đồng, as it is read; counts with their unit. */
export function amount(value: number, { unit }: Indicator) {
  if (unit.factor === 1) return `${formatNumber(value, "vi", unit.decimals)}\u00a0${unit.name}`
  return `${formatMoney(value, "vi")}${unit.name.replace("triệu đồng", "")}`
}

function sentence(...clauses: (string | undefined)[]) {
  const known = clauses.filter((clause) => clause !== undefined)
  return known.length > 0 ? [`${known.join("; ")}.`] : []
}

/** How many there are, what they earn. */
export function numbersAndIncome(facts: ReportFacts): string[] {
  const cooperatives = sentence(
    say(facts, { subject: "Tổng số hợp tác xã", key: "I.1" }),
    say(facts, { subject: "trong đó đang hoạt động", key: "I.1a", withoutPlan: true }),
  )
  const changes = sentence(
    say(facts, { subject: `${within(facts)} thành lập mới`, key: "I.1b" }),
    say(facts, { subject: "giải thể", key: "I.1c", withoutPlan: true }),
  )
  return [
    ...cooperatives,
    ...changes,
    ...sentence(
      say(facts, { subject: "Số hợp tác xã đạt loại tốt, khá", key: "I.1d" }),
      shareOfAll(facts, "I.1d", "I.1"),
    ),
    ...sentence(
      say(facts, { subject: "Số hợp tác xã ứng dụng công nghệ cao", key: "I.1e" }),
      say(facts, { subject: "liên kết theo chuỗi giá trị", key: "I.1g" }),
    ),
    ...sentence(
      say(facts, { subject: "Doanh thu bình quân một hợp tác xã", key: "I.4" }),
      say(facts, { subject: "doanh thu bình quân từ thành viên", key: "I.4a" }),
      say(facts, { subject: "lãi bình quân một hợp tác xã", key: "I.5" }),
    ),
    ...sentence(
      say(facts, { subject: "Thu nhập bình quân của lao động thường xuyên trong hợp tác xã", key: "I.6" }),
    ),
    ...sentence(
      say(facts, { subject: "Tổng số liên hiệp hợp tác xã", key: "II.1" }),
      say(facts, { subject: "số hợp tác xã thành viên của các liên hiệp", key: "II.2" }),
      say(facts, { subject: "doanh thu bình quân một liên hiệp", key: "II.4" }),
      say(facts, { subject: "lãi bình quân một liên hiệp", key: "II.5" }),
    ),
    ...sentence(
      say(facts, { subject: "Tổng số tổ hợp tác", key: "III.1" }),
      say(facts, { subject: "thành lập mới", key: "III.1a" }),
      say(facts, { subject: "doanh thu bình quân một tổ hợp tác", key: "III.3" }),
      say(facts, { subject: "lãi bình quân một tổ hợp tác", key: "III.4" }),
    ),
  ]
}

function within({ period, year }: ReportFacts) {
  return period === "half" ? `Trong 6 tháng đầu năm ${year}` : "Trong năm"
}

function shareOfAll(facts: ReportFacts, part: string, whole: string) {
  const share = completion(
    factOf(facts, part, facts.period)?.value,
    factOf(facts, whole, facts.period)?.value,
  )
  return share === undefined ? undefined : `chiếm ${formatPercent(share, "vi")} tổng số hợp tác xã`
}

export function membersAndWorkers(facts: ReportFacts): string[] {
  return [
    ...sentence(
      say(facts, { subject: "Tổng số thành viên hợp tác xã", key: "I.2" }),
      say(facts, { subject: "thành viên mới", key: "I.2a", withoutPlan: true }),
      say(facts, { subject: "thành viên ra khỏi hợp tác xã", key: "I.2b", withoutPlan: true }),
    ),
    ...sentence(
      say(facts, { subject: "Tổng số lao động thường xuyên trong hợp tác xã", key: "I.3" }),
      say(facts, { subject: "lao động mới", key: "I.3a", withoutPlan: true }),
      say(facts, { subject: "lao động đồng thời là thành viên", key: "I.3b", withoutPlan: true }),
    ),
    ...sentence(say(facts, { subject: "Tổng số lao động trong liên hiệp hợp tác xã", key: "II.3" })),
    ...sentence(
      say(facts, { subject: "Tổng số thành viên tổ hợp tác", key: "III.2" }),
      say(facts, { subject: "thành viên mới", key: "III.2a", withoutPlan: true }),
    ),
  ]
}

export function managers(facts: ReportFacts): string[] {
  return sentence(
    say(facts, { subject: "Tổng số cán bộ quản lý hợp tác xã", key: "I.7" }),
    say(facts, { subject: "đã qua đào tạo trình độ sơ cấp, trung cấp", key: "I.7a" }),
    say(facts, { subject: "trình độ cao đẳng, đại học trở lên", key: "I.7b" }),
  )
}

/** One sector: how many of each kind there are, and what part of all cooperatives. */
export function ofSector(facts: ReportFacts, sector: keyof typeof sectorLines): string[] {
  return sentence(
    say(facts, { subject: "Có", key: `HTX.${sector}` }),
    shareOfAll(facts, `HTX.${sector}`, "HTX"),
    present(facts, `LHHTX.${sector}`) ? say(facts, { subject: "", key: `LHHTX.${sector}` }) : undefined,
    present(facts, `THT.${sector}`) ? say(facts, { subject: "", key: `THT.${sector}` }) : undefined,
  )
}

/** Worth a word: there is one, or there was. */
function present(facts: ReportFacts, key: string) {
  return [facts.period, "previous" as const].some((column) => (factOf(facts, key, column)?.value ?? 0) > 0)
}

/** What was given in support, where it went, and where the money came from. */
export function supports(facts: ReportFacts): string[] {
  const given = supportRows
    .slice(1)
    .filter(({ supports }) => supports && (factOf(facts, supports.key, facts.period)?.value ?? 0) > 0)
  return [
    ...sentence(
      say(facts, { subject: `${within(facts)} có`, key: "HT.supports" }),
      say(facts, { subject: "số người được hỗ trợ", key: "HT.people" }),
      say(facts, { subject: "kinh phí đã giải ngân", key: "HT.money" }),
    ),
    ...given.map(({ name, supports, money }) => {
      const spent = factOf(facts, money.key, facts.period)?.value ?? 0
      const times = amount(factOf(facts, supports!.key, facts.period)!.value, supports!)
      return `- ${name}: ${times}${spent > 0 ? `, ${amount(spent, money)}` : ""}.`
    }),
  ]
}

/** What is aimed at next year, of the lines that have a plan. */
export function nextTargets(facts: ReportFacts): string[] {
  const planned = ["I.1", "I.1b", "I.1d", "I.2", "I.4", "I.5", "I.6", "I.7b", "II.1", "III.1", "III.2"]
  return planned.flatMap((key) => {
    const line = findIndicator(key)!
    const plan = factOf(facts, key, "next")
    if (!plan) return []
    return [`- ${line.name}: ${amount(plan.value, line)}.`]
  })
}
