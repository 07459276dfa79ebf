import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { root } from "../../root.ts"

/** The reorganisation of 1/7/2025, as a file like any other. */
export async function readShipped() {
  const name = "reorganisation-2025-07-01.json"
  return { bytes: new Uint8Array(await readFile(join(root, "db/seeds", name))), name }
}
