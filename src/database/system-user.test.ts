import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { closedFolder } from "./system-user.ts"

const folder = mkdtempSync(join(tmpdir(), "hoptac-closed-"))
const inner = join(folder, "inner")
mkdirSync(inner)
afterAll(() => rmSync(folder, { recursive: true }))

const stranger = { name: "postgres", uid: 64_321, gid: 64_321 }
const owner = { name: "owner", uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }

describe("the folder that keeps the database's user out", () => {
  it("is the first on the way that is closed to them", async () => {
    chmodSync(folder, 0o700)
    expect(await closedFolder(join(inner, "not-there-yet"), stranger)).toBe(folder)
  })

  it("is none when everyone may pass, though nobody may look around", async () => {
    chmodSync(folder, 0o711)
    expect(await closedFolder(inner, stranger)).toBeNull()
  })

  it("is none for its owner, nor when the database runs as whoever started it", async () => {
    chmodSync(folder, 0o700)
    expect(await closedFolder(inner, owner)).toBeNull()
    expect(await closedFolder(inner, null)).toBeNull()
  })
})
