import type { Settings } from "../settings.ts"
import { withDatabase } from "./with-database.ts"

const faults = {
  missing: "is not in the store",
  altered: "is not what was kept: its hash is another",
}

/** Checks every kept file, and answers with the code the process ends with. */
export async function verifyKeptFiles(settings: Settings) {
  const { openStore } = await import("../features/files/store.ts")
  const { verifyFiles } = await import("../features/files/verify-files.ts")
  const { files, damaged } = await withDatabase(settings, (db) => verifyFiles(db, openStore(settings)))

  for (const { hash, name, fault } of damaged) console.error(`${hash} (${name}) ${faults[fault]}.`)
  if (damaged.length > 0) {
    console.error(
      `${damaged.length} of ${files} files are damaged. Bring them back from a backup; a document can also be handed in again.`,
    )
    return 1
  }
  console.log(files === 0 ? "No file was kept yet." : `All ${files} files are there, as they were kept.`)
  return 0
}
