import { sql } from "kysely"
import { type Database, inTransaction, keptPlan } from "../database/connection.ts"
import { recordChange } from "../features/changes/record-change.ts"
import { Problem } from "../problem.ts"

/** Names and contact details, as columns and as words of `hoptac site set`. */
const siteTexts = [
  "department",
  "department_en",
  "parent_body",
  "parent_body_en",
  "portal_name",
  "portal_name_en",
  "address",
  "phone",
  "email",
] as const

/** What an administrator may say of the portal. */
export const siteSettings = [...siteTexts, "place"] as const
export type SiteSetting = (typeof siteSettings)[number]

/** What the portal says of itself, and whether fictional records stand among the real ones. */
export async function findSite(db: Database) {
  return db
    .selectFrom("site_settings")
    .modifyFront(keptPlan)
    .leftJoin("places", "places.id", "site_settings.place_id")
    .select([
      ...siteTexts,
      "places.slug as place_slug",
      sql<boolean>`exists (select from organisations where is_sample)
        or exists (select from articles where is_sample)
        or exists (select from plans where is_sample)`.as("has_sample"),
    ])
    .executeTakeFirstOrThrow()
}

/** Changes one setting; the place is named by its slug. Contact details may be empty, names may not. */
export function changeSite(db: Database, setting: SiteSetting, value: string, actor: string) {
  return inTransaction(db, async (trx) => {
    const before = await trx.selectFrom("site_settings").selectAll().executeTakeFirstOrThrow()
    const changed =
      setting === "place" ? { place_id: await placeId(trx, value) } : { [setting]: textOf(setting, value) }
    await trx.updateTable("site_settings").set(changed).execute()
    await recordChange(trx, {
      actor,
      via: "shell",
      action: "change",
      record_kind: "site",
      before: Object.fromEntries(
        Object.keys(changed).map((name) => [name, before[name as keyof typeof before]]),
      ),
      after: changed,
    })
  })
}

const optional: readonly SiteSetting[] = ["address", "phone", "email"]

function textOf(setting: SiteSetting, value: string) {
  const text = value.trim()
  if (!text && !optional.includes(setting)) throw new Problem(`The setting ${setting} cannot be empty.`)
  return text || null
}

async function placeId(db: Database, slug: string) {
  const place = await db.selectFrom("places").select("id").where("slug", "=", slug).executeTakeFirst()
  if (!place)
    throw new Problem(`There is no place ${slug}. Its word is the last part of its address under /dia-ban/.`)
  return place.id
}

export type Site = Awaited<ReturnType<typeof findSite>>
