import { type Context, Hono } from "hono"
import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import type { Locale } from "../../ui/language.ts"
import { type FormState, readForm, withError } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import { changeSite, readSiteSettings, type SiteSettings } from "../../web/site.ts"
import { differences, hasMovedOn } from "../../web/versions.ts"
import { findLastChange } from "../administration/last-change.ts"
import { readHistory } from "../changes/history.tsx"
import type { Candidate } from "../choosing/candidates.ts"
import { pickOne } from "../choosing/pick-one.ts"
import { placeName } from "../places/names.ts"
import { settingsFields, settingsForm, startSettings } from "./settings-form.ts"
import { SettingsConflictPage, SettingsPage } from "./settings-page.tsx"
import { texts } from "./texts.ts"

const address = "/ban-lam-viec/quan-tri/trang"
const ofSite = [{ kind: "site" }] as const

export const siteSettings = new Hono<DeskEnv>()
  .use(address, signedIn, allowed("administer", "see_administration"))

  .get(address, async (c) => {
    const { db, person, view } = c.var
    const { version, ...site } = await readSiteSettings(db)
    const form = startSettings(site, await findProvince(db, site, view.locale))
    const isSaved = c.req.query("da-luu") !== undefined
    const shown = { form, version, isSaved, history: await readHistory(c, ofSite) }
    return renderPage(c, <SettingsPage view={view} person={person} {...shown} />)
  })

  .post(address, async (c) => {
    const { db, view } = c.var
    const read = await readForm(c, settingsForm)
    const province = await readProvince(c, read.state)
    if (!read.ok) return refuse(c, province.ok ? read.state : mergeErrors(read.state, province.state))
    if (!province.ok) return refuse(c, province.state, province.candidates)

    return db.transaction().execute(async (trx) => {
      await sql`select from site_settings for update`.execute(trx)
      const { version, ...site } = await readSiteSettings(trx)
      const wanted = { ...read.data, place_id: province.place_id }
      if (hasMovedOn(read.state, { version })) {
        const theirs = startSettings(site, await findProvince(trx, site, view.locale)).values
        const differing = differences({ fields: settingsFields, theirs, mine: read.state.values })
        if (differing.length > 0) {
          const current = { version, ...(await findLastChange(trx, "site")) }
          const shown = { form: read.state, current, differences: differing }
          return renderPage(c, <SettingsConflictPage view={view} person={c.var.person} {...shown} />, {
            status: 409,
          })
        }
      }
      await changeSite(trx, wanted, authorOf(c, "administer"))
      return c.redirect(view.paths.siteSettings({ "da-luu": 1 }), 303)
    })
  })

async function refuse(c: Context<DeskEnv>, form: FormState, candidates?: readonly Candidate[]) {
  const { version } = await readSiteSettings(c.var.db)
  const seen = Number(form.values["phien-ban"]?.[0] ?? version)
  const history = await readHistory(c, ofSite)
  const shown = { form, candidates, history, version: Number.isSafeInteger(seen) ? seen : version }
  return renderPage(c, <SettingsPage view={c.var.view} person={c.var.person} {...shown} />, { status: 422 })
}

type Province =
  | { ok: true; place_id: number | null }
  | { ok: false; state: FormState; candidates: readonly Candidate[] }

/** The province that was meant; the one kept already may also be one of former times. */
async function readProvince(c: Context<DeskEnv>, form: FormState): Promise<Province> {
  const { db, view } = c.var
  const site = await readSiteSettings(db)
  const kept = await findProvince(db, site, view.locale)
  if (kept && form.values.province?.[0]?.trim() === kept.label) return { ok: true, place_id: kept.id }

  const picked = await pickOne(c, form, "province", "place")
  if (!picked.ok) return { ok: false, state: picked.state, candidates: picked.candidates.list }
  if (!picked.record) return { ok: true, place_id: null }
  const place = await db
    .selectFrom("places")
    .select("level")
    .where("id", "=", picked.record.id)
    .executeTakeFirst()
  if (place?.level === "province") return { ok: true, place_id: picked.record.id }
  return { ok: false, state: withError(form, "province", texts[view.locale].provinceOnly), candidates: [] }
}

function mergeErrors(form: FormState, other: FormState): FormState {
  return { ...form, errors: { ...form.errors, ...other.errors } }
}

async function findProvince(
  db: Database,
  { place_id }: Pick<SiteSettings, "place_id">,
  locale: Locale,
): Promise<Candidate | undefined> {
  if (place_id === null) return undefined
  const place = await db
    .selectFrom("places")
    .select(["id", "name", "kind"])
    .where("id", "=", place_id)
    .executeTakeFirst()
  return place && { id: place.id, label: placeName(place, locale) }
}
