import { sql } from "kysely"
import { jsonArrayFrom } from "kysely/helpers/postgres"
import type { Database } from "../../database/connection.ts"
import type { Variant } from "./images.ts"

/** A kept file with its drawn sizes, by the hash of its content; whoever asks has made sure it may be seen. */
export async function findFile(db: Database, hash: string) {
  return await filesWithVariants(db).where("files.hash", "=", hash).executeTakeFirst()
}
export type KeptFile = NonNullable<Awaited<ReturnType<typeof findFile>>>

/** The files a record uses, in the order they were handed in. */
export async function listFilesOf(db: Database, record: FileUser) {
  return await filesWithVariants(db)
    .innerJoin("file_uses", "file_uses.file_id", "files.id")
    .where("file_uses.record_kind", "=", record.kind)
    .where("file_uses.record_id", "=", record.id)
    .orderBy("files.id")
    .execute()
}

function filesWithVariants(db: Database) {
  return db.selectFrom("files").select((eb) => [
    "files.id",
    "files.hash",
    "files.size",
    "files.media_type",
    sql<"image" | "document">`files.kind`.as("kind"),
    "files.name",
    "files.width",
    "files.height",
    "files.uploaded_by",
    "files.uploaded_at",
    jsonArrayFrom(
      eb
        .selectFrom("file_variants")
        .select([
          sql<Variant>`variant`.as("variant"),
          "file_variants.hash",
          "file_variants.size",
          "file_variants.width",
          "file_variants.height",
        ])
        .whereRef("file_variants.file_id", "=", "files.id")
        .orderBy("file_variants.width"),
    ).as("variants"),
  ])
}

type FileUser = { kind: string; id: number }

/**
 * Says which files a record uses, in place of what it used before, and from when the public may have them: nothing
 * means not at all. Call it in the transaction that changes the record.
 */
export async function useFiles(
  db: Database,
  record: FileUser,
  { files, public_from }: { files: readonly number[]; public_from: Date | null },
) {
  await db
    .deleteFrom("file_uses")
    .where("record_kind", "=", record.kind)
    .where("record_id", "=", record.id)
    .execute()
  if (files.length === 0) return
  await db
    .insertInto("file_uses")
    .values(
      [...new Set(files)].map((file_id) => ({
        file_id,
        record_kind: record.kind,
        record_id: record.id,
        public_from,
      })),
    )
    .execute()
}

/**
 * What an address of a file leads to: the file itself, or one of its drawn sizes. The original of an image is never
 * the public's: it says where it was taken.
 */
export async function findServed(db: Database, hash: string) {
  const isPublic = sql<boolean>`exists (
    select from file_uses where file_uses.file_id = files.id and file_uses.public_from <= now())`
  return await db
    .selectFrom("files")
    .select([
      "files.hash",
      "files.size",
      "files.media_type",
      "files.name",
      sql<boolean>`files.kind <> 'image' and ${isPublic}`.as("isPublic"),
    ])
    .where("files.hash", "=", hash)
    .unionAll(
      db
        .selectFrom("file_variants")
        .innerJoin("files", "files.id", "file_variants.file_id")
        .select([
          "file_variants.hash",
          "file_variants.size",
          "file_variants.media_type",
          sql<string>`regexp_replace(files.name, '[^.]*$', 'webp')`.as("name"),
          isPublic.as("isPublic"),
        ])
        .where("file_variants.hash", "=", hash),
    )
    .orderBy("isPublic", "desc")
    .limit(1)
    .executeTakeFirst()
}
export type ServedFile = NonNullable<Awaited<ReturnType<typeof findServed>>>
