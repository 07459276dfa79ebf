import { type Context, Hono } from "hono"
import { createMiddleware } from "hono/factory"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { readDay } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { optionalText, requiredText } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { differences, hasMovedOn } from "../../web/versions.ts"
import { findLastChange } from "../administration/last-change.ts"
import { longestReason } from "../administration/reason-page.tsx"
import { texts as administrationTexts } from "../administration/texts.ts"
import { readHistory } from "../changes/history.tsx"
import { correctPlace, wordsOfPlace } from "./correct-place.ts"
import { earlier } from "./days.ts"
import { keptPlacesList } from "./desk-list.ts"
import { PlaceConflictPage, PlaceCorrectionPage, PlaceDeskPage, PlacesDeskPage } from "./desk-pages.tsx"
import {
  findHomePlace,
  findPlace,
  findPlacesByName,
  isReasonableDay,
  listParents,
  listSuccessions,
  listUnits,
  type Place,
} from "./queries.ts"

const root = "/ban-lam-viec/quan-tri/dia-ban"

type PlaceEnv = DeskEnv & { Variables: DeskEnv["Variables"] & { place: Place } }

/** Behind this middleware there is the place that the address names. */
const withPlace = createMiddleware<PlaceEnv>(async (c, next) => {
  const place = await findPlace(c.var.db, c.req.param("slug") ?? "")
  if (!place) throw new HTTPException(404)
  c.set("place", place)
  await next()
})

/** Units of a name at all times, or those of the portal's place on a day. */
async function readUnits(c: Pick<Context<DeskEnv>, "req" | "var">) {
  const { db, view } = c.var
  const text = c.req.query("tim")?.trim() ?? ""
  const typed = c.req.query("ngay")?.trim()
  const read = readDay(typed)
  const day = read && isReasonableDay(read) ? read : view.today
  const home = (await findHomePlace(db))!
  const levels = home.level === "nation" ? (["province"] as const) : (["district", "commune"] as const)
  const units = text
    ? await findPlacesByName(db, text, day)
    : await listUnits(db, { within: home, day, levels })
  return { home, units, text, day, unreadDay: typed && day !== read ? typed : undefined }
}

function correctionForm(locale: Locale) {
  return z.object({
    name: requiredText(locale, 100),
    legal_act: optionalText(locale, 300),
    reason: requiredText(locale, longestReason, administrationTexts[locale].reasonNeeded),
  })
}

/** Places as the desk keeps them: read, and corrected where something was recorded wrongly. */
export const placesDesk = new Hono<PlaceEnv>()
  .use(`${root}/*`, signedIn)

  .get(root, allowed("see_administration"), async (c) => {
    const { person, view } = c.var
    const { home, units, text, day, unreadDay } = await readUnits(c)
    return renderPage(
      c,
      <PlacesDeskPage view={view} person={person} {...{ home, units, text, day, unreadDay }} />,
      { status: unreadDay === undefined ? 200 : 422 },
    )
  })

  .route(
    "/",
    deskFiles(root, "see_administration", async (c) => {
      const { units, day } = await readUnits(c)
      return keptPlacesList(c.var.view, day, units)
    }),
  )

  .use(`${root}/:slug`, allowed("see_administration"), withPlace)
  .use(`${root}/:slug/*`, allowed("see_administration"), withPlace)

  .get(`${root}/:slug`, async (c) => {
    const { db, person, view, place } = c.var
    const [parents, successions, history] = await Promise.all([
      listParents(db, place.id, earlier(view.today, place.valid_to)),
      listSuccessions(db, place.id),
      readHistory(c, [{ kind: "place", id: place.id }]),
    ])
    const shown = { place, parents, successions, history }
    return renderPage(c, <PlaceDeskPage view={view} person={person} {...shown} />)
  })

  .get(`${root}/:slug/sua`, allowed("administer", "see_administration"), async (c) => {
    const { db, place } = c.var
    const { version, name, legal_act } = await wordsOfPlace(db, place.slug).executeTakeFirstOrThrow()
    return renderCorrection(c, startForm({ name, legal_act, "phien-ban": String(version) }))
  })

  .post(`${root}/:slug/sua`, allowed("administer", "see_administration"), async (c) => {
    const { db, person, view, place } = c.var
    const read = await readForm(c, correctionForm)
    if (!read.ok) return renderCorrection(c, read.state, 422)

    return db.transaction().execute(async (trx) => {
      const locked = await wordsOfPlace(trx, place.slug).forUpdate().executeTakeFirstOrThrow()
      if (hasMovedOn(read.state, locked)) {
        const theirs = startForm({ name: locked.name, legal_act: locked.legal_act }).values
        const differing = differences({ fields: ["name", "legal_act"], theirs, mine: read.state.values })
        if (differing.length > 0) {
          const last = await findLastChange(trx, "place", locked.id)
          const shown = { place, form: read.state, current: { ...last, version: locked.version } }
          return renderPage(
            c,
            <PlaceConflictPage view={view} person={person} {...shown} differences={differing} />,
            { status: 409 },
          )
        }
      }
      const { reason, ...facts } = read.data
      await correctPlace(trx, locked, facts, authorOf(c, "administer"), reason)
      return c.redirect(view.paths.placeKept(place), 303)
    })
  })

function renderCorrection(c: Context<PlaceEnv>, form: FormState, status: 200 | 422 = 200) {
  const { view, person, place } = c.var
  const version = Number(form.values["phien-ban"]?.[0])
  const shown = { place, form, version: Number.isSafeInteger(version) ? version : 0 }
  return renderPage(c, <PlaceCorrectionPage view={view} person={person} {...shown} />, { status })
}
