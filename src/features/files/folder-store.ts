import { type FileHandle, mkdir, open, rename } from "node:fs/promises"
import { dirname, join } from "node:path"
import { isHash } from "./hash.ts"
import type { FileStore } from "./store.ts"

/** Keeps files in a folder, as `ab/cd/<hash>`. */
export function folderStore(folder: string): FileStore {
  return {
    drafts: join(folder, "drafts"),

    async put(hash, draft) {
      const path = pathOf(folder, hash)
      await mkdir(dirname(path), { recursive: true })
      await flush(draft)
      await rename(draft, path)
      await flush(dirname(path))
    },

    async read(hash, range) {
      const handle = await openIfThere(pathOf(folder, hash))
      if (!handle) return undefined
      return toBytes(handle, range)
    },
  }
}

function pathOf(folder: string, hash: string) {
  if (!isHash(hash)) throw new TypeError("A file is only ever named by its hash.")
  return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
}

/** A name that is there after the power failed must lead to the bytes; Windows cannot flush a folder and need not. */
async function flush(path: string) {
  const handle = await open(path, "r").catch(() => undefined)
  try {
    await handle?.sync()
  } catch (error) {
    if (process.platform !== "win32") throw error
  } finally {
    await handle?.close()
  }
}

async function openIfThere(path: string) {
  try {
    return await open(path, "r")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw error
  }
}

const chunk = 64 * 1024

/** Read as it is asked for, and closed when it is read to its end or nobody wants the rest. */
function toBytes(handle: FileHandle, { start, end } = { start: 0, end: Number.POSITIVE_INFINITY }) {
  let position = start
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const length = Math.min(chunk, end - position + 1)
        const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, position)
        position += bytesRead
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
        if (bytesRead < length || position > end) {
          await handle.close()
          controller.close()
        }
      } catch (error) {
        await handle.close()
        throw error
      }
    },
    cancel: () => handle.close(),
  })
}
