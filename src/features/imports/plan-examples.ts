import type { PageImport, Target } from "./page-import.ts"
import { readPage } from "./read-page.ts"

type PageParts = { aims?: string[]; opening?: string; heading?: string; title?: string }

/** A plan page of an invented province, with these lines as its aims. */
export function planPage({
  aims = [],
  opening = "Ngày 05/01/2021, Ủy ban nhân dân tỉnh Sông Mây đã ban hành Kế hoạch số 07/KH-UBND về phát triển kinh tế tập thể giai đoạn 2021-2025.",
  heading = "Mục tiêu:",
  title = "Sông Mây: Ban hành Kế hoạch phát triển kinh tế tập thể giai đoạn 2021-2025",
}: PageParts): string {
  const [first = "", ...rest] = aims
  return [
    "Cổng thông tin điện tử tỉnh Sông Mây",
    "Tin tức - sự kiện",
    title,
    "(08:30 | 10/01/2021)",
    opening,
    `${heading} ${first}`,
    ...rest,
  ].join("\n\n")
}

export function readText(text: string): PageImport {
  return readPage(new TextEncoder().encode(text), "page.txt")
}

export function readAims(...aims: string[]): Target[] {
  return readText(planPage({ aims })).plan?.targets ?? []
}

/** One target in a line: "cooperative new 105 count of 0"; what is usual is left out. */
export function inShort(target: Target): string {
  const { value, value_max } = target
  const amount = value === null ? "–" : value_max === null ? `${value}` : `${value}..${value_max}`
  return [
    target.subject,
    target.holder && `of ${target.holder}s`,
    target.change,
    target.bound !== "exact" && target.bound !== "between" && target.bound,
    amount,
    target.unit,
    target.qualifiers.length > 0 && `[${target.qualifiers.join(" ")}]`,
    target.base_year && `since ${target.base_year}`,
    target.of !== null && `part of #${target.of}`,
    target.by && `by ${target.by}`,
  ]
    .filter(Boolean)
    .join(" ")
}
