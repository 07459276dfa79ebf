import { mkdtemp, readFile, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { readSettings } from "../../settings.ts"
import { keptSecret } from "./secret.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let folder: string

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), "hoptac-secret-"))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

describe("the secret that no setting gives", () => {
  it("stands in DATA_DIR beside our own database, for its owner alone, and stays", async () => {
    const settings = readSettings({ DATA_DIR: folder })
    const secret = await keptSecret(database.db, settings)
    expect(secret).toHaveLength(43)
    expect(await readFile(join(folder, "secret"), "utf8")).toBe(secret)
    expect((await stat(join(folder, "secret"))).mode & 0o777).toBe(0o600)
    expect(await keptSecret(database.db, settings)).toBe(secret)
  })

  it("stands in a database that was given, one for all portals that start on it at once", async () => {
    const portals = [1, 2, 3, 4].map((portal) =>
      readSettings({ DATABASE_URL: database.url, DATA_DIR: join(folder, `portal-${portal}`) }),
    )
    const secrets = await Promise.all(portals.map((settings) => keptSecret(database.db, settings)))
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]).toHaveLength(43)
    for (const { dataDir } of portals) await expect(stat(dataDir)).rejects.toThrow("ENOENT")
  })

  it("is in no entry of the change log", async () => {
    expect(await database.db.selectFrom("changes").selectAll().execute()).toEqual([])
  })
})
