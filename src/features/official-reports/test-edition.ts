import type { Edition } from "./edition.ts"
import type { Fact, ReportFacts } from "./facts.ts"
import type { Column } from "./indicators.ts"
import type { Letterhead } from "./letterhead.ts"

export const letterhead: Letterhead = {
  governing_body: "Ủy ban nhân dân\ntỉnh An Giang",
  issuing_body: "Sở Tài chính",
  number: "",
  symbol: "BC-STC",
  issued_at: "An Giang",
  issued_on: "2025-01-05",
  addressee: "Bộ Tài chính",
  authority: "",
  signer_title: "Giám đốc",
  signer_name: "Nguyễn Văn Bình",
  recipients: "Bộ Tài chính\nThường trực Tỉnh ủy\nLiên minh HTX tỉnh\nLưu: VT, KTTT",
}

/** Facts of one line by column: numbers as they are, an estimate as text with a star: "210*". */
type Written = Partial<Record<Column, number | `${number}*`>>

const snapshot = {
  id: 7,
  slug: "bao-cao-nam-2024",
  name: "Đợt báo cáo năm 2024",
  version: 1,
  taken_on: "2024-12-28",
}

export function factsOf(
  values: Readonly<Record<string, Written>>,
  changed: Partial<ReportFacts> = {},
): ReportFacts {
  return {
    place: { slug: "tinh-an-giang-91-tu-2025", code: "91", name: "An Giang", kind: "province" },
    year: 2024,
    period: "year",
    snapshot,
    frozen: {},
    answered: null,
    counted_on: "2024-12-28",
    isOutcome: true,
    values: Object.fromEntries(
      Object.entries(values).map(([key, written]) => [
        key,
        Object.fromEntries(Object.entries(written).map(([column, value]) => [column, factOf(value)])),
      ]),
    ),
    ...changed,
  }
}

function factOf(written: number | string): Fact {
  return typeof written === "number"
    ? { value: written }
    : { value: Number.parseFloat(written), isEstimate: true, by: "Lê Thị Lan" }
}

export function editionOf(facts: ReportFacts, changed: Partial<Edition> = {}): Edition {
  return { facts, letterhead, words: {}, checkAddress: "https://ktth.example.vn/xac-minh", ...changed }
}
