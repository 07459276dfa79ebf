import type { Database } from "../../database/connection.ts"
import type { Settings } from "../../settings.ts"
import { keptSecret } from "../accounts/secret.ts"

/** What row keys are signed with: the installation's own secret, at the desk and at the shell alike. */
export async function secretFor(db: Database, settings: Settings) {
  return settings.secret ?? (await keptSecret(db, settings))
}
