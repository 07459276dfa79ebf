/**
 * The way of a sheet: scored by the organisation, checked by its control board, sent to the registration body, taken in
 * or returned (Circular 01/2020/TT-BKHĐT, Articles 8 and 9).
 */
export const sheetStates = ["draft", "checked", "submitted", "returned", "accepted"] as const
export type SheetState = (typeof sheetStates)[number]

export type SheetAct = "save" | "check" | "submit" | "return" | "review" | "accept" | "object" | "answer"

type Standing = { state: SheetState; is_objected: boolean }

/**
 * The state that an act leads to; none where it is not possible now. Any new self-score is to be checked again, since
 * the control board saw another one; an objection leaves the rating as it is until it is answered.
 */
export function stateAfter({ state, is_objected }: Standing, act: SheetAct): SheetState | undefined {
  const isBeingWritten = state === "draft" || state === "checked" || state === "returned"
  switch (act) {
    case "save":
      return isBeingWritten ? "draft" : undefined
    case "check":
      return state === "draft" ? "checked" : undefined
    case "submit":
      return state === "checked" ? "submitted" : undefined
    case "return":
      return state === "submitted" ? "returned" : undefined
    case "review":
      return state === "submitted" || (state === "accepted" && is_objected) ? state : undefined
    case "accept":
      return state === "submitted" ? "accepted" : undefined
    case "object":
      return state === "accepted" && !is_objected ? "accepted" : undefined
    case "answer":
      return state === "accepted" && is_objected ? "accepted" : undefined
  }
}
