import { userInfo } from "node:os"
import { Problem } from "../problem.ts"
import type { Settings } from "../settings.ts"
import { changeSite, findSite, readSetting, type SiteSetting, siteSettings } from "../web/site.ts"
import { withDatabase } from "./with-database.ts"

export async function showSite(settings: Settings) {
  const { place_slug, ...site } = await withDatabase(settings, findSite)
  const shown: Record<string, unknown> = { ...site, place: place_slug }
  for (const setting of siteSettings) console.log(`${setting.padEnd(15)} ${shown[setting] ?? ""}`)
}

export async function setSite(setting: string, value: string, settings: Settings) {
  if (!isSiteSetting(setting))
    throw new Problem(`There is no setting ${setting}. There are: ${siteSettings.join(", ")}.`)

  await withDatabase(settings, async (db) =>
    changeSite(db, await readSetting(db, setting, value), { actor: userInfo().username, via: "shell" }),
  )
  console.log(`${setting} is now: ${value}`)
}

function isSiteSetting(setting: string): setting is SiteSetting {
  return siteSettings.some((each) => each === setting)
}
