import { createHash, randomUUID } from "node:crypto"
import { mkdir, open, readdir, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { type Content, examine, largest } from "./content.ts"
import { type DrawnImage, drawImage } from "./images.ts"
import { cleanName } from "./name.ts"
import { findFile, type KeptFile } from "./queries.ts"
import type { FileStore } from "./store.ts"
import type { Refusal } from "./texts.ts"

type Upload = {
  content: Blob | ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>
  /** As its sender called it; only a cleaned form of it is kept. */
  name: string
  by: Author
}

export type KeepResult = { ok: true; file: KeptFile } | { ok: false; refusal: Refusal }

/**
 * Takes a file in, or says why not: written to a draft while its hash is counted, examined by its content, drawn
 * again if it is an image, and only then kept. The same content twice is the same file.
 */
export async function keepFile(db: Database, store: FileStore, upload: Upload): Promise<KeepResult> {
  await removeOldDrafts(store)
  const draft = join(store.drafts, randomUUID())
  try {
    const received = await receive(upload.content, draft)
    if (typeof received === "string") return { ok: false, refusal: received }

    const known = await findFile(db, received.hash)
    if (known) {
      // Put again, since what is in the store may have been lost or damaged meanwhile.
      await store.put(received.hash, draft)
      return { ok: true, file: known }
    }

    const content = await examine(draft, upload.name)
    if (typeof content === "string") return { ok: false, refusal: content }
    if (received.size > largest[content.kind]) return { ok: false, refusal: "too_large" }

    const image = content.kind === "image" ? await drawImage(draft) : undefined
    if (typeof image === "string") return { ok: false, refusal: image }

    const variants = await keepVariants(store, image)
    await store.put(received.hash, draft)
    return { ok: true, file: await recordFile(db, upload, { ...received, content, image, variants }) }
  } finally {
    await rm(draft, { force: true })
  }
}

type Received = { hash: string; size: number }

async function receive(content: Upload["content"], draft: string): Promise<Received | Refusal> {
  const hash = createHash("sha256")
  let size = 0
  const handle = await open(draft, "wx", 0o640)
  try {
    for await (const chunk of toStream(content)) {
      size += chunk.length
      if (size > largest.document) return "too_large"
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
  } finally {
    await handle.close()
  }
  return size === 0 ? "empty" : { hash: hash.digest("hex"), size }
}

function toStream(content: Upload["content"]): ReadableStream<Uint8Array> {
  if (content instanceof ReadableStream) return content
  return (content instanceof Blob ? content : new Blob([content])).stream()
}

async function keepVariants(store: FileStore, image: DrawnImage | undefined) {
  const kept = []
  for (const { bytes, mediaType: media_type, ...variant } of image?.variants ?? []) {
    const draft = join(store.drafts, randomUUID())
    try {
      await writeFile(draft, bytes, { mode: 0o640 })
      const hash = createHash("sha256").update(bytes).digest("hex")
      await store.put(hash, draft)
      kept.push({ ...variant, media_type, hash, size: bytes.length })
    } finally {
      await rm(draft, { force: true })
    }
  }
  return kept
}

type Examined = Received & {
  content: Content
  image: DrawnImage | undefined
  variants: Awaited<ReturnType<typeof keepVariants>>
}

async function recordFile(db: Database, { name, by }: Upload, examined: Examined): Promise<KeptFile> {
  const { hash, size, content, image, variants } = examined
  return await inTransaction(db, async (trx) => {
    const added = await trx
      .insertInto("files")
      .values({
        hash,
        size,
        media_type: content.mediaType,
        kind: content.kind,
        name: cleanName(name, content.extension),
        width: image?.width ?? null,
        height: image?.height ?? null,
        uploaded_by: by.user_id ?? null,
      })
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .returning(["id", "name"])
      .executeTakeFirst()
    if (added) {
      if (variants.length > 0) {
        await trx
          .insertInto("file_variants")
          .values(variants.map((variant) => ({ ...variant, file_id: added.id })))
          .execute()
      }
      await recordChange(trx, {
        ...by,
        action: "keep",
        record_kind: "file",
        record_id: added.id,
        after: { hash, size, name: added.name, media_type: content.mediaType },
      })
    }
    const file = await findFile(trx, hash)
    if (!file) throw new Error(`The file ${hash} was kept and is not there.`)
    return file
  })
}

/** What a process left behind that died in the middle; another that is still at work is younger than a day. */
async function removeOldDrafts({ drafts }: FileStore) {
  await mkdir(drafts, { recursive: true })
  for (const name of await readdir(drafts)) {
    const draft = join(drafts, name)
    const found = await stat(draft).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > 24 * 3_600_000) await rm(draft, { force: true })
  }
}
