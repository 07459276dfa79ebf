import { formatDay, formatNumber, formatPercent } from "../../ui/format.ts"
import { isDraft } from "./edition.ts"
import type { ReportFacts } from "./facts.ts"
import { sourceName } from "./sources.ts"

/** Where the figures come from, as both files print it. */
export function sourceWords(facts: ReportFacts) {
  return [fictionalWords(facts), figuresFrom(facts), answeredWords(facts)]
    .filter((words) => words !== "")
    .join(" ")
}

/** A draft and what is made up say so where nobody overlooks it. */
export function isMarked(facts: ReportFacts) {
  return isDraft(facts) || facts.isFictional === true
}

/** What is made up says so wherever it is printed. */
function fictionalWords({ isFictional }: ReportFacts) {
  return isFictional ? "SỐ LIỆU GIẢ ĐỊNH, dùng để trình bày phần mềm, không phải số liệu thật." : ""
}

/** Every total says of how many it is. */
function answeredWords({ answered, year }: ReportFacts) {
  if (!answered) return ""
  const share = formatPercent((answered.reported / answered.expected) * 100, "vi")
  return `Đã có ${formatNumber(answered.reported, "vi")}/${formatNumber(answered.expected, "vi")} tổ chức báo cáo năm ${year} (${share}).`
}

function figuresFrom({ snapshot, counted_on }: ReportFacts) {
  return snapshot
    ? `Số liệu chốt ngày ${formatDay(snapshot.taken_on, "vi")} của ${sourceName(snapshot)}.`
    : `BẢN NHÁP – số liệu chưa chốt, tính theo sổ đăng ký và báo cáo đã tiếp nhận đến ngày ${formatDay(counted_on, "vi")}.`
}

/** Printed on each page of both files. */
export function checkWords(code: string, checkAddress: string) {
  return `Mã xác minh: ${code} – kiểm tra tại ${checkAddress}`
}
