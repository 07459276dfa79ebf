import type { FileKind } from "./build-files.ts"
import type { ReportFacts } from "./facts.ts"

/** "bao-cao-tinh-an-giang-91-tu-2025-nam-2024.docx"; a draft says so. */
export function reportFileName({ place, year, period, snapshot }: ReportFacts, kind: FileKind) {
  const about = period === "half" ? `6-thang-${year}` : `nam-${year}`
  return `${snapshot ? "" : "ban-nhap-"}bao-cao-${place.slug}-${about}.${kind}`
}
