import { openAsBlob } from "node:fs"
import { rm } from "node:fs/promises"
import { AwsClient } from "aws4fetch"
import type { S3Settings } from "../../settings.ts"
import { isHash } from "./hash.ts"
import type { FileStore } from "./store.ts"

/** Milliseconds until the store has to have begun its answer, or taken a file in. */
const patience = { read: 15_000, put: 5 * 60_000 }

/** Keeps files in a bucket that speaks the protocol of S3, under the same names as the folder does. */
export function s3Store(
  { endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings,
  drafts: string,
): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 2 })

  function address(hash: string) {
    if (!isHash(hash)) throw new TypeError("A file is only ever named by its hash.")
    return `${endpoint}/${bucket}/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`
  }

  return {
    drafts,

    async put(hash, draft) {
      const response = await client.fetch(address(hash), {
        method: "PUT",
        body: await openAsBlob(draft),
        // The store refuses what does not have this hash, so a file damaged on its way is never kept.
        headers: { "x-amz-content-sha256": hash },
        signal: AbortSignal.timeout(patience.put),
      })
      const answer = await response.text()
      if (!response.ok) throw new Error(`The S3 store did not take a file (${response.status}): ${answer}`)
      await rm(draft, { force: true })
    },

    async read(hash, range) {
      const waiting = new AbortController()
      const timer = setTimeout(() => waiting.abort(), patience.read)
      const response = await client
        .fetch(address(hash), {
          headers: range ? { range: `bytes=${range.start}-${range.end}` } : {},
          signal: waiting.signal,
        })
        .finally(() => clearTimeout(timer))
      if (response.ok && response.body) return response.body

      const answer = await response.text()
      if (answer.includes("NoSuchKey")) return undefined
      throw new Error(`The S3 store did not give a file (${response.status}): ${answer}`)
    },
  }
}
