import { createHash } from "node:crypto"
import { placeNameInside } from "../places/names.ts"
import type { ReportFacts } from "./facts.ts"
import type { Letterhead } from "./letterhead.ts"

/** Everything that a report's two files are made of. The same edition makes the same bytes. */
export type Edition = {
  facts: ReportFacts
  letterhead: Letterhead
  /** Own words of the officer, by the key of the section. */
  words: Readonly<Record<string, string>>
  /** Where readers find out whether a file is genuine. */
  checkAddress: string
}

/** Grows when the layout of the files changes, so that a code never stands for two different files. */
const layoutVersion = 1

/** No letters that are read as figures or as one another. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** "7K3M-9QXR-2VBD-H4TC": worked out of all that is in the files, and printed in them. */
export function codeOf(edition: Edition) {
  const hash = createHash("sha256")
    .update(canonical({ layoutVersion, ...edition }))
    .digest()
  const code = Array.from({ length: 16 }, (_, index) => letters[hash[index]! % 32]).join("")
  return code.match(/.{4}/g)!.join("-")
}

/** A code as people type it: small letters, spaces, O for 0. */
export function readCode(text: string) {
  const typed = text
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
    .replaceAll(/[^0-9A-Z]/g, "")
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(typed) ? typed.match(/.{4}/g)!.join("-") : undefined
}

/** JSON with the names of each object in order, whoever put them together. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}

/** What the report is about (trích yếu), in the two lines its title has. */
export function subjectLines({ year, period }: ReportFacts) {
  const about = "Tình hình phát triển kinh tế tập thể, hợp tác xã"
  return period === "half"
    ? [`${about} 6 tháng đầu năm ${year}`, `và nhiệm vụ 6 tháng cuối năm ${year}`]
    : [`${about} năm ${year}`, `và kế hoạch năm ${year + 1}`]
}

/** "tỉnh An Giang" within a sentence. */
export function placeInside({ place }: ReportFacts) {
  return placeNameInside(place, "vi")
}

export function isDraft({ snapshot }: ReportFacts) {
  return snapshot === null
}
