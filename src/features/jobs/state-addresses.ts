import { type JobState, jobStates } from "./queries.ts"

/** States as the address of the list names them. */
export const stateAddress: Record<JobState, string> = {
  waiting: "dang-cho",
  active: "dang-chay",
  failed: "bi-loi",
  done: "da-xong",
}

export function readState(text: string | undefined) {
  return jobStates.find((state) => stateAddress[state] === text)
}
