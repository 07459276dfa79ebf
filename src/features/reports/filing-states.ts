/** How far a filing has come; the state is that of its latest event (report_filings). */
export const filingStates = [
  "draft",
  "submitted",
  "returned",
  "resubmitted",
  "accepted",
  "accepted_by_province",
  "locked",
] as const
export type FilingState = (typeof filingStates)[number]

/** What may happen to a filing once it is there. */
export const filingActs = [
  "submitted",
  "resubmitted",
  "withdrawn",
  "returned",
  "accepted",
  "accepted_by_province",
  "acceptance_withdrawn",
  "locked",
  "reopened",
] as const
export type FilingAct = (typeof filingActs)[number]

const outcomes: Record<FilingAct, Partial<Record<FilingState, FilingState>>> = {
  submitted: { draft: "submitted" },
  resubmitted: { returned: "resubmitted" },
  withdrawn: { submitted: "draft", resubmitted: "returned" },
  // The province returns what a commune accepted; what it accepted itself it takes back first.
  returned: { submitted: "returned", resubmitted: "returned", accepted: "returned" },
  accepted: { submitted: "accepted", resubmitted: "accepted" },
  accepted_by_province: { accepted: "accepted_by_province" },
  acceptance_withdrawn: { accepted: "submitted", accepted_by_province: "accepted" },
  locked: { accepted: "locked", accepted_by_province: "locked" },
  // After closing, with a reason: what was locked is mended and goes its way again, what never came in may still do so.
  reopened: {
    locked: "returned",
    draft: "draft",
    returned: "returned",
    submitted: "submitted",
    resubmitted: "resubmitted",
  },
}

/**
 * The state after an act, or nothing where it can't happen now. Taking an acceptance back leads to where the filing
 * waited before: `wasReturned` says whether it had come a second time.
 */
export function stateAfter(
  state: FilingState,
  act: FilingAct,
  { wasReturned = false }: { wasReturned?: boolean } = {},
): FilingState | undefined {
  const after = outcomes[act][state]
  return act === "acceptance_withdrawn" && after === "submitted" && wasReturned ? "resubmitted" : after
}

/** States in which values may be typed. */
export function isWritable(state: FilingState) {
  return state === "draft" || state === "returned"
}

/** States that count: figures are made of accepted reports alone. */
export function isAccepted(state: FilingState) {
  return state === "accepted" || state === "accepted_by_province" || state === "locked"
}

type RoundStanding = { state: string; opens_on: string }

/** Whether anything may happen to a filing: while its round is open, and afterwards where it was opened again. */
export function isOpenFor(
  round: RoundStanding,
  filing: { reopened_at: Date | null } | undefined,
  today: string,
) {
  if (round.state === "open") return round.opens_on <= today
  return filing !== undefined && filing.reopened_at !== null
}
