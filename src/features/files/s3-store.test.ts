import { createHash, randomUUID } from "node:crypto"
import { access, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { pdf } from "../../../test/fixtures/files.ts"
import { s3Key, startS3 } from "../../../test/s3-server.ts"
import { readSettings } from "../../settings.ts"
import { openStore } from "./store.ts"

let folder: string
let server: Awaited<ReturnType<typeof startS3>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hoptac-s3-"))
  server = await startS3(folder, "hoptac-files")
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

function storeWith(change: Record<string, string> = {}) {
  return openStore(
    readSettings({
      DATA_DIR: folder,
      FILES_S3_ENDPOINT: server.endpoint,
      FILES_S3_BUCKET: "hoptac-files",
      FILES_S3_REGION: "us-east-1",
      FILES_S3_ACCESS_KEY_ID: s3Key.id,
      FILES_S3_SECRET_ACCESS_KEY: s3Key.secret,
      ...change,
    }),
  )
}

const content = pdf("trong kho S3")
const hash = createHash("sha256").update(content).digest("hex")

async function draftOf(bytes: Uint8Array) {
  const draft = join(folder, randomUUID())
  await writeFile(draft, bytes)
  return draft
}

async function read(range?: { start: number; end: number }) {
  return Buffer.from(await new Response(await storeWith().read(hash, range)).arrayBuffer())
}

describe("a store that speaks S3", () => {
  it("gives back what it was given, whole and in part, and takes the draft away", async () => {
    const draft = await draftOf(content)
    await storeWith().put(hash, draft)
    await expect(access(draft)).rejects.toThrow("ENOENT")
    expect(await read()).toEqual(Buffer.from(content))
    expect(await read({ start: 5, end: 9 })).toEqual(Buffer.from(content.subarray(5, 10)))
  })

  it("has nothing where nothing was put", async () => {
    expect(await storeWith().read("0".repeat(64))).toBeUndefined()
  })

  it("refuses a wrong key, in words of its own", async () => {
    const wrong = storeWith({ FILES_S3_SECRET_ACCESS_KEY: "wrong" })
    await expect(wrong.put(hash, await draftOf(content))).rejects.toThrow("SignatureDoesNotMatch")
    await expect(wrong.read(hash)).rejects.toThrow("SignatureDoesNotMatch")
  })

  it("refuses what was damaged on its way", async () => {
    const draft = await draftOf(pdf("damaged"))
    await expect(storeWith().put(hash, draft)).rejects.toThrow("XAmzContentSHA256Mismatch")
    expect(await read()).toEqual(Buffer.from(content))
  })

  it("does not take a missing bucket for a missing file", async () => {
    const elsewhere = storeWith({ FILES_S3_BUCKET: "not-there" })
    await expect(elsewhere.put(hash, await draftOf(content))).rejects.toThrow("NoSuchBucket")
    await expect(elsewhere.read(hash)).rejects.toThrow("NoSuchBucket")
  })

  it("is never asked for a name that is no hash", async () => {
    await expect(storeWith().read("../other-bucket/secret")).rejects.toThrow(TypeError)
  })
})
