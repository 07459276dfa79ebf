import { Hono } from "hono"
import { filePattern, readFileName, sendList } from "../../web/list-file.ts"
import { listFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { listOrganisations } from "../register/queries.ts"
import { readAskedDay, readAskedUnits } from "./asked-day.ts"
import { earlier } from "./days.ts"
import { readParts, readSectors } from "./figures.ts"
import { PlacesPage } from "./list-page.tsx"
import { PlacePage } from "./place-page.tsx"
import { placeTargets } from "./place-targets.tsx"
import {
  findHomePlace,
  findPlace,
  findPlacesByName,
  listChangeDays,
  listCommuneIds,
  listParents,
  listSuccessions,
} from "./queries.ts"
import { unitsList } from "./units-list.ts"

/** The first page of a place's organisations; the register has the rest. */
const shown = 20

export const places = new Hono<Env>()
  .get("/dia-ban", async (c) => {
    const { db, view } = c.var
    const home = await findHomePlace(db)
    if (!home) return c.notFound()

    const { day, unread } = readAskedDay(c)
    const units = readAskedUnits(c, day ?? c.var.view.today)
    const text = (c.req.query("tim") ?? "").replaceAll("\0", "").trim().slice(0, 100)
    const shownOn = day ?? view.today
    const found = text ? await findPlacesByName(db, text, shownOn) : undefined
    const parts = found ? undefined : await readParts(db, home, shownOn, units.unitsOn)
    const changeDays = await listChangeDays(db, home, view.today)
    return renderPage(
      c,
      <PlacesPage
        view={view}
        home={home}
        day={day}
        unreadDay={unread}
        text={text}
        found={found}
        parts={parts}
        changeDays={changeDays}
        units={units}
      />,
      { topics: ["register", "places"] },
    )
  })

  .route(
    "/",
    listFiles("/dia-ban", async (c) => {
      const { db, view } = c.var
      const place = await findHomePlace(db)
      const day = readAskedDay(c).day ?? view.today
      const { unitsOn } = readAskedUnits(c, day)
      const parts = place && (await readParts(db, place, day, unitsOn))
      return parts && unitsList(view, { place, parts, day, unitsOn })
    }),
  )

  .get(`/dia-ban/:file{[a-z0-9-]+${filePattern}}`, async (c) => {
    const { db, view } = c.var
    const file = readFileName(c.req.param("file"))
    const place = file && (await findPlace(db, file.name))
    if (!place) return c.notFound()
    const day = readAskedDay(c).day ?? earlier(place.valid_to, view.today)
    const { unitsOn } = readAskedUnits(c, day)
    const parts = await readParts(db, place, day, unitsOn)
    return parts
      ? await sendList(c, file.format, unitsList(view, { place, parts, day, unitsOn }))
      : c.notFound()
  })

  .get("/dia-ban/:slug", async (c) => {
    const { db, view } = c.var
    const place = await findPlace(db, c.req.param("slug").replaceAll("\0", ""))
    if (!place) return c.notFound()

    const { day, unread } = readAskedDay(c)
    const shownOn = day ?? earlier(place.valid_to, view.today)
    const units = readAskedUnits(c, shownOn)
    const [parents, successions, parts, bySector, targets, list] = await Promise.all([
      listParents(db, place.id, within(place, shownOn)),
      listSuccessions(db, place.id),
      readParts(db, place, shownOn, units.unitsOn),
      readSectors(db, place, shownOn),
      placeTargets(db, view, place, shownOn),
      listCommuneIds(db, place, shownOn).then((placeIds) =>
        listOrganisations(
          db,
          { day: shownOn, placeIds },
          { order: { by: "name", descending: false }, page: 1, perPage: shown },
        ),
      ),
    ])
    return renderPage(
      c,
      <PlacePage
        view={view}
        place={place}
        parents={parents}
        predecessors={successions.filter(({ direction }) => direction === "before")}
        successors={successions.filter(({ direction }) => direction === "after")}
        shownOn={shownOn}
        day={day}
        unread={unread}
        parts={parts}
        units={units}
        bySector={bySector}
        list={list}
        targets={targets}
      />,
      { topics: ["register", "reports", "places", "plans"] },
    )
  })

/** A place stood under its parents while it was there: the day nearest to the one shown. */
function within({ valid_from, valid_to }: { valid_from: string; valid_to: string }, day: string) {
  if (valid_to < day) return valid_to
  return valid_from !== "-infinity" && valid_from > day ? valid_from : day
}
