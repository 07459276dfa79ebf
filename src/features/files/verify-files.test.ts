import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { pdf, photo } from "../../../test/fixtures/files.ts"
import { folderStore } from "./folder-store.ts"
import { keepFile } from "./keep-file.ts"
import { verifyFiles } from "./verify-files.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let folder: string
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), "hoptac-verify-"))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

it("finds nothing wrong with files that are as they were, and names those that are gone or altered", async () => {
  const store = folderStore(folder)
  async function keep(content: Uint8Array<ArrayBuffer>, name: string) {
    const result = await keepFile(asApplication(database.db), store, {
      content,
      name,
      by: { actor: "Mai", via: "web" },
    })
    if (!result.ok) throw new Error(result.refusal)
    return result.file
  }
  const gone = await keep(pdf("gone"), "gone.pdf")
  const whole = await keep(pdf("whole"), "whole.pdf")
  const picture = await keep(await photo({ width: 600, height: 1000 }), "picture.jpg")
  expect(await verifyFiles(database.db, store)).toEqual({ files: 5, damaged: [] })

  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  await rm(pathOf(gone.hash))
  const [small] = picture.variants
  await writeFile(pathOf(small!.hash), "something else")

  const { damaged } = await verifyFiles(database.db, store)
  expect(new Set(damaged)).toEqual(
    new Set([
      { hash: gone.hash, name: "gone.pdf", fault: "missing" },
      { hash: small!.hash, name: "picture.jpg", fault: "altered" },
    ]),
  )
  expect(damaged.map(({ hash }) => hash)).not.toContain(whole.hash)
})

it("a file that is gone is made up for by handing it in again", async () => {
  const store = folderStore(folder)
  const again = await keepFile(asApplication(database.db), store, {
    content: pdf("gone"),
    name: "gone.pdf",
    by: { actor: "Mai", via: "web" },
  })
  if (!again.ok) throw new Error(again.refusal)
  expect(await new Response(await store.read(again.file.hash)).text()).toContain("gone")
})
