import { formatDay } from "../../ui/format.ts"
import type { ReportFacts } from "./facts.ts"

/** Where the figures come from, as both files print it. */
export function sourceWords({ snapshot, counted_on }: ReportFacts) {
  return snapshot
    ? `Số liệu chốt ngày ${formatDay(snapshot.taken_on, "vi")} của ${snapshot.name}.`
    : `BẢN NHÁP – số liệu chưa chốt, tính theo sổ đăng ký và báo cáo đã tiếp nhận đến ngày ${formatDay(counted_on, "vi")}.`
}

/** Printed on each page of both files. */
export function checkWords(code: string, checkAddress: string) {
  return `Mã xác minh: ${code} – kiểm tra tại ${checkAddress}`
}
