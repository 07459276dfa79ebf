import { sql } from "kysely"
import { type Database, inTransaction, keptPlan } from "../database/connection.ts"
import { type Author, recordChange } from "../features/changes/record-change.ts"
import { Problem } from "../problem.ts"

/** Names and contact details, as columns and as words of `hoptac site set`. */
const siteTexts = [
  "department",
  "department_en",
  "parent_body",
  "parent_body_en",
  "portal_name",
  "portal_name_en",
  "tagline",
  "tagline_en",
  "address",
  "phone",
  "email",
  "footer",
  "footer_en",
] as const
type SiteText = (typeof siteTexts)[number]

/** Colours of the banner and the footer; each is dark enough for white letters (layout.css). */
export const banners = ["green", "blue", "red", "plum"] as const
export type BannerColour = (typeof banners)[number]

/** A link at the foot of every page. */
export type FooterLink = { name: string; name_en: string; address: string }

/** What an administrator may say of the portal at the shell, one thing at a time; the form at the desk has all. */
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
      "site_settings.has_english",
      sql<BannerColour>`site_settings.banner`.as("banner"),
      sql<FooterLink[]>`site_settings.footer_links`.as("footer_links"),
      "places.slug as place_slug",
      sql<boolean>`exists (select from organisations where is_sample)
        or exists (select from articles where is_sample)
        or exists (select from plans where is_sample)`.as("has_sample"),
    ])
    .executeTakeFirstOrThrow()
}
export type Site = Awaited<ReturnType<typeof findSite>>

/** Everything that can be changed of the site, with the version it had when it was read. */
export async function readSiteSettings(db: Database) {
  return db
    .selectFrom("site_settings")
    .select([
      ...siteTexts,
      "place_id",
      "has_english",
      "version",
      sql<BannerColour>`banner`.as("banner"),
      sql<FooterLink[]>`footer_links`.as("footer_links"),
    ])
    .executeTakeFirstOrThrow()
}
export type SiteSettings = Omit<Awaited<ReturnType<typeof readSiteSettings>>, "version">

/**
 * Changes what the site says of itself. False when someone else changed it after `version` was read, and nothing
 * is changed then. Pages that are kept are told by the database itself.
 */
export function changeSite(
  db: Database,
  wanted: Partial<SiteSettings>,
  author: Author,
  { version }: { version?: number } = {},
) {
  return inTransaction(db, async (trx) => {
    await sql`select from site_settings for update`.execute(trx)
    const before = await readSiteSettings(trx)
    if (version !== undefined && version !== before.version) return false

    const names = (Object.keys(wanted) as (keyof SiteSettings)[]).filter(
      (name) => JSON.stringify(wanted[name]) !== JSON.stringify(before[name]),
    )
    if (names.length === 0) return true

    const { footer_links, ...changed } = pick(wanted, names)
    await trx
      .updateTable("site_settings")
      .set({
        ...changed,
        ...(footer_links && { footer_links: JSON.stringify(footer_links) }),
        version: before.version + 1,
      })
      .execute()
    await recordChange(trx, {
      ...author,
      action: "change",
      record_kind: "site",
      before: pick(before, names),
      after: pick(wanted, names),
    })
    return true
  })
}

/** One setting as it was typed; the place is named by its slug. Names may not be empty, the rest may. */
export async function readSetting(
  db: Database,
  setting: SiteSetting,
  value: string,
): Promise<Partial<SiteSettings>> {
  if (setting === "place") return { place_id: await placeId(db, value) }
  const text = value.trim()
  if (!text && isNeeded(setting)) throw new Problem(`The setting ${setting} cannot be empty.`)
  return { [setting]: text || null }
}

function isNeeded(setting: SiteText) {
  return /^(department|parent_body|portal_name)/.test(setting)
}

function pick<Row extends object, Name extends keyof Row>(row: Row, names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Name>
}

async function placeId(db: Database, slug: string) {
  const place = await db.selectFrom("places").select("id").where("slug", "=", slug).executeTakeFirst()
  if (!place)
    throw new Problem(`There is no place ${slug}. Its word is the last part of its address under /dia-ban/.`)
  return place.id
}
