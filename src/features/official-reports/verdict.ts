import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { isHash } from "../files/hash.ts"
import type { FileKind } from "./build-files.ts"
import { readCode } from "./edition.ts"
import type { ReportFacts } from "./facts.ts"

export type Asked = { code: string } | { hash: string }

export type KnownBuild = {
  code: string
  /** The file that was asked about; none where it was asked by its code. */
  kind: FileKind | null
  facts: ReportFacts
  built_at: Date
  hashes: Readonly<Record<FileKind, string>>
  /** The latest that is no draft, where it came after this one. */
  newer: { code: string; built_at: Date } | null
}

/** What the portal knows of a file: it built it, or it did not. */
export type Verdict = { asked: Asked; build: KnownBuild | null }

/** A code, or the hash of a file, as somebody typed it; nothing where it is neither. */
export function readAsked(text: string): Asked | undefined {
  const hash = text.trim().toLowerCase()
  if (isHash(hash)) return { hash }
  const code = readCode(text)
  return code ? { code } : undefined
}

export async function judge(db: Database, asked: Asked): Promise<Verdict> {
  const { rows } = await sql<Omit<KnownBuild, "built_at" | "newer"> & { built_at: Date; newer: Newer }>`
    select build.code, build.facts, build.built_at,
      ${"hash" in asked ? sql`(select kind from official_report_files where hash = ${asked.hash})` : sql`null`} as kind,
      (select json_object_agg(file.kind, file.hash) from official_report_files file
        where file.build_id = build.id) as hashes,
      (select json_build_object('code', later.code, 'built_at', later.built_at)
        from official_report_builds later
        where later.report_id = build.report_id and later.snapshot_id is not null and later.id > build.id
        order by later.id desc limit 1) as newer
    from official_report_builds build
    where ${
      "hash" in asked
        ? sql`build.id = (select build_id from official_report_files where hash = ${asked.hash})`
        : sql`build.code = ${asked.code}`
    }`.execute(db)
  const [build] = rows
  if (!build) return { asked, build: null }
  const { newer } = build
  return { asked, build: { ...build, newer: newer && { ...newer, built_at: new Date(newer.built_at) } } }
}
type Newer = { code: string; built_at: string } | null
