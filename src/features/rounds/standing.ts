/** Where a respondent (đơn vị phải báo cáo) stands in a round: the state of its filing, or what stands for one. */
export const standings = [
  "silent",
  "draft",
  "returned",
  "submitted",
  "resubmitted",
  "accepted",
  "accepted_by_province",
  "locked",
  "nil",
  "excused",
] as const
export type Standing = (typeof standings)[number]

/** As addresses carry them; "cham" asks for those who are late, whatever they have begun. */
/** Those who are late, whatever they have begun: no standing, so a word of its own. */
export const lateWord = "qua-han"

export const standingWords: Record<Standing, string> = {
  silent: "chua-nop",
  draft: "ban-nhap",
  returned: "bi-tra-lai",
  submitted: "da-gui",
  resubmitted: "da-gui-lai",
  accepted: "xa-da-tiep-nhan",
  accepted_by_province: "tinh-da-duyet",
  locked: "da-khoa",
  nil: "khong-phat-sinh",
  excused: "duoc-mien",
}

/** What was sent counts as reported, and so does having nothing to report; what was returned has to come again. */
export const reportedStandings = [
  "submitted",
  "resubmitted",
  "accepted",
  "accepted_by_province",
  "locked",
  "nil",
] as const satisfies readonly Standing[]

export type StandingCounts = Partial<Record<Standing, number>>

export type Coverage = { expected: number; reported: number }

/** "486 of 523 reported": the excused are asked nothing, so they are in neither number. */
export function coverageOf(counts: StandingCounts): Coverage {
  const sum = (some: readonly Standing[]) => some.reduce((total, one) => total + (counts[one] ?? 0), 0)
  return {
    expected: sum(standings) - (counts.excused ?? 0),
    reported: sum(reportedStandings),
  }
}
