import { randomBytes } from "node:crypto"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"

/**
 * The secret that signs cookies and seals second factors, kept in DATA_DIR where no setting names one. Losing it signs
 * everyone out and makes them set up their second factor anew.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, "secret")
  await mkdir(dataDir, { recursive: true })
  try {
    await writeFile(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  }
  return (await readFile(file, "utf8")).trim()
}
