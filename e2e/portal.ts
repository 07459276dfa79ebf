import { rmSync } from "node:fs"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { startPortal, temporaryFolder } from "../test/program.ts"
import { howToGetChromium, journeysRun } from "./chromium.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of a portal with the sample province, which journeys look at and leave as it is. */
    portal: string
  }
}

/** One portal for every journey that only reads, started as an administrator starts it. */
export default async function startForReaders(project: TestProject) {
  if (!journeysRun) {
    console.warn(howToGetChromium)
    project.provide("portal", "")
    return
  }
  const folder = temporaryFolder()
  const portal = await startPortal({ DATA_DIR: join(folder, "data") })
  if (!portal.url) {
    const { stderr } = await portal.ended
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`The portal for the journeys did not start: ${stderr}`)
  }
  project.provide("portal", portal.url)
  return async () => {
    await portal.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
