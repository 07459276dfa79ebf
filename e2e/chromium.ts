import { accessSync, constants } from "node:fs"
import { delimiter, join } from "node:path"
import { chromium } from "playwright-core"

/** Debian's Chromium, or whichever the PATH has. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter)
  return ["/usr/bin/chromium", ...folders.map((folder) => join(folder, "chromium"))].find(isProgram)
}

/** Where a browser has to be there, as in the check of a change, its absence fails the journeys; elsewhere it skips them. */
export const journeysRun = process.env.REQUIRE_BROWSER === "1" || findChromium() !== undefined

export const howToGetChromium =
  "Journeys need Chromium and are skipped without it: apt-get install chromium, or put another one into the PATH."

export function launchChromium() {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(howToGetChromium)

  return chromium.launch({
    executablePath,
    args: [
      // As root in a container Chromium starts in no other way; it only ever sees our own pages.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })
}

function isProgram(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
