import type { PartKind } from "./change-definition.ts"

/** Parts of a form as addresses call them. */
export const partWords: Record<PartKind, string> = { section: "phan", field: "truong", rule: "quy-tac" }

export function readPartWord(word: string | undefined): PartKind | undefined {
  return (Object.keys(partWords) as PartKind[]).find((kind) => partWords[kind] === word)
}
