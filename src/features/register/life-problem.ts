import { Problem } from "../../problem.ts"

/** Why a row of events cannot be the life of an organisation. */
export type LifeFault =
  | { fault: "before_founding"; kind: string; happened_on: string }
  | { fault: "incomplete_founding"; kind: string; happened_on: string }
  | { fault: "founded_twice"; kind: string; happened_on: string }
  | { fault: "after_end"; kind: string; happened_on: string; ended_on: string }
  | { fault: "code_taken"; code: string }

/** Events that contradict each other. Its message is for the shell; a page says `reason` in the reader's language. */
export class LifeProblem extends Problem {
  readonly reason: LifeFault

  constructor(reason: LifeFault) {
    super(messageOf(reason))
    this.reason = reason
  }
}

function messageOf(reason: LifeFault) {
  if (reason.fault === "code_taken") {
    return `The code ${reason.code} is another organisation's: correct the code, or change that organisation's record.`
  }
  const event = `The event "${reason.kind}" of ${reason.happened_on}`
  if (reason.fault === "before_founding") {
    return (
      `${event} comes before the organisation was founded: ` +
      "record its founding with an earlier day, or correct the day of this event."
    )
  }
  if (reason.fault === "incomplete_founding") {
    return `${event} must say the organisation's name, place and sector.`
  }
  if (reason.fault === "founded_twice") {
    return (
      `${event} would found an organisation that exists since an earlier event: ` +
      "remove one of the two, or record the other as a change."
    )
  }
  return `${event} comes after the organisation ended on ${reason.ended_on}: correct the day of one of them.`
}
