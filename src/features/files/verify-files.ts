import { createHash } from "node:crypto"
import type { Database } from "../../database/connection.ts"
import type { FileStore } from "./store.ts"

export type DamagedFile = { hash: string; name: string; fault: "missing" | "altered" }

/** Reads every kept file, and every drawn size, and finds those that are gone or no longer have their hash. */
export async function verifyFiles(db: Database, store: FileStore) {
  const kept = await db
    .selectFrom("files")
    .select(["hash", "name"])
    .union(
      db
        .selectFrom("file_variants")
        .innerJoin("files", "files.id", "file_variants.file_id")
        .select(["file_variants.hash", "files.name"]),
    )
    .orderBy("hash")
    .execute()

  const damaged: DamagedFile[] = []
  for (const file of kept) {
    const content = await store.read(file.hash)
    if (!content) damaged.push({ ...file, fault: "missing" })
    else if ((await hashOf(content)) !== file.hash) damaged.push({ ...file, fault: "altered" })
  }
  return { files: kept.length, damaged }
}

async function hashOf(content: ReadableStream<Uint8Array>) {
  const hash = createHash("sha256")
  for await (const chunk of content) hash.update(chunk)
  return hash.digest("hex")
}
