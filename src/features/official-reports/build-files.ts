import { createHash } from "node:crypto"
import type { Edition } from "./edition.ts"
import { writeReportXlsx } from "./write-xlsx.ts"

export const fileKinds = ["xlsx", "docx"] as const
export type FileKind = (typeof fileKinds)[number]

export type BuiltFile = { kind: FileKind; bytes: Uint8Array; hash: string }

/** Both files of an edition: the same edition gives the same bytes, whoever builds it and when. */
export async function buildFiles(edition: Edition): Promise<BuiltFile[]> {
  // Read only by who builds a report: the library is larger than all that serves pages.
  const { writeReportDocx } = await import("./write-docx.ts")
  const [xlsx, docx] = await Promise.all([writeReportXlsx(edition), writeReportDocx(edition)])
  return [
    { kind: "xlsx", bytes: xlsx, hash: hashOf(xlsx) },
    { kind: "docx", bytes: docx, hash: hashOf(docx) },
  ]
}

/** SHA-256, as everyone can work it out of a file they have. */
export function hashOf(bytes: Uint8Array) {
  return createHash("sha256").update(bytes).digest("hex")
}
