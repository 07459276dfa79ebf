import { join } from "node:path"
import type { Settings } from "../../settings.ts"
import { folderStore } from "./folder-store.ts"
import { s3Store } from "./s3-store.ts"

/** Bytes from `start` to `end`, both included, as HTTP counts them. */
export type ByteRange = { start: number; end: number }

/** Where the bytes are. A file is known by the hash of its content and by nothing a person typed. */
export type FileStore = {
  /** A folder of this machine for files that are not yet looked at; nothing is ever served from it. */
  drafts: string
  /** Takes a draft over: from then on it is there under its hash, whole, or not at all. */
  put(hash: string, draft: string): Promise<void>
  /** The content, or a part of it; nothing when there is no such file. */
  read(hash: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | undefined>
}

export function openStore({ dataDir, s3 }: Settings): FileStore {
  const folder = join(dataDir, "files")
  return s3 ? s3Store(s3, join(folder, "drafts")) : folderStore(folder)
}
